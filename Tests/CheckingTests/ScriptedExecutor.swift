import Notebooks

@testable import Checking

/// Answers each cell by what a table says for its code; runs nothing.
final class ScriptedExecutor: Executor {
  private let answers: [String: Execution]

  init(_ answers: [String: Execution]) { self.answers = answers }

  func execute(_ cell: ExecutableCell) -> Execution {
    answers[String(cell.code.split(separator: "\n").joined(separator: "\n"))] ?? Execution()
  }
}

extension Engine {
  /// An engine whose executors know what each code displays.
  static func scripted(_ answers: [String: Execution]) -> Engine {
    Engine(codeReader: PythonCodeReader(), makeExecutor: { _ in ScriptedExecutor(answers) })
  }
}

extension Execution {
  static func value(_ text: String, isUnseeded: Bool = false) -> Execution {
    var execution = Execution()
    execution.pieces = [.value(text)]
    execution.isUnseeded = isUnseeded
    return execution
  }

  static func printed(_ text: String) -> Execution {
    var execution = Execution()
    execution.pieces = [.text(.standardOutput, text)]
    return execution
  }

  static func raised(
    _ type: String, _ message: String, line: Int = 1, column: Int = 1, after printed: String = "",
    isOutsideEngine: Bool = false
  ) -> Execution {
    var execution = Execution()
    if !printed.isEmpty { execution.pieces = [.text(.standardOutput, printed)] }
    execution.error = ExecutionError(
      type: type, message: message, line: line, column: column, isOutsideEngine: isOutsideEngine)
    return execution
  }
}

/// A notebook in the export form, checked by what a table says.
func checked(
  _ text: String, _ answers: [String: Execution], options: CheckOptions = CheckOptions(), path: String = "note.md"
) throws -> NotebookResult {
  let engine = Engine.scripted(answers)
  let notebook = try NotebookReader(codeReader: engine.codeReader).read(Array(text.utf8), path: path)
  var run = NotebookRun(notebook, engine: engine, options: options, interruption: Interruption())
  let (cells, isComplete) = run.run { _ in }
  return NotebookResult(notebook, cells: cells, seconds: 0, isComplete: isComplete)
}
