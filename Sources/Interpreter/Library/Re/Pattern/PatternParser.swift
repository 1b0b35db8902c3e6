/// Reads Python's syntax of regular expressions; says what is wrong in CPython's words and places.
struct PatternParser {
  var source: PatternSource
  var flags: PatternFlags
  /// Groups opened so far, the whole match included.
  private(set) var groupCount = 1
  private(set) var names: [(name: String, index: Int)] = []
  private var openGroups: Set<Int> = []
  /// How many groups there were when the outermost lookbehind began; nil outside one.
  var groupsBeforeLookbehind: Int?
  /// Groups that a condition asks for, and where: they may come later.
  var conditions: [(group: Int, position: Int)] = []
  /// Saw `(?u:…)`.
  var hasUnicodePart = false
  private var depth = 0

  static let depthLimit = 480

  static func parse(_ points: [UInt32], isText: Bool, flags: PatternFlags) throws(PatternError) -> ParsedPattern {
    var parser = PatternParser(source: try PatternSource(points, isText: isText), flags: flags)
    let nodes = try parser.parseBranches(isVerbose: flags.contains(.verbose), isNested: false)
    try parser.completeFlags()
    if parser.source.next != nil { throw parser.source.error("unbalanced parenthesis") }
    for (group, position) in parser.conditions where group >= parser.groupCount {
      throw .syntax("invalid group reference \(group)", position: position)
    }
    var widths = PatternWidths()
    _ = try widths.width(of: nodes)
    return ParsedPattern(
      nodes: nodes, flags: parser.flags, isUnicode: parser.flags.contains(.unicode) || parser.hasUnicodePart,
      groupCount: parser.groupCount - 1, names: parser.names)
  }

  private init(source: PatternSource, flags: PatternFlags) {
    self.source = source
    self.flags = flags
  }

  private mutating func completeFlags() throws(PatternError) {
    if source.isText {
      if flags.contains(.locale) { throw .value("cannot use LOCALE flag with a str pattern") }
      if flags.isSuperset(of: [.ascii, .unicode]) { throw .value("ASCII and UNICODE flags are incompatible") }
      if !flags.contains(.ascii) { flags.insert(.unicode) }
    } else {
      if flags.contains(.unicode) { throw .value("cannot use UNICODE flag with a bytes pattern") }
      if flags.isSuperset(of: [.ascii, .locale]) { throw .value("ASCII and LOCALE flags are incompatible") }
    }
  }

  // MARK: Groups

  mutating func openGroup(_ name: [UInt32]?) throws(PatternError) -> Int {
    let index = groupCount
    groupCount += 1
    if let name {
      let text = String(codePoints: name)
      if let other = names.first(where: { $0.name == text }) {
        throw source.error(
          "redefinition of group name \(source.quoted(name)) as group \(index); was group \(other.index)",
          back: name.count + 1)
      }
      names.append((text, index))
    }
    openGroups.insert(index)
    return index
  }

  mutating func closeGroup(_ index: Int) { openGroups.remove(index) }

  func isClosed(_ group: Int) -> Bool { group < groupCount && !openGroups.contains(group) }

  func index(of name: [UInt32]) -> Int? {
    let text = String(codePoints: name)
    return names.first { $0.name == text }?.index
  }

  /// What a lookbehind refers to has to be of a width known before it.
  func checkLookbehind(_ group: Int) throws(PatternError) {
    guard let groupsBeforeLookbehind else { return }
    if !isClosed(group) { throw source.error("cannot refer to an open group") }
    if group >= groupsBeforeLookbehind {
      throw source.error("cannot refer to group defined in the same lookbehind subpattern")
    }
  }

  // MARK: Sequences

  /// Alternatives, up to a closing bracket or the end.
  mutating func parseBranches(isVerbose: Bool, isNested: Bool) throws(PatternError) -> [PatternNode] {
    depth += 1
    defer { depth -= 1 }
    if depth > PatternParser.depthLimit { throw .tooDeep }
    var isVerbose = isVerbose
    var branches: [[PatternNode]] = []
    repeat {
      branches.append(try parseSequence(isVerbose: isVerbose, isFirst: !isNested && branches.isEmpty))
      if !isNested { isVerbose = flags.contains(.verbose) }
    } while try source.take("|")
    return branches.count == 1 ? branches[0] : [.branch(branches)]
  }

