/// Text under construction, as bytes.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []
  /// Where the current line starts.
  private(set) var lineStart = 0

  var count: Int { bytes.count }
  var lineLength: Int { bytes.count - lineStart }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  mutating func append(spaces: Int) {
    for _ in 0..<max(spaces, 0) { bytes.append(UInt8(ascii: " ")) }
  }

  mutating func breakLine(count: Int = 1, indent: Int) {
    for _ in 0..<count { bytes.append(UInt8(ascii: "\n")) }
    lineStart = bytes.count
    append(spaces: indent)
  }

  /// The decimal digits of a number, with zeros in front to make at least `width` of them.
  mutating func append(digits value: UInt64, width: Int = 1) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = value
      var start = 20
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      for _ in 0..<max(width - (20 - start), 0) { bytes.append(UInt8(ascii: "0")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  mutating func append(integer value: Int64) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: value.magnitude)
  }

  mutating func insertPlus(at start: Int) { bytes.insert(UInt8(ascii: "+"), at: start) }

  /// Removes the blanks at the front of what was written from `start` on.
  mutating func removeBlanks(from start: Int) {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    bytes.removeSubrange(start..<end)
  }

  /// Pads what was written from `start` on to `width` by blanks in front.
  mutating func padLeft(from start: Int, to width: Int) {
    let missing = width - (bytes.count - start)
    guard missing > 0 else { return }
    let length = bytes.count - start
    for _ in 0..<missing { bytes.append(UInt8(ascii: " ")) }
    for i in stride(from: length - 1, through: 0, by: -1) { bytes[start + missing + i] = bytes[start + i] }
    for i in 0..<missing { bytes[start + i] = UInt8(ascii: " ") }
  }
}
