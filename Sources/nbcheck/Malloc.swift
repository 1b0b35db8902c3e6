#if canImport(Glibc)
  import Glibc

  /// The C library's allocator.
  enum Malloc {
    private static let trimThreshold: Int32 = -1
    private static let topPad: Int32 = -2
    private static let mmapThreshold: Int32 = -3
    private static let arenaMax: Int32 = -8
    private static let hugePage: Int = 2 << 20
    private static let plainRoom: Int = 8 << 20
    private static let hugeRoom: Int = 256 << 20

    /// Lets the one thread that runs Python share the first arena, which grows by a megabyte at a time and keeps what it
    /// has: Glibc would give the thread an arena of its own, make that larger page by page, and hand every large buffer
    /// back to the system when it is freed. What it takes after the first 8 MB may be huge pages, which cost less when
    /// they are touched for the first time; a short run does not fill one.
    static func prepareForOneThread() {
      typealias Setter = @convention(c) (Int32, Int32) -> Int32
      guard let symbol = dlsym(nil, "mallopt") else { return }
      let set = unsafeBitCast(symbol, to: Setter.self)
      _ = set(arenaMax, 1)
      _ = set(trimThreshold, 1 << 30)
      _ = set(mmapThreshold, 32 << 20)
      if areAddressesUnlimited {
        _ = set(topPad, Int32(plainRoom + hugeRoom))
        let first = malloc(1 << 20)
        let start = (Int(bitPattern: first) + plainRoom) / hugePage * hugePage
        madvise(UnsafeMutableRawPointer(bitPattern: start), hugeRoom, MADV_HUGEPAGE)
        free(first)
      }
      _ = set(topPad, 1 << 20)
    }

    /// Where `ulimit -v` counts addresses, none are taken before they are needed.
    private static var areAddressesUnlimited: Bool {
      var limit = rlimit()
      return getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 && limit.rlim_cur == rlim_t.max
    }
  }
#else
  /// The C library's allocator: there is nothing to set.
  enum Malloc {
    static func prepareForOneThread() {}
  }
#endif
