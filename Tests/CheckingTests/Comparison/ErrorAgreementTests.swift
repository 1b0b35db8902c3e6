import Notebooks
import Testing

@testable import Checking

@Suite struct ErrorAgreementTests {
  private let raised = ExecutionError(type: "RuntimeError", message: "only Tensors of floating point dtype")

  private func rule(_ text: String, _ error: ExecutionError, ignoresDetail: Bool = false) throws -> Rule? {
    var options = ComparisonOptions()
    options.ignoresErrorDetail = ignoresDetail
    return Agreement.rule(recorded: try #require(RecordedError(in: text)), actual: error, options: options)
  }

  @Test func levels() throws {
    #expect(try rule("RuntimeError: ignored", raised) == .errorType)
    #expect(try rule("RuntimeError", raised) == .errorType)
    #expect(try rule("ValueError: ignored", raised) == nil)
    #expect(try rule("RuntimeError: only Tensors of floating point dtype", raised) == .exact)
    #expect(try rule("RuntimeError: only Tensors ... dtype", raised) == .wildcards)
    #expect(try rule("RuntimeError: only Tensors", raised) == nil)
    #expect(try rule("RuntimeError: only Tensors", raised, ignoresDetail: true) == .errorType)
  }

  @Test func aTracebackCountsByItsLastLine() throws {
    let text = """
      Traceback (most recent call last):
        File "x.py", line 1, in <module>
      RuntimeError: only Tensors of floating point dtype
      """
    #expect(try rule(text, raised) == .traceback)
    #expect(try rule(text + "s", raised) == nil)
  }

  @Test func modulesInFrontOfATypeMayDiffer() throws {
    let error = ExecutionError(type: "torch._C._LinAlgError", message: "singular")
    #expect(try rule("LinAlgError: singular", error) == .exact)
    #expect(try rule("torch.linalg.LinAlgError: singular", error) == .exact)
    #expect(try rule("OtherLinAlgError: singular", error) == nil)
  }
}
