/// `bytearray`: what it has beyond the methods it shares with `bytes`.
enum ByteArrayType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.byteArray!
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      Value(ByteArrayObject([], type: try vm.classArgument(a[0], vm.heap.types.byteArray)))
    }
    type.defineByteArray("__init__", "self, source=b'', encoding=None, errors=None") { (vm, array, a) throws(Raised) in
      let values = try BytesType.values(a, "bytearray", vm)
      try array.replace(0..<array.bytes.count, with: values, vm)
      return .none
    }
    type.set("__hash__", .none)
    BytesType.installSequence(type)
    BytesType.installShared(type)
    installProtocol(type, vm)
    installItems(type)
    installMethods(type)
  }

  private static func installProtocol(_ type: TypeObject, _ vm: VM) {
    let iterator = IteratorTypes.make(vm.heap.types, "bytearray_iterator", isFinal: true)
    IteratorTypes.defineLengthHint(iterator)
    IteratorTypes.definePlace(iterator)
    type.defineByteArray("__iter__", "self, /") { (_, array, _) throws(Raised) in
      Value(ByteArrayIteratorObject(array, type: iterator))
    }
    for name in ["__repr__", "__str__"] {
      type.defineByteArray(name, "self, /") { (vm, array, _) throws(Raised) in
        try vm.checkSize(array.bytes.count * 4)
        return vm.str("\(array.type.name)(\(BytesText.repr(array.bytes, marksApostrophes: true)))")
      }
    }
    type.defineByteArray("__alloc__", "self, /") { (_, array, _) throws(Raised) in
      .int(array.bytes.isEmpty ? 0 : array.bytes.count + 1)
    }
    type.defineByteArray("__iadd__", "self, value, /") { (vm, array, a) throws(Raised) in
      guard let other = a[1].byteBuffer else {
        throw vm.raise(.typeError, "can't concat \(vm.typeName(a[1])) to \(array.type.name)")
      }
      try array.replace(array.bytes.count..<array.bytes.count, with: other, vm)
      return a[0].retained()
    }
    type.defineByteArray("__imul__", "self, value, /") { (vm, array, a) throws(Raised) in
      let times = try vm.repetitions(a[1])
      try array.replace(0..<array.bytes.count, with: try BytesType.repeated(array.bytes, times, vm), vm)
      return a[0].retained()
    }
  }

  private static func installMethods(_ type: TypeObject) {
    type.defineByteArray("append", "self, item, /") { (vm, array, a) throws(Raised) in
      let byte = try vm.byteValue(a[1])
      try array.replace(array.bytes.count..<array.bytes.count, with: [byte], vm)
      return .none
    }
    type.defineByteArray("extend", "self, iterable_of_ints, /") { (vm, array, a) throws(Raised) in
      let values = try appended(a[1], vm)
      try array.replace(array.bytes.count..<array.bytes.count, with: values, vm)
      return .none
    }
    type.defineByteArray("insert", "self, index, item, /") { (vm, array, a) throws(Raised) in
      let index = try vm.index(a[1])
      let byte = try vm.byteValue(a[2])
      let place = index < 0 ? max(index &+ array.bytes.count, 0) : min(index, array.bytes.count)
      try array.replace(place..<place, with: [byte], vm)
      return .none
    }
    type.defineByteArray("pop", "self, index=-1, /") { (vm, array, a) throws(Raised) in
      let index = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? -1
      if array.bytes.isEmpty { throw vm.raise(.indexError, "pop from empty bytearray") }
      let place = index < 0 ? index &+ array.bytes.count : index
      if place < 0 || place >= array.bytes.count { throw vm.raise(.indexError, "pop index out of range") }
      let byte = array.bytes[place]
      try array.replace(place..<(place + 1), with: [], vm)
      return .int(Int(byte))
    }
    type.defineByteArray("remove", "self, value, /") { (vm, array, a) throws(Raised) in
      let byte = try vm.byteValue(a[1])
      guard let place = array.bytes.firstIndex(of: byte) else {
        throw vm.raise(.valueError, "value not found in bytearray")
      }
      try array.replace(place..<(place + 1), with: [], vm)
      return .none
    }
    type.defineByteArray("clear", "self, /") { (vm, array, _) throws(Raised) in
      try array.replace(0..<array.bytes.count, with: [], vm)
      return .none
    }
    type.defineByteArray("copy", "self, /") { (vm, array, _) throws(Raised) in
      Value(ByteArrayObject(array.bytes, type: vm.heap.types.byteArray))
    }
    type.defineByteArray("reverse", "self, /") { (vm, array, _) throws(Raised) in
      try array.replace(0..<array.bytes.count, with: array.bytes.reversed(), vm)
      return .none
    }
  }

  private static func appended(_ value: Value, _ vm: VM) throws(Raised) -> [UInt8] {
    if let bytes = value.byteBuffer { return bytes }
    let items = try vm.ownedItems(value, notIterable: "can't extend bytearray with \(vm.typeName(value))")
    defer { for item in items { item.release() } }
    var bytes: [UInt8] = []
    for item in items { bytes.append(try vm.byteValue(item)) }
    return bytes
  }
}

extension TypeObject {
  /// Declares a method of `bytearray` whose receiver is checked.
  func defineByteArray(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, ByteArrayObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let array = a[0].foreign(ByteArrayObject.self) else { throw vm.raiseReceiver(name, "bytearray", a[0]) }
      return try body(vm, array, a)
    }
  }
}
