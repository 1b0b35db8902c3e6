import ArgumentParser

/// `nbcheck run`
struct RunCommand: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "run", abstract: "Run a script, or the cells of a notebook without comparing.")

  @OptionGroup var options: RunOptions

  @Argument(help: "A script (.py) or a notebook (.md).")
  var file: String

  @Argument(parsing: .captureForPassthrough, help: "What the script finds in sys.argv.")
  var arguments: [String] = []

  func run() throws {
    let run = FileRun(
      file: file, arguments: arguments, limits: options.limits, allowsWriting: options.allowWrite,
      style: options.color.style)
    throw ExitCode(run.run())
  }
}
