import Checking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C asks the running cells to stop, so that what is done can be reported; a second one ends the process.
enum Signals {
  static let interruption: Interruption = Interruption()

  static func watch() {
    // The handler must find it made: making it there would not be safe.
    _ = interruption.isRaised
    // Whoever started the process may have blocked the signal, as test runners do on the threads that start others.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    signal(SIGINT) { _ in
      Signals.interruption.raise()
      signal(SIGINT, SIG_DFL)
    }
  }
}
