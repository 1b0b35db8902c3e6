/// What `torch.set_printoptions` sets.
package struct PrintOptions: Sendable, Equatable {
  package var precision = 4
  /// Tensors with more elements are summarised; infinity for never.
  package var threshold = 1000.0
  package var edgeItems = 3
  package var lineWidth = 80
  /// Scientific notation always, never, or as the values want it.
  package var sciMode: Bool?

  package enum Profile: String, Sendable {
    case standard = "default"
    case short
    case full
  }

  package init() {}

  /// One call of `set_printoptions`: the profile first, then what is given explicitly. `sciMode` is assigned by every
  /// call, so one without it ends a forced mode.
  package mutating func set(
    profile: Profile? = nil, precision: Int? = nil, threshold: Double? = nil, edgeItems: Int? = nil,
    lineWidth: Int? = nil, sciMode: Bool? = nil
  ) {
    if let profile {
      self = PrintOptions()
      switch profile {
      case .standard: break
      case .short:
        self.precision = 2
        self.edgeItems = 2
      case .full: self.threshold = .infinity
      }
    }
    if let precision { self.precision = precision }
    if let threshold { self.threshold = threshold }
    if let edgeItems { self.edgeItems = edgeItems }
    if let lineWidth { self.lineWidth = lineWidth }
    self.sciMode = sciMode
  }

  func summarises(_ count: Int) -> Bool { Double(count) > threshold }
}
