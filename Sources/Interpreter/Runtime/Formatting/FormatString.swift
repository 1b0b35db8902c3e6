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
    let writer = TextWriter(room: text.count, vm.heap)
    do throws(Raised) {
      try formatter.expand(text.text, depth: 2, to: writer)
    } catch {
      writer.discard()
      throw error
    }
    return writer.finish()
  }

  /// One `{name!conversion:spec}`.
  private struct Field {
    var name: Text
    /// 0 if there is none.
    var conversion: UInt32 = 0
    var spec: Text
    var specHasFields = false
  }

  private static let open: UInt32 = 0x7B
  private static let close: UInt32 = 0x7D
  private static let leftBracket: UInt32 = 0x5B
  private static let rightBracket: UInt32 = 0x5D
  private static let dot: UInt32 = 0x2E
  private static let colon: UInt32 = 0x3A
  private static let exclamation: UInt32 = 0x21

  private mutating func expand(_ text: Text, depth: Int, to writer: TextWriter) throws(Raised) {
    if depth <= 0 { throw vm.raise(.valueError, "Max string recursion exceeded") }
    var position = 0
    while position < text.count {
      var end = position
      while end < text.count, text[end] != FormatString.open, text[end] != FormatString.close { end &+= 1 }
      if end > position { try writer.append(text[position..<end], vm) }
      if end == text.count { return }
      let point = text[end]
      position = end + 1
      if position < text.count, text[position] == point {
        position += 1
        writer.append(point, times: 1)
      } else if point == FormatString.close {
        throw vm.raise(.valueError, "Single '}' encountered in format string")
      } else if position == text.count {
        throw vm.raise(.valueError, "Single '{' encountered in format string")
      } else {
        try render(try readField(text, &position), depth: depth, to: writer)
      }
    }
  }

  private func readField(_ text: Text, _ position: inout Int) throws(Raised) -> Field {
    let start = position
    var last: UInt32 = 0
    scan: while position < text.count {
      last = text[position]
      position &+= 1
      switch last {
      case FormatString.open: throw vm.raise(.valueError, "unexpected '{' in field name")
      case FormatString.leftBracket:
        while position < text.count, text[position] != FormatString.rightBracket { position &+= 1 }
      case FormatString.close, FormatString.colon, FormatString.exclamation: break scan
      default: break
      }
      last = 0
    }
    if last == 0 { throw vm.raise(.valueError, "expected '}' before end of string") }
    var field = Field(name: text[start..<(position - 1)], spec: text[position..<position])
    if last == FormatString.close { return field }
    if last == FormatString.exclamation {
      guard position < text.count else {
        throw vm.raise(.valueError, "end of string while looking for conversion specifier")
      }
      field.conversion = text[position]
      position += 1
      if position < text.count {
        position += 1
        if text[position - 1] == FormatString.close { return field }
        if text[position - 1] != FormatString.colon {
          throw vm.raise(.valueError, "expected ':' after conversion specifier")
        }
      }
    }
    var depth = 1
    let first = position
    while position < text.count {
      let point = text[position]
      position &+= 1
      if point == FormatString.open {
        field.specHasFields = true
        depth += 1
      } else if point == FormatString.close {
        depth -= 1
        if depth == 0 {
          field.spec = text[first..<(position - 1)]
          return field
        }
      }
    }
    throw vm.raise(.valueError, "unmatched '{' in format spec")
  }

  private mutating func render(_ field: Field, depth: Int, to writer: TextWriter) throws(Raised) {
    var value = try find(field.name)
    defer { value.release() }
    if field.conversion != 0 {
      let shown = try converted(value, field.conversion)
      value.release()
      value = shown
    }
    if field.specHasFields {
      let spec = TextWriter(vm.heap)
      defer { spec.discard() }
      try expand(field.spec, depth: depth - 1, to: spec)
      try write(value, spec.text, to: writer)
    } else {
      try write(value, field.spec, to: writer)
    }
  }

  private func converted(_ value: Value, _ conversion: UInt32) throws(Raised) -> Value {
    switch Unicode.Scalar(conversion) {
    case "r": return try vm.reprValue(value)
    case "s": return try vm.strValue(value)
    case "a": return try vm.asciiValue(value)
    default:
      let name =
        conversion > 32 && conversion < 127
        ? String(codePoints: [conversion]) : "\\x" + String(conversion, radix: 16)
      throw vm.raise(.valueError, "Unknown conversion specifier \(name)")
    }
  }

  private func write(_ value: Value, _ spec: Text, to writer: TextWriter) throws(Raised) {
    if Formatting.knows(value) { return try Formatting.write(value, spec, to: writer, vm) }
    let text = string(spec)
    defer { text.release() }
    try vm.write(try vm.format(value, spec: text), to: writer)
  }

  /// A part of the format as a string of its own, owned.
  private func string(_ text: Text) -> Value {
    let writer = TextWriter(room: text.count, vm.heap)
    writer.append(text)
    return writer.finish()
  }

  /// The value of a field name, owned.
  private mutating func find(_ name: Text) throws(Raised) -> Value {
    var position = FormatString.nameEnd(name, from: 0)
    var value = try start(name[0..<position])
    while position < name.count {
      let previous = value
      defer { previous.release() }
      value = .unbound
      value = try step(from: previous, name, &position)
    }
    return value
  }

  /// Where a name ends: at a dot or a bracket.
  private static func nameEnd(_ text: Text, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != dot, text[end] != leftBracket { end &+= 1 }
    return end
  }

  private mutating func start(_ first: Text) throws(Raised) -> Value {
    var index = try number(first)
    if first.count == 0 || index != nil {
      let wanted = first.count == 0 ? Numbering.automatic : .manual
      if numbering == .undecided { numbering = wanted }
      if numbering != wanted {
        let message =
          numbering == .automatic
          ? "cannot switch from automatic field numbering to manual field specification"
          : "cannot switch from manual field specification to automatic field numbering"
        throw vm.raise(.valueError, message)
      }
    }
    if first.count == 0 {
      index = nextIndex
      nextIndex += 1
    }
    guard let index else {
      let key = string(first)
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
  private func step(from value: Value, _ text: Text, _ position: inout Int) throws(Raised) -> Value {
    let mark = text[position]
    let start = position + 1
    if mark == FormatString.dot {
      position = FormatString.nameEnd(text, from: start)
      if position == start { throw vm.raise(.valueError, "Empty attribute in format string") }
      return try vm.getAttribute(value, vm.heap.intern(text[start..<position].string))
    }
    if mark != FormatString.leftBracket {
      throw vm.raise(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
    }
    var end = start
    while end < text.count, text[end] != FormatString.rightBracket { end &+= 1 }
    if end == text.count { throw vm.raise(.valueError, "Missing ']' in format string") }
    position = end + 1
    let key = text[start..<end]
    if key.count == 0 { throw vm.raise(.valueError, "Empty attribute in format string") }
    if let index = try number(key) { return try vm.getItem(value, .int(index)) }
    let name = string(key)
    defer { name.release() }
    return try vm.getItem(value, name)
  }

  /// nil unless all are digits.
  private func number(_ text: Text) throws(Raised) -> Int? {
    if text.count == 0 { return nil }
    var value = 0
    for position in 0..<text.count {
      let point = text[position]
      guard point >= 0x30 && point <= 0x39 else { return nil }
      let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = shifted.addingReportingOverflow(Int(point) - 0x30)
      if tooLong || tooLarge { throw vm.raise(.valueError, "Too many decimal digits in format string") }
      value = sum
    }
    return value
  }
}
