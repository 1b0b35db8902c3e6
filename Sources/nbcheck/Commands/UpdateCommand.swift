import ArgumentParser
import Checking

/// `nbcheck update`
struct UpdateCommand: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "update", abstract: "Run the cells and write what they show into the notebooks.",
    discussion: "Output that agrees already is left as it is, and so is everything that is not output.")

  @Argument(help: "Notebooks, or folders of them.")
  var files: [String]

  @OptionGroup var checking: CheckingOptions

  @Flag(help: "Print the changes as a unified diff and write nothing.")
  var diff = false

  @Flag(help: "Number all cells from 1.")
  var renumber = false

  mutating func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one notebook or folder.") }
  }

  func run() throws {
    let results = CheckRun.check(files, checking.options())
    var outcome = Outcome(of: results, strict: false)
    // What fails is what an update is for.
    if outcome == .failures { outcome = .ok }
    for result in results {
      guard let update = NotebookUpdate(result, engine: .python, renumber: renumber) else {
        reportUnwritten(result)
        continue
      }
      if !finish(update), outcome == .ok { outcome = .failures }
    }
    throw ExitCode(outcome.rawValue)
  }

  /// Whether all that had to be written was.
  private func finish(_ update: NotebookUpdate) -> Bool {
    for problem in update.problems {
      StandardStream.error.write("\(update.path):\(problem.line):1: error: \(problem.message)\n")
    }
    if diff {
      StandardStream.output.write(update.diff)
      return update.problems.isEmpty
    }
    do {
      try update.write()
      StandardStream.output.write("\(update.path): \(update.description)\n")
      return update.problems.isEmpty
    } catch {
      StandardStream.error.write("\(update.path): error: \(error.message)\n")
      return false
    }
  }

  private func reportUnwritten(_ result: NotebookResult) {
    for problem in result.problems {
      let place = [problem.line, problem.column].compactMap { $0.map { ":\($0)" } }.joined()
      StandardStream.error.write("\(result.path)\(place): error: \(problem.message)\n")
    }
    if let error = result.internalError { StandardStream.error.write("\(result.path): internal error: \(error)\n") }
    if !result.isComplete { StandardStream.error.write("\(result.path): interrupted; nothing was written\n") }
  }
}
