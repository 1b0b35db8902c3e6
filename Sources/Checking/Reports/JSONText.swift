/// JSON with keys in the order in which they are given, so that reports compare line by line.
indirect enum JSONText: Sendable, Equatable {
  case null
  case string(String)
  case integer(Int)
  /// Rounded to microseconds.
  case seconds(Double)
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  static func string(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// Indented by two blanks, without a line end after it.
  var text: String {
    var result = ""
    write(to: &result, indent: "")
    return result
  }

  private func write(to result: inout String, indent: String) {
    switch self {
    case .null: result += "null"
    case .string(let text): Self.write(text, to: &result)
    case .integer(let value): result += String(value)
    case .seconds(let value): result += Seconds.decimal(value.isFinite ? max(0, value) : 0, places: 6)
    case .array(let items):
      Self.write(items, open: "[", close: "]", to: &result, indent) { $1.write(to: &$0, indent: indent + "  ") }
    case .object(let members):
      Self.write(members, open: "{", close: "}", to: &result, indent) {
        Self.write($1.key, to: &$0)
        $0 += ": "
        $1.value.write(to: &$0, indent: indent + "  ")
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], open: String, close: String, to result: inout String, _ indent: String,
    item: (inout String, Item) -> Void
  ) {
    result += open
    for (index, each) in items.enumerated() {
      result += index == 0 ? "\n" : ",\n"
      result += indent + "  "
      item(&result, each)
    }
    result += items.isEmpty ? close : "\n" + indent + close
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }

  static func == (a: JSONText, b: JSONText) -> Bool { a.text == b.text }
}
