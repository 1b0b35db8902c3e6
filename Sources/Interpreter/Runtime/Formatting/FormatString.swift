/// `str.format` and `str.format_map`: text with replacement fields.
struct FormatString {
  private let vm: VM
  /// nil for `format_map`.
  private let positional: TupleObject?
  private let keywords: Value
  private var numbering = Numbering.undecided
  private var nextIndex = 0

  private enum Numbering { case undecided, automatic, manual }

  private init(_ vm: VM, positional: TupleObject?, keywords: Value) {
    self.vm = vm
    self.positional = positional
    self.keywords = keywords
  }

  /// - Parameter keywords: any mapping.
  static func apply(
    _ text: StrObject, positional: TupleObject?, keywords: Value, _ vm: VM
  ) throws(Raised) -> Value {
    var formatter = FormatString(vm, positional: positional, keywords: keywords)
    return vm.str(codePoints: try formatter.expand(text.codePoints[...], depth: 2))
  }

  /// One `{name!conversion:spec}`.
  private struct Field {
    var name: ArraySlice<UInt32>
    var conversion: UInt32?
    var spec: ArraySlice<UInt32> = []
    var specHasFields = false
  }

  private static let open = UInt32(UInt8(ascii: "{"))
  private static let close = UInt32(UInt8(ascii: "}"))
  private static let leftBracket = UInt32(UInt8(ascii: "["))
  private static let rightBracket = UInt32(UInt8(ascii: "]"))
  private static let dot = UInt32(Ascii.dot)
  private static let colon = UInt32(UInt8(ascii: ":"))
  private static let exclamation = UInt32(UInt8(ascii: "!"))

  private mutating func expand(_ text: ArraySlice<UInt32>, depth: Int) throws(Raised) -> [UInt32] {
    if depth <= 0 { throw vm.raise(.valueError, "Max string recursion exceeded") }
    var output: [UInt32] = []
    var rest = text
    while let point = rest.popFirst() {
      guard point == FormatString.open || point == FormatString.close else {
        output.append(point)
        continue
      }
      if rest.first == point {
        rest.removeFirst()
        output.append(point)
      } else if point == FormatString.close {
        throw vm.raise(.valueError, "Single '}' encountered in format string")
      } else if rest.isEmpty {
        throw vm.raise(.valueError, "Single '{' encountered in format string")
      } else {
        output += try render(try readField(&rest), depth: depth)
      }
    }
    return output
  }

  private func readField(_ rest: inout ArraySlice<UInt32>) throws(Raised) -> Field {
    let text = rest
    var last: UInt32 = 0
    scan: while let point = rest.popFirst() {
      last = point
      switch point {
      case FormatString.open: throw vm.raise(.valueError, "unexpected '{' in field name")
      case FormatString.leftBracket: rest = rest.drop { $0 != FormatString.rightBracket }
      case FormatString.close, FormatString.colon, FormatString.exclamation: break scan
      default: break
      }
      last = 0
    }
    if last == 0 { throw vm.raise(.valueError, "expected '}' before end of string") }
    var field = Field(name: text.prefix(text.count - rest.count - 1))
    if last == FormatString.close { return field }
    if last == FormatString.exclamation {
      guard let conversion = rest.popFirst() else {
        throw vm.raise(.valueError, "end of string while looking for conversion specifier")
      }
      field.conversion = conversion
      if let next = rest.popFirst() {
        if next == FormatString.close { return field }
        if next != FormatString.colon {
          throw vm.raise(.valueError, "expected ':' after conversion specifier")
        }
      }
    }
    var depth = 1
    var spec: [UInt32] = []
    while let point = rest.popFirst() {
      if point == FormatString.open {
        field.specHasFields = true
        depth += 1
      } else if point == FormatString.close {
        depth -= 1
        if depth == 0 {
          field.spec = spec[...]
          return field
        }
      }
      spec.append(point)
    }
    throw vm.raise(.valueError, "unmatched '{' in format spec")
  }

