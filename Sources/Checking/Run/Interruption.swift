import Synchronization

/// Asks every running notebook to stop. Safe to raise from a signal handler and to read from any thread.
package final class Interruption: Sendable {
  private let raised = Atomic<Bool>(false)

  package init() {}

  package var isRaised: Bool { raised.load(ordering: .relaxed) }

  package func raise() { raised.store(true, ordering: .relaxed) }
}
