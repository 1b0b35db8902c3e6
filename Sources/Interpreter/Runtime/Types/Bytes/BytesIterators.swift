/// The values of a `bytes` object, one by one.
package final class BytesIteratorObject: IteratorObject, CountedIterator {
  let source: BytesObject
  var index = 0

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

  var remainingCount: Int { source.bytes.count - index }

  package override func dropReferences() { Value(source).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(source)) }
}

/// The values of a `bytearray`, which may change meanwhile.
package final class ByteArrayIteratorObject: IteratorObject, CountedIterator {
  let source: ByteArrayObject
  var index = 0
  private(set) var isDone = false

  /// Retains the bytearray.
  init(_ source: ByteArrayObject, type: TypeObject) {
    self.source = source
    source.refCount &+= 1
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard !isDone, index < source.bytes.count else {
      isDone = true
      return nil
    }
    index &+= 1
    return .int(Int(source.bytes[index - 1]))
  }

  var remainingCount: Int { isDone ? 0 : max(source.bytes.count - index, 0) }

  package override func dropReferences() { Value(source).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(source)) }
}
