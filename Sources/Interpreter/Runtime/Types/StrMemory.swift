/// The memory of strings: many at a time, and never given back but with the heap.
///
/// Swift takes three times as long to make an object as to write it. So a string is a copy, byte by byte, of one that
/// Swift made: Swift's own count of the copy is never down to zero, and a dead string waits here to be used again.
struct StrMemory {
  private let pattern: Unmanaged<StrObject>
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  /// The unused part of the last chunk.
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// Dead strings, each of which knows the next.
  private var dead: Unmanaged<StrObject>?

  private static let firstChunk: Int = 64 * StrObject.size
  private static let largestChunk: Int = 8192 * StrObject.size

  /// Copies of an empty string, which is released at the end.
  init(pattern: StrObject) {
    self.pattern = .passUnretained(pattern)
    next = pattern.address
    end = next
  }

  /// Keeps a dead string, which owns nothing but its room.
  @inline(__always)
  mutating func put(_ string: Unmanaged<StrObject>) {
    string._withUnsafeGuaranteedRef { $0.nextDead = dead }
    dead = string
  }

  /// A string without contents and without an account of its memory; one count, which the caller owns.
  @inline(__always)
  mutating func take() -> Unmanaged<StrObject> {
    guard let string = dead else { return make() }
    string._withUnsafeGuaranteedRef {
      dead = $0.nextDead
      $0.refCount = 1
    }
    return string
  }

  private mutating func make() -> Unmanaged<StrObject> {
    if next == end { addChunk() }
    next.copyMemory(from: pattern.toOpaque(), byteCount: StrObject.size)
    let string = Unmanaged<StrObject>.fromOpaque(next)
    string._withUnsafeGuaranteedRef { $0.settle() }
    next += StrObject.size
    return string
  }

  @inline(never)
  private mutating func addChunk() {
    let size = min((chunks.last?.count ?? StrMemory.firstChunk / 2) * 2, StrMemory.largestChunk)
    next = .allocated(size)
    end = next + size
    chunks.append(UnsafeMutableRawBufferPointer(start: next, count: size))
  }

  /// Gives all memory back: nobody may know one of these strings any more.
  func free() {
    for chunk in chunks {
      let start = chunk.baseAddress!
      let used = end == start + chunk.count ? next - start : chunk.count
      for offset in stride(from: 0, to: used, by: StrObject.size) {
        Unmanaged<StrObject>.fromOpaque(start + offset)._withUnsafeGuaranteedRef { $0.freeStorage() }
      }
      start.giveBack()
    }
    pattern.release()
  }
}
