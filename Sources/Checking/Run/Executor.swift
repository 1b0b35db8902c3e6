/// What runs the cells of one notebook: the namespace lives as long as the executor does.
/// Everything else in this module knows only this protocol, so that another engine can stand behind it.
package protocol Executor: AnyObject {
  func execute(_ cell: ExecutableCell) -> Execution
}

/// Makes a fresh executor with an empty namespace; called on the thread that will use it.
package typealias ExecutorFactory = @Sendable (ExecutorSettings) -> any Executor

/// A piece of code to run.
package struct ExecutableCell: Sendable, Equatable {
  /// What becomes of a trailing expression.
  package enum Display: Sendable, Equatable {
    /// Shown as IPython's pretty printer lays it out.
    case jupyter
    /// Shown as plain `repr`.
    case doctest
    /// Not shown: the code is a script.
    case script
  }

  /// Lines end in `\n`.
  package let code: String
  /// What tracebacks call it: `Cell In [3]`, or a script's path.
  package let name: String
  /// The execution count, for `Out[n]`.
  package let number: Int?
  package let display: Display

  package init(code: String, name: String, number: Int?, display: Display) {
    self.code = code
    self.name = name
    self.number = number
    self.display = display
  }
}

/// What an executor is made with.
package struct ExecutorSettings: Sendable {
  /// Receives output as it is written, which then is not part of `Execution.pieces`.
  package typealias LiveOutput = @Sendable (_ stream: Execution.Stream, _ text: String) -> Void

  /// The path of the notebook or script; its folder is what the code may read.
  package let path: String
  package let limits: Limits
  package let interruption: Interruption
  /// `sys.argv`
  package let arguments: [String]
  package let liveOutput: LiveOutput?
  /// Whether what the code writes to files reaches the disk.
  package let allowsWriting: Bool

  package init(
    path: String, limits: Limits, interruption: Interruption, arguments: [String] = [],
    liveOutput: LiveOutput? = nil, allowsWriting: Bool = false
  ) {
    self.path = path
    self.limits = limits
    self.interruption = interruption
    self.arguments = arguments
    self.liveOutput = liveOutput
    self.allowsWriting = allowsWriting
  }
}

/// What a cell may use before it is stopped.
package struct Limits: Sendable, Equatable {
  /// For each cell; nil for no limit.
  package var seconds: Double?
  /// For the whole notebook.
  package var memoryBytes: Int
  /// Nested Python calls.
  package var recursionDepth: Int

  package init(seconds: Double? = nil, memoryBytes: Int = 4 << 30, recursionDepth: Int = 1000) {
    self.seconds = seconds
    self.memoryBytes = memoryBytes
    self.recursionDepth = recursionDepth
  }
}
