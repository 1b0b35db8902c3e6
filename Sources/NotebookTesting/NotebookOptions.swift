import Checking

/// How strictly a notebook is checked.
public struct NotebookOptions: Sendable, Equatable {
  /// Whether an output that is not recorded is a failure.
  public var isStrict: Bool
  /// After how many seconds a cell is stopped; nil for never.
  public var timeout: Double?
  /// The relative tolerance of numbers; nil for 4 units in the last place.
  public var relativeTolerance: Double?
  /// The absolute tolerance of numbers; nil for 4 units in the last place.
  public var absoluteTolerance: Double?

  /// Options, each with the default of the command line; a cell may take a minute, so that no suite hangs.
  public init(
    isStrict: Bool = false, timeout: Double? = 60, relativeTolerance: Double? = nil, absoluteTolerance: Double? = nil
  ) {
    self.isStrict = isStrict
    self.timeout = timeout
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
  }

  var checkOptions: CheckOptions {
    var options = CheckOptions()
    options.isStrict = isStrict
    options.limits.seconds = timeout
    options.relativeTolerance = relativeTolerance
    options.absoluteTolerance = absoluteTolerance
    return options
  }
}
