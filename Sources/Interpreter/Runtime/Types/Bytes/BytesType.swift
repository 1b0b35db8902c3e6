/// `bytes`: construction, protocol methods and operators. Methods by name are in files of their own.
enum BytesType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.bytes!
    installConstruction(type)
    installProtocol(type, vm)
    installSequence(type)
    installShared(type)
    ByteArrayType.install(vm)
    MemoryViewType.install(vm)
  }

  /// The methods by name, which `bytes` and `bytearray` have in common.
  static func installShared(_ type: TypeObject) {
    installConversions(type)
    installSearch(type)
    installSplitting(type)
    installText(type)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, source=b'', encoding=None, errors=None") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.bytes)
      if cls === vm.heap.types.bytes, a.optional(2) == nil, a.optional(3) == nil, let same = a.optional(1)?.asBytes,
        !same.type.isUserDefined
      {
        return same.retainedValue
      }
      return Value(BytesObject(try values(a, "bytes", vm), type: cls))
    }
  }

  /// What `bytes(...)` and `bytearray(...)` are made of; argument 0 is the class or the receiver.
  static func values(_ a: Arguments, _ name: String, _ vm: VM) throws(Raised) -> [UInt8] {
    try Codec.checkArguments(a, name, vm)
    guard let source = a.optional(1) else {
      if a.optional(2) == nil && a.optional(3) == nil { return [] }
      throw vm.raise(.typeError, "\(a.optional(2) == nil ? "errors" : "encoding") without a string argument")
    }
    if let text = source.asStr {
      if a.optional(2) == nil { throw vm.raise(.typeError, "string argument without an encoding") }
      let encoded = try Codec.encode(text, a.optional(2), errors: a.optional(3), name, vm)
      defer { encoded.release() }
      return encoded.asBytes?.bytes ?? []
    }
    if a.optional(2) != nil { throw vm.raise(.typeError, "encoding without a string argument") }
    if a.optional(3) != nil { throw vm.raise(.typeError, "errors without a string argument") }
    if let view = source.foreign(MemoryViewObject.self), view.source == nil { throw MemoryViewType.released(vm) }
    if name == "bytes", source.byteBuffer == nil || source.object?.type.isUserDefined == true,
      let made = try vm.callSpecial(.bytes, source)
    {
      defer { made.release() }
      guard let bytes = made.asBytes else {
        throw vm.raise(.typeError, "__bytes__ returned non-bytes (type \(vm.typeName(made)))")
      }
      return bytes.bytes
    }
    if source.byteBuffer == nil, let number = try vm.repeatCountSigned(source) {
      if number < 0 { throw vm.raise(.valueError, "negative count") }
      try vm.checkSize(number)
      return Array(repeating: 0, count: number)
    }
    return try vm.byteValues(source, name)
  }

  private static func installProtocol(_ type: TypeObject, _ vm: VM) {
    let iterator = IteratorTypes.make(vm.heap.types, "bytes_iterator", isFinal: true)
    IteratorTypes.defineLengthHint(iterator)
    IteratorTypes.definePlace(iterator)
    type.defineBytes("__getnewargs__", "self, /") { (vm, b, _) throws(Raised) in vm.tuple([vm.bytes(b.bytes)]) }
    type.define("__iter__", "self, /") { (vm, a) throws(Raised) in
      guard let bytes = a[0].asBytes else { throw vm.raiseReceiver("__iter__", "bytes", a[0]) }
      return Value(BytesIteratorObject(bytes, type: iterator))
    }
    for name in ["__repr__", "__str__"] {
      type.defineBytes(name, "self, /") { (vm, b, _) throws(Raised) in
        try vm.checkSize(b.bytes.count * 4)
        return vm.str(BytesText.repr(b.bytes))
      }
    }
    type.defineBytes("__bytes__", "self, /") { (vm, b, _) throws(Raised) in b.make(b.bytes) }
    type.defineBytes("__hash__", "self, /") { (vm, b, _) throws(Raised) in
      // As the string of the same characters.
      let text = b.bytes.withUnsafeBufferPointer { StrObject.make(utf8: $0, heap: vm.heap) }
      defer { Value(text).release() }
      return .int(text.hash)
    }
    type.defineBytes("__getitem__", "self, key, /") { (vm, b, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        let found = try vm.sliceIndices(slice, length: b.bytes.count)
        return b.make((0..<found.count).map { b.bytes[found[$0]] })
      }
      guard let index = try vm.itemIndex(a[1], length: b.bytes.count, "index out of range") else {
        throw vm.raise(.typeError, "byte indices must be integers or slices, not \(vm.typeName(a[1]))")
      }
      return .int(Int(b.bytes[index]))
    }
  }

  /// What `bytes` and `bytearray` do alike with operators.
  static func installSequence(_ type: TypeObject) {
    type.defineBytes("__len__", "self, /") { (_, b, _) throws(Raised) in .int(b.bytes.count) }
    type.defineBytes("__contains__", "self, key, /") { (vm, b, a) throws(Raised) in
      if let part = a[1].byteBuffer { return .bool(find(part, in: b.bytes) != nil) }
      guard let number = try vm.indexNumber(a[1]) else { throw needsBytes(a[1], vm) }
      guard let byte = UInt8(exactly: number) else {
        throw vm.raise(.valueError, "byte must be in range(0, 256)")
      }
      return .bool(b.bytes.contains(byte))
    }
    for (name, op) in ComparisonOp.methods {
      type.defineBytes(name, "self, value, /") { (_, b, a) throws(Raised) in
        guard let other = a[1].byteBuffer else { return .notImplemented }
        let order = b.bytes == other ? 0 : b.bytes.lexicographicallyPrecedes(other) ? -1 : 1
        return .bool(op.holds(order, 0))
      }
    }
    type.defineBytes("__add__", "self, value, /") { (vm, b, a) throws(Raised) in
      guard let other = a[1].byteBuffer else {
        if vm.defersTo(a[1], .radd) { return .notImplemented }
        throw vm.raise(.typeError, "can't concat \(vm.typeName(a[1])) to \(type.name)")
      }
      try vm.checkSize(b.bytes.count + other.count)
      return b.make(b.bytes + other)
    }
    type.defineBytes("__mod__", "self, value, /") { (vm, b, a) throws(Raised) in
      b.make(try PercentFormat.apply(b.bytes, a[1], vm))
    }
    type.defineBytes("__rmod__", "self, value, /") { (vm, b, a) throws(Raised) in
      guard let format = a[1].asBytes else { return .notImplemented }
      return vm.bytes(try PercentFormat.apply(format.bytes, a[0], vm))
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineBytes(name, "self, value, /") { (vm, b, a) throws(Raised) in
        b.make(try repeated(b.bytes, try vm.repetitions(a[1]), vm))
      }
    }
  }

  static func repeated(_ bytes: [UInt8], _ times: Int, _ vm: VM) throws(Raised) -> [UInt8] {
    let (total, overflow) = bytes.count.multipliedReportingOverflow(by: times)
    if overflow { throw Numbers.memoryError(vm) }
    try vm.checkSize(total)
    if bytes.count == 1 { return Array(repeating: bytes[0], count: times) }
    var result: [UInt8] = []
    result.reserveCapacity(total)
    for _ in 0..<(bytes.isEmpty ? 0 : times) { result += bytes }
    return result
  }

  static func needsBytes(_ value: Value, _ vm: VM) -> Raised {
    vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(value))'")
  }

  static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int = 0, to end: Int = .max) -> Int? {
    part.withUnsafeBufferPointer { needle in
      bytes.withUnsafeBufferPointer { Search.first(needle, in: $0, from: start, to: end) }
    }
  }

  static func findLast(_ part: [UInt8], in bytes: [UInt8], from start: Int = 0, to end: Int = .max) -> Int? {
    part.withUnsafeBufferPointer { needle in
      bytes.withUnsafeBufferPointer { Search.last(needle, in: $0, from: start, to: end) }
    }
  }
}
