#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs code on a thread with as much stack as notebooks get; test threads have too little for deep recursion.
enum DeepStack {
  private final class Work: @unchecked Sendable {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  static func run(_ body: () -> Void) {
    withoutActuallyEscaping(body) { body in
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      pthread_attr_setstacksize(&attributes, 512 << 20)
      defer { pthread_attr_destroy(&attributes) }
      let work = Unmanaged.passRetained(Work(body))
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          #if canImport(Darwin)
            let pointer = argument
          #else
            guard let pointer = argument else { return nil }
          #endif
          Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
      #if canImport(Darwin)
        if status == 0, let thread { pthread_join(thread, nil) }
      #else
        if status == 0 { pthread_join(thread, nil) }
      #endif
    }
  }
}
