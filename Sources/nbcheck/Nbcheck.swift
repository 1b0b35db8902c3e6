import ArgumentParser
import Checking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The root command; `check` runs where no other is named.
struct Nbcheck: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "nbcheck",
    abstract: "Checks that the outputs recorded in lecture notes are what their cells show.",
    discussion: """
      Exit codes: 0 all right, 1 failures, 2 interrupted, 3 internal error, 4 wrong usage or unreadable file, \
      5 no cells found.
      """,
    version: "nbcheck 0.1.0",
    subcommands: [CheckCommand.self, UpdateCommand.self, RunCommand.self, ExplainCommand.self],
    defaultSubcommand: CheckCommand.self)
}

@main
enum Entry {
  static func main() {
    let status = run()
    StandardStream.flush()
    exit(status)
  }

  private static func run() -> Int32 {
    if let plain = FileRun(plain: CommandLine.arguments) { return plain.run() }
    do {
      var command = try Nbcheck.parseAsRoot()
      try command.run()
      return Outcome.ok.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error)
    }
  }

  /// The parser's own errors are wrong usage; help and version are none.
  private static func report(_ error: any Error) -> Int32 {
    let message = Nbcheck.fullMessage(for: error)
    switch Nbcheck.exitCode(for: error) {
    case .success:
      StandardStream.output.write(message + "\n")
      return Outcome.ok.rawValue
    case .validationFailure:
      StandardStream.error.write(message + "\n")
      return Outcome.usage.rawValue
    default:
      StandardStream.error.write("nbcheck: internal error: \(message)\n")
      return Outcome.internalError.rawValue
    }
  }
}
