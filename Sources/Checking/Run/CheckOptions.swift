/// What the user may choose for a check.
package struct CheckOptions: Sendable, Equatable {
  /// An output that nobody recorded is a failure.
  package var isStrict = false
  /// Replace the default tolerance of 4 ulp when either is given.
  package var relativeTolerance: Double?
  package var absoluteTolerance: Double?
  package var limits = Limits()
  /// Notebooks that run at the same time; nil for as many as there are processors.
  package var jobs: Int?

  /// Whether what cells write to files reaches the disk.
  package var allowsWriting = false

  package init() {}
}
