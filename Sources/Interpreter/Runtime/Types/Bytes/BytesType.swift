/// `bytes`: construction, protocol methods and operators. Methods by name are in files of their own.
enum BytesType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.bytes!
    installConstruction(type)
    installProtocol(type, vm)
    installOperators(type)
    installConversions(type)
    installSearch(type)
    installSplitting(type)
    installText(type)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.defineStatic("__new__", "cls, source=b'', encoding=None, errors=None") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.bytes)
      if cls === vm.heap.types.bytes, a.optional(2) == nil, let same = a.optional(1)?.asBytes,
        !same.type.isUserDefined
      {
        return same.retainedValue
      }
      return Value(BytesObject(try values(a, vm), type: cls))
    }
  }

  private static func values(_ a: Arguments, _ vm: VM) throws(Raised) -> [UInt8] {
    guard let source = a.optional(1) else { return [] }
    if let text = source.asStr {
      if a.optional(2) == nil { throw vm.raise(.typeError, "string argument without an encoding") }
      let encoded = try Codec.named(a.optional(2), "bytes", vm).encode(text, errors: a.optional(3), "bytes", vm)
      defer { encoded.release() }
      return encoded.asBytes?.bytes ?? []
    }
    if a.optional(2) != nil { throw vm.raise(.typeError, "encoding without a string argument") }
    if source.bigInt != nil {
      guard let count = source.smallInt else {
        throw vm.raise(.overflowError, "cannot fit 'int' into an index-sized integer")
      }
      if count < 0 { throw vm.raise(.valueError, "negative count") }
      try vm.checkSize(count)
      return Array(repeating: 0, count: count)
    }
    if let made = try vm.callSpecial(.bytes, source) {
      defer { made.release() }
      guard let bytes = made.asBytes else {
        throw vm.raise(.typeError, "__bytes__ returned non-bytes (type \(vm.typeName(made)))")
      }
      return bytes.bytes
    }
    return try vm.byteValues(source)
  }

  private static func installProtocol(_ type: TypeObject, _ vm: VM) {
    let iterator = IteratorTypes.make(vm.heap.types, "bytes_iterator", isFinal: true)
    type.defineBytes("__iter__", "self, /") { (_, b, _) throws(Raised) in
      Value(BytesIteratorObject(b, type: iterator))
    }
    for name in ["__repr__", "__str__"] {
      type.defineBytes(name, "self, /") { (vm, b, _) throws(Raised) in
        try vm.checkSize(b.bytes.count * 4)
        return vm.str(BytesText.repr(b.bytes))
      }
    }
    type.defineBytes("__len__", "self, /") { (_, b, _) throws(Raised) in .int(b.bytes.count) }
    type.defineBytes("__bytes__", "self, /") { (vm, b, _) throws(Raised) in vm.bytes(b.bytes) }
    type.defineBytes("__hash__", "self, /") { (vm, b, _) throws(Raised) in
      // As the string of the same characters.
      let text = b.bytes.withUnsafeBufferPointer { StrObject.make(utf8: $0, heap: vm.heap) }
      defer { Value(text).release() }
      return .int(text.hash)
    }
    type.defineBytes("__contains__", "self, key, /") { (vm, b, a) throws(Raised) in
      if let part = a[1].asBytes { return .bool(find(part.bytes, in: b.bytes) != nil) }
      guard let number = try vm.indexNumber(a[1]) else { throw needsBytes(a[1], vm) }
      guard let byte = UInt8(exactly: number) else {
        throw vm.raise(.valueError, "byte must be in range(0, 256)")
      }
      return .bool(b.bytes.contains(byte))
    }
    type.defineBytes("__getitem__", "self, key, /") { (vm, b, a) throws(Raised) in
      if let slice = a[1].cast(.slice, to: SliceObject.self) {
        let found = try vm.sliceIndices(slice, length: b.bytes.count)
        return vm.bytes((0..<found.count).map { b.bytes[found[$0]] })
      }
      guard let index = try vm.itemIndex(a[1], length: b.bytes.count, "index out of range") else {
        throw vm.raise(.typeError, "byte indices must be integers or slices, not \(vm.typeName(a[1]))")
      }
      return .int(Int(b.bytes[index]))
    }
    for (name, op) in ComparisonOp.methods {
      type.defineBytes(name, "self, value, /") { (_, b, a) throws(Raised) in
        guard let other = a[1].asBytes?.bytes else { return .notImplemented }
        let order = b.bytes == other ? 0 : b.bytes.lexicographicallyPrecedes(other) ? -1 : 1
        return .bool(op.holds(order, 0))
      }
    }
  }

  private static func installOperators(_ type: TypeObject) {
    type.defineBytes("__add__", "self, value, /") { (vm, b, a) throws(Raised) in
      guard let other = a[1].asBytes else {
        if vm.defersTo(a[1], .radd) { return .notImplemented }
        throw vm.raise(.typeError, "can't concat \(vm.typeName(a[1])) to bytes")
      }
      try vm.checkSize(b.bytes.count + other.bytes.count)
      return vm.bytes(b.bytes + other.bytes)
    }
    type.defineBytes("__mod__", "self, value, /") { (vm, b, a) throws(Raised) in
      try PercentFormat.apply(b, a[1], vm)
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineBytes(name, "self, value, /") { (vm, b, a) throws(Raised) in
        guard let times = try vm.repeatCount(a[1]) else {
          if vm.defersTo(a[1], .rmul) { return .notImplemented }
          throw vm.raise(.typeError, "can't multiply sequence by non-int of type '\(vm.typeName(a[1]))'")
        }
        let (total, overflow) = b.bytes.count.multipliedReportingOverflow(by: times)
        if overflow { throw Numbers.memoryError(vm) }
        try vm.checkSize(total)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(total)
        for _ in 0..<(b.bytes.isEmpty ? 0 : times) { bytes += b.bytes }
        return vm.bytes(bytes)
      }
    }
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

/// The values of a `bytes` object, one by one.
package final class BytesIteratorObject: IteratorObject {
  private let source: BytesObject
  private var index = 0

  /// Retains the bytes.
  init(_ source: BytesObject, type: TypeObject) {
    self.source = source
    source.refCount &+= 1
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard index < source.bytes.count else { return nil }
    index &+= 1
    return .int(Int(source.bytes[index - 1]))
  }

  package override func dropReferences() { Value(source).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(source)) }
}

