import Notebooks
import Testing

@Suite struct UpdaterTests {
  /// Updates, checks that a second update finds nothing to do, and returns the text.
  private func update(
    _ text: String, _ displays: [Int: String?], renumber: Bool = false, at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let once = try Reading.updated(text, displays, renumber: renumber)
    let twice = try Reading.updated(once, displays, renumber: renumber)
    #expect(once == twice, sourceLocation: location)
    let before = try Reading.notebook(text).cells.map(\.code)
    #expect(try Reading.notebook(once).cells.map(\.code) == before, sourceLocation: location)
    return once
  }

  /// The shapes of an exported note on autograd: never-run cells between numbered ones, no newline at the end.
  private let note = """
    # Autograd

    In [7]:
    x = torch.tensor([1., 10.],requires_grad=True)

    In [8]:
    x = torch.tensor([1, 10],requires_grad=True)

    RuntimeError: ignored

    In [None]:
    torch.autograd.grad(a,(t,u))

    `inputs` can be a single tensor, but the result is still a `[one element] tuple.`

    <br>

    In [None]:
    print(x.grad)
    u.backward()
    print(x.grad)

    This function is an alternative to `torch.autograd.grad(...)`.

    In [9]:
    w1 = torch.rand(5, 5)

    In [10]:
    x0 = x

    q = x3.norm()

    - The difference

    In [None]:
    for k in range(2):
        loss = f(k)

        print(loss)

    - The `detach()` method

    In [None]:
    a = a - grad_a

    #print(a,b)
    """

