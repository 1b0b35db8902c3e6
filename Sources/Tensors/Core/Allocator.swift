#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory for tensors. Freed blocks are kept by size class, since fresh pages cost more than the arithmetic on them.
package final class Allocator {
  /// Bytes in use by live storages.
  package var liveBytes: Int { used }
  /// No allocation may take `liveBytes` (and what others hold) above this.
  package var byteLimit: Int {
    get { limit }
    set { limit = newValue }
  }

  // Internal, so that the compiler sees every access and need not check for exclusivity at run time.
  final var used = 0
  final var limit = 8 << 30
  /// What others charge against the same limit; asked only for large blocks.
  package final var externalBytes: (() -> Int)?

  /// The first free block of each size class; each block's first word leads to the next.
  private let free: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private static let classCount = 4 * 64
  final var cachedBytes = 0
  private static let cacheLimit = 256 << 20
  private static let hugePage = 2 << 20

  init() {
    free = .allocate(capacity: Self.classCount)
    free.initialize(repeating: nil, count: Self.classCount)
  }

  deinit {
    for index in 0..<Self.classCount {
      while let block = free[index] {
        free[index] = block.load(as: UnsafeMutableRawPointer?.self)
        block.deallocate()
      }
    }
    free.deallocate()
  }

  /// Size classes are four to a power of two, from 64 bytes on.
  @inline(__always)
  private static func sizeClass(_ bytes: Int) -> (index: Int, size: Int) {
    if bytes <= 64 { return (0, 64) }
    let exponent = Int.bitWidth - 1 - (bytes - 1).leadingZeroBitCount
    let quarter = 1 << (exponent - 2)
    let step = (bytes - 1 - (1 << exponent)) / quarter + 1
    return ((exponent - 6) * 4 + step, (1 << exponent) + step * quarter)
  }

  /// A block of at least `bytes`, aligned to 64. Nothing is allocated where the limit would be passed.
  @inline(__always)
  final func allocate(_ bytes: Int) throws(TensorError) -> UnsafeMutableRawPointer {
    guard bytes >= 0, bytes <= limit, fits(bytes) else { throw Self.outOfMemory(bytes) }
    let (index, size) = Self.sizeClass(bytes)
    used &+= size
    if let block = free[index] {
      free[index] = block.load(as: UnsafeMutableRawPointer?.self)
      cachedBytes &-= size
      return block
    }
    if let block = Self.fresh(size) { return block }
    used &-= size
    throw Self.outOfMemory(bytes)
  }

  @inline(__always)
  final func release(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
    let (index, size) = Self.sizeClass(bytes)
    used &-= size
    if cachedBytes &+ size <= Self.cacheLimit {
      cachedBytes &+= size
      block.storeBytes(of: free[index], as: UnsafeMutableRawPointer?.self)
      free[index] = block
    } else {
      block.deallocate()
    }
  }

  /// Throws where a block of `bytes` could not be had now: for working memory outside of tensors.
  final func ensure(_ bytes: Int) throws(TensorError) {
    guard bytes >= 0, bytes <= limit, fits(bytes) else { throw Self.outOfMemory(bytes) }
  }

  @inline(__always)
  private final func fits(_ bytes: Int) -> Bool {
    if bytes < 1 << 16 { return used <= limit }
    let (sum, overflow) = used.addingReportingOverflow(bytes)
    guard !overflow else { return false }
    let (total, tooMuch) = sum.addingReportingOverflow(externalBytes?() ?? 0)
    return !tooMuch && total <= limit
  }

  private static func fresh(_ size: Int) -> UnsafeMutableRawPointer? {
    var block: UnsafeMutableRawPointer?
    guard posix_memalign(&block, size >= hugePage ? hugePage : 64, size) == 0 else { return nil }
    #if canImport(Glibc) || canImport(Musl)
      // Fewer page faults; a refusal is no error.
      if size >= hugePage, let block { _ = madvise(block, size, MADV_HUGEPAGE) }
    #endif
    return block
  }

  static func outOfMemory(_ bytes: Int) -> TensorError {
    .runtime(
      "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate "
        + "\(bytes) bytes. Error code 12 (Cannot allocate memory)")
  }
}
