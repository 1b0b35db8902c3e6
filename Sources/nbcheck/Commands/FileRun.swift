import Checking
import Notebooks

/// `nbcheck run`, once its arguments are known.
struct FileRun {
  var file: String
  var arguments: [String] = []
  var limits = Limits()
  var allowsWriting = false
  var style = ColorChoice.auto.style

  /// The exit code.
  func run() -> Int32 {
    Malloc.prepareForOneThread()
    Signals.watch()
    return file.hasSuffix(".md") ? runNotebook() : runScript()
  }

  private func runScript() -> Int32 {
    let code: String
    do {
      code = try SourceText.read(file)
    } catch {
      return unreadable(error)
    }
    let live: ExecutorSettings.LiveOutput = { stream, text in
      (stream == .standardOutput ? StandardStream.output : StandardStream.error).write(text)
    }
    guard let execution = PlainRun.script(code, engine: .python, settings: settings(live)) else { return noThread() }
    if execution.stop == .interrupted { return Outcome.interrupted.rawValue }
    if let exit = execution.exit {
      if let message = exit.message { StandardStream.error.write(message + "\n") }
      return exit.status
    }
    guard let error = execution.error else { return Outcome.ok.rawValue }
    if !execution.isErrorShown { Self.writeTraceback(error) }
    return Outcome.failures.rawValue
  }

  private func runNotebook() -> Int32 {
    switch NotebookFile(path: file).read(codeReader: Engine.python.codeReader) {
    case .failure(let problem): return unreadable(problem)
    case .success(let notebook):
      guard !notebook.cells.isEmpty else {
        StandardStream.error.write("\(file): no cells\n")
        return Outcome.noCells.rawValue
      }
      let succeeded = PlainRun.cells(of: notebook, engine: .python, settings: settings(nil)) { cell, execution in
        Self.show(cell, execution, style)
      }
      guard let succeeded else { return noThread() }
      if Signals.interruption.isRaised { return Outcome.interrupted.rawValue }
      return (succeeded ? Outcome.ok : .failures).rawValue
    }
  }

  private func settings(_ live: ExecutorSettings.LiveOutput?) -> ExecutorSettings {
    ExecutorSettings(
      path: file, limits: limits, interruption: Signals.interruption, arguments: [file] + arguments,
      liveOutput: live, allowsWriting: allowsWriting)
  }

  private static func show(_ cell: Cell, _ execution: Execution, _ style: Style) {
    let text = execution.displayedText
    let standardError = execution.standardError
    guard !text.isEmpty || !standardError.isEmpty || execution.error != nil else { return }
    StandardStream.output.write(
      style.heading("\(cell.name):") + "\n" + text + (text.hasSuffix("\n") || text.isEmpty ? "" : "\n"))
    if !standardError.isEmpty { StandardStream.error.write(standardError) }
    if let error = execution.error { writeTraceback(error) }
    StandardStream.flush()
  }

  private static func writeTraceback(_ error: ExecutionError) {
    let lines = error.traceback.isEmpty ? [error.description] : error.traceback
    StandardStream.error.write(lines.map { $0 + "\n" }.joined())
  }

  private func unreadable(_ problem: FileProblem) -> Int32 {
    let place = [problem.line, problem.column].compactMap { $0.map { ":\($0)" } }.joined()
    StandardStream.error.write("\(file)\(place): error: \(problem.message)\n")
    return Outcome.usage.rawValue
  }

  private func noThread() -> Int32 {
    StandardStream.error.write("\(file): internal error: the system gave no thread to run it\n")
    return Outcome.internalError.rawValue
  }
}

extension FileRun {
  /// `run FILE …` without options. What follows the file belongs to the script, so there is nothing to parse, and a
  /// short script takes less time than setting up the parser. Nil for everything else.
  init?(plain commandLine: [String]) {
    guard commandLine.count > 2, commandLine[1] == "run", let first = commandLine[2].first, first != "-" else {
      return nil
    }
    self.init(file: commandLine[2], arguments: Array(commandLine[3...]))
  }
}