extension TypeObject {
  /// Declares a method of `bytes` whose receiver is checked.
  func defineBytes(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, BytesObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let bytes = a[0].asBytes else { throw vm.raiseReceiver(name, "bytes", a[0]) }
      return try body(vm, bytes, a)
    }
  }
}

extension Value {
  @inline(__always) package var asBytes: BytesObject? { cast(.bytes, to: BytesObject.self) }
}

extension VM {
  /// Bytes out of `bytes` or an iterable of small ints.
  func byteValues(_ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = value.asBytes { return bytes.bytes }
    let refusal = "cannot convert '\(typeName(value))' object to bytes"
    if value.asStr != nil { throw raise(.typeError, refusal) }
    let items = try ownedItems(value, notIterable: refusal)
    defer { for item in items { item.release() } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.count)
    for item in items {
      let number = try integer(item)
      defer { number.release() }
      guard let small = number.smallInt, let byte = UInt8(exactly: small) else {
        throw raise(.valueError, "bytes must be in range(0, 256)")
      }
      bytes.append(byte)
    }
    return bytes
  }

  /// Parts of bytes as a list.
  func list(of ranges: [Range<Int>], in source: [UInt8]) throws(Raised) -> Value {
    try charge(source.count >> 6 + ranges.count)
    try checkSize(ranges.count * 80)
    return list(ranges.map { bytes(Array(source[$0])) })
  }
}
