// The parameters of functions and lambdas.

extension Parser {
  /// Whose parameters: a function's may be annotated and end at `)`, a lambda's end at `:`.
  enum ParameterStyle {
    case function, lambda

    var closing: TokenKind { self == .function ? .rightParenthesis : .colon }
  }

  /// Parameters up to the closing token; leaves the height of the tallest default or annotation.
  mutating func parseParameters(_ style: ParameterStyle) throws(Failure) -> Parameters {
    var parameters = Parameters()
    var hasSlash = false
    var hasStar = false
    var tallest = 0
    while kind != style.closing {
      switch kind {
      case .slash:
        try checkSlash(parameters, hasSlash: hasSlash, hasStar: hasStar)
        hasSlash = true
        parameters.positionalOnly = parameters.positionalOrKeyword
        parameters.positionalOrKeyword = []
        advance()
        if kind == .star { throw reportAtCurrent("expected comma between / and *") }
      case .star:
        if hasStar { throw reportAtCurrent("* argument may appear only once") }
        hasStar = true
        try parseStarParameter(style, into: &parameters)
      case .doubleStar:
        try parseKeywordVariadic(style, into: &parameters)
        tallest = max(tallest, height)
        height = tallest
        return parameters
      default:
        let parameter = try parseParameter(style)
        if hasStar {
          parameters.keywordOnly.append(parameter)
        } else {
          if parameter.defaultValue == nil, hasDefault(parameters), kind == .comma || kind == style.closing {
            throw report("non-default argument follows default argument", parameter.range)
          }
          parameters.positionalOrKeyword.append(parameter)
        }
      }
      tallest = max(tallest, height)
      guard kind == .comma else { break }
      advance()
    }
    if kind != style.closing { throw unexpected() }
    height = tallest
    return parameters
  }

  private func hasDefault(_ parameters: Parameters) -> Bool {
    (parameters.positionalOrKeyword.last ?? parameters.positionalOnly.last)?.defaultValue != nil
  }

  private mutating func checkSlash(_ parameters: Parameters, hasSlash: Bool, hasStar: Bool) throws(Failure) {
    if hasSlash { throw reportAtCurrent("/ may appear only once") }
    if hasStar { throw reportAtCurrent("/ must be ahead of *") }
    if parameters.positionalOrKeyword.isEmpty, kind(ahead: 1) == .comma {
      throw reportAtCurrent("at least one argument must precede /")
    }
    if parameters.positionalOrKeyword.isEmpty { throw unexpected() }
  }

  /// `name`, `name: annotation`, `name=default`.
  private mutating func parseParameter(
    _ style: ParameterStyle, allowsStarAnnotation: Bool = false, allowsDefault: Bool = true
  ) throws(Failure) -> Parameter {
    let start = self.start
    if kind == .leftParenthesis { try diagnoseParenthesizedParameters(style) }
    let name = try expectName()
    var tallest = 0
    var annotation: Expression?
    if style == .function, accept(.colon) {
      annotation = allowsStarAnnotation ? try parseStarExpression() : try parseExpression()
      tallest = height
    }
    let range = SourceRange(start: start, end: previousEnd)
    var defaultValue: Expression?
    if allowsDefault, kind == .equal {
      let next = kind(ahead: 1)
      if next == .comma || next == .rightParenthesis {
        throw reportAtCurrent("expected default value expression")
      }
      advance()
      defaultValue = try parseExpression()
      tallest = max(tallest, height)
    }
    height = tallest
    return Parameter(name: name, annotation: annotation, defaultValue: defaultValue, range: range)
  }

  /// `*name`, or a bare `*` before keyword-only parameters.
  private mutating func parseStarParameter(
    _ style: ParameterStyle, into parameters: inout Parameters
  ) throws(Failure) {
    let star = position
    try expect(.star)
    height = 0
    if kind == .comma {
      let next = kind(ahead: 1)
      guard next == style.closing || next == .doubleStar else { return }
      throw reportBareStar(style, at: star, last: position + 1)
    }
    if kind == style.closing { throw reportBareStar(style, at: star, last: position) }
    let variadic = try parseParameter(style, allowsStarAnnotation: true, allowsDefault: false)
    if kind == .equal { throw reportAtCurrent("var-positional argument cannot have default value") }
    parameters.variadic = variadic
  }

  private mutating func reportBareStar(_ style: ParameterStyle, at star: Int, last: Int) -> Failure {
    report("named arguments must follow bare *", at: style == .function ? star : last)
  }

  private mutating func parseKeywordVariadic(
    _ style: ParameterStyle, into parameters: inout Parameters
  ) throws(Failure) {
    try expect(.doubleStar)
    let parameter = try parseParameter(style, allowsDefault: false)
    if kind == .equal { throw reportAtCurrent("var-keyword argument cannot have default value") }
    parameters.keywordVariadic = parameter
    if accept(.comma), kind != style.closing {
      switch kind {
      case .name, .star, .doubleStar, .slash:
        throw reportAtCurrent("arguments cannot follow var-keyword argument")
      default: throw unexpected()
      }
    }
    if kind != style.closing { throw unexpected() }
  }
}
