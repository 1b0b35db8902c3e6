import Interpreter
import PythonSyntax
import Tensors
import Torch

/// A session that has imported `torch`, for tests.
final class TestSession {
  final class Recorder: Host {
    var output = ""
    var errors = ""

    func write(_ text: String, to stream: Interpreter.OutputStream) {
      if stream == .stdout { output += text } else { errors += text }
    }
    func time() -> Double { 0 }
    func monotonicTime() -> Double { 0 }
    func sleep(_ seconds: Double) {}
    var isInterrupted: Bool { false }
  }

  let host = Recorder()
  let session: Session
  var vm: VM { session.vm }

  init(limits: Limits = Limits()) {
    session = Session(host: host, limits: limits)
    Torch.install(in: session.vm)
    _ = run("import torch")
  }

  /// What the code prints, the repr of its last expression, and the last line of its traceback.
  @discardableResult
  func run(_ code: String) -> String {
    host.output = ""
    do throws(Failure) {
      let value = try session.run(Source(name: "test.py", text: code), returnsLastValue: true)
      defer { value.release() }
      if !value.isNone { host.output += repr(value) + "\n" }
    } catch {
      switch error {
      case .syntax(let diagnostic): host.output += "\(diagnostic.kind.rawValue): \(diagnostic.message)\n"
      case .raised(let exception):
        defer { exception.release() }
        host.output += TracebackText(vm).lastLine(exception) + "\n"
      }
    }
    return host.output
  }

  private func repr(_ value: Value) -> String {
    do throws(Raised) {
      return try vm.repr(value)
    } catch {
      let exception = vm.takeRaised()
      defer { exception.release() }
      return TracebackText(vm).lastLine(exception)
    }
  }
}
