#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Memory by the C library: buffers that grow have their pages moved, where Swift would have to copy bytes.

extension UnsafeMutableRawPointer {
  /// New memory. Whoever asks for much has made sure that the limits allow it.
  @inline(__always)
  static func allocated(_ bytes: Int) -> UnsafeMutableRawPointer {
    given(malloc(bytes))
  }

  /// The same contents in memory of another size.
  @inline(__always)
  func reallocated(_ bytes: Int) -> UnsafeMutableRawPointer {
    Self.given(realloc(self, bytes))
  }

  @inline(__always)
  func giveBack() { free(self) }

  /// Zeroed pages, which become memory when they are touched.
  static func pages(_ bytes: Int) -> UnsafeMutableRawPointer {
    let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    return given(memory == UnsafeMutableRawPointer(bitPattern: -1) ? nil : memory)
  }

  func giveBack(pages bytes: Int) { munmap(self, bytes) }

  /// What the system gave. Nothing can go on without it, as with Swift's own allocation.
  @inline(__always)
  private static func given(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
    guard let memory else { fatalError("the system has no memory left") }
    return memory
  }
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
