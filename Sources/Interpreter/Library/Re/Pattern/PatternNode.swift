/// A part of a pattern, as its syntax says it; flags are applied when it is translated.
indirect enum PatternNode {
  case literal(UInt32)
  /// `.`
  case any
  case set([SetItem], isNegated: Bool)
  case anchor(Anchor)
  /// Brackets: `index` is nil where nothing is captured.
  case group(index: Int?, adding: PatternFlags, removing: PatternFlags, body: [PatternNode])
  case atomic([PatternNode])
  case repeated([PatternNode], Repeat)
  case branch([[PatternNode]])
  case look(isAhead: Bool, isNegated: Bool, body: [PatternNode])
  case reference(Int)
  case conditional(Int, yes: [PatternNode], no: [PatternNode]?)

  enum Anchor { case start, end, wholeStart, wholeEnd, boundary, noBoundary }

  struct Repeat {
    let minimum: Int
    /// `Repeat.unlimited` for no limit.
    let maximum: Int
    let manner: Manner

    enum Manner { case greedy, lazy, possessive }

    static let unlimited = 0xFFFF_FFFF
  }

  var isRepeat: Bool { if case .repeated = self { true } else { false } }
  var isAnchor: Bool { if case .anchor = self { true } else { false } }
}

/// An element of `[…]`.
enum SetItem {
  case literal(UInt32)
  case range(UInt32, UInt32)
  case category(Category)

  /// `\d`, `\s`, `\w` and what they leave out.
  enum Category { case digit, notDigit, space, notSpace, word, notWord }
}

/// Why a text is not a pattern or a replacement, in CPython's words.
enum PatternError: Error {
  /// `re.error`
  case syntax(String, position: Int?)
  case value(String)
  /// A name that the pattern does not have, in a replacement.
  case unknownGroup(String)
  case repeatTooLarge
  case tooDeep
  /// Fine in Python, but not here.
  case unsupported(String)
}

/// A pattern that was read.
struct ParsedPattern {
  var nodes: [PatternNode]
  var flags: PatternFlags
  /// Some part of it goes by Unicode.
  var isUnicode: Bool
  /// Without the whole match.
  var groupCount: Int
  /// In the order of the groups.
  var names: [(name: String, index: Int)]
}
