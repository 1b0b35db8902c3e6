/// The text of a pattern or a replacement, in tokens: a code point, or a backslash with the one after it.
struct PatternSource {
  struct Token: Equatable {
    let first: UInt32
    /// After a backslash.
    let escaped: UInt32?

    var count: Int { escaped == nil ? 1 : 2 }
    var points: [UInt32] { escaped.map { [first, $0] } ?? [first] }
    var text: String { String(codePoints: points) }

    func isPlain(_ scalar: Unicode.Scalar) -> Bool { escaped == nil && first == scalar.value }
  }

  let points: [UInt32]
  /// A `str`, not bytes.
  let isText: Bool
  /// After `next`.
  private var index = 0
  private(set) var next: Token?

  init(_ points: [UInt32], isText: Bool) throws(PatternError) {
    self.points = points
    self.isText = isText
    try advance()
  }

  private mutating func advance() throws(PatternError) {
    guard index < points.count else {
      next = nil
      return
    }
    let first = points[index]
    index += 1
    guard first == UInt32(ascii: "\\") else {
      next = Token(first: first, escaped: nil)
      return
    }
    guard index < points.count else {
      throw .syntax("bad escape (end of pattern)", position: points.count - 1)
    }
    next = Token(first: first, escaped: points[index])
    index += 1
  }

  /// Where `next` begins.
  var position: Int { index - (next?.count ?? 0) }

  mutating func take() throws(PatternError) -> Token? {
    let token = next
    try advance()
    return token
  }

  /// Takes the next token if it is this character, without a backslash.
  mutating func take(_ scalar: Unicode.Scalar) throws(PatternError) -> Bool {
    guard next?.isPlain(scalar) == true else { return false }
    try advance()
    return true
  }

  mutating func take(
    atMost count: Int, while isWanted: (UInt32) -> Bool
  ) throws(PatternError) -> [UInt32] {
    var taken: [UInt32] = []
    while taken.count < count, let token = next, token.escaped == nil, isWanted(token.first) {
      taken.append(token.first)
      try advance()
    }
    return taken
  }

  mutating func seek(_ place: Int) throws(PatternError) {
    index = place
    try advance()
  }

  /// An error that many code points before the next token.
  func error(_ message: String, back offset: Int = 0) -> PatternError {
    .syntax(message, position: position - offset)
  }

  /// Everything before `terminator`, which is taken too.
  mutating func take(until terminator: Unicode.Scalar, _ what: String) throws(PatternError) -> [UInt32] {
    var taken: [UInt32] = []
    while true {
      let token = next
      try advance()
      guard let token else {
        if taken.isEmpty { throw error("missing \(what)") }
        throw error("missing \(terminator), unterminated name", back: taken.count)
      }
      if token.isPlain(terminator) {
        if taken.isEmpty { throw error("missing \(what)", back: 1) }
        return taken
      }
      taken += token.points
    }
  }

  /// - Parameter offset: how far the end of the name is behind.
  func checkName(_ name: [UInt32], offset: Int) throws(PatternError) {
    if !PatternSource.isIdentifier(name) {
      throw error("bad character in group name \(quoted(name))", back: name.count + offset)
    }
  }

  /// As `repr` shows the text.
  func quoted(_ name: [UInt32]) -> String {
    let quote: UInt32 = name.contains(0x27) && !name.contains(0x22) ? 0x22 : 0x27
    let shown = name.map { point -> String in
      if point == quote || point == 0x5C { return "\\\(String(codePoints: [point]))" }
      return Characters.isPrintable(point) ? String(codePoints: [point]) : StrText.escape(point)
    }
    let mark = String(codePoints: [quote])
    return mark + shown.joined() + mark
  }

  static func isIdentifier(_ name: [UInt32]) -> Bool {
    guard let first = name.first, Characters.startsIdentifier(first) else { return false }
    return name.dropFirst().allSatisfy { Characters.continuesIdentifier($0) }
  }
}
