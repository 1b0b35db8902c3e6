/// The objects of one notebook: their types, interned strings and accounts. It belongs to one thread.
package final class Heap {
  /// Objects alive, types and interned names included: the debug build compares it before and after.
  @exclusivity(unchecked) package final var liveObjects = 0
  /// Bytes held by buffers of strings, lists, tensors and the like.
  @exclusivity(unchecked) package private(set) final var bytes = 0
  /// More than this raises `MemoryError`.
  @exclusivity(unchecked) package final var byteLimit = 4 << 30

  @exclusivity(unchecked) private var dead: [Unmanaged<Object>] = []
  @exclusivity(unchecked) private var isDisposing = false
  /// Finalizers that run inside one another, and the objects that wait for the outermost to end, each with one count.
  @exclusivity(unchecked) private var finalizerDepth = 0
  @exclusivity(unchecked) private var deferred: [Unmanaged<Object>] = []
  /// A finalizer may let an object go that has one, and so on, on the native stack. CPython stops as deep.
  private static let finalizerDepthLimit = 50
  let pools: UnsafeMutablePointer<Pool>
  let strMemory: UnsafeMutablePointer<StrMemory>
  let lookups: UnsafeMutablePointer<LookupCache>
  static let lookupCount: Int = 1024
  private let characters: UnsafeMutablePointer<Unmanaged<StrObject>?>
  /// Objects that may be part of a cycle, and those that the pools keep.
  @exclusivity(unchecked) final var containers: [Unmanaged<Object>] = []
  /// So many containers make the next collection worth while.
  @exclusivity(unchecked) final var collectionThreshold = Heap.firstCollection
  static let firstCollection: Int = 15_000
  @exclusivity(unchecked) private var internedStrings: [String: Unmanaged<StrObject>] = [:]
  /// `gc.isenabled()`: memory that runs out is another matter.
  @exclusivity(unchecked) final var collectsByItself = true
  /// Finalizers of a cycle are running.
  @exclusivity(unchecked) final var isCollecting = false
  /// Versions are never reused, so an inline cache that holds one stays right.
  @exclusivity(unchecked) private var lastVersion: UInt32 = 0
  @exclusivity(unchecked) private var lastNaN: UInt64 = 0
  /// The weak references to an object, borrowed, oldest first.
  @exclusivity(unchecked) final var weakReferences: [ObjectIdentifier: [Unmanaged<WeakReferenceObject>]] = [:]
  /// Calls what a weak reference asked for; set by the VM.
  @exclusivity(unchecked) final var weakCallback: ((WeakReferenceObject) -> Void)?
  /// Runs `__del__`, or what a generator has still to do; set by the VM.
  @exclusivity(unchecked) final var finalizer: ((Object) -> Void)?

  @exclusivity(unchecked) package final private(set) var types: Types! = nil
  /// Types that are given to new objects all the time, uncounted.
  @exclusivity(unchecked) final private(set) var plainStr: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainList: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainTuple: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainDict: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainSlice: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainCell: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainFunction: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainGenerator: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainListIterator: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainTupleIterator: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var plainRangeIterator: Unmanaged<TypeObject>! = nil
  @exclusivity(unchecked) final private(set) var emptyShape: Shape! = nil
  @exclusivity(unchecked) final private(set) var dictionaryShape: Shape! = nil

  /// The address of `object.__eq__`: what has it as `__eq__` is equal to itself only.
  @exclusivity(unchecked) final var identityEquality: UnsafeMutableRawPointer?
  /// The address of `object.__hash__`.
  @exclusivity(unchecked) final var identityHash: UnsafeMutableRawPointer?
  /// `()`, with a count of its own.
  @exclusivity(unchecked) final var emptyTuple: TupleObject?
  /// The interned name `__class__`, borrowed.
  @exclusivity(unchecked) final private(set) var classAttribute: StrObject! = nil

  init() {
    pools = .allocate(capacity: PoolIndex.count)
    strMemory = .allocate(capacity: 1)
    lookups = .allocate(capacity: Heap.lookupCount)
    lookups.initialize(
      repeating: LookupCache(version: 0, name: nil, value: .unbound), count: Heap.lookupCount)
    characters = .allocate(capacity: 128)
    characters.initialize(repeating: nil, count: 128)
    for index in 0..<PoolIndex.count { (pools + index).initialize(to: Pool()) }
    emptyShape = Shape(parent: nil, name: nil, heap: self)
    dictionaryShape = Shape(dictionaryIn: self)
    types = Types(heap: self)
    plainStr = Unmanaged.passUnretained(types.str)
    strMemory.initialize(to: StrMemory(pattern: StrObject(type: types.str)))
    plainDict = Unmanaged.passUnretained(types.dict)
    types.populate(self)
    classAttribute = intern("__class__")
    plainList = Unmanaged.passUnretained(types.list)
    plainTuple = Unmanaged.passUnretained(types.tuple)
    plainSlice = Unmanaged.passUnretained(types.slice)
    plainCell = Unmanaged.passUnretained(types.cell)
    plainFunction = Unmanaged.passUnretained(types.function)
    plainGenerator = Unmanaged.passUnretained(types.generator)
    plainListIterator = Unmanaged.passUnretained(types.iterators.list)
    plainTupleIterator = Unmanaged.passUnretained(types.iterators.tuple)
    plainRangeIterator = Unmanaged.passUnretained(types.iterators.range)
  }

  deinit {
    for index in 0..<PoolIndex.count { pools[index].free() }
    pools.deallocate()
    strMemory.pointee.free()
    strMemory.deinitialize(count: 1).deallocate()
    characters.deallocate()
    lookups.deallocate()
  }

  /// A NaN that is identical to no other, as if it were an object: floats are told apart by their bits alone.
  final func makeNaN() -> Double {
    lastNaN &+= 1
    return Double(bitPattern: Double.nan.bitPattern | lastNaN & 0x7_FFFF_FFFF_FFFF)
  }

  final func nextVersion() -> UInt32 {
    lastVersion &+= 1
    return lastVersion
  }

  /// Whether `count` more bytes are within the limit: asked before anything large is made.
  @inline(__always)
  package final func fits(_ count: Int) -> Bool {
    let (sum, overflow) = bytes.addingReportingOverflow(count)
    return !overflow && sum <= byteLimit
  }

  /// Accounts for a buffer. Growth in small steps is not refused here: the VM looks at the sum as time passes.
  @inline(__always)
  package final func charge(_ count: Int) { bytes &+= count }

  /// Gives back what `charge` took.
  @inline(__always)
  package final func discharge(_ count: Int) { bytes &-= count }

  /// Frees an object without counts, and whatever dies with it, in a loop.
  final func dispose(_ object: Object) {
    if object.kind == .str, object.care == [], !object.type.isUserDefined {
      return recycle(unsafeDowncast(object, to: StrObject.self))
    }
    if object.care != [] || object.type.isUserDefined && !object.type[.del].isUnbound, isRevived(object) { return }
    if isDisposing {
      dead.append(Unmanaged.passUnretained(object))
      return
    }
    isDisposing = true
    free(object)
    while let next = dead.popLast() { next._withUnsafeGuaranteedRef { free($0) } }
    isDisposing = false
  }

  /// Lets the object do what it has to before it goes; true if something holds it again.
  @inline(never)
  private func isRevived(_ object: Object) -> Bool {
    object.refCount = 1
    if finalizerDepth == Heap.finalizerDepthLimit {
      deferred.append(Unmanaged.passUnretained(object))
      return true
    }
    finalizerDepth += 1
    finalizer?(object)
    if finalizerDepth == 1 {
      while let next = deferred.popLast() { next._withUnsafeGuaranteedRef { Value($0).release() } }
    }
    finalizerDepth -= 1
    object.refCount &-= 1
    if object.refCount > 0 { return true }
    if object.care.contains(.weaklyReferenced) {
      object.refCount = 1
      clearWeakReferences(to: object)
      object.refCount &-= 1
    }
    object.care = []
    return object.refCount > 0
  }

  private func free(_ object: Object) {
    object.dropReferences()
    object.dropAttributes()
    liveObjects &-= 1
    if object.type.isUserDefined { Value(object.type).release() }
    if keep(object) { return }
    object.freeSlots()
    if object.containerIndex >= 0 { untrack(object) }
    Unmanaged.passUnretained(object).release()
  }

  /// Makes an object known to the cycle collector.
  final func track(_ object: Object) {
    object.containerIndex = Int32(truncatingIfNeeded: containers.count)
    containers.append(Unmanaged.passUnretained(object))
  }

  private func untrack(_ object: Object) {
    let index = Int(object.containerIndex)
    let last = containers.removeLast()
    if index < containers.count {
      containers[index] = last
      last._withUnsafeGuaranteedRef { $0.containerIndex = Int32(truncatingIfNeeded: index) }
    }
    object.containerIndex = -1
  }

  /// The one string object for an ASCII character, owned.
  @inline(__always)
  final func characterValue(_ byte: UInt8) -> Value {
    guard let known = characters[Int(byte & 0x7F)] else { return makeCharacter(byte & 0x7F).retainedValue }
    return known._withUnsafeGuaranteedRef { $0.retainedValue }
  }

  private func makeCharacter(_ byte: UInt8) -> StrObject {
    let made = intern(String(Character(Unicode.Scalar(byte))))
    characters[Int(byte)] = Unmanaged.passUnretained(made)
    return made
  }

  /// The one string object for an identifier; lives as long as the heap. Borrowed.
  package final func intern(_ name: String) -> StrObject {
    if let known = internedStrings[name] { return known.takeUnretainedValue() }
    let string = plainStr._withUnsafeGuaranteedRef { StrObject.makeInterned(name, type: $0) }
    internedStrings[name] = Unmanaged.passUnretained(string)
    return string
  }
}
