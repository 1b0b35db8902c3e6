import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process's output, buffered, and written from any thread.
struct StandardStream: Sendable {
  static let output: StandardStream = StandardStream(descriptor: STDOUT_FILENO)
  static let error: StandardStream = StandardStream(descriptor: STDERR_FILENO)

  private static let largestBuffer = 1 << 16
  private static let pending: Mutex<[UInt8]> = Mutex([])

  private let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// What goes to stderr pushes out what was written to stdout before it.
  func write(_ text: String) {
    Self.pending.withLock { pending in
      if descriptor == STDOUT_FILENO {
        pending += text.utf8
        if pending.count >= Self.largestBuffer || isTerminal { Self.drain(&pending) }
      } else {
        Self.drain(&pending)
        Self.send(Array(text.utf8), to: descriptor)
      }
    }
  }

  static func flush() {
    pending.withLock { drain(&$0) }
  }

  private static func drain(_ pending: inout [UInt8]) {
    send(pending, to: STDOUT_FILENO)
    pending.removeAll(keepingCapacity: true)
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { put(descriptor, UnsafeRawBufferPointer(rebasing: $0[offset...])) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      offset += written
    }
  }

  private static func put(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
