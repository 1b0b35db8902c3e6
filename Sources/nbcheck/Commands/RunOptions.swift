import ArgumentParser
import Checking

/// What every command takes that runs cells.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Stop a cell after so many seconds.", valueName: "seconds"))
  var timeout: Double?

  @Option(
    help: ArgumentHelp("What a notebook may hold in memory, in megabytes (default: 4096).", valueName: "megabytes"))
  var memory: Int?

  @Flag(
    help: ArgumentHelp(
      "Let cells write files to disk, inside the notebook's folder; otherwise what they write is kept in memory."))
  var allowWrite = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto

  mutating func validate() throws {
    if let timeout, !(timeout > 0) || !timeout.isFinite {
      throw ValidationError("--timeout must be a positive number of seconds.")
    }
    if let memory, !(1...1 << 40).contains(memory) {
      throw ValidationError("--memory must be a positive number of megabytes.")
    }
  }

  var limits: Limits {
    var limits = Limits(seconds: timeout)
    if let memory { limits.memoryBytes = memory << 20 }
    return limits
  }
}

/// What every command takes that compares.
struct CheckingOptions: ParsableArguments {
  @OptionGroup var run: RunOptions

  @Option(
    help: ArgumentHelp("Relative tolerance of numbers, instead of 4 units in the last place.", valueName: "number"))
  var rtol: Double?

  @Option(
    help: ArgumentHelp("Absolute tolerance of numbers, instead of 4 units in the last place.", valueName: "number"))
  var atol: Double?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Notebooks that run at the same time (default: one per processor).", valueName: "number"))
  var jobs: Int?

  mutating func validate() throws {
    for (name, value) in [("--rtol", rtol), ("--atol", atol)] {
      if let value, !(value >= 0) || !value.isFinite { throw ValidationError("\(name) must not be negative.") }
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func options(strict: Bool = false) -> CheckOptions {
    var options = CheckOptions()
    options.isStrict = strict
    options.relativeTolerance = rtol
    options.absoluteTolerance = atol
    options.limits = run.limits
    options.allowsWriting = run.allowWrite
    options.jobs = jobs
    return options
  }
}
