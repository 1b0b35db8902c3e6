#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Buffers that grow: the C library moves pages where Swift would have to copy bytes.

extension UnsafeMutableRawPointer {
  /// New memory. Whoever asks for much has made sure that the limits allow it.
  @inline(__always)
  static func allocated(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard let memory = malloc(bytes) else { fatalError("the system has no memory left") }
    return memory
  }

  /// The same contents in memory of another size.
  @inline(__always)
  func reallocated(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard let memory = realloc(self, bytes) else { fatalError("the system has no memory left") }
    return memory
  }

  @inline(__always)
  func giveBack() { free(self) }
}

extension UnsafeMutablePointer<Value> {
  @inline(__always)
  static func allocated(_ count: Int) -> UnsafeMutablePointer<Value> {
    UnsafeMutableRawPointer.allocated(count * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
  }

  @inline(__always)
  func reallocated(_ count: Int) -> UnsafeMutablePointer<Value> {
    UnsafeMutableRawPointer(self).reallocated(count * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
  }

  @inline(__always)
  func giveBack() { UnsafeMutableRawPointer(self).giveBack() }
}
