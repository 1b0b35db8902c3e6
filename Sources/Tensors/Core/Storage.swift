/// The memory behind one or more tensors, and what its views have in common.
package final class Storage {
  package let engine: Engine
  package let bytes: UnsafeMutableRawPointer
  package let byteCount: Int
  /// Counts in-place changes, so that backward can tell when a saved tensor is no longer what it was.
  final var version: UInt32 = 0
  /// Whether digits in here come from a generator that the notebook never seeded.
  final var isUnseeded = false
  /// The tensors that show this memory.
  final var tensorCount = 0
  /// The storage whose memory this one borrows (`x.data`): same bytes, its own version.
  private let owner: Storage?

  @inline(__always)
  init(engine: Engine, byteCount: Int) throws(TensorError) {
    bytes = try engine.allocator.allocate(byteCount)
    self.engine = engine
    self.byteCount = byteCount
    owner = nil
  }

  /// The same memory with a version counter of its own.
  init(sharing other: Storage) {
    engine = other.engine
    bytes = other.bytes
    byteCount = other.byteCount
    isUnseeded = other.isUnseeded
    owner = other.owner ?? other
    (other.owner ?? other).tensorCount &+= 1
  }

  deinit {
    if let owner { owner.tensorCount &-= 1 } else { engine.allocator.release(bytes, byteCount) }
  }

  /// Whether both are the same memory.
  @inline(__always)
  package final func sharesMemory(with other: Storage) -> Bool { bytes == other.bytes }
}
