/// Strings as literals, and as material for numbers.
enum StrText {
  /// `repr(text)`.
  static func repr(_ text: StrObject) -> String { quoted(text, isASCII: false) }

  /// With everything outside ASCII escaped.
  static func quoted(_ text: StrObject, isASCII: Bool) -> String {
    var single = false
    var double = false
    for index in 0..<text.count {
      if text[index] == 0x27 { single = true }
      if text[index] == 0x22 { double = true }
    }
    let quote: UInt32 = single && !double ? 0x22 : 0x27
    if text.isASCII {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count + 2)
      bytes.append(UInt8(quote))
      for byte in text.ascii {
        if byte >= 0x20 && byte < 0x7F && byte != 0x5C && byte != UInt8(quote) {
          bytes.append(byte)
        } else {
          bytes += escape(UInt32(byte)).utf8
        }
      }
      bytes.append(UInt8(quote))
      return String(decoding: bytes, as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    let mark: Unicode.Scalar = quote == 0x22 ? "\"" : "'"
    result.append(mark)
    for point in text.wide {
      if point == quote || point == 0x5C || point < 0x20 || point == 0x7F {
        result.append(contentsOf: escape(point).unicodeScalars)
      } else if let scalar = Unicode.Scalar(point), point < 0x7F || !isASCII && Characters.isPrintable(point) {
        result.append(scalar)
      } else {
        result.append(contentsOf: escape(point).unicodeScalars)
      }
    }
    result.append(mark)
    return String(result)
  }

  /// `\n`, `\x00`, `\u20ac`, `\U0001f600`
  static func escape(_ point: UInt32) -> String {
    switch point {
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    case 0x22, 0x27, 0x5C: return "\\" + String(codePoints: [point])
    case ..<0x100: return "\\x" + hex(point, 2)
    case ..<0x10000: return "\\u" + hex(point, 4)
    default: return "\\U" + hex(point, 8)
    }
  }

  private static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  /// For number literals: blanks and decimal digits of all scripts in ASCII; what else there is becomes a `?`.
  static func asciiDigits(_ text: StrObject) -> [UInt8] {
    if text.isASCII {
      return text.ascii.map { $0 >= 0x1C && $0 <= 0x1F ? Ascii.space8 : $0 }
    }
    return text.wide.map { point in
      if Characters.isSpace(point) { return Ascii.space8 }
      if point < 0x80 { return UInt8(point) }
      return Characters.decimalValue(point).map { Ascii.zero8 + UInt8($0) } ?? UInt8(ascii: "?")
    }
  }
}

extension VM {
  /// `ascii(value)`.
  package func asciiRepr(_ value: Value) throws(Raised) -> String {
    if let text = value.asStr, !text.type.isUserDefined { return StrText.quoted(text, isASCII: true) }
    var shown = ""
    for scalar in try repr(value).unicodeScalars {
      if scalar.isASCII { shown.unicodeScalars.append(scalar) } else { shown += StrText.escape(scalar.value) }
    }
    return shown
  }

  /// The code points of `str(value)`.
  func textPoints(_ value: Value) throws(Raised) -> [UInt32] {
    if let text = value.asStr, !text.type.isUserDefined { return text.codePoints }
    return try strText(value).codePoints
  }

  /// The argument of `__format__`.
  func formatSpec(_ value: Value) throws(Raised) -> [UInt32] {
    guard let text = value.asStr else {
      throw raise(.typeError, "__format__() argument must be str, not \(argumentName(value))")
    }
    return text.codePoints
  }

  /// What an argument is in an error about its type: None is called by its name.
  func argumentName(_ value: Value) -> String { value.isNone ? "None" : typeName(value) }

  /// An argument that C declares as an `int`.
  func smallInteger(_ value: Value) throws(Raised) -> Int {
    let number = try integer(value)
    defer { number.release() }
    guard let small = number.smallInt, Int32(exactly: small) != nil else {
      throw raise(.overflowError, "Python int too large to convert to C int")
    }
    return small
  }
}