  @Test func missingOutputsOfAnExportedNote() throws {
    let displays: [Int: String?] = [
      1: "RuntimeError: ignored", 2: "(tensor([2., 4., 8.]), tensor([0.1000, 0.0500]))",
      3: "None\ntensor([27., 12., 75.])",
      6:
        "tensor([[1., 2.],\n        [3., 4.]], requires_grad=True)\ntensor([[1., 2.],\n        [3., 5.]], requires_grad=True)",
      7: "NameError: name 'grad_a' is not defined",
    ]
    let once = try update(note, displays)
    let diff = UnifiedDiff.text(old: Array(note.utf8), new: Array(once.utf8), oldName: "a", newName: "b")
    let changed: [String] = diff.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("+") || $0.hasPrefix("-")
    }
    let expected = """
      --- a
      +++ b
      -In [None]:
      +In [9]:
      +(tensor([2., 4., 8.]), tensor([0.1000, 0.0500]))
      +
      -In [None]:
      +In [10]:
      +None
      +tensor([27., 12., 75.])
      +
      -In [9]:
      +In [11]:
      -In [10]:
      +In [12]:
      -In [None]:
      +In [13]:
      +tensor([[1., 2.],
      +        [3., 4.]], requires_grad=True)
      +tensor([[1., 2.],
      +        [3., 5.]], requires_grad=True)
      +
      -In [None]:
      +In [14]:
      -#print(a,b)
      +#print(a,b)
      +
      +NameError: name 'grad_a' is not defined
      """
    #expect(changed.joined(separator: "\n") == expected)
    let labels = try Reading.notebook(once).cells.compactMap(\.label?.number)
    #expect(labels == [7, 8, 9, 10, 11, 12, 13, 14])
  }

  @Test func rightOutputsChangeNothing() throws {
    let result = try Reading.update(note, [1: "RuntimeError: ignored"])
    #expect(!result.isChanged)
    #expect(result.bytes == Array(note.utf8))
  }

  @Test func replacing() throws {
    #expect(try update("In [1]:\nx\n\nFalse\n\nSome prose.\n", [0: "True"]) == "In [1]:\nx\n\nTrue\n\nSome prose.\n")
    #expect(
      try update("In [1]:\nx\n\n    False\n\nSome prose.\n", [0: "a\n\nb"])
        == "In [1]:\nx\n\n    a\n\n    b\n\nSome prose.\n")
    #expect(try update("In [1]:\nx\n\n```text\nFalse\n```\n", [0: "- a"]) == "In [1]:\nx\n\n```text\n- a\n```\n")
    #expect(try update("In [1]:\nx\n\nOut[1]: 2\n", [0: "3"]) == "In [1]:\nx\n\nOut[1]: 3\n")
    #expect(try update("```python\nx\n```\n\n    1\n", [0: "2"]) == "```python\nx\n```\n\n    2\n")
  }

  @Test func removing() throws {
    #expect(try update("In [1]:\ny = x\n\nFalse\n\nSome prose.\n", [0: nil]) == "In [1]:\ny = x\n\nSome prose.\n")
    #expect(try update("In [1]:\ny = x\n\nFalse", [0: nil]) == "In [1]:\ny = x")
    #expect(try update("In [1]:\ny = x\n\nFalse\n", [0: nil]) == "In [1]:\ny = x\n")
    #expect(try update("In [1]:\ny = x\n\nFalse\n## H\n", [0: nil]) == "In [1]:\ny = x\n\n## H\n")
    #expect(
      try update("```py\nx\n```\n\n```output\n1\n```\n\nSome prose.\n", [0: nil]) == "```py\nx\n```\n\nSome prose.\n")
    #expect(try update(">>> x\n1\n2\n>>> y\n", [0: nil]) == ">>> x\n>>> y\n")
  }

  @Test func bareTextThatWouldNotBeReadBackIsFenced() throws {
    for text in [
      "a\n\nb", "- a", "1. a", "# a", "> a", "    a", "x = 1", "import os", "<br>", "```\na\n```", "a\n---", "***",
      "In [3]:\nx",
      "| a |\n|---|", "\n\nleading", "[a]: b", "for i in x:\n    y", "Out[1]: 2", "x", ">>> x", "print(1)",
    ] {
      let longer = text.contains("```") ? "````" : "```"
      #expect(
        try update("In [1]:\nx = 1\nx\n\nSome prose.\n", [0: text])
          == "In [1]:\nx = 1\nx\n\n\(longer)output\n\(text)\n\(longer)\n\nSome prose.\n", "\(text)")
    }
  }

  @Test func bareTextThatIsReadBackStaysBare() throws {
    for text in [
      "hello", "tensor([[1., 2.],\n        [3., 4.]])", "None\nTrue", "*a* _b_ `c` &amp; \\*", "NameError: x", "a # b",
      "<class 'int'>", "-1.5", "+ 1 2".replacing("+ ", with: "+"), "This is printed, as a sentence.",
      "Epoch 1: loss 0.5",
    ] {
      #expect(
        try update("In [1]:\nx.show\n\nSome prose.\n", [0: text]) == "In [1]:\nx.show\n\n\(text)\n\nSome prose.\n",
        "\(text)")
    }
  }

  @Test func lineEndsFollowTheDocument() throws {
    #expect(
      try update("In [1]:\r\nx\r\n\r\nSome prose.\r\n", [0: "a\nb"])
        == "In [1]:\r\nx\r\n\r\na\r\nb\r\n\r\nSome prose.\r\n")
    #expect(
      try update("\u{FEFF}In [1]:\r\nx", [0: "a\n\nb"]) == "\u{FEFF}In [1]:\r\nx\r\n\r\n```output\r\na\r\n\r\nb\r\n```")
  }

  @Test func crowdedCells() throws {
    #expect(try update("In [1]:\nx\nIn [2]:\ny\n", [0: "1", 1: "2"]) == "In [1]:\nx\n\n1\n\nIn [2]:\ny\n\n2\n")
    #expect(try update("In [1]:\nx\n---\ntext\n", [0: "1"]) == "In [1]:\nx\n\n1\n\n---\ntext\n")
  }

  @Test func fences() throws {
    #expect(
      try update("```py\nx\n```\nSome prose.\n", [0: "1"]) == "```py\nx\n```\n\n```output\n1\n```\n\nSome prose.\n")
    #expect(
      try update("```py\nx\n```\n\n    1\n\n```py\ny\n```\n", [0: "1", 1: "2"])
        == "```py\nx\n```\n\n    1\n\n```py\ny\n```\n\n    2\n")
    let list = "- a\n\n  ```py\n  x\n  ```\n\n- b\n"
    #expect(try update(list, [0: "1\n2"]) == "- a\n\n  ```py\n  x\n  ```\n\n  ```output\n  1\n  2\n  ```\n\n- b\n")
    #expect(
      try update("> ```py\n> x\n> ```\n> more\n", [0: "1\n\n2"])
        == "> ```py\n> x\n> ```\n>\n> ```output\n> 1\n>\n> 2\n> ```\n>\n> more\n")
  }

  @Test func doctests() throws {
    #expect(
      try update("```pycon\n>>> x\n1\n>>> y\n```\n", [0: "2", 1: "a\n\nb"])
        == "```pycon\n>>> x\n2\n>>> y\na\n<BLANKLINE>\nb\n```\n")
    #expect(
      try update("text\n\n    >>> x\n    >>> y\n    1\n", [0: "2", 1: "1"])
        == "text\n\n    >>> x\n    2\n    >>> y\n    1\n")
  }

  @Test func unclosedFenceIsLeftAlone() throws {
    let result = try Reading.update("```py\nx\n", [0: "1"])
    #expect(!result.isChanged)
    #expect(result.problems.map(\.line) == [1])
  }

  @Test func renumbering() throws {
    let text = "In [4]:\nx\n\nOut[4]: 1\n\nIn [ ]:\ny\n\nIn [2]:\nz\n\nOut[2]: 3\n"
    #expect(
      try update(text, [0: "1", 1: "2", 2: "3"], renumber: true)
        == "In [1]:\nx\n\nOut[1]: 1\n\nIn [2]:\ny\n\n2\n\nIn [3]:\nz\n\nOut[3]: 3\n")
    #expect(
      try update(text, [0: "1", 1: "2", 2: "3"])
        == "In [4]:\nx\n\nOut[4]: 1\n\nIn [5]:\ny\n\n2\n\nIn [6]:\nz\n\nOut[6]: 3\n")
  }

  @Test func silentNeverRunCellsKeepTheirLabels() throws {
    let text = "In [ ]:\nx = 1\n\nIn [3]:\ny\n\n2\n"
    #expect(try update(text, [0: nil, 1: "2"]) == text)
  }

  @Test func tensorOverBlankLinesIsReplacedWhole() throws {
    let old = "tensor([[[1.]],\n\n        [[2.]]])"
    let new = "tensor([[[1.]],\n\n        [[3.]]])"
    #expect(
      try update("In [1]:\nx\n\n\(old)\n\nSome prose.\n", [0: new])
        == "In [1]:\nx\n\n```output\n\(new)\n```\n\nSome prose.\n")
  }
}
