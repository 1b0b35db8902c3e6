/// A text as rule 1 compares it: `\n` ends every line, no line ends in blanks, no blank lines at either end.
struct NormalizedText: Sendable, Equatable {
  let bytes: [UInt8]

  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    var previous: UInt8 = 0
    func endLine() {
      while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { bytes.removeLast() }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine()
      default: bytes.append(byte)
      }
      previous = byte
    }
    endLine()
    while bytes.count >= 2, bytes[bytes.count - 1] == UInt8(ascii: "\n"), bytes[bytes.count - 2] == UInt8(ascii: "\n") {
      bytes.removeLast()
    }
    self.bytes = bytes
  }

  var isEmpty: Bool { bytes.isEmpty }
}
