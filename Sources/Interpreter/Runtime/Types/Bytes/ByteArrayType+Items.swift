extension ByteArrayType {
  static func installItems(_ type: TypeObject) {
    type.defineByteArray("__getitem__", "self, key, /") { (vm, array, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        let found = try vm.sliceIndices(slice, length: array.bytes.count)
        let bytes = array.bytes
        return Value(
          ByteArrayObject(
            (0..<found.count).compactMap { found[$0] < bytes.count ? bytes[found[$0]] : nil },
            type: vm.heap.types.byteArray))
      }
      return .int(Int(array.bytes[try index(vm, array, a[1])]))
    }
    type.defineByteArray("__setitem__", "self, key, value, /") { (vm, array, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        try setSlice(vm, array, slice, a[2])
        return .none
      }
      let place = try index(vm, array, a[1])
      let byte = try vm.byteValue(a[2])
      // `__index__` of the value may have shortened the array.
      if place < array.bytes.count { array.set(place, byte) }
      return .none
    }
    type.defineByteArray("__delitem__", "self, key, /") { (vm, array, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        try deleteSlice(vm, array, slice)
        return .none
      }
      let place = try index(vm, array, a[1])
      try array.replace(place..<(place + 1), with: [], vm)
      return .none
    }
  }

  private static func index(_ vm: VM, _ array: ByteArrayObject, _ key: Value) throws(Raised) -> Int {
    guard let number = try vm.indexOrNil(key) else {
      throw vm.raise(.typeError, "bytearray indices must be integers or slices, not \(vm.typeName(key))")
    }
    let place = number < 0 ? number &+ array.bytes.count : number
    if place < 0 || place >= array.bytes.count { throw vm.raise(.indexError, "bytearray index out of range") }
    return place
  }

  private static func setSlice(
    _ vm: VM, _ array: ByteArrayObject, _ slice: Unmanaged<SliceObject>, _ value: Value
  ) throws(Raised) {
    var new: [UInt8]
    if let bytes = value.byteBuffer {
      new = bytes
    } else {
      if value.bigInt != nil || value.asStr != nil {
        throw vm.raise(
          .typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
      }
      new = try vm.byteValues(value, "bytearray")
    }
    let found = try vm.sliceIndices(slice, length: array.bytes.count)
    if found.step == 1 {
      try array.replace(found.start..<max(found.start, found.stop), with: new, vm)
      return
    }
    if new.isEmpty { return try remove(found, from: array, vm) }
    guard new.count == found.count else {
      throw vm.raise(
        .valueError, "attempt to assign bytes of size \(new.count) to extended slice of size \(found.count)")
    }
    for position in 0..<found.count { array.set(found[position], new[position]) }
  }

  private static func deleteSlice(_ vm: VM, _ array: ByteArrayObject, _ slice: Unmanaged<SliceObject>) throws(Raised) {
    try remove(try vm.sliceIndices(slice, length: array.bytes.count), from: array, vm)
  }

  private static func remove(_ found: SliceIndices, from array: ByteArrayObject, _ vm: VM) throws(Raised) {
    if found.count == 0 { return }
    var keeps = Array(repeating: true, count: array.bytes.count)
    for position in 0..<found.count { keeps[found[position]] = false }
    try array.replace(0..<array.bytes.count, with: zip(array.bytes, keeps).filter(\.1).map(\.0), vm)
  }
}
