/// What comments, tags and options ask for a cell, in one vocabulary whatever their dialect.
package struct Directives: Sendable, Equatable {
  /// `# NBVAL_SKIP`, `# doctest: +SKIP`, `#| eval: false`, `skip-execution`, `<!-- nbcheck: skip -->`.
  package var skips = false
  /// `# NBVAL_IGNORE_OUTPUT`, `# may vary`, `# random`.
  package var ignoresOutput = false
  /// `# NBVAL_CHECK_OUTPUT`
  package var checksOutput = false
  /// `# NBVAL_RAISES_EXCEPTION`, `#| error: true`, tag `raises-exception`: the cell must raise.
  package var mustRaise = false
  /// Doctest's option flags, `true` for `+`, `false` for `-`.
  package var flags: [OptionFlag: Bool] = [:]
  /// Tolerances that replace the default ones.
  package var relativeTolerance: Double?
  package var absoluteTolerance: Double?

  package init() {}

  package enum OptionFlag: String, Sendable, CaseIterable {
    case skip = "SKIP"
    case ellipsis = "ELLIPSIS"
    case normalizeWhitespace = "NORMALIZE_WHITESPACE"
    case ignoreExceptionDetail = "IGNORE_EXCEPTION_DETAIL"
    case number = "NUMBER"
    case floatCmp = "FLOAT_CMP"
  }

  /// Whether a flag was switched on (`+FLAG`).
  package func has(_ flag: OptionFlag) -> Bool { flags[flag] ?? false }

  /// Takes over what other directives of the same cell ask for; theirs win.
  mutating func merge(_ other: Directives) {
    skips = skips || other.skips
    ignoresOutput = ignoresOutput || other.ignoresOutput
    checksOutput = checksOutput || other.checksOutput
    mustRaise = mustRaise || other.mustRaise
    flags.merge(other.flags) { $1 }
    relativeTolerance = other.relativeTolerance ?? relativeTolerance
    absoluteTolerance = other.absoluteTolerance ?? absoluteTolerance
  }
}