  private mutating func render(_ field: Field, depth: Int) throws(Raised) -> [UInt32] {
    let value = try find(field.name)
    defer { value.release() }
    var shown = value.retained()
    defer { shown.release() }
    if let conversion = field.conversion {
      let text: Value
      switch Unicode.Scalar(conversion) {
      case "r": text = vm.str(try vm.repr(value))
      case "s": text = vm.str(codePoints: try vm.textPoints(value))
      case "a": text = vm.str(try vm.asciiRepr(value))
      default:
        let name =
          conversion > 32 && conversion < 127
          ? String(codePoints: [conversion]) : "\\x" + String(conversion, radix: 16)
        throw vm.raise(.valueError, "Unknown conversion specifier \(name)")
      }
      shown.release()
      shown = text
    }
    let spec = field.specHasFields ? try expand(field.spec, depth: depth - 1) : Array(field.spec)
    if let text = try Formatting.builtin(shown, spec, vm) { return text }
    let result = try vm.format(shown, String(codePoints: spec))
    defer { result.release() }
    return try vm.textPoints(result)
  }

  /// The value of a field name, owned.
  private mutating func find(_ name: ArraySlice<UInt32>) throws(Raised) -> Value {
    let first = name.prefix { $0 != FormatString.dot && $0 != FormatString.leftBracket }
    var value = try start(first)
    var rest = name.dropFirst(first.count)
    while let mark = rest.popFirst() {
      let previous = value
      defer { previous.release() }
      value = .unbound
      value = try step(from: previous, mark, &rest)
    }
    return value
  }

  private mutating func start(_ first: ArraySlice<UInt32>) throws(Raised) -> Value {
    var index = try number(first)
    if first.isEmpty || index != nil {
      let wanted = first.isEmpty ? Numbering.automatic : .manual
      if numbering == .undecided { numbering = wanted }
      if numbering != wanted {
        let message =
          numbering == .automatic
          ? "cannot switch from automatic field numbering to manual field specification"
          : "cannot switch from manual field specification to automatic field numbering"
        throw vm.raise(.valueError, message)
      }
    }
    if first.isEmpty {
      index = nextIndex
      nextIndex += 1
    }
    guard let index else {
      let key = vm.str(codePoints: Array(first))
      defer { key.release() }
      return try vm.getItem(keywords, key)
    }
    guard let positional else {
      throw vm.raise(.valueError, "Format string contains positional fields")
    }
    guard index < positional.count else {
      throw vm.raise(.indexError, "Replacement index \(index) out of range for positional args tuple")
    }
    return positional.items[index].retained()
  }

  /// `.name` or `[key]`, owned.
  private func step(
    from value: Value, _ mark: UInt32, _ rest: inout ArraySlice<UInt32>
  ) throws(Raised) -> Value {
    if mark == FormatString.dot {
      let name = rest.prefix { $0 != FormatString.dot && $0 != FormatString.leftBracket }
      rest = rest.dropFirst(name.count)
      if name.isEmpty { throw vm.raise(.valueError, "Empty attribute in format string") }
      return try vm.getAttribute(value, vm.heap.intern(String(codePoints: name)))
    }
    if mark != FormatString.leftBracket {
      throw vm.raise(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
    }
    let key = rest.prefix { $0 != FormatString.rightBracket }
    rest = rest.dropFirst(key.count)
    if rest.popFirst() == nil { throw vm.raise(.valueError, "Missing ']' in format string") }
    if key.isEmpty { throw vm.raise(.valueError, "Empty attribute in format string") }
    if let index = try number(key) { return try vm.getItem(value, .int(index)) }
    let text = vm.str(codePoints: Array(key))
    defer { text.release() }
    return try vm.getItem(value, text)
  }

  /// nil unless all are digits.
  private func number(_ text: ArraySlice<UInt32>) throws(Raised) -> Int? {
    if text.isEmpty { return nil }
    var value = 0
    for point in text {
      guard point >= 0x30 && point <= 0x39 else { return nil }
      let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = shifted.addingReportingOverflow(Int(point) - 0x30)
      if tooLong || tooLarge { throw vm.raise(.valueError, "Too many decimal digits in format string") }
      value = sum
    }
    return value
  }
}
