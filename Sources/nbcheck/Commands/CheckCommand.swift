import ArgumentParser
import Checking

/// `nbcheck check`, and `nbcheck` alone.
struct CheckCommand: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "check", abstract: "Run the cells and compare what they show with what is recorded (the default).")

  @Argument(help: "Notebooks, or folders of them.")
  var files: [String]

  @OptionGroup var checking: CheckingOptions

  @Flag(help: "An output that is not recorded is a failure.")
  var strict = false

  @Flag(name: .shortAndLong, help: "List every cell.")
  var verbose = false

  @Option(help: "What to print: text or json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
  var output: [OutputTarget] = []

  mutating func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one notebook or folder.") }
  }

  func run() throws {
    let start = ContinuousClock.now
    let printed = format == .text ? textReport(style: checking.run.color.style) : nil
    let results = CheckRun.check(files, checking.options(strict: strict)) { result in
      if let printed { StandardStream.output.write(printed.text(of: result)) }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if let printed {
      StandardStream.output.write(printed.summary(of: results, seconds: seconds))
    } else {
      StandardStream.output.write(JSONReport.text(of: results, strict: strict))
    }
    var wroteAll = true
    for target in output where !write(target, results, seconds) { wroteAll = false }
    let outcome = Outcome(of: results, strict: strict)
    throw ExitCode(wroteAll || outcome == .interrupted ? outcome.rawValue : Outcome.usage.rawValue)
  }

  private func textReport(style: Style) -> TextReport {
    TextReport(style: style, isStrict: strict, isVerbose: verbose)
  }

  private func write(_ target: OutputTarget, _ results: [NotebookResult], _ seconds: Double) -> Bool {
    let text: String
    switch target.format {
    case .json: text = JSONReport.text(of: results, strict: strict)
    case .text:
      let report = textReport(style: Style(isColored: false))
      text = results.map { report.text(of: $0) }.joined() + report.summary(of: results, seconds: seconds)
    }
    do {
      try FileContents.write(text, to: target.path)
      return true
    } catch {
      StandardStream.error.write("\(target.path): error: \(error.message)\n")
      return false
    }
  }
}
