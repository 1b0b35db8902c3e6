/// Text that is known to be ASCII, or bytes that are treated so.
enum ByteText {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  static func trimmed(_ text: [UInt8]) -> [UInt8] {
    Array(text[Splitting.stripped(text.count, left: true, right: true) { isSpace(text[$0]) }])
  }
}
