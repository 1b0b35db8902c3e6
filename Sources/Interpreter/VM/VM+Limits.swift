extension VM {
  /// Refuses, before it is made, what would not fit the notebook's memory.
  package func checkSize(_ bytes: Int) throws(Raised) {
    if bytes < 0 || !heap.fits(bytes) { throw raise(heap.types[.memoryError], []) }
  }

  /// Counts work done in Swift against the time limit.
  package func charge(_ ticks: Int) throws(Raised) {
    let rest = Int(state.pointee.ticks) - ticks
    state.pointee.ticks = Int32(clamping: rest)
    if rest < 0 { try lookAtLimits() }
  }

  /// Waits, but not beyond the time limit.
  package func sleep(_ seconds: Double) throws(Raised) {
    host.sleep(min(seconds, max(deadline - host.monotonicTime(), 0) + 0.001))
    try charge(20_000)
  }

  /// The slow side of the tick counter: reads the clock, and what else must be looked at now and then.
  @inline(never)
  func lookAtLimits() throws(Raised) {
    state.pointee.ticks = 10_000
    if host.isInterrupted { stopReason = .interrupted }
    if host.monotonicTime() > deadline { stopReason = .timeout }
    if stopReason != nil { throw raiseStop() }
    if heap.bytes > heap.byteLimit {
      collectCycles()
      if heap.bytes > heap.byteLimit { throw raise(heap.types[.memoryError], []) }
    }
    collectCyclesIfGrown()
  }

  /// Whether the next look at the limits will raise: for code that cannot throw, and may run no Python.
  var isPastLimits: Bool { host.isInterrupted || host.monotonicTime() > deadline }

  private func raiseStop() -> Raised {
    switch stopReason {
    case .interrupted: raise(heap.types[.keyboardInterrupt], [])
    case .timeout, nil:
      raise(.timeoutError, "the cell took longer than \(formatSeconds(limits.seconds))")
    }
  }

  private func formatSeconds(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }

  /// Starts the clock of a cell.
  package func startClock() {
    stopReason = nil
    deadline = limits.seconds.isFinite ? host.monotonicTime() + limits.seconds : .infinity
    state.pointee.ticks = 10_000
  }

  /// Guards Swift code that calls itself through Python code, or walks nested values.
  package func enter() throws(Raised) {
    nativeDepth += 1
    if nativeDepth > 2000 || state.pointee.frameCount >= limits.recursion {
      throw raiseTooDeep("while calling a Python object")
    }
  }

  /// The same, with CPython's words for what was going on.
  func enter(_ activity: StaticString) throws(Raised) {
    nativeDepth += 1
    if nativeDepth > 2000 || state.pointee.frameCount >= limits.recursion { throw raiseTooDeep(activity) }
  }

  @inline(never)
  private func raiseTooDeep(_ activity: StaticString) -> Raised {
    nativeDepth -= 1
    return raise(.recursionError, "maximum recursion depth exceeded \(activity)")
  }

  package func leave() { nativeDepth -= 1 }
}
