/// Writes a pattern in PCRE2's syntax.
///
/// There are two translations. The *narrow* one is for subjects of ASCII only, for bytes, and for patterns with `re.ASCII`:
/// it uses PCRE2's fast ASCII classes. The *wide* one, compiled with `PCRE2_UCP`, spells Python's Unicode classes out, because
/// PCRE2's own differ from them and between its versions.
struct PatternTranslation {
  let isWide: Bool
  private(set) var text: [UInt32] = []
  /// What PCRE2 is set to at this place.
  private var ignoresCase: Bool
  private var depth = 0

  /// - Parameter flags: of the whole pattern; the caller compiles with `ignoresCase(flags, isWide:)`.
  static func translate(_ pattern: ParsedPattern, isWide: Bool) throws(PatternError) -> [UInt32] {
    if size(pattern.nodes) > sizeLimit { throw .unsupported("a pattern with so many repeats") }
    var translation = PatternTranslation(isWide: isWide, ignoresCase: ignoresCase(pattern.flags, isWide: isWide))
    translation.write(pattern.nodes, pattern.flags)
    return translation.text
  }

  private init(isWide: Bool, ignoresCase: Bool) {
    self.isWide = isWide
    self.ignoresCase = ignoresCase
  }

  /// Whether PCRE2 is to ignore case. In a wide pattern it would fold all of Unicode, so that ASCII parts fold by themselves.
  static func ignoresCase(_ flags: PatternFlags, isWide: Bool) -> Bool {
    flags.contains(.ignoreCase) && !(isWide && !flags.contains(.unicode))
  }

  // MARK: Text

  mutating func write(_ string: StaticString) {
    string.withUTF8Buffer { for byte in $0 { text.append(UInt32(byte)) } }
  }

  mutating func write(number: Int) { text += String(number).codePoints }

  /// A code point, escaped unless it cannot mean anything else.
  mutating func write(point: UInt32) {
    if point.isASCIIDigit || point.isASCIILetter {
      text.append(point)
    } else {
      write("\\x{")
      text += String(point, radix: 16).codePoints
      write("}")
    }
  }

  // MARK: Nodes

  private mutating func write(_ nodes: [PatternNode], _ flags: PatternFlags) {
    for node in nodes { write(node, flags) }
  }

  private mutating func write(_ node: PatternNode, _ flags: PatternFlags) {
    switch node {
    case .literal(let point): writeLiteral(point, flags)
    case .any: write(flags.contains(.dotAll) ? "." : "\\N")
    case .set(let items, let isNegated): writeSet(items, isNegated: isNegated, flags)
    case .anchor(let anchor): write(anchor, flags)
    case .group(let index, let adding, let removing, let body):
      if index != nil { write("(") }
      writeScope(body, flags.changed(adding: adding, removing: removing), hasBrackets: index != nil)
      if index != nil { write(")") }
    case .atomic(let body):
      write("(?>")
      write(body, flags)
      write(")")
    case .repeated(let body, let range): writeRepeat(body, range, flags)
    case .branch(let branches):
      write("(?:")
      for (index, branch) in branches.enumerated() {
        if index > 0 { write("|") }
        write(branch, flags)
      }
      write(")")
    case .look(let isAhead, let isNegated, let body):
      write(isAhead ? (isNegated ? "(?!" : "(?=") : (isNegated ? "(?<!" : "(?<="))
      write(body, flags)
      write(")")
    case .reference(let group):
      let folds = PatternTranslation.ignoresCase(flags, isWide: false)
      if folds != ignoresCase { write(folds ? "(?i:" : "(?-i:") }
      write("\\g{")
      write(number: group)
      write("}")
      if folds != ignoresCase { write(")") }
    case .conditional(let group, let yes, let no):
      write("(?(")
      write(number: group)
      write(")")
      write(yes, flags)
      if let no {
        write("|")
        write(no, flags)
      }
      write(")")
    }
  }

  /// What `(?i:…)` or plain brackets hold.
  private mutating func writeScope(_ body: [PatternNode], _ flags: PatternFlags, hasBrackets: Bool) {
    let outer = ignoresCase
    ignoresCase = PatternTranslation.ignoresCase(flags, isWide: isWide)
    let needsBrackets = !hasBrackets || ignoresCase != outer
    if needsBrackets { write(ignoresCase == outer ? "(?:" : ignoresCase ? "(?i:" : "(?-i:") }
    write(body, flags)
    if needsBrackets { write(")") }
    ignoresCase = outer
  }

