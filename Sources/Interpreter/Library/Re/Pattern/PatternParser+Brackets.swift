extension PatternParser {
  enum Bracket {
    case node(PatternNode)
    /// A comment.
    case nothing
    /// `(?i)`
    case globalFlags
  }

  private struct Opening {
    var isCaptured = true
    var isAtomic = false
    var name: [UInt32]?
    var adding: PatternFlags = []
    var removing: PatternFlags = []
  }

  /// `(…)` after its bracket.
  mutating func parseBracket(isVerbose: Bool, mayBeGlobal: Bool) throws(PatternError) -> Bracket {
    let start = source.position - 1
    var opening = Opening()
    if try source.take("?") {
      let sign = try takeSign()
      switch sign {
      case "P":
        if try source.take("<") {
          let name = try source.take(until: ">", "group name")
          try source.checkName(name, offset: 1)
          opening.name = name
        } else if try source.take("=") {
          return .node(try parseNamedReference())
        } else {
          let other = try takeSign()
          throw source.error("unknown extension ?P\(other)", back: 3)
        }
      case ":": opening.isCaptured = false
      case "#":
        try skipComment(start)
        return .nothing
      case "=", "!", "<": return .node(try parseLook(sign, start, isVerbose: isVerbose))
      case "(": return .node(try parseConditional(start, isVerbose: isVerbose))
      case ">":
        opening.isCaptured = false
        opening.isAtomic = true
      default:
        guard sign == "-" || PatternFlags(letter: sign.value) != nil else {
          throw source.error("unknown extension ?\(sign)", back: 2)
        }
        guard let changes = try parseFlags(sign) else {
          if !mayBeGlobal {
            throw .syntax("global flags not at the start of the expression", position: start)
          }
          return .globalFlags
        }
        opening.isCaptured = false
        opening.adding = changes.adding
        opening.removing = changes.removing
      }
    }
    return .node(try parseBody(opening, start, isVerbose: isVerbose))
  }

  private mutating func parseBody(
    _ opening: Opening, _ start: Int, isVerbose: Bool
  ) throws(PatternError) -> PatternNode {
    let index: Int? = opening.isCaptured ? try openGroup(opening.name) : nil
    let inner = (isVerbose || opening.adding.contains(.verbose)) && !opening.removing.contains(.verbose)
    let body = try parseBranches(isVerbose: inner, isNested: true)
    try expectClosing(start)
    if let index { closeGroup(index) }
    if opening.isAtomic { return .atomic(body) }
    return .group(index: index, adding: opening.adding, removing: opening.removing, body: body)
  }

  private mutating func expectClosing(_ start: Int) throws(PatternError) {
    if try !source.take(")") { throw .syntax("missing ), unterminated subpattern", position: start) }
  }

  /// The next character, which has to be there; an escape counts as its backslash.
  private mutating func takeSign() throws(PatternError) -> Unicode.Scalar {
    guard let token = try source.take() else { throw source.error("unexpected end of pattern") }
    return Unicode.Scalar(token.first) ?? "\u{FFFD}"
  }

  private mutating func skipComment(_ start: Int) throws(PatternError) {
    while true {
      if source.next == nil { throw .syntax("missing ), unterminated comment", position: start) }
      if try source.take()?.isPlain(")") == true { return }
    }
  }

  /// `(?P=name)` after the equals sign.
  private mutating func parseNamedReference() throws(PatternError) -> PatternNode {
    let name = try source.take(until: ")", "group name")
    try source.checkName(name, offset: 1)
    guard let group = index(of: name) else {
      throw source.error("unknown group name \(source.quoted(name))", back: name.count + 1)
    }
    if !isClosed(group) { throw source.error("cannot refer to an open group", back: name.count + 1) }
    try checkLookbehind(group)
    return .reference(group)
  }

  private mutating func parseLook(
    _ sign: Unicode.Scalar, _ start: Int, isVerbose: Bool
  ) throws(PatternError) -> PatternNode {
    var sign = sign
    let isAhead = sign != "<"
    let outer = groupsBeforeLookbehind
    if !isAhead {
      sign = try takeSign()
      guard sign == "=" || sign == "!" else { throw source.error("unknown extension ?<\(sign)", back: 3) }
      if outer == nil { groupsBeforeLookbehind = groupCount }
    }
    let body = try parseBranches(isVerbose: isVerbose, isNested: true)
    if !isAhead { groupsBeforeLookbehind = outer }
    try expectClosing(start)
    return .look(isAhead: isAhead, isNegated: sign == "!", body: body)
  }

  /// `(?(group)yes|no)` after its second bracket.
  private mutating func parseConditional(_ start: Int, isVerbose: Bool) throws(PatternError) -> PatternNode {
    let name = try source.take(until: ")", "group name")
    let group: Int
    if PatternSource.isIdentifier(name) {
      guard let found = index(of: name) else {
        throw source.error("unknown group name \(source.quoted(name))", back: name.count + 1)
      }
      group = found
    } else {
      guard let number = Int(String(codePoints: name)), number >= 0 else {
        throw source.error("bad character in group name \(source.quoted(name))", back: name.count + 1)
      }
      if number == 0 { throw source.error("bad group number", back: name.count + 1) }
      if number >= 0x3FFF_FFFF { throw source.error("invalid group reference \(number)", back: name.count + 1) }
      conditions.append((number, source.position - name.count - 1))
      group = number
    }
    try checkLookbehind(group)
    let yes = try parseSequence(isVerbose: isVerbose, isFirst: false)
    var no: [PatternNode]?
    if try source.take("|") {
      no = try parseSequence(isVerbose: isVerbose, isFirst: false)
      if source.next?.isPlain("|") == true {
        throw source.error("conditional backref with more than two branches")
      }
    }
    try expectClosing(start)
    return .conditional(group, yes: yes, no: no)
  }

  // MARK: Flags

  /// `(?i-s:` after its first letter; nil after `(?i)`, which is for the whole pattern.
  private mutating func parseFlags(
    _ first: Unicode.Scalar
  ) throws(PatternError) -> (adding: PatternFlags, removing: PatternFlags)? {
    var adding: PatternFlags = []
    var removing: PatternFlags = []
    var sign = first
    if sign != "-" {
      while true {
        adding.insert(try addedFlag(sign, adding))
        sign = try nextFlagSign("missing -, : or )")
        if sign == ")" || sign == "-" || sign == ":" { break }
        try checkFlag(sign, "missing -, : or )")
      }
    }
    if sign == ")" {
      flags.formUnion(adding)
      return nil
    }
    if !adding.isDisjoint(with: .global) {
      throw source.error("bad inline flags: cannot turn on global flag", back: 1)
    }
    if sign == "-" {
      sign = try nextFlagSign("missing flag")
      try checkFlag(sign, "missing flag")
      while sign != ":" {
        let flag = PatternFlags(letter: sign.value) ?? []
        if !flag.isDisjoint(with: .types) {
          throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
        }
        removing.insert(flag)
        sign = try nextFlagSign("missing :")
        if sign != ":" { try checkFlag(sign, "missing :") }
      }
    }
    if !removing.isDisjoint(with: .global) {
      throw source.error("bad inline flags: cannot turn off global flag", back: 1)
    }
    if !adding.isDisjoint(with: removing) {
      throw source.error("bad inline flags: flag turned on and off", back: 1)
    }
    if adding.contains(.unicode) { hasUnicodePart = true }
    return (adding, removing)
  }

  private func addedFlag(_ sign: Unicode.Scalar, _ others: PatternFlags) throws(PatternError) -> PatternFlags {
    let flag = PatternFlags(letter: sign.value) ?? []
    if source.isText && flag == .locale {
      throw source.error("bad inline flags: cannot use 'L' flag with a str pattern")
    }
    if !source.isText && flag == .unicode {
      throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
    }
    if !flag.isDisjoint(with: .types), !others.isDisjoint(with: PatternFlags.types.subtracting(flag)) {
      throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
    }
    return flag
  }

  private mutating func nextFlagSign(_ missing: String) throws(PatternError) -> Unicode.Scalar {
    guard let token = try source.take() else { throw source.error(missing) }
    return Unicode.Scalar(token.first) ?? "\u{FFFD}"
  }

  private func checkFlag(_ sign: Unicode.Scalar, _ missing: String) throws(PatternError) {
    if PatternFlags(letter: sign.value) != nil { return }
    throw source.error(Characters.isAlpha(sign.value) ? "unknown flag" : missing, back: 1)
  }
}
