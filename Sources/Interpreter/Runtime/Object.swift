/// Which Swift class stands behind an object: the layout, not the Python type (a user's subclass of `list` is a `list`).
package enum Kind: UInt8 {
  /// No data beyond attributes: instances of user classes, modules' namespaces, `object()`.
  case instance
  case type
  /// An integer beyond 64 bits, or an instance of a subclass of `int`.
  case int
  /// Instances of subclasses of `float`; plain floats are stored in the `Value`.
  case float
  case complex
  case str
  case bytes
  case list
  case tuple
  case dict
  case set
  case range
  case slice
  case iterator
  case rangeIterator
  case listIterator
  case tupleIterator
  case generator
  case function
  case native
  case boundMethod
  case property
  case nativeProperty
  case staticMethod
  case classMethod
  case superProxy
  case cell
  case code
  case module
  case exception
  case traceback
  /// What a name in `__slots__` is on the class.
  case member
  /// Defined by another module in Swift: tensors, dtypes, optimisers.
  case foreign
}

/// Everything on the heap. `refCount` is the interpreter's own count; while it is above zero the object
/// also holds one Swift reference to itself.
open class Object {
  @exclusivity(unchecked) package final unowned(unsafe) var type: TypeObject
  /// Names and places of the attributes in `slots`; nil until the first attribute is set.
  @exclusivity(unchecked) final var shape: Unmanaged<Shape>?
  @exclusivity(unchecked) final var slots: UnsafeMutablePointer<Value>?
  @exclusivity(unchecked) final var refCount: Int32 = 1
  /// Where the object stands in the heap's list of containers; -1 if it is not tracked.
  @exclusivity(unchecked) final var containerIndex: Int32 = -1
  /// Used by the cycle collector while it runs.
  @exclusivity(unchecked) final var outsideCount: Int32 = 0
  /// How many attributes fit `slots`.
  @exclusivity(unchecked) final var slotCapacity: Int32 = 0
  // The small ones last, so that a class below can go on in the same word.
  package final let kind: Kind
  /// What must be done before the object goes; see `Care`.
  @exclusivity(unchecked) final var care: Care = []

  /// A new object with one count, which the caller owns.
  package init(kind: Kind, type: TypeObject) {
    self.kind = kind
    self.type = type
    _ = Unmanaged.passRetained(self)
    if type.isUserDefined { type.refCount &+= 1 }
    type.heapReference._withUnsafeGuaranteedRef { $0.liveObjects &+= 1 }
  }

  /// For the types `type` and `object`, which must exist before any other.
  init(bootstrap heap: Heap, type: TypeObject?) {
    kind = .type
    self.type = unsafeBitCast(type, to: TypeObject.self)
    _ = Unmanaged.passRetained(self)
  }

  /// Releases every value the object owns; called once, when its last count goes. Open, so that modules written in
  /// Swift have objects of their own.
  open func dropReferences() {}

  /// Calls `visit` for every value the object owns (attributes aside): the cycle collector's view.
  package func visitReferences(_ visit: (Value) -> Void) {}

  /// Releases what may be part of a cycle, on an object that goes on existing until its counts are gone.
  func breakCycle() {
    guard let slots, let shape else { return }
    let count = shape._withUnsafeGuaranteedRef { $0.count }
    self.slots = nil
    self.shape = nil
    slotCapacity = 0
    for index in 0..<count { slots[index].release() }
    slots.deallocate()
  }

  /// Releases the attributes; their room stays.
  @inline(__always)
  final func dropAttributes() {
    guard let shape, let slots else { return }
    self.shape = nil
    for index in 0..<shape._withUnsafeGuaranteedRef({ $0.count }) { slots[index].release() }
  }

  /// Frees the room for attributes of an object that has none.
  final func freeSlots() {
    slots?.deallocate()
    slots = nil
    slotCapacity = 0
  }

  /// The last count is gone. Freeing goes through a work list: a list of a million linked nodes must not recurse.
  @inline(never)
  final func dispose() {
    type.heapReference._withUnsafeGuaranteedRef { $0.dispose(self) }
  }
}

/// What an object needs when its last count goes; most need nothing.
struct Care: OptionSet {
  let rawValue: UInt8
  /// There are weak references to it.
  static let weaklyReferenced = Care(rawValue: 1)
  /// Its `__del__` has run, which it does once.
  static let finalized = Care(rawValue: 2)
  /// A generator that may stand inside a `try` or a `with`.
  static let unfinished = Care(rawValue: 4)
}

extension Object {
  /// Whether the object is an `IteratorObject`.
  @inline(__always)
  package final var isIterator: Bool {
    switch kind {
    case .iterator, .rangeIterator, .listIterator, .tupleIterator: true
    default: false
    }
  }

  /// Makes it known to the cycle collector.
  @inline(__always)
  final func track() { type.heapReference._withUnsafeGuaranteedRef { $0.track(self) } }

  /// Accounts for a buffer of its own.
  @inline(__always)
  package final func charge(_ bytes: Int) { type.heapReference._withUnsafeGuaranteedRef { $0.charge(bytes) } }

  /// Gives back what `charge` took.
  @inline(__always)
  package final func discharge(_ bytes: Int) { type.heapReference._withUnsafeGuaranteedRef { $0.discharge(bytes) } }

  /// What identifies the object, without counting it.
  @inline(__always)
  final var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// What `object.__hash__` says.
  @inline(__always)
  final var identityHash: Int { Int(bitPattern: address) >> 4 }

  /// False for an object whose last count is gone and that waits to be freed.
  package final var isAlive: Bool { refCount > 0 }

  /// One count more, as a value to store or return.
  @inline(__always)
  package final var retainedValue: Value {
    refCount &+= 1
    return Value(self)
  }
}

/// The one error thrown inside the interpreter: the exception itself waits in `VM.raised`.
package struct Raised: Error {}
