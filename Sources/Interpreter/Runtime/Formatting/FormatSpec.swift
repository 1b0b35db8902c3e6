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

  /// - Parameters:
  ///   - typeName: of the value, for error messages.
  ///   - defaultType: stands for a missing type.
  init(
    _ text: [UInt32], typeName: String, alignment defaultAlignment: Alignment, type defaultType: UInt32, _ vm: VM
  ) throws(Raised) {
    alignment = defaultAlignment
    type = defaultType
    var rest = text[...]
    func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == character.value else { return false }
      rest.removeFirst()
      return true
    }
    var hasFill = false
    if rest.count >= 2, let found = FormatSpec.alignment(rest[1]) {
      fill = rest[0]
      alignment = found
      hasFill = true
      hasAlignment = true
      rest = rest.dropFirst(2)
    } else if let first = rest.first, let found = FormatSpec.alignment(first) {
      alignment = found
      hasAlignment = true
      rest.removeFirst()
    }
    if take("+") {
      sign = Ascii.plus
    } else if take("-") {
      sign = Ascii.minus
    } else if take(" ") {
      sign = Ascii.space8
    }
    if take("z") { coercesNegativeZero = true }
    if take("#") { isAlternate = true }
    if !hasFill, take("0") {
      fill = Ascii.zero
      if !hasAlignment && defaultAlignment == .right { alignment = .afterSign }
    }
    if let number = try FormatSpec.number(&rest, vm) { width = number }
    if take(",") { grouping = Ascii.comma }
    if take("_") {
      if grouping != nil { throw FormatSpec.bothGroupings(vm) }
      grouping = Ascii.underscore
    }
    if rest.first == UInt32(Ascii.comma) && grouping == Ascii.underscore { throw FormatSpec.bothGroupings(vm) }
    if take(".") {
      guard let number = try FormatSpec.number(&rest, vm) else {
        throw vm.raise(.valueError, "Format specifier missing precision")
      }
      precision = number
    }
    if rest.count > 1 {
      throw vm.raise(
        .valueError, "Invalid format specifier '\(String(codePoints: text))' for object of type '\(typeName)'")
    }
    if let last = rest.first { type = last }
    try checkGrouping(vm)
    if (precision ?? 0) > Int(Int32.max) { throw vm.raise(.valueError, "precision too big") }
    try vm.checkSize(of: max(width, precision ?? 0), each: 8)
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

  private static func alignment(_ character: UInt32) -> Alignment? {
    switch Unicode.Scalar(character) {
    case "<": .left
    case ">": .right
    case "^": .center
    case "=": .afterSign
    default: nil
    }
  }

  private static func number(_ rest: inout ArraySlice<UInt32>, _ vm: VM) throws(Raised) -> Int? {
    var value = 0
    var isEmpty = true
    while let digit = rest.first, digit >= 0x30, digit <= 0x39 {
      rest.removeFirst()
      isEmpty = false
      let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = shifted.addingReportingOverflow(Int(digit) - 0x30)
      if tooLong || tooLarge { throw vm.raise(.valueError, "Too many decimal digits in format string") }
      value = sum
    }
    return isEmpty ? nil : value
  }

  /// A type character as error messages show it.
  private static func quoted(_ character: UInt32) -> String {
    if character > 32 && character < 128 { return "'" + String(codePoints: [character]) + "'" }
    return "'\\x" + String(character, radix: 16) + "'"
  }

  func unknownType(_ typeName: String, _ vm: VM) -> Raised {
    vm.raise(.valueError, "Unknown format code \(FormatSpec.quoted(type)) for object of type '\(typeName)'")
  }

  /// Pads to the width: for text without a sign.
  func pad(_ text: [UInt32]) -> [UInt32] {
    let missing = width - text.count
    if missing <= 0 { return text }
    let before: Int
    switch alignment {
    case .left: before = 0
    case .right, .afterSign: before = missing
    case .center: before = missing / 2
    }
    return Array(repeating: fill, count: before) + text + Array(repeating: fill, count: missing - before)
  }
}
