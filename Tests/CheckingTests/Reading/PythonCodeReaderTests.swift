import Checking
import Notebooks
import Testing

@Suite struct PythonCodeReaderTests {
  private func shape(_ text: String) throws -> CodeShape {
    guard case .complete(let shape) = Reading.codeReader.read(text) else {
      throw NotebookProblem(line: 1, message: "not complete: \(text)")
    }
    return shape
  }

  @Test(arguments: [
    "x = (1,", "for k in range(3):", "f(", "'''abc", "with a:\n    with b:\n", "def f():", "if x:\n    y\nelse:",
    "[1,\n\n 2", "class A:", "@f",
  ])
  func incomplete(text: String) {
    #expect(Reading.codeReader.read(text) == .incomplete)
  }

  @Test(arguments: [
    "The gradient is zero.", "`inputs` can be a tensor", "x = = 1", "RuntimeError: ignored too", "  x = 1\n y = 2",
    "a b", "x)",
    "tensor([1.], grad_fn=<AddBackward0>)", "$ ls",
  ])
  func notPython(text: String) {
    #expect(Reading.codeReader.read(text) == .notPython)
  }

  @Test func statementsAndNames() throws {
    let shape = try shape(
      "import torch.nn as nn, os.path\nfrom a import b as c\nx, *y = nn.f(z)\ndef g(p):\n    q = p\n    return q + w")
    #expect(shape.hasStatement && !shape.hasExpressionStatement && shape.endsInOpenSuite)
    #expect(shape.boundNames == ["nn", "os", "c", "x", "y", "g"])
    #expect(shape.freeNames == ["z", "w"])
    #expect(shape.calledPaths == ["nn.f"])
    #expect(try self.shape("from m import *").importsEverything)
  }

  @Test func expressions() throws {
    let shape = try shape("x = 1\nx.grad")
    #expect(shape.endsInExpression && shape.hasStatement && shape.hasExpressionStatement)
    #expect(try self.shape("(a + b).sum()").calledPaths.isEmpty)
    #expect(try self.shape("[i for i in a if (n := i)]").freeNames == ["a"])
    #expect(try self.shape("lambda q: q + r").freeNames == ["r"])
  }

  @Test(arguments: [
    "True", "11.25", "-3", "'text'", "tensor([1., -2.])", "torch.Size([2, 3])", "(tensor([2.]), tensor([nan, inf]))",
    "device(type='cpu')", "tensor([1], dtype=torch.int32)", "[1, 2]", "{'a': 1}", "1\n2\n3", "(1+2j)", "b'x'", "1, 2",
    "...",
    "tensor(1., requires_grad=True)", "{1, 2}", "None",
  ])
  func literalsAndReprs(text: String) throws {
    #expect(try shape(text).isOnlyLiteralsOrReprs)
  }

  @Test(arguments: ["x", "x.grad", "x + 1", "f(x)", "x = 1", "f'{x}'", "[x]", "", "# c", "not True", "-x"])
  func notLiterals(text: String) throws {
    #expect(try !shape(text).isOnlyLiteralsOrReprs)
  }

  @Test func comments() throws {
    #expect(try shape("# one\n#two(a)").isOnlyComments)
    #expect(try !shape("x  # one").isOnlyComments)
    #expect(try !shape("").isOnlyComments)
  }

  @Test(arguments: ["%matplotlib inline", "!pip list", "torch.rand?", "%%time\nx = 1", "%%bash\nls -l | wc", "?x"])
  func magics(text: String) throws {
    #expect(try shape(text).hasStatement)
  }

  @Test func moduloAtALineStartIsNoMagic() {
    #expect(Reading.codeReader.read("x = (a\n % b)") != .notPython)
  }
}