  /// - Parameter isFirst: whether flags for the whole pattern may stand here.
  mutating func parseSequence(isVerbose: Bool, isFirst: Bool) throws(PatternError) -> [PatternNode] {
    var isVerbose = isVerbose
    var nodes: [PatternNode] = []
    while let token = source.next {
      if token.isPlain("|") || token.isPlain(")") { break }
      _ = try source.take()
      if isVerbose, token.escaped == nil, try skip(token.first) { continue }
      if token.escaped != nil {
        nodes.append(try parseEscape(token))
        continue
      }
      switch Unicode.Scalar(token.first) {
      case "[": nodes.append(try parseSet())
      case "?", "*", "+", "{": try parseRepeat(token.first, &nodes)
      case ".": nodes.append(.any)
      case "^": nodes.append(.anchor(.start))
      case "$": nodes.append(.anchor(.end))
      case "(":
        switch try parseBracket(isVerbose: isVerbose, mayBeGlobal: isFirst && nodes.isEmpty) {
        case .node(let node): nodes.append(node)
        case .nothing: break
        case .globalFlags: isVerbose = flags.contains(.verbose)
        }
      default: nodes.append(.literal(token.first))
      }
    }
    return nodes
  }

  /// In a verbose pattern: whether this is a blank, or a comment, which is skipped.
  private mutating func skip(_ point: UInt32) throws(PatternError) -> Bool {
    if point == 0x20 || point >= 0x09 && point <= 0x0D { return true }
    guard point == UInt32(ascii: "#") else { return false }
    while let token = try source.take(), !token.isPlain("\n") {}
    return true
  }

  private mutating func parseRepeat(_ sign: UInt32, _ nodes: inout [PatternNode]) throws(PatternError) {
    // Errors are told where the sign stands.
    let here = source.position
    var bounds = (0, PatternNode.Repeat.unlimited)
    switch Unicode.Scalar(sign) {
    case "?": bounds = (0, 1)
    case "+": bounds = (1, PatternNode.Repeat.unlimited)
    case "{":
      guard let given = try parseBounds(here) else {
        nodes.append(.literal(sign))
        return
      }
      bounds = given
    default: break
    }
    guard let item = nodes.last, !item.isAnchor else {
      throw .syntax("nothing to repeat", position: here - 1)
    }
    if item.isRepeat { throw .syntax("multiple repeat", position: here - 1) }
    var body = [item]
    if case .group(nil, [], [], let inner) = item { body = inner }
    let manner: PatternNode.Repeat.Manner = try source.take("?") ? .lazy : try source.take("+") ? .possessive : .greedy
    nodes[nodes.count - 1] = .repeated(body, .init(minimum: bounds.0, maximum: bounds.1, manner: manner))
  }

  /// `{m,n}` after its brace; nil, at the same place, if it is not of this form.
  private mutating func parseBounds(_ here: Int) throws(PatternError) -> (Int, Int)? {
    if source.next?.isPlain("}") == true { return nil }
    let low = try source.take(atMost: .max) { $0.isASCIIDigit }
    let high = try source.take(",") ? try source.take(atMost: .max) { $0.isASCIIDigit } : low
    guard try source.take("}") else {
      try source.seek(here)
      return nil
    }
    let minimum = try bound(low) ?? 0
    let maximum = try bound(high) ?? PatternNode.Repeat.unlimited
    if maximum < minimum { throw .syntax("min repeat greater than max repeat", position: here) }
    return (minimum, maximum)
  }

  private func bound(_ digits: [UInt32]) throws(PatternError) -> Int? {
    if digits.isEmpty { return nil }
    guard let number = Int(String(codePoints: digits)), number < PatternNode.Repeat.unlimited else {
      throw .repeatTooLarge
    }
    return number
  }
}
