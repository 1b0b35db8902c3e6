/// Cuts a normalised text into tokens.
struct Tokenizer {
  private let bytes: [UInt8]
  private let wildcards: Wildcards
  private let readsNumbers: Bool
  private var tensors: TensorScanner
  private var tokens: [Token] = []
  private var position = 0

  /// Numbers are single tokens if `readsNumbers`, and characters like any other if not.
  static func tokens(of text: NormalizedText, wildcards: Wildcards, readsNumbers: Bool) -> [Token] {
    var tokenizer = Tokenizer(text.bytes, wildcards, readsNumbers)
    while tokenizer.position < tokenizer.bytes.count { tokenizer.readToken() }
    return tokenizer.tokens
  }

  private init(_ bytes: [UInt8], _ wildcards: Wildcards, _ readsNumbers: Bool) {
    self.bytes = bytes
    self.wildcards = wildcards
    self.readsNumbers = readsNumbers
    tensors = TensorScanner(bytes)
    tokens.reserveCapacity(bytes.count)
  }

  private mutating func readToken() {
    if readLineWildcard() || readInLineWildcard() || readAddress() || readNumber() { return }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\n"):
      tokens.append(.newline)
      position += 1
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      let run = bytes[position...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      tokens.append(.blanks(Array(run)))
      position += run.count
    default:
      tokens.append(.byte(byte))
      position += 1
    }
  }

  private mutating func readLineWildcard() -> Bool {
    guard wildcards.contains(.lines), position == 0 || bytes[position - 1] == UInt8(ascii: "\n") else { return false }
    let dots = bytes[position...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard dots.starts(with: "...\n".utf8) else { return false }
    tokens.append(.anyLines)
    position = dots.startIndex + 4
    return true
  }

  private mutating func readInLineWildcard() -> Bool {
    let rest = bytes[position...]
    if wildcards.contains(.withinLine), rest.starts(with: "[..]".utf8) {
      tokens.append(.anyInLine)
      position += 4
      return true
    }
    if wildcards.contains(.ellipsis), rest.starts(with: "...".utf8) {
      tokens.append(.anyText)
      position += 3
      return true
    }
    return false
  }

  /// `at 0x7f12…`: the digits may be cut short by `...` or an ellipsis.
  private mutating func readAddress() -> Bool {
    guard wildcards.contains(.addresses), position >= 3, bytes[(position - 3)..<position].elementsEqual("at ".utf8),
      bytes[position...].starts(with: "0x".utf8)
    else { return false }
    var end = position + 2
    while end < bytes.count, isHexadecimal(bytes[end]) { end += 1 }
    for ellipsis in ["...", "…"] where bytes[end...].starts(with: ellipsis.utf8) { end += ellipsis.utf8.count }
    guard end > position + 2 else { return false }
    tokens.append(.address)
    position = end
    return true
  }

  private mutating func readNumber() -> Bool {
    guard readsNumbers, var numeral = NumeralReader.read(bytes, at: position) else { return false }
    if let tensor = tensors.tensor(at: position) {
      numeral.tensor = tensor.index
      numeral.type = tensor.type
    }
    position += numeral.text.utf8.count
    tokens.append(.number(numeral))
    return true
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
