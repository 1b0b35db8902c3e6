import Testing

@testable import Notebooks

@Suite struct RecordedErrorTests {
  @Test func levels() throws {
    let ignored = try #require(RecordedError(in: "RuntimeError: ignored"))
    #expect(ignored.level == .type && ignored.type == "RuntimeError" && ignored.before == "")
    #expect(RecordedError(in: "RuntimeError")?.level == .type)
    let message = try #require(RecordedError(in: "NameError: name 'grad_a' is not defined"))
    #expect(message.level == .message && message.message == "name 'grad_a' is not defined")
  }

  @Test func printedBefore() throws {
    let error = try #require(RecordedError(in: "one\ntwo\nValueError: no\nsecond line"))
    #expect(error.before == "one\ntwo")
    #expect(error.message == "no\nsecond line")
  }

  @Test func tracebacks() throws {
    let python = try #require(
      RecordedError(in: "Traceback (most recent call last):\n  File \"x\", line 1, in <module>\n    f()\nMyBad: oh: no")
    )
    #expect(python.level == .traceback && python.type == "MyBad" && python.message == "oh: no")
    let rule = String(repeating: "-", count: 75)
    let ipython = try #require(
      RecordedError(
        in: "shown\n\(rule)\nRuntimeError        Traceback (most recent call last)\n<ipython-input-3> in <module>\n"
          + "----> 1 f()\n\nRuntimeError: Only Tensors"))
    #expect(ipython.before == "shown" && ipython.message == "Only Tensors" && ipython.level == .traceback)
  }

  @Test(arguments: [
    "False", "tensor([1.])", "Note: this", "Warning: careful", "the RuntimeError: x", "Error: x", "", "a: b",
  ])
  func noErrors(text: String) {
    #expect(RecordedError(in: text) == nil)
  }

  @Test func bareNameAmongOtherLinesIsNoError() {
    #expect(RecordedError(in: "ValueError\nTypeCheck") == nil)
  }
}
