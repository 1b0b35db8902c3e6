import PythonSyntax
import Testing

@testable import Interpreter

/// Values as IPython shows them.
struct DisplayTests {
  private func display(_ code: String) throws -> String {
    let session = TestSession().session
    let value = try session.run(Source(name: "test.py", text: code), returnsLastValue: true)
    defer { value.release() }
    return try DisplayText.text(of: value, session.vm)
  }

  @Test func putsLongListsOneElementALine() throws {
    #expect(try display("list(range(5))") == "[0, 1, 2, 3, 4]")
    let long = try display("['word%d' % i for i in range(12)]")
    #expect(long == "[" + (0..<12).map { "'word\($0)'" }.joined(separator: ",\n ") + "]")
  }

  @Test func breaksInnerGroupsOnlyWhereNeeded() throws {
    let text = try display("{'first': list(range(30)), 'second': (1, 2)}")
    #expect(text.hasPrefix("{'first': [0,\n  1,\n"))
    #expect(text.hasSuffix("29],\n 'second': (1, 2)}"))
  }

  @Test func sortsSetsAndNamesFunctions() throws {
    #expect(try display("{'c', 'a', 'b'}") == "{'a', 'b', 'c'}")
    #expect(try display("def f(x, y=2, *a, k, **b): pass\nf") == "<function __main__.f(x, y=2, *a, k, **b)>")
    #expect(try display("int") == "int")
    #expect(try display("class A: pass\nA") == "__main__.A")
    #expect(try display("ValueError('x')") == "ValueError('x')")
  }

  @Test func stopsAtAThousandItems() throws {
    #expect(try display("list(range(1001))").hasSuffix(" 999,\n ...]"))
  }
}
