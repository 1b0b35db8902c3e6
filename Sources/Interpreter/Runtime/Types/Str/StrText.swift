/// Strings as literals, and as material for numbers.
enum StrText {
  /// Writes `repr(text)`, with everything outside ASCII escaped if `isASCII`.
  static func write(_ text: Text, isASCII: Bool, to writer: TextWriter) {
    var single = false
    var double = false
    var isPlain = text.isASCII
    for index in 0..<text.count {
      let point = text[index]
      if point == 0x27 { single = true }
      if point == 0x22 { double = true }
      if point < 0x20 || point >= 0x7F || point == 0x5C { isPlain = false }
    }
    let quote: UInt8 = single && !double ? 0x22 : 0x27
    writer.append(quote)
    if isPlain && !(single && double) {
      writer.append(text.storage.assumingMemoryBound(to: UInt8.self), count: text.count)
    } else {
      for index in 0..<text.count { write(text[index], quote: quote, isASCII: isASCII, to: writer) }
    }
    writer.append(quote)
  }

  private static func write(_ point: UInt32, quote: UInt8, isASCII: Bool, to writer: TextWriter) {
    if point == quote || point == 0x5C || point < 0x20 || point == 0x7F {
      writer.append(escape(point))
    } else if point < 0x7F || !isASCII && Characters.isPrintable(point) {
      writer.append(point, times: 1)
    } else {
      writer.append(escape(point))
    }
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
  /// `ascii(value)`, owned.
  package func asciiValue(_ value: Value) throws(Raised) -> Value {
    if let text = value.plainString {
      return try Formatting.text(self) { writer in
        StrText.write(text._withUnsafeGuaranteedRef { $0.text }, isASCII: true, to: writer)
      }
    }
    let shown = try reprValue(value)
    guard let text = shown.asStr?.text, !text.isASCII else { return shown }
    defer { shown.release() }
    let writer = TextWriter(heap)
    for index in 0..<text.count {
      if text[index] < 0x80 { writer.append(text[index], times: 1) } else { writer.append(StrText.escape(text[index])) }
    }
    return writer.finish()
  }

  /// The argument of `__format__`, to read while the caller holds it.
  func formatSpec(_ value: Value) throws(Raised) -> Text {
    guard let text = value.asStr else {
      throw raise(.typeError, "__format__() argument must be str, not \(argumentName(value))")
    }
    return text.text
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
