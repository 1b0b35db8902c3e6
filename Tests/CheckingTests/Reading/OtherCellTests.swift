import Notebooks
import Testing

@Suite struct FenceCellTests {
  @Test func outputForms() throws {
    for (after, form) in [
      ("    1\n", OutputForm.indented), ("```output\n1\n```\n", .fence(info: "output")),
      ("```\n1\n```\n", .fence(info: "")),
      ("~~~text\n1\n~~~\n", .fence(info: "text")), ("```console\n1\n```\n", .fence(info: "console")),
    ] {
      let notebook = try Reading.notebook("```python\nx = 1\n\nx\n```\n\n\(after)\nprose\n")
      #expect(notebook.cells.map(\.code) == ["x = 1\n\nx"])
      #expect(notebook.cells[0].candidates.map(\.text) == ["1"], "\(after)")
      #expect(notebook.cells[0].candidates.map(\.form) == [form])
    }
  }

  @Test func whatIsNoOutput() throws {
    for after in [
      "1\n", "prose\n\n```output\n1\n```\n", "```bash\nls\n```\n", "```python\ny\n```\n", ">>> x\n",
      "```\n>>> 1\n1\n```\n",
    ] {
      #expect(try Reading.notebook("```python\nx\n```\n\n\(after)").cells[0].candidates.isEmpty, "\(after)")
    }
  }

  @Test func infoStrings() throws {
    let text = ["py", "python3", "{python}", "{code-cell} ipython3", "ipython3", "{.python .cell}"].map {
      "```\($0)\nx\n```\n"
    }
    #expect(try Reading.notebook(text.joined(separator: "\n")).cells.count == 6)
    #expect(try Reading.notebook("```pythonic\nx\n```\n```bash\nx\n```\n```\nx\n```\n").cells.isEmpty)
  }

  @Test func cellsInListsAndQuotes() throws {
    let notebook = try Reading.notebook(
      "- a\n\n  ```python\n  for i in r:\n      x\n  ```\n\n  ```output\n  1\n    2\n  ```\n\n> ```py\n> y\n> ```\n>\n>     3\n"
    )
    #expect(notebook.cells.map(\.code) == ["for i in r:\n    x", "y"])
    #expect(notebook.cells.flatMap { $0.candidates.map(\.text) } == ["1\n  2", "3"])
    #expect(notebook.cells[0].documentColumn(ofCodeLine: 1, column: 1) == 3)
  }

  @Test func optionsOfMySTAreNotCode() throws {
    let notebook = try Reading.notebook("```{code-cell} ipython3\n:tags: [raises-exception]\n\n1/0\n```\n")
    #expect(notebook.cells[0].code == "# :tags: [raises-exception]\n\n1/0")
    #expect(notebook.cells[0].directives.mustRaise)
  }

  @Test func unclosedFenceIsAProblem() throws {
    let notebook = try Reading.notebook("text\n\n```python\nx = 1\n")
    #expect(notebook.cells.map(\.code) == ["x = 1"])
    #expect(notebook.problems == [NotebookProblem(line: 3, message: "this code fence is never closed", cell: 0)])
  }

  @Test func formsMix() throws {
    let notebook = try Reading.notebook("In [1]:\nx = 1\n\n```python\ny\n```\n\n>>> z\n3\n")
    #expect(notebook.cells.map(\.form) == [.export, .fence, .doctest])
    #expect(notebook.cells[0].candidates.isEmpty)
  }
}

@Suite struct DoctestCellTests {
  @Test func examplesInFencesBlocksAndText() throws {
    let examples = [
      ">>> for i in r:", "...     f(i)", "...", "1", "<BLANKLINE>", "2", ">>> x = 1", ">>> x", "1", "", "words",
    ]
    let plain = examples.joined(separator: "\n")
    let indented = examples.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    for text in [
      "```pycon\n\(plain)\n```\n", "```python\n\(plain)\n```\n", "```\n\(plain)\n```\n", "\(plain)\n", "\(indented)\n",
    ] {
      let notebook = try Reading.notebook(text)
      #expect(notebook.cells.map(\.code) == ["for i in r:\n    f(i)\n", "x = 1", "x"], "\(text)")
      #expect(notebook.cells.map { $0.candidates.map(\.text) } == [["1\n\n2"], [], ["1"]])
      #expect(notebook.cells.allSatisfy { $0.form == .doctest })
    }
  }

  @Test func ordinaryQuotesAreNotExamples() throws {
    #expect(try Reading.notebook("> quoted\n\n>> deeper\n\n>>>no\n").cells.isEmpty)
  }
}

@Suite struct CommentDirectiveTests {
  @Test func commentBeforeACell() throws {
    let notebook = try Reading.notebook(
      "<!-- nbcheck: skip -->\nIn [1]:\nx\n\n<!-- nbcheck: +ELLIPSIS rtol=1e-3 -->\n\n```python\ny\n```\n\nIn [2]:\nz\n"
    )
    #expect(notebook.cells.map(\.directives.skips) == [true, false, false])
    #expect(notebook.cells[1].directives.has(.ellipsis))
    #expect(notebook.cells[1].directives.relativeTolerance == 1e-3)
    #expect(notebook.problems.isEmpty)
  }

  @Test func commentBeforeNothing() throws {
    let notebook = try Reading.notebook("<!-- nbcheck: skip -->\n\nprose\n\nIn [1]:\nx\n\n<!-- nbcheck: skup -->\n")
    #expect(notebook.cells.map(\.directives.skips) == [false])
    #expect(notebook.problems.map(\.line).sorted() == [1, 8, 8])
  }

  @Test func hiddenCell() throws {
    let notebook = try Reading.notebook("<!-- nbcheck: hidden\nimport torch\nx = 1\n-->\n\nIn [1]:\nx\n\n1\n")
    #expect(notebook.cells.map(\.form) == [.hidden, .export])
    #expect(notebook.cells[0].code.hasPrefix("import torch\nx = 1"))
    #expect(notebook.cells[0].codeLines.first?.line == 2)
  }

  @Test func inCode() throws {
    let notebook = try Reading.notebook(
      "In [1]:\n# NBVAL_SKIP\nx\n\n```python\n#| eval: false\ny\n```\n\n```python\nz  # doctest: +FOO\n```\n")
    #expect(notebook.cells.map(\.directives.skips) == [true, true, false])
    #expect(notebook.problems == [NotebookProblem(line: 11, message: "unknown doctest option FOO", cell: 2)])
  }

  @Test func otherCommentsAreProse() throws {
    #expect(try Reading.notebook("<!-- a comment -->\nIn [1]:\nx\n").problems.isEmpty)
  }
}
