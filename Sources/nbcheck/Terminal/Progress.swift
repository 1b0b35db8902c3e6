import Synchronization

/// The line at the bottom of a terminal that says what runs now. Shows nothing where stderr is no terminal.
final class Progress: Sendable {
  private static let pause: Duration = .milliseconds(100)

  private let isVisible: Bool
  private let state: Mutex<(last: ContinuousClock.Instant, isShown: Bool)> = Mutex((.now, false))

  init() {
    isVisible = StandardStream.error.isTerminal
  }

  /// Seldom enough that quick notebooks show none.
  func show(_ text: @autoclosure () -> String) {
    guard isVisible else { return }
    let isDue = state.withLock { state in
      guard .now - state.last >= Self.pause else { return false }
      state = (.now, true)
      return true
    }
    if isDue { StandardStream.error.write("\r\u{1B}[K" + text()) }
  }

  func clear() {
    guard isVisible else { return }
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { StandardStream.error.write("\r\u{1B}[K") }
  }
}
