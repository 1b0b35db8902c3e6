import ArgumentParser
import Checking

/// `nbcheck explain`
struct ExplainCommand: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "explain", abstract: "Show how each block of a notebook is read, and why.",
    discussion: "The cells are run: what they show decides which blocks are their output.")

  @OptionGroup var checking: CheckingOptions

  @Argument(help: "Notebooks, or folders of them.")
  var files: [String]

  mutating func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one notebook or folder.") }
  }

  func run() throws {
    let results = CheckRun.check(files, checking.options())
    let style = checking.run.color.style
    for result in results {
      if let notebook = result.notebook {
        StandardStream.output.write(Explanation.text(of: notebook, result: result, style: style))
      } else {
        StandardStream.error.write(TextReport(style: Style(isColored: false)).text(of: result))
      }
    }
    let outcome = Outcome(of: results, strict: false)
    // Explaining is not judging.
    throw ExitCode(outcome == .failures ? Outcome.ok.rawValue : outcome.rawValue)
  }
}
