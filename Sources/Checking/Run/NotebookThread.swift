#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread whose stack is large enough for the deepest recursion that the limits allow.
package struct NotebookThread {
  /// Virtual size: only what is used becomes memory.
  private static var stackBytes: Int { 512 << 20 }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: pthread_t

  /// Nil if the system has no thread to give.
  package init?(_ run: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, Self.stackBytes) == 0 else { return nil }
    let body = Unmanaged.passRetained(Body(run))
    #if canImport(Glibc)
      var thread: pthread_t = 0
      let created = pthread_create(&thread, &attributes, { NotebookThread.start($0) }, body.toOpaque()) == 0
      let started: pthread_t? = created ? thread : nil
    #else
      var thread: pthread_t?
      let created = pthread_create(&thread, &attributes, { NotebookThread.start($0) }, body.toOpaque()) == 0
      let started = created ? thread : nil
    #endif
    guard let started else {
      body.release()
      return nil
    }
    handle = started
  }

  private static func start(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
  }

  package func join() {
    pthread_join(handle, nil)
  }
}
