/// Writes a string: into the very object that becomes the result.
struct TextWriter {
  private let reference: Unmanaged<StrObject>

  /// - Parameter room: for as many ASCII characters as are likely.
  @inline(__always)
  init(room: Int = 0, _ heap: Heap) {
    reference = StrObject.makeEmpty(room: room, heap: heap)
  }

  /// The string, owned; nothing is written any more.
  @inline(__always)
  func finish() -> Value { .object(unsafeBitCast(reference, to: Unmanaged<Object>.self)) }

  /// Gives up what was written.
  func discard() { finish().release() }

  /// What was written so far.
  @inline(__always)
  var text: Text { reference._withUnsafeGuaranteedRef { $0.text } }

  @inline(__always)
  func append(_ bytes: UnsafePointer<UInt8>, count: Int) {
    reference._withUnsafeGuaranteedRef { $0.append(bytes, count: count) }
  }

  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let base = bytes.baseAddress { append(base, count: bytes.count) }
  }

  /// ASCII.
  func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  func append(_ points: [UInt32]) {
    points.withUnsafeBufferPointer { points in
      guard let base = points.baseAddress else { return }
      reference._withUnsafeGuaranteedRef { $0.append(base, count: points.count) }
    }
  }

  @inline(__always)
  func append(_ byte: UInt8) { withUnsafePointer(to: byte) { append($0, count: 1) } }

  func append(_ point: UInt32, times: Int = 1) {
    reference._withUnsafeGuaranteedRef { $0.append(point, times: times) }
  }

  /// ASCII.
  @inline(__always)
  func append(_ literal: StaticString) { append(literal.utf8Start, count: literal.utf8CodeUnitCount) }

  func append(_ string: String) {
    var string = string
    let isASCII = string.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      append(bytes)
      return true
    }
    if !isASCII { append(string.codePoints) }
  }

  /// Any text but what was written here.
  @inline(__always)
  func append(_ text: Text, _ vm: VM) throws(Raised) {
    if text.count > 1 << 12 { try vm.checkSize(of: self.text.count + text.count, each: 8) }
    reference._withUnsafeGuaranteedRef { $0.append(text) }
  }

  /// Short text, whose size needs no look.
  @inline(__always)
  func append(_ text: Text) { reference._withUnsafeGuaranteedRef { $0.append(text) } }

  /// Decimal digits.
  @inline(__always)
  func append(_ number: Int) { Decimal.withText(of: number) { append($0) } }
}

/// Machine integers as decimal text.
enum Decimal {
  /// Calls `body` with the digits, and a sign if negative.
  @inline(__always)
  static func withText<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var room: (UInt64, UInt64, UInt64) = (0, 0, 0)
    return withUnsafeMutableBytes(of: &room) { room in
      let bytes = room.assumingMemoryBound(to: UInt8.self)
      var start = write(number.magnitude, endingAt: 24, in: bytes)
      if number < 0 {
        start &-= 1
        bytes[start] = Ascii.minus
      }
      return body(UnsafeBufferPointer(rebasing: bytes[start..<24]))
    }
  }

  /// Writes digits that end before an index; where they start.
  @inline(__always)
  static func write(_ magnitude: UInt, endingAt end: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var rest = magnitude
    var start = end
    repeat {
      start &-= 1
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      bytes[start] = UInt8(truncatingIfNeeded: remainder) &+ Ascii.zero8
      rest = quotient
    } while rest > 0
    return start
  }
}
