/// The mini-language after the colon: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
  enum Alignment { case left, right, center, afterSign }

  var fill: UInt32 = Ascii.space
  var alignment: Alignment
  /// `-`, `+` or a blank; nil if not given.
  var sign: UInt8?
  /// `z`: a negative zero loses its sign.
  var coercesNegativeZero = false
  /// `#`
  var isAlternate = false
  var width = 0
  /// `,` or `_`
  var grouping: UInt8?
  var precision: Int?
  var type: UInt32
  /// Alignment, or fill, were written out.
  private(set) var hasAlignment = false

  /// Only padding.
  init(alignment: Alignment, width: Int) {
    self.alignment = alignment
    self.width = width
    type = 0
  }

  /// - Parameters:
  ///   - typeName: of the value, for error messages.
  ///   - defaultType: stands for a missing type.
  init(
    _ text: Text, typeName: @autoclosure () -> String, alignment defaultAlignment: Alignment,
    type defaultType: UInt32, _ vm: VM
  ) throws(Raised) {
    alignment = defaultAlignment
    type = defaultType
    var reader = Reader(text: text)
    var hasFill = false
    if text.count >= 2, let found = FormatSpec.alignment(text[1]) {
      fill = text[0]
      alignment = found
      hasFill = true
      hasAlignment = true
      reader.position = 2
    } else if let first = reader.first, let found = FormatSpec.alignment(first) {
      alignment = found
      hasAlignment = true
      reader.position = 1
    }
    if reader.take("+") {
      sign = Ascii.plus
    } else if reader.take("-") {
      sign = Ascii.minus
    } else if reader.take(" ") {
      sign = Ascii.space8
    }
    if reader.take("z") { coercesNegativeZero = true }
    if reader.take("#") { isAlternate = true }
    if !hasFill, reader.take("0") {
      fill = Ascii.zero
      if !hasAlignment && defaultAlignment == .right { alignment = .afterSign }
    }
    if let number = try reader.number(vm) { width = number }
    if reader.take(",") { grouping = Ascii.comma }
    if reader.take("_") {
      if grouping != nil { throw FormatSpec.bothGroupings(vm) }
      grouping = Ascii.underscore
    }
    if grouping == Ascii.underscore, reader.first == UInt32(Ascii.comma) { throw FormatSpec.bothGroupings(vm) }
    if reader.take(".") {
      guard let number = try reader.number(vm) else {
        throw vm.raise(.valueError, "Format specifier missing precision")
      }
      precision = number
    }
    if text.count - reader.position > 1 {
      throw vm.raise(
        .valueError, "Invalid format specifier '\(text.string)' for object of type '\(typeName())'")
    }
    if let last = reader.first { type = last }
    try checkGrouping(vm)
    let longest = max(width, precision ?? 0)
    if longest > 1 << 12 {
      if (precision ?? 0) > Int(Int32.max) { throw vm.raise(.valueError, "precision too big") }
      try vm.checkSize(of: longest, each: 8)
    }
  }

  /// Goes through the text once.
  private struct Reader {
    let text: Text
    var position = 0

    @inline(__always)
    var first: UInt32? { position < text.count ? text[position] : nil }

    @inline(__always)
    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard position < text.count, text[position] == character.value else { return false }
      position &+= 1
      return true
    }

    mutating func number(_ vm: VM) throws(Raised) -> Int? {
      var value = 0
      let start = position
      while let digit = first, digit >= 0x30, digit <= 0x39 {
        position &+= 1
        let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
        let (sum, tooLarge) = shifted.addingReportingOverflow(Int(digit) - 0x30)
        if tooLong || tooLarge { throw vm.raise(.valueError, "Too many decimal digits in format string") }
        value = sum
      }
      return position == start ? nil : value
    }
  }

  private func checkGrouping(_ vm: VM) throws(Raised) {
    guard let grouping else { return }
    switch Unicode.Scalar(type) {
    case "d", "e", "f", "g", "E", "F", "G", "%", "\0": return
    case "b", "o", "x", "X": if grouping == Ascii.underscore { return }
    default: break
    }
    let separator = Character(Unicode.Scalar(grouping))
    throw vm.raise(.valueError, "Cannot specify '\(separator)' with \(FormatSpec.quoted(type)).")
  }

  private static func bothGroupings(_ vm: VM) -> Raised {
    vm.raise(.valueError, "Cannot specify both ',' and '_'.")
  }

  @inline(__always)
  private static func alignment(_ character: UInt32) -> Alignment? {
    switch character {
    case 0x3C: .left
    case 0x3E: .right
    case 0x5E: .center
    case 0x3D: .afterSign
    default: nil
    }
  }

  /// A type character as error messages show it.
  private static func quoted(_ character: UInt32) -> String {
    if character > 32 && character < 128 { return "'" + String(codePoints: [character]) + "'" }
    return "'\\x" + String(character, radix: 16) + "'"
  }

  func unknownType(_ typeName: String, _ vm: VM) -> Raised {
    vm.raise(.valueError, "Unknown format code \(FormatSpec.quoted(type)) for object of type '\(typeName)'")
  }

  /// How much padding comes before and after text without a sign that is `count` long.
  @inline(__always)
  func padding(_ count: Int) -> (before: Int, after: Int) {
    let missing = width - count
    if missing <= 0 { return (0, 0) }
    switch alignment {
    case .left: return (0, missing)
    case .right, .afterSign: return (missing, 0)
    case .center: return (missing / 2, missing - missing / 2)
    }
  }

  /// Writes text padded to the width.
  func write(_ text: Text, to writer: TextWriter, _ vm: VM) throws(Raised) {
    let (before, after) = padding(text.count)
    writer.append(fill, times: before)
    try writer.append(text, vm)
    writer.append(fill, times: after)
  }
}
