// Functions and classes.

extension Parser {
  mutating func parseDefinition() throws(Failure) -> Statement {
    var decorators: [Expression] = []
    while accept(.at) {
      decorators.append(try parseNamedExpression())
      try expect(.newline)
    }
    switch kind {
    case .def: return try parseFunction(decorators)
    case .class: return try parseClass(decorators)
    case .async where isCoroutine(at: position): throw reportAtCurrent("'async' is not available in nbcheck")
    default: throw unexpected()
    }
  }

  private mutating func parseFunction(_ decorators: [Expression]) throws(Failure) -> Statement {
    let start = self.start
    let index = position
    try expect(.def)
    let nameRange = range(ofToken: position)
    let name = try expectName()
    guard accept(.leftParenthesis) else {
      throw kind == .failure ? unexpected() : reportAtCurrent("expected '('")
    }
    let parameters = try parseParameters(.function)
    try expect(.rightParenthesis)
    let returns = try parseReturnAnnotation()
    try expectForcedColon()
    let body = try parseBlock(of: "function definition", headerAt: index)
    let definition = FunctionDefinition(
      name: name, parameters: parameters, body: body, decorators: decorators, returns: returns,
      nameRange: nameRange)
    return compound(.functionDefinition(definition), from: start, to: body)
  }

  private mutating func parseReturnAnnotation() throws(Failure) -> Expression? {
    let arrow = position
    guard accept(.arrow) else { return nil }
    // Without an annotation the arrow itself stands where the colon is wanted.
    if !startsExpression { throw report("expected ':'", at: arrow) }
    return try parseExpression()
  }

  private mutating func parseClass(_ decorators: [Expression]) throws(Failure) -> Statement {
    let start = self.start
    let index = position
    try expect(.class)
    let nameRange = range(ofToken: position)
    let name = try expectName()
    let arguments = accept(.leftParenthesis) ? try parseArguments(ofCallAt: nil) : []
    try expectHeaderColon()
    let body = try parseBlock(of: "class definition", headerAt: index)
    let definition = ClassDefinition(
      name: name, arguments: arguments, body: body, decorators: decorators, nameRange: nameRange)
    return compound(.classDefinition(definition), from: start, to: body)
  }
}
