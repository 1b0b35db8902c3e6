/// Dead objects of one Swift class, kept to be used again: making an object anew costs two or three allocations.
///
/// A kept object owns nothing and has no counts, but it stays in the heap's list of containers, so that using it again
/// touches no list.
struct Pool {
  private static let capacity: Int = 512
  private let items: UnsafeMutablePointer<Unmanaged<Object>>
  private(set) var count = 0

  init() { items = .allocate(capacity: Pool.capacity) }

  /// Keeps a dead object; false if there are enough.
  @inline(__always)
  mutating func put(_ object: Unmanaged<Object>) -> Bool {
    if count == Pool.capacity { return false }
    items[count] = object
    count &+= 1
    return true
  }

  /// A kept object, without counts; nil if there is none.
  @inline(__always)
  mutating func take() -> Unmanaged<Object>? {
    if count == 0 { return nil }
    count &-= 1
    return items[count]
  }

  func free() {
    for index in 0..<count { items[index].release() }
    items.deallocate()
  }
}

/// The pools of a heap: one for each of the classes below.
enum PoolIndex: Int {
  case instance, cell, boundMethod, function, list, dict, set, slice, rangeIterator, listIterator, tupleIterator
  case generator
  case exception
  /// Tuples of each length up to `longestTuple` follow.
  case tuple

  static let longestTuple: Int = 8
  static let count: Int = PoolIndex.tuple.rawValue + longestTuple + 1
}

extension Heap {
  /// Containers that are not kept in a pool.
  final var liveContainerCount: Int {
    containers.count - (0..<PoolIndex.count).reduce(0) { $0 + pools[$1].count }
  }

  /// Keeps a dead object that owns nothing any more, if it is of a class that is pooled; false if it should be freed.
  @inline(__always)
  final func keep(_ object: Object) -> Bool {
    let index: Int
    switch object.kind {
    case .instance:
      if object.slotCapacity > 8 { object.freeSlots() }
      index = PoolIndex.instance.rawValue
    case .tuple:
      let count = unsafeDowncast(object, to: TupleObject.self).count
      // Of empty ones none is kept: a pool without any leads to the only one there is.
      if UInt(bitPattern: count &- 1) >= UInt(PoolIndex.longestTuple) { return false }
      index = PoolIndex.tuple.rawValue &+ count
    case .list:
      unsafeDowncast(object, to: ListObject.self).trim()
      index = PoolIndex.list.rawValue
    case .str:
      if object.slotCapacity > 0 { object.freeSlots() }
      keepStr(unsafeDowncast(object, to: StrObject.self))
      return true
    case .dict:
      if !unsafeDowncast(object, to: DictObject.self).isSmall { return false }
      index = PoolIndex.dict.rawValue
    case .set:
      if !unsafeDowncast(object, to: SetObject.self).isSmall { return false }
      index = PoolIndex.set.rawValue
    case .slice: index = PoolIndex.slice.rawValue
    case .cell: index = PoolIndex.cell.rawValue
    case .boundMethod: index = PoolIndex.boundMethod.rawValue
    case .function: index = PoolIndex.function.rawValue
    case .rangeIterator: index = PoolIndex.rangeIterator.rawValue
    case .listIterator: index = PoolIndex.listIterator.rawValue
    case .tupleIterator: index = PoolIndex.tupleIterator.rawValue
    case .generator: index = PoolIndex.generator.rawValue
    case .exception: index = PoolIndex.exception.rawValue
    default: return false
    }
    // Only instances keep the room for their attributes.
    if object.kind != .instance, object.slotCapacity > 0 { object.freeSlots() }
    return pools[index].put(Unmanaged.passUnretained(object))
  }

  /// A kept object of a class, as a new one of a type that is the language's own.
  @inline(__always)
  final func reusePlain<T: Object>(
    _ index: Int, as class: T.Type, type: Unmanaged<TypeObject>
  ) -> Unmanaged<T>? {
    guard let reference = pools[index].take() else { return nil }
    reference._withUnsafeGuaranteedRef { object in
      object.refCount = 1
      type._withUnsafeGuaranteedRef { object.type = $0 }
    }
    liveObjects &+= 1
    return unsafeBitCast(reference, to: Unmanaged<T>.self)
  }

  /// A kept object of a class, as new: one count, no attributes.
  @inline(__always)
  final func reuse<T: Object>(_ index: Int, as class: T.Type, type: TypeObject) -> Unmanaged<T>? {
    guard let reference = pools[index].take() else { return nil }
    reference._withUnsafeGuaranteedRef { object in
      object.refCount = 1
      object.type = type
      if type.isUserDefined { type.refCount &+= 1 }
    }
    liveObjects &+= 1
    return unsafeBitCast(reference, to: Unmanaged<T>.self)
  }

  @inline(__always)
  private final func keepStr(_ string: StrObject) {
    string.trim()
    strMemory.pointee.put(Unmanaged.passUnretained(string))
  }

  /// Keeps a dead string that is nothing but a string, at once: it owns nothing whose end could take long.
  @inline(__always)
  final func recycle(_ string: StrObject) {
    string.dropReferences()
    liveObjects &-= 1
    keepStr(string)
  }

  /// A plain string of unknown contents, with one count.
  @inline(__always)
  final func takeStr() -> Unmanaged<StrObject> {
    let string = strMemory.pointee.take()
    string._withUnsafeGuaranteedRef { string in
      plainStr._withUnsafeGuaranteedRef { string.type = $0 }
    }
    liveObjects &+= 1
    return string
  }
}
