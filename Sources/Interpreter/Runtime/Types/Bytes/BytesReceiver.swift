/// What the methods that `bytes` and `bytearray` share work on.
struct BytesReceiver {
  let bytes: [UInt8]
  /// `bytes` or `bytearray`: what the method returns, whatever the receiver's subclass.
  let type: TypeObject

  /// A result of the receiver's type.
  func make(_ bytes: [UInt8]) -> Value {
    type.layout == .bytes ? Value(BytesObject(bytes, type: type)) : Value(ByteArrayObject(bytes, type: type))
  }
}

/// An object whose memory others may look at: `bytearray`, `memoryview`, `array.array`.
package protocol BufferExporter: Object {
  /// The memory as it is now, items in a row.
  var bufferBytes: [UInt8] { get }
  /// The letter of `struct` for an item.
  var bufferFormat: String { get }
  var bufferItemSize: Int { get }
  var isBufferReadOnly: Bool { get }
  /// How many views hold on to the memory, which may not be resized while there are any.
  var bufferViews: Int { get set }
  /// Overwrites a part of the memory, within its size.
  func writeBuffer(_ bytes: [UInt8], at offset: Int)
}

extension TypeObject {
  /// Declares a method of `bytes` or `bytearray` whose receiver is checked.
  func defineBytes(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, BytesReceiver, Arguments) throws(Raised) -> Value
  ) {
    let type = self
    define(name, signature) { [unowned type] (vm, a) throws(Raised) in
      let bytes = type.layout == .bytes ? a[0].asBytes?.bytes : a[0].foreign(ByteArrayObject.self)?.bytes
      guard let bytes else { throw vm.raiseReceiver(name, type.name, a[0]) }
      return try body(vm, BytesReceiver(bytes: bytes, type: type), a)
    }
  }
}

extension Value {
  @inline(__always) package var asBytes: BytesObject? { cast(.bytes, to: BytesObject.self) }

  /// The bytes of a bytes-like object; nil for others.
  package var byteBuffer: [UInt8]? {
    guard let object else { return nil }
    switch object.kind {
    case .bytes: return unsafeDowncast(object, to: BytesObject.self).bytes
    case .foreign: return (object as? any BufferExporter)?.bufferBytes
    default: return nil
    }
  }
}

extension VM {
  /// Bytes out of a bytes-like object or an iterable of small ints.
  /// - Parameter name: the type to be made, for messages.
  func byteValues(_ value: Value, _ name: String) throws(Raised) -> [UInt8] {
    if let bytes = value.byteBuffer { return bytes }
    let refusal = "cannot convert '\(typeName(value))' object to \(name)"
    if value.asStr != nil { throw raise(.typeError, refusal) }
    let range = name == "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)"
    let items = try ownedItems(value, notIterable: refusal)
    defer { for item in items { item.release() } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.count)
    for item in items { bytes.append(try byteValue(item, range)) }
    return bytes
  }

  /// One byte out of an int.
  func byteValue(_ value: Value, _ message: String = "byte must be in range(0, 256)") throws(Raised) -> UInt8 {
    let number = try integer(value)
    defer { number.release() }
    guard let small = number.smallInt, let byte = UInt8(exactly: small) else { throw raise(.valueError, message) }
    return byte
  }

  /// The number that `bytes(count)` means; nil where `value` is not an integer.
  func repeatCountSigned(_ value: Value) throws(Raised) -> Int? {
    do throws(Raised) {
      return try indexOrNil(value)
    } catch {
      if catches(.typeError) { return nil }
      guard catches(.indexError) else { throw error }
      throw raise(.overflowError, "cannot fit '\(typeName(value))' into an index-sized integer")
    }
  }

  /// Parts of bytes as a list.
  func list(of ranges: [Range<Int>], in source: BytesReceiver) throws(Raised) -> Value {
    try charge(source.bytes.count >> 6 + ranges.count)
    try checkSize(ranges.count * 80)
    return list(ranges.map { source.make(Array(source.bytes[$0])) })
  }
}
