import Notebooks
import Testing

/// Where the code of `In [n]:` cells ends. Each test is a way in which CommonMark's blocks mislead.
@Suite struct ExportCellTests {
  private func codes(_ text: String) throws -> [String] {
    try Reading.notebook(text).cells.map(\.code)
  }

  private func firstCandidate(_ text: String, cell: Int = 0) throws -> OutputCandidate? {
    try Reading.notebook(text).cells[cell].candidates.first
  }

  @Test func simpleCells() throws {
    let notebook = try Reading.notebook(
      "# T\n\nIn [2]:\nimport torch\n\nIn [3]: x = 1\ny = 2\n\nIn [4]:\nx.requires_grad\n\nFalse\n")
    #expect(notebook.cells.map(\.code) == ["import torch", "x = 1\ny = 2", "x.requires_grad"])
    #expect(notebook.cells.map(\.name) == ["In [2]", "In [3]", "In [4]"])
    #expect(notebook.cells.map(\.lines) == [3...4, 6...7, 9...10])
    #expect(notebook.cells[2].candidates.map(\.text) == ["False"])
    #expect(notebook.cells[1].codeLines.map(\.line) == [6, 7])
    #expect(notebook.cells[1].documentColumn(ofCodeLine: 1, column: 1) == 9)
    #expect(notebook.problems.isEmpty)
  }

  @Test func labelsInStringsAreText() throws {
    let text = "In [1]:\ns = \"\"\"\nIn [2]:\n\nIn [3]: x\n\"\"\"\n\nIn [4]:\ns\n"
    #expect(try codes(text) == ["s = \"\"\"\nIn [2]:\n\nIn [3]: x\n\"\"\"", "s"])
    #expect(try codes("In [1]:\ns = (\n\nIn [2]:\nx\n").last == "x")
  }

  @Test func codeGoesOnAfterBlankLines() throws {
    let text = "In [9]:\nw1 = f()\nx1 = w1 @ w1\n\nq = x1.norm()\n\nq.backward()\n\n- The difference is\n"
    #expect(try codes("In [8]:\nf = 1\n\n" + text)[1] == "w1 = f()\nx1 = w1 @ w1\n\nq = x1.norm()\n\nq.backward()")
  }

  @Test func loopBodyThatLooksLikeAnIndentedBlock() throws {
    let code = """
      for  k in range(100):
          loss = x.pow(2).mean()
          loss.backward()

          with torch.no_grad():

              w -= 0.1*w.grad
              b -= 0.1*b.grad

          print(w)
      """
    let text = "In [None]:\nx = 1\n" + code + "\n\n- The `detach()` method\n"
    #expect(try codes(text) == ["x = 1\n" + code])
  }

  @Test func commentAtTheEnd() throws {
    #expect(try codes("In [1]:\na = 1\n\n#print(a,b)") == ["a = 1\n\n#print(a,b)"])
  }

