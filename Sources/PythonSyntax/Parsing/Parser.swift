/// Turns source text into the syntax tree, by recursive descent with precedence climbing.
///
/// A text that does not parse is parsed a second time. Only then does the parser look for explanations (see
/// `Diagnosing`), because many of them fit correct code too: the second pass knows at which token the first stopped.
package struct Parser {
  let source: Source
  let tokens: [Token]
  let lexicalFailure: LexicalFailure?
  /// Parses the expression inside an f-string's braces.
  let isEmbedded: Bool

  var position = 0
  /// The furthest token that a failed rule looked at.
  var furthest = 0
  /// The index of the token where the first pass stopped; nil during that pass.
  var errorIndex: Int?
  /// What went wrong, once a rule has thrown `.diagnosed`.
  var diagnosis: Diagnostic?
  /// Errors of arguments that the tree no longer shows; they count only if all else is right.
  var compileErrors: [Diagnostic] = []
  /// An explanation was sought as far as where the lexer gave up.
  var hasReachedFailure = false
  /// Targets are being parsed again to find what is wrong with them; once is enough.
  var isDiagnosingTargets = false
  /// Makes operators stop before an operand that does not parse, instead of failing.
  var acceptsPrefix = false

  /// How many rules that nest are being parsed.
  var depth = 0
  /// How many statements enclose the current one, `elif` counted as an `if` in an `else`.
  var statementDepth = 0
  /// The height of the expression that was parsed last.
  var height = 0
  /// The nesting of f-strings in f-strings' format specs.
  var formatDepth = 0

  static let depthLimit = 1000
  static let heightLimit = 2000

  /// Why a rule does not apply. The trivial error keeps throwing cheap; details are in the parser.
  enum Failure: Error {
    /// The tokens do not fit.
    case syntax
    /// `diagnosis` says what is wrong, and no other rule need be tried.
    case diagnosed
  }

  init(source: Source) {
    self.source = source
    isEmbedded = false
    (tokens, lexicalFailure) = Lexer.tokenize(source)
  }

  init(expressionAt range: Range<Int>, of source: Source) {
    self.source = source
    isEmbedded = true
    (tokens, lexicalFailure) = Lexer.tokenize(expressionAt: range, of: source)
  }

  /// Parses a cell or script.
  /// - Parameter isChecked: whether to look for what a compiler would refuse, too.
  package static func parseModule(_ source: Source, isChecked: Bool = true) throws(Diagnostic) -> Module {
    var parser = Parser(source: source)
    let module = try parser.run { (parser: inout Parser) throws(Failure) in try parser.parseFile() }
    if isChecked,
      let error = SemanticChecker.firstError(in: module, source: source, compileErrors: parser.compileErrors)
    {
      throw error
    }
    return module
  }

  /// Parses a text that is one expression (or several, as a tuple), as `eval` takes it.
  package static func parseExpression(_ source: Source, isChecked: Bool = true) throws(Diagnostic) -> Expression {
    var parser = Parser(source: source)
    let expression = try parser.run { (parser: inout Parser) throws(Failure) in try parser.parseEvalInput() }
    let module = Module(body: [Statement(.expression(expression), expression.range)])
    if isChecked,
      let error = SemanticChecker.firstError(in: module, source: source, compileErrors: parser.compileErrors)
    {
      throw error
    }
    return expression
  }

  /// Runs a rule, and if it fails runs it again to find out why.
  mutating func run<Result>(_ rule: (inout Parser) throws(Failure) -> Result) throws(Diagnostic) -> Result {
    do {
      return try rule(&self)
    } catch {
      if error == .diagnosed, let diagnosis { throw preferred(over: diagnosis, stop: max(position, furthest)) }
    }
    let stop = furthest
    if tokens[stop].kind == .failure, let lexicalFailure { throw lexicalFailure.diagnostic }
    position = 0
    depth = 0
    statementDepth = 0
    formatDepth = 0
    errorIndex = stop
    do {
      _ = try rule(&self)
    } catch {
      if error == .diagnosed, let diagnosis { throw preferred(over: diagnosis, stop: stop) }
    }
    let error = genericError(at: stop)
    throw error.kind == .indentationError ? error : preferred(over: error, stop: stop)
  }

  private mutating func parseFile() throws(Failure) -> Module {
    var body: [Statement] = []
    while kind != .endMarker { try parseStatement(into: &body) }
    return Module(body: body)
  }

  private mutating func parseEvalInput() throws(Failure) -> Expression {
    let expression = try parseExpressions()
    while accept(.newline) {}
    try expect(.endMarker)
    return expression
  }
}
