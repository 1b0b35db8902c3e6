/// The characters of a string, or a part of them, for reading while somebody holds the string: no counting, no copy.
struct Text {
  /// `UInt8` elements if ASCII, else `UInt32`.
  let storage: UnsafeRawPointer
  let count: Int
  let isASCII: Bool

  @inline(__always)
  init(storage: UnsafeRawPointer, count: Int, isASCII: Bool) {
    self.storage = storage
    self.count = count
    self.isASCII = isASCII
  }

  /// The code point at an index within `0..<count`.
  @inline(__always)
  subscript(_ index: Int) -> UInt32 {
    isASCII
      ? UInt32(storage.load(fromByteOffset: index, as: UInt8.self))
      : storage.load(fromByteOffset: index &* 4, as: UInt32.self)
  }

  /// Part of the text, within it. It may be ASCII and not know it.
  @inline(__always)
  subscript(_ range: Range<Int>) -> Text {
    Text(
      storage: storage + (isASCII ? range.lowerBound : range.lowerBound &* 4), count: range.count, isASCII: isASCII)
  }

  func contains(_ point: UInt32) -> Bool {
    for index in 0..<count where self[index] == point { return true }
    return false
  }

  var codePoints: [UInt32] { (0..<count).map { self[$0] } }

  var string: String { String(codePoints: codePoints) }
}

extension StrObject {
  @inline(__always)
  final var text: Text { Text(storage: storage, count: count, isASCII: isASCII) }
}