  @Test func commentThatLooksLikeAHeading() throws {
    #expect(
      try codes("In [1]:\n# this is a comment\nx = 1\n# another\ny = 2\n") == [
        "# this is a comment\nx = 1\n# another\ny = 2"
      ])
    #expect(try codes("In [1]:\nx = 1\n\n# a comment\ny = 2\n\nprose") == ["x = 1\n\n# a comment\ny = 2"])
    #expect(try codes("In [1]:\n# load\n\nimport os\n") == ["# load\n\nimport os"])
    #expect(try codes("In [1]:\nx = 1\n\n# step\n\ny = 2\n") == ["x = 1\n\n# step\n\ny = 2"])
  }

  @Test func headingsEndTheCell() throws {
    #expect(try codes("In [1]:\nx = 1\n\n## Only floating point\n\nIn [2]:\ny\n") == ["x = 1", "y"])
    #expect(try codes("In [1]:\nx = 1\n\n# Machinery\n\nWe can see.\n") == ["x = 1"])
    #expect(try codes("In [1]:\nx = 1\n\nTitle\n=====\n") == ["x = 1"])
  }

  @Test func listsQuotesTablesAndTagsEndTheCell() throws {
    for end in ["- a\n", "1. a\n", "> a\n", "| a |\n|---|\n", "<br>\n", "***\n", "```bash\nls\n```\n"] {
      let notebook = try Reading.notebook("In [1]:\nx = 1\n\n\(end)\ny = 2\n")
      #expect(notebook.cells.map(\.code) == ["x = 1"], "\(end)")
      #expect(notebook.cells[0].candidates.isEmpty, "\(end)")
    }
  }

  @Test func proseAfterACell() throws {
    let text =
      "In [None]:\nt = 1\nf(t)\n\n`inputs` can be a single tensor, but the result is a `[one element] tuple.`\n\n<br>\n"
    #expect(try codes(text) == ["t = 1\nf(t)"])
    #expect(try firstCandidate(text)?.reading == .prose)
    #expect(try codes("In [1]:\nx = 1\n\nNote\n") == ["x = 1"])
    #expect(try codes("In [1]:\nx = 1\n\nDone, mostly\n") == ["x = 1"])
  }

  @Test func errorsAndReprsAreOutput() throws {
    for (text, reading) in [
      ("RuntimeError: ignored", OutputReading.error), ("True", .value), ("11.25", .value), ("'text'", .value),
      ("torch.Size([2, 3])", .value), ("device(type='cpu')", .value), ("tensor([1., 2.])", .value),
      ("(tensor([2., 4.]), tensor([0.1000]))", .value), ("torch.float32", .value), ("<class 'int'>", .value),
      ("tensor(3., grad_fn=<SumBackward0>)", .value), ("loss: 0.5", .text), ("Note: slow", .text),
      ("[[1. 2.]\n [3. 4.]]", .value), ("nan", .value),
      ("Sequential(\n  (0): Linear(in_features=2, out_features=3, bias=True)\n)", .value), ("hello", .text),
    ] {
      let document =
        "In [8]:\nimport torch\nx = torch.tensor([1, 10],requires_grad=True)\nx.show\n\n\(text)\n\nMore here.\n"
      let notebook = try Reading.notebook(document)
      #expect(notebook.cells[0].code.hasSuffix("x.show"), "\(text)")
      #expect(notebook.cells[0].candidates.first?.text == text)
      #expect(notebook.cells[0].candidates.first?.reading == reading, "\(text)")
    }
  }

  @Test func expressionOfBoundNamesIsCode() throws {
    #expect(try codes("In [1]:\nx = 5\n\nx\n\n5\n") == ["x = 5\n\nx"])
    #expect(try codes("In [1]:\nx = 5\n\nIn [2]:\ny = x\n\nx.grad\n\n5\n") == ["x = 5", "y = x\n\nx.grad"])
    #expect(try codes("In [1]:\nx = 5\n\nprint(x)\n\n5\n") == ["x = 5\n\nprint(x)"])
  }

  @Test func printedAssignmentIsOutput() throws {
    let text = "In [1]:\nx = 5\nprint(\"x =\", x)\n\nx = 5\n"
    #expect(try codes(text) == ["x = 5\nprint(\"x =\", x)"])
    #expect(try firstCandidate(text)?.text == "x = 5")
    #expect(try codes("In [1]:\nx = 5\nprint(f'{x = }')\n\nx = 5\n") == ["x = 5\nprint(f'{x = }')"])
  }

  @Test func reprOfOwnClass() throws {
    let start = "In [1]:\nfrom c import Point, tensor\n\nIn [2]:\np = Point(1, 2)\n"
    #expect(try codes(start + "p\n\nPoint(x=1, y=2)\n")[1] == "p = Point(1, 2)\np")
    #expect(try codes(start + "\nPoint(x=1, y=2)\n")[1] == "p = Point(1, 2)\n\nPoint(x=1, y=2)")
    #expect(try codes(start + "p.t\n\ntensor([1])\n")[1] == "p = Point(1, 2)\np.t")
  }

  @Test func emphasisAndEntitiesInCode() throws {
    let code = "y = x*y*z\n__all__ = _a_ + a__b\ns = \"&amp; <b> \\* `q`\"\nt = a<b>c\nz = '![x](y)'"
    #expect(try codes("In [1]:\n\(code)\n") == [code])
  }

  @Test func openBracketsAndStringsTakeInAnything() throws {
    let code = "x = f(1,\n\n- 2,\n\n# note\n\n+ 3)"
    #expect(try codes("In [1]:\n\(code)\n\nprose here\n") == [code])
    let string = "s = '''\n# heading\n\n<div>\n\n```python\nnot a cell\n\n- item\n'''"
    let notebook = try Reading.notebook("In [1]:\n\(string)\n\nhello\n\nIn [2]:\ny\n")
    #expect(notebook.cells.map(\.code) == [string, "y"])
    #expect(notebook.cells[0].candidates.map(\.text) == ["hello"])
  }

  @Test func elseAfterABlankLine() throws {
    let code = "if x:\n    a = 1\n\nelse:\n    a = 2\n\ntry:\n    b = 1\n\nexcept ValueError:\n\n    b = 2"
    #expect(try codes("In [1]:\n\(code)\n\n2\n") == [code])
  }

  @Test func indentedOutputAfterALoop() throws {
    let notebook = try Reading.notebook("In [1]:\nfor i in range(2):\n    print(i)\n\n    0\n    1\n")
    #expect(notebook.cells.map(\.code) == ["for i in range(2):\n    print(i)"])
    #expect(notebook.cells[0].candidates.map(\.text) == ["0\n1"])
    #expect(notebook.cells[0].candidates.map(\.form) == [.indented])
  }

  @Test func codeUnderARuleIsNoHeading() throws {
    let notebook = try Reading.notebook("In [1]:\nx = 1\n---\n\nIn [2]:\ny = 2\n===\n\nprose\n")
    #expect(notebook.cells.map(\.code) == ["x = 1", "y = 2"])
  }

  @Test func labelsWithoutBlankLines() throws {
    #expect(try codes("- item\nIn [1]:\nx = 1\nIn [2]:\ny = 2\nIn [3]:\nz\n") == ["x = 1", "y = 2", "z"])
    #expect(try codes("<br>\nIn [1]:\nx = 1\n") == ["x = 1"])
  }

  @Test func labelAlone() throws {
    #expect(try codes("In [1]:\n\nx = 1\n\ny = 2\n\nwords here\n") == ["x = 1\n\ny = 2"])
    #expect(try codes("In [1]:\n\n    x = 1\n    y = 2\n\nwords\n") == ["x = 1\ny = 2"])
    #expect(try codes("In [ ]:\n\nIn [2]:\n\n") == ["", ""])
    #expect(try codes("In [ ]:\n\nSome words.\n") == [""])
    let notebook = try Reading.notebook("In [1]:\n```python\nx = 1\n\ny\n```\n\n1\n")
    #expect(notebook.cells.map(\.code) == ["x = 1\n\ny"])
    #expect(notebook.cells[0].label?.number == 1)
    #expect(notebook.cells[0].candidates.map(\.text) == ["1"])
  }

  @Test func labelsInCodeAndCommentsAreText() throws {
    #expect(try codes("```\nIn [1]:\nx\n```\n\n<!--\nIn [2]:\ny\n-->\n\n    In [3]:\n    z\n").isEmpty)
  }

  @Test func brokenCodeStaysInItsCell() throws {
    let notebook = try Reading.notebook(
      "In [1]:\nx = = 1\n\ny = 2\n\nwords\n\nIn [2]:\nf(1,\n\nSome words here.\n\nIn [3]:\nz\n")
    #expect(notebook.cells.map(\.code) == ["x = = 1\n\ny = 2", "f(1,", "z"])
  }

  @Test func frontMatterMarkAndLineEnds() throws {
    let text = "\u{FEFF}---\r\ntitle: x\r\n---\r\nIn [1]:\r\nx = 1\r\n\r\ny = '''\r\n'''\r\n\r\nFalse"
    let notebook = try Reading.notebook(text)
    #expect(notebook.cells.map(\.code) == ["x = 1\n\ny = '''\n'''"])
    #expect(notebook.cells[0].candidates.map(\.text) == ["False"])
  }

  @Test func linkDefinitionsAreText() throws {
    #expect(try codes("In [1]:\nx = 1\n\n[x]: y\n") == ["x = 1"])
    #expect(try codes("In [1]:\n[a]: b\n\nIn [2]:\nz\n").count == 2)
  }

  @Test func positionsForReports() throws {
    let notebook = try Reading.notebook("\nIn [1]:   x = 1\n\nfoo = 2\n")
    let cell = notebook.cells[0]
    #expect(cell.documentLine(ofCodeLine: 1) == 2)
    #expect(cell.documentLine(ofCodeLine: 3) == 4)
    #expect(cell.documentColumn(ofCodeLine: 1, column: 5) == 15)
    #expect(cell.documentLine(ofCodeLine: 99) == 4)
  }

  @Test func explanations() throws {
    let notebook = try Reading.notebook("# T\n\nIn [1]:\nx = 1\n\nq = 2\n\nwords\n\nmore words here.\n\n- a\n")
    #expect(
      notebook.explanations.map(\.role) == [
        .prose, .code(cell: 0), .code(cell: 0), .candidate(cell: 0, .text), .candidate(cell: 0, .prose), .prose,
      ])
    #expect(notebook.explanations.map(\.lines) == [1...1, 3...4, 6...6, 8...8, 10...10, 12...12])
  }
}
