import PythonSyntax
import Testing

@Suite struct ShapeTests {
  @Test(arguments: [
    "f(1,", "x = [\n1,\n", "{", "(\n", "'''abc\n", "f\"\"\"{x}\n", "if x:", "if x:\n\n# later\n", "for i in x:\n",
    "def f():\n  if x:\n", "while a:\n  pass\nelse:\n", "class A:\n", "try:\n  x\n", "try:\n  x\nexcept E:\n",
    "@decorator\n", "@a\n@b(c)\n", "x = 1 + \\\n", "x = \\", "match x:\n", "match x:\n  case 1:\n", "with a as b:\n",
    "def f(a,\n", "x = f(\n  # comment\n",
  ])
  func textThatWantsMoreIsIncomplete(_ text: String) {
    let error = #expect(throws: Diagnostic.self) { try Parser.parseModule(Source(name: "f", text: text)) }
    #expect(error?.isIncomplete == true)
  }

  @Test(arguments: [
    "x =", "f(a b", "1 +", "'abc", "if x", "if x:\ny", "f(1))", "x = (1 +* 2", "import", "def f(", "for x in y", "a b",
    "{1 2", "f(a, b\nprint(x) y", "x = 1\n  y = 2", "return", "@1.5 x",
  ])
  func textThatMoreWouldNotMendIsNot(_ text: String) {
    let error = #expect(throws: Diagnostic.self) { try Parser.parseModule(Source(name: "f", text: text)) }
    #expect(error?.isIncomplete == (text == "def f("))
  }

  @Test func moduleKnowsWhetherItsLastBlockIsOpen() throws {
    func isOpen(_ text: String) throws -> Bool {
      try Parser.parseModule(Source(name: "f", text: text)).endsInOpenBlock
    }
    #expect(try isOpen("for i in x:\n  f(i)\n"))
    #expect(try isOpen("@d\nclass A:\n  x = 1"))
    #expect(try isOpen("if x: y"))
    #expect(try !isOpen("for i in x:\n  f(i)\ny = 1\n"))
    #expect(try !isOpen(""))
  }

  @Test(arguments: [
    ("x;", true), ("x ; ", true), ("x; # shown?", true), ("(x);", true), ("x;\n\n", true), ("f('é');", true),
    ("x", false), ("x # a; b", false), ("y; x", false), ("';'", false), ("# ;", false), ("x = 1;", true),
  ])
  func finalSemicolonIsSeen(_ text: String, _ expected: Bool) throws {
    let source = Source(name: "f", text: text)
    #expect(try Parser.parseModule(source).endsInSemicolon(source) == expected)
  }

  @Test func finalExpressionIsTheLastStatement() throws {
    #expect(try Parser.parseModule(Source(name: "f", text: "a\nb.c")).endsInExpression)
    #expect(try !Parser.parseModule(Source(name: "f", text: "a\nb = c")).endsInExpression)
  }

  @Test func expressionsAreParsedAlone() throws {
    let tuple = try Parser.parseExpression(Source(name: "f", text: "a, b\n"))
    guard case .tuple(let elements) = tuple.kind else { return #expect(Bool(false), "not a tuple") }
    #expect(elements.count == 2)
    #expect(throws: Diagnostic.self) { try Parser.parseExpression(Source(name: "f", text: "a = b")) }
    #expect(throws: Diagnostic.self) { try Parser.parseExpression(Source(name: "f", text: "")) }
  }

  @Test(arguments: [
    "async def f(): pass", "@d\nasync def f(): pass", "await x", "[x async for x in y]", "async with a: b",
  ])
  func asyncIsRefusedByName(_ text: String) {
    let error = #expect(throws: Diagnostic.self) { try Parser.parseModule(Source(name: "f", text: text)) }
    #expect(error?.message.hasSuffix("is not available in nbcheck") == true)
  }
}
