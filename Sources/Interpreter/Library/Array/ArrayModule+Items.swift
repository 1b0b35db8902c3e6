extension ArrayModule {
  static func installItems(_ type: TypeObject) {
    type.defineArray("__getitem__", "self, key, /") { (vm, array, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        let found = try vm.sliceIndices(slice, length: array.count)
        return Value(ArrayObject(array.item, items(array, found), type: type))
      }
      return try array.value(at: try index(vm, array, a[1], "array index out of range"), vm)
    }
    type.defineArray("__setitem__", "self, key, value, /") { (vm, array, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        try setSlice(vm, array, slice, a[2])
        return .none
      }
      let place = try index(vm, array, a[1], "array assignment index out of range")
      let bytes = try array.item.bytes(a[2], vm)
      // `__index__` of the value may have shortened the array.
      if place < array.count { array.writeBuffer(bytes, at: place * array.item.size) }
      return .none
    }
    type.defineArray("__delitem__", "self, key, /") { (vm, array, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        try remove(try vm.sliceIndices(slice, length: array.count), from: array, vm)
        return .none
      }
      let place = try index(vm, array, a[1], "array assignment index out of range")
      try array.replace(place..<(place + 1), with: [], vm)
      return .none
    }
  }

  private static func index(
    _ vm: VM, _ array: ArrayObject, _ key: Value, _ message: String
  ) throws(Raised) -> Int {
    guard let number = try vm.indexOrNil(key) else { throw vm.raise(.typeError, "array indices must be integers") }
    let place = number < 0 ? number &+ array.count : number
    if place < 0 || place >= array.count { throw vm.raise(.indexError, message) }
    return place
  }

  private static func items(_ array: ArrayObject, _ found: SliceIndices) -> [UInt8] {
    if found.step == 1 { return Array(array.part(found.start..<(found.start + found.count))) }
    return (0..<found.count).flatMap { array.part(found[$0]..<(found[$0] + 1)) }
  }

  private static func setSlice(
    _ vm: VM, _ array: ArrayObject, _ slice: Unmanaged<SliceObject>, _ value: Value
  ) throws(Raised) {
    guard let other = value.foreign(ArrayObject.self) else {
      throw vm.raise(.typeError, "can only assign array (not \"\(vm.typeName(value))\") to array slice")
    }
    guard other.item == array.item else { throw vm.raise(.typeError, "bad argument type for built-in operation") }
    let found = try vm.sliceIndices(slice, length: array.count)
    if found.step == 1 {
      return try array.replace(found.start..<max(found.start, found.stop), with: other.bytes, vm)
    }
    let new = other.bytes
    let size = array.item.size
    if new.isEmpty { return try remove(found, from: array, vm) }
    guard new.count == found.count * size else {
      throw vm.raise(
        .valueError, "attempt to assign array of size \(other.count) to extended slice of size \(found.count)")
    }
    for position in 0..<found.count {
      array.writeBuffer(Array(new[(position * size)..<((position + 1) * size)]), at: found[position] * size)
    }
  }

  private static func remove(_ found: SliceIndices, from array: ArrayObject, _ vm: VM) throws(Raised) {
    if found.count == 0 { return }
    var keeps = Array(repeating: true, count: array.count)
    for position in 0..<found.count { keeps[found[position]] = false }
    let kept = keeps.indices.flatMap { keeps[$0] ? array.part($0..<($0 + 1)) : [] }
    try array.replace(0..<array.count, with: kept, vm)
  }
}
