/// What a text is compared by.
enum Token: Sendable, Equatable {
  case byte(UInt8)
  /// A run of blanks and tabs.
  case blanks([UInt8])
  case newline
  case number(Numeral)
  /// Of a recorded text only: any run of characters, with or without line ends.
  case anyText
  /// `[..]`: any run of characters within a line.
  case anyInLine
  /// `...` alone on a line, with its line end: any number of lines.
  case anyLines
  /// The hexadecimal number after `at `.
  case address

  var isBlank: Bool {
    if case .blanks = self { true } else { false }
  }

  var numeral: Numeral? {
    if case .number(let numeral) = self { numeral } else { nil }
  }
}

/// Which parts of a recorded text are not to be taken at their word.
struct Wildcards: OptionSet, Sendable {
  let rawValue: Int

  /// `[..]`
  static let withinLine = Wildcards(rawValue: 1)
  /// `...` alone on a line.
  static let lines = Wildcards(rawValue: 2)
  /// `...` anywhere.
  static let ellipsis = Wildcards(rawValue: 4)
  /// `at 0x7f…`
  static let addresses = Wildcards(rawValue: 8)
}
