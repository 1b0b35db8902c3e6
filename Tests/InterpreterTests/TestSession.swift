import PythonSyntax

@testable import Interpreter

/// A session whose output is kept, for tests.
final class TestSession {
  final class Recorder: Host {
    var output = ""
    var seconds = 0.0

    func write(_ text: String, to stream: Interpreter.OutputStream) { if stream == .stdout { output += text } }
    func time() -> Double { seconds }
    func monotonicTime() -> Double {
      seconds += 0.001
      return seconds
    }
    func sleep(_ duration: Double) { seconds += duration }
    var isInterrupted: Bool { false }
  }

  let host = Recorder()
  let session: Session

  init(limits: Limits = Limits()) {
    session = Session(host: host, limits: limits)
  }

  /// What the code prints, and the last line of the traceback if it raises.
  func run(_ code: String) -> String {
    host.output = ""
    let error = traceback(code).last ?? ""
    return host.output + error
  }

  /// The traceback that the code ends in.
  func traceback(_ code: String) -> [String] {
    var lines: [String] = []
    DeepStack.run {
      do throws(Failure) {
        try session.run(Source(name: "test.py", text: code), returnsLastValue: false).release()
      } catch {
        lines = describe(error)
      }
    }
    return lines
  }

  private func describe(_ failure: Failure) -> [String] {
    switch failure {
    case .syntax(let diagnostic): return ["\(diagnostic.kind.rawValue): \(diagnostic.message)"]
    case .raised(let exception):
      defer { exception.release() }
      return TracebackText(session.vm).lines(exception)
    }
  }
}