  private mutating func write(_ anchor: PatternNode.Anchor, _ flags: PatternFlags) {
    switch anchor {
    case .wholeStart: write("\\A")
    case .wholeEnd: write("\\z")
    case .start: write(flags.contains(.multiline) ? "(?m:^)" : "\\A")
    case .end: write(flags.contains(.multiline) ? "(?m:$)" : "\\Z")
    case .boundary: writeBoundary("\\b", isNegated: false, flags)
    case .noBoundary:
      // Not in an empty text, as ever in Python.
      write("(?!\\A\\z)")
      writeBoundary("\\B", isNegated: true, flags)
    }
  }

  private mutating func writeBoundary(_ native: StaticString, isNegated: Bool, _ flags: PatternFlags) {
    if !isWide {
      write(native)
      return
    }
    let word: StaticString = flags.contains(.unicode) ? "[\\p{L}\\p{N}_])" : "(?-i:[A-Za-z0-9_]))"
    write("(?:(?<=")
    write(word)
    write(isNegated ? "(?=" : "(?!")
    write(word)
    write("|(?<!")
    write(word)
    write(isNegated ? "(?!" : "(?=")
    write(word)
    write(")")
  }

  // MARK: Repeats

  /// PCRE2 counts to 65535.
  private static let countLimit = 65_535

  private mutating func writeRepeat(_ body: [PatternNode], _ range: PatternNode.Repeat, _ flags: PatternFlags) {
    let limit = PatternTranslation.countLimit
    let isUnlimited = range.maximum == PatternNode.Repeat.unlimited
    if range.minimum <= limit, isUnlimited || range.maximum <= limit {
      writeAtom(body, flags)
      writeCounts(range.minimum, isUnlimited ? nil : range.maximum)
      writeManner(range.manner)
      return
    }
    // Longer counts in pieces, one after the other.
    write(range.manner == .possessive ? "(?>" : "(?:")
    var required = range.minimum
    while required > 0 {
      writeAtom(body, flags)
      writeCounts(min(required, limit), min(required, limit))
      required -= min(required, limit)
    }
    var optional = isUnlimited ? 0 : range.maximum - range.minimum
    if isUnlimited {
      writeAtom(body, flags)
      writeCounts(0, nil)
      writeManner(range.manner)
    }
    while optional > 0 {
      writeAtom(body, flags)
      writeCounts(0, min(optional, limit))
      writeManner(range.manner)
      optional -= min(optional, limit)
    }
    write(")")
  }

  private mutating func writeAtom(_ body: [PatternNode], _ flags: PatternFlags) {
    let isSingle: Bool
    switch body.count == 1 ? body[0] : .anchor(.start) {
    case .anchor, .look, .repeated: isSingle = false
    default: isSingle = true
    }
    if isSingle {
      write(body, flags)
    } else {
      write("(?:")
      write(body, flags)
      write(")")
    }
  }

  private mutating func writeCounts(_ minimum: Int, _ maximum: Int?) {
    switch (minimum, maximum) {
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (0, 1): write("?")
    default:
      write("{")
      write(number: minimum)
      if maximum != minimum {
        write(",")
        if let maximum { write(number: maximum) }
      }
      write("}")
    }
  }

  private mutating func writeManner(_ manner: PatternNode.Repeat.Manner) {
    switch manner {
    case .greedy: break
    case .lazy: write("?")
    case .possessive: write("+")
    }
  }

  // MARK: Size

  /// PCRE2 copies what is repeated a number of times, so that a short pattern may take any amount of memory.
  private static let sizeLimit = 2_000_000

  private static func size(_ nodes: [PatternNode]) -> Int {
    nodes.reduce(0) { min($0 + size($1), sizeLimit + 1) }
  }

  private static func size(_ node: PatternNode) -> Int {
    switch node {
    case .literal, .any, .set, .anchor, .reference: return 1
    case .group(_, _, _, let body), .atomic(let body), .look(_, _, let body): return 2 + size(body)
    case .branch(let branches): return branches.reduce(1) { min($0 + size($1), sizeLimit + 1) }
    case .conditional(_, let yes, let no): return 2 + size(yes) + size(no ?? [])
    case .repeated(let body, let range):
      let isUnlimited = range.maximum == PatternNode.Repeat.unlimited
      let count = isUnlimited ? max(range.minimum, 1) : max(range.maximum, 1)
      if body.count == 1 {
        switch body[0] {
        case .literal, .any, .set: return 1 + count / countLimit
        default: break
        }
      }
      let (product, overflow) = size(body).multipliedReportingOverflow(by: count)
      return overflow ? sizeLimit + 1 : min(product, sizeLimit + 1)
    }
  }
}
