import Notebooks
import Testing

/// Which blocks are the recorded output, given what the cell displays.
@Suite struct OutputResolutionTests {
  private func resolve(_ after: String, displays text: String?, code: String = "x.show", label: String = "3") throws
    -> OutputResolution
  {
    let notebook = try Reading.notebook("In [1]:\nx = 1\n\nIn [\(label)]:\n\(code)\n\n\(after)")
    return Reading.output(notebook, 1, displays: text)
  }

  private func recorded(_ after: String, displays text: String?, code: String = "x.show") throws -> String? {
    try resolve(after, displays: text, code: code).output?.text
  }

  @Test func silentCellIsFollowedByProse() throws {
    #expect(try resolve("This is prose.\n", displays: nil, code: "y = x") == .nothing(.displaysNothing))
    #expect(try resolve("hello\n", displays: "", code: "y = x") == .nothing(.displaysNothing))
    #expect(try resolve("", displays: nil, code: "y = x") == .nothing(.displaysNothing))
  }

  @Test func silentCellWithAStaleOutput() throws {
    #expect(try recorded("False\n\nprose here.\n", displays: nil) == "False")
    #expect(try recorded("RuntimeError: ignored\n", displays: nil) == "RuntimeError: ignored")
    #expect(try recorded("```output\nwords\n```\n", displays: nil) == "words")
    #expect(try recorded("```\nwords\n```\n", displays: nil) == nil)
  }

  @Test func missing() throws {
    #expect(try resolve("This is what we saw.\n", displays: "tensor([2.])") == .nothing(.unlike))
    #expect(try resolve("`torch.autograd.grad(a)` computes it.\n", displays: "True") == .nothing(.unlike))
    #expect(try resolve("Gradients\n", displays: "tensor([2.])") == .nothing(.unlike))
    #expect(try resolve("- list\n", displays: "True") == .nothing(.noBlock))
    #expect(try resolve("", displays: "True") == .nothing(.noBlock))
  }

  @Test func agreeing() throws {
    #expect(try recorded("True\n\nThis is prose.\n", displays: "True") == "True")
    #expect(try recorded("one\n\ntwo\n\nThis is prose.\n", displays: "one\n\ntwo\n") == "one\n\ntwo")
    #expect(try recorded("This is printed prose.\n", displays: "This is printed prose.") == "This is printed prose.")
  }

  @Test func changed() throws {
    #expect(try recorded("True\n\nThis is prose.\n", displays: "False") == "True")
    #expect(try recorded("tensor([1., 2.])\n", displays: "tensor([1., 3.])") == "tensor([1., 2.])")
    #expect(try recorded("hello\n\nMore prose here.\n", displays: "hallo") == "hello")
    #expect(try recorded("Hello\n", displays: "Goodbye") == "Hello")
    #expect(try recorded("cat\n", displays: "dog") == "cat")
    #expect(try recorded("TypeError: ignored\n", displays: "RuntimeError: Only Tensors") == "TypeError: ignored")
    #expect(
      try recorded("The loss is 0.5 after training.\n", displays: "The loss is 0.4 after training.")
        == "The loss is 0.5 after training.")
    #expect(
      try recorded("tensor([1.], dtype=torch.float64)\n", displays: "tensor([1.])")
        == "tensor([1.], dtype=torch.float64)")
  }

  @Test func neverRun() throws {
    for label in ["None", " "] {
      #expect(try resolve("True\n", displays: "True", label: label) == .nothing(.neverRun))
    }
    #expect(try resolve("True\n", displays: "True", label: "*").output?.text == "True")
  }

  @Test func tensorOverBlankLines() throws {
    let tensor = "tensor([[[1., 2.],\n         [3., 4.]],\n\n        [[5., 6.],\n         [7., 8.]]])"
    let notebook = try Reading.notebook("In [1]:\nx\n\n\(tensor)\n\nMore prose here.\n")
    #expect(notebook.cells[0].candidates.map(\.text) == [tensor, "More prose here."])
    #expect(Reading.output(notebook, 0, displays: tensor).output?.text == tensor)
    let other = tensor.replacing("8.", with: "9.")
    #expect(Reading.output(notebook, 0, displays: other).output?.text == tensor)
    #expect(Reading.output(notebook, 0, displays: "tensor(1.)").output?.text == tensor)
  }

  @Test func printedThenValue() throws {
    #expect(try recorded("one\n\nTrue\n\nThis is prose.\n", displays: "one\nTrue") == "one\nTrue")
    #expect(try recorded("one\n\nOut[3]: True\n\nThis is prose.\n", displays: "one\nTrue") == "one\nTrue")
    #expect(try recorded("    one\n\n\n    True\n", displays: "one\nTrue") == "one\nTrue")
  }

  @Test func outLabels() throws {
    for after in ["Out[3]: True\n", "Out[3]:\nTrue\n", "Out[3]:\n\n    True\n", "Out[3]:\n\nTrue\n"] {
      #expect(try recorded(after + "\nThis is prose.\n", displays: "True") == "True", "\(after)")
      #expect(try recorded(after + "\nThis is prose.\n", displays: "False") == "True", "\(after)")
    }
  }

  @Test func textThatMarkdownTakesApart() throws {
    for text in [
      "- a\n- b", "# x", "1. one", "> q", "epoch loss\n----------\n1 0.5", "| a |\n|---|\n| 1 |", "a\n\n- b\n\nc",
    ] {
      #expect(try recorded(text + "\n\nprose here now.\n", displays: text) == text, "\(text)")
    }
  }

  @Test func tracebacks() throws {
    let rule = String(repeating: "-", count: 75)
    let ipython =
      "\(rule)\nRuntimeError           Traceback (most recent call last)\n<ipython-input-3-1> in <module>\n----> 1 f()\n\n/lib/x.py in f(a)\n      1 def f(a):\n\nRuntimeError: Only Tensors"
    let python = "Traceback (most recent call last):\n  File \"a\", line 1, in <module>\nRuntimeError: Only Tensors"
    for text in [ipython, python, "shown\n" + python] {
      let output = try resolve(text + "\n\nThis is prose.\n", displays: "RuntimeError: Only Tensors of floating point")
        .output
      #expect(output?.text == text)
      #expect(output?.error?.message == "Only Tensors")
      #expect(output?.error?.level == .traceback)
    }
  }

  @Test func linesAndBytes() throws {
    let text = "In [1]:\nx\n\none\n\ntwo\n\nThis is prose.\n"
    let notebook = try Reading.notebook(text)
    let output = try #require(Reading.output(notebook, 0, displays: "one\n\ntwo").output)
    #expect(output.lines == 4...6)
    #expect(String(decoding: notebook.document.bytes[output.range], as: UTF8.self) == "one\n\ntwo")
  }
}
