/// Recognises numbers in a text; digits of names and versions (`Linear1`, `AddBackward0`, `2.13.0`) are none.
enum NumeralReader {
  static func read(_ bytes: [UInt8], at start: Int) -> Numeral? {
    guard start < bytes.count, mayBegin(bytes[start]), isBoundary(bytes, before: start) else { return nil }
    var index = start
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    if let special = readSpecial(bytes, start, index) { return special }
    let whole = index
    index = skipDigits(bytes, index)
    guard index > whole else { return nil }
    var form = Numeral.Form.integer
    var decimals = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      let end = skipDigits(bytes, index + 1)
      decimals = end - index - 1
      form = decimals == 0 ? .whole : .fixed(decimals: decimals)
      index = end
    }
    if let (exponent, end) = readExponent(bytes, index) {
      form = .scientific(decimals: decimals, exponent: exponent)
      index = end
    }
    guard isBoundary(bytes, after: index) else { return nil }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Double(text.utf8.last == UInt8(ascii: ".") ? text + "0" : text) else { return nil }
    return Numeral(text: text, form: form, value: value, tensor: nil, type: .float64)
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "i")
      || byte == UInt8(ascii: "n")
  }

  private static func readSpecial(_ bytes: [UInt8], _ start: Int, _ index: Int) -> Numeral? {
    for name in ["inf", "nan"] where bytes[index...].starts(with: name.utf8) {
      let end = index + 3
      guard end == bytes.count || !isNamePart(bytes[end]) else { return nil }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      return Numeral(text: text, form: .special, value: .nan, tensor: nil, type: .float64)
    }
    return nil
  }

  private static func readExponent(_ bytes: [UInt8], _ start: Int) -> (exponent: Int, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "e") || bytes[start] == UInt8(ascii: "E") else {
      return nil
    }
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    let end = skipDigits(bytes, index)
    guard end > index, end - index < 6, let exponent = Int(String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
    else { return nil }
    return (exponent, end)
  }

  private static func skipDigits(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index
  }

  private static func isBoundary(_ bytes: [UInt8], before start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    let isSign = !isDigit(bytes[start]) && !isNamePart(bytes[start])
    if isSign, before == UInt8(ascii: ")") || before == UInt8(ascii: "]") { return false }
    return !isNamePart(before) && before != UInt8(ascii: ".")
  }

  /// A `j` may follow (complex numbers); a further point may not, unless it belongs to an ellipsis or ends a sentence.
  private static func isBoundary(_ bytes: [UInt8], after end: Int) -> Bool {
    guard end < bytes.count else { return true }
    if bytes[end] == UInt8(ascii: "j") { return end + 1 == bytes.count || !isNamePart(bytes[end + 1]) }
    if bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count, isDigit(bytes[end + 1]) { return false }
    return !isNamePart(bytes[end])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
