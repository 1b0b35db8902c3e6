/// A Python type: its place in the inheritance order, its namespace, and its special methods in an array.
package final class TypeObject: Object {
  @exclusivity(unchecked) package final var name: String
  /// `f.<locals>.A`
  @exclusivity(unchecked) final var nestedName: String
  /// `builtins` for the language's own types; `__main__` for a notebook's.
  @exclusivity(unchecked) package var moduleName: String
  @exclusivity(unchecked) package private(set) var bases: [TypeObject]
  /// The C3 linearisation, this type first.
  @exclusivity(unchecked) package private(set) var mro: [TypeObject] { didSet { listAncestors() } }
  /// The addresses of the types in `mro`: asking whether one type is a subtype of another counts no references.
  @exclusivity(unchecked) private final var ancestors: UnsafeMutablePointer<UnsafeMutableRawPointer>
  @exclusivity(unchecked) private final var ancestorCount = 0
  /// The type's own attributes: `StrObject` -> value.
  @exclusivity(unchecked) package private(set) var namespace: DictObject!
  /// What stands behind the instances.
  package let layout: Kind
  /// Made by a `class` statement or `type(…)`: counted, changeable, instances take attributes.
  package let isUserDefined: Bool
  /// `bool`, `NoneType`, `function`, …: may not be a base.
  @exclusivity(unchecked) package var isFinal = false
  /// Instances take attributes of their own.
  @exclusivity(unchecked) package var hasAttributes: Bool
  /// `__slots__` without `__dict__`: only these names can be set.
  @exclusivity(unchecked) final var slotNames: Set<String> = []
  @exclusivity(unchecked) final var hasSlotsOnly = false
  /// Has methods without an implementation, so that `object.__new__` makes no instances.
  @exclusivity(unchecked) final var isAbstract = false { didSet { changed(heap.types.name(of: .new)) } }
  /// The class adds slots to those of its base.
  @exclusivity(unchecked) final var addsSlots = false
  /// The base that decides the layout of instances; borrowed from `bases`.
  @exclusivity(unchecked) package final unowned(unsafe) var base: TypeObject?
  /// Changes whenever looking up any attribute on the type may give something else.
  @exclusivity(unchecked) final var version: UInt32
  let heapReference: Unmanaged<Heap>
  package final var heap: Heap {
    @inline(__always) get { heapReference.takeUnretainedValue() }
  }
  /// `__new__`, where a call of the type comes to nothing else: a type of the language's own without `__init__`.
  @exclusivity(unchecked) final private(set) var directNew: Unmanaged<NativeFunctionObject>?
  /// Borrowed from the namespaces along the `mro`, `.unbound` where there is none; by `SpecialMethod`.
  private final let special: UnsafeMutablePointer<Value>
  @exclusivity(unchecked) private(set) var subclasses: [Unmanaged<TypeObject>] = []

  /// The first types of a heap, whose `type` is patched in afterwards.
  init(bootstrap name: String, base: TypeObject?, heap: Heap, layout: Kind? = nil) {
    self.name = name
    nestedName = name
    heapReference = Unmanaged.passUnretained(heap)
    moduleName = "builtins"
    self.layout = layout ?? (base == nil ? .instance : .type)
    isUserDefined = false
    hasAttributes = false
    bases = base.map { [$0] } ?? []
    self.base = base
    mro = []
    version = heap.nextVersion()
    special = TypeObject.emptySpecial()
    ancestors = .allocate(capacity: 1)
    super.init(bootstrap: heap, type: nil)
    mro = [self] + (base?.mro ?? [])
    listAncestors()
    base?.subclasses.append(Unmanaged.passUnretained(self))
  }

  /// - Parameter mro: the order without the new type itself, which goes first.
  package init(
    name: String, metatype: TypeObject, bases: [TypeObject], mro rest: [TypeObject], layout: Kind,
    isUserDefined: Bool, heap: Heap
  ) {
    self.name = name
    nestedName = name
    heapReference = Unmanaged.passUnretained(heap)
    moduleName = "builtins"
    self.layout = layout
    self.isUserDefined = isUserDefined
    hasAttributes = isUserDefined || bases.contains { $0.hasAttributes }
    self.bases = bases
    base = bases.first
    mro = []
    version = heap.nextVersion()
    special = TypeObject.emptySpecial()
    ancestors = .allocate(capacity: 1)
    super.init(kind: .type, type: metatype)
    mro = [self] + rest
    listAncestors()
    for base in bases {
      base.subclasses.append(Unmanaged.passUnretained(self))
      if isUserDefined { base.refCount &+= 1 }
    }
    attachNamespace()
    if isUserDefined { track() }
  }

  private static func emptySpecial() -> UnsafeMutablePointer<Value> {
    let count = SpecialMethod.count
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: count)
    pointer.initialize(repeating: .unbound, count: count)
    return pointer
  }

  /// Gives the type its namespace, and with it what it inherits.
  final func attachNamespace() {
    namespace = DictObject.make(heap: heap)
    if bases.count == 1, !bases[0].isAbstract, mro.dropFirst().elementsEqual(bases[0].mro, by: ===) {
      special.update(from: bases[0].special, count: SpecialMethod.count)
      directNew = findDirectNew()
    } else {
      for method in SpecialMethod.allCases { refresh(method) }
    }
  }

  package override func dropReferences() {
    namespace.release()
    if isUserDefined {
      for base in bases {
        base.subclasses.removeAll { $0.toOpaque() == Unmanaged.passUnretained(self).toOpaque() }
        Value(base).release()
      }
    }
    mro = []
    bases = []
    special.update(repeating: .unbound, count: SpecialMethod.count)
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(namespace))
    if isUserDefined { for base in bases { visit(Value(base)) } }
  }

  /// The special methods are those of the namespaces, which are emptied too.
  override func breakCycle() {
    super.breakCycle()
    let entries = namespace.takeAll()
    var pending = [Unmanaged.passUnretained(self)]
    while let next = pending.popLast()?.takeUnretainedValue() {
      next.version = heap.nextVersion()
      for method in SpecialMethod.allCases { next.refresh(method) }
      pending.append(contentsOf: next.subclasses)
    }
    for entry in entries {
      entry.key.release()
      entry.value.release()
    }
  }

  deinit {
    special.deallocate()
    ancestors.deallocate()
  }

  private func listAncestors() {
    ancestors.deallocate()
    ancestors = .allocate(capacity: max(mro.count, 1))
    for (index, type) in mro.enumerated() { (ancestors + index).initialize(to: type.address) }
    ancestorCount = mro.count
  }

  /// The classes that name this one as a base, in the order they were made.
  final var directSubclasses: [TypeObject] { subclasses.map { $0.takeUnretainedValue() } }

  /// `type.__bases__ = bases`: with the order that follows for this class; those of its subclasses are for the caller.
  final func rebase(_ bases: [TypeObject], order rest: [TypeObject]) {
    for base in bases {
      base.refCount &+= 1
      base.subclasses.append(Unmanaged.passUnretained(self))
    }
    for base in self.bases {
      if let index = base.subclasses.firstIndex(where: { $0.toOpaque() == Unmanaged.passUnretained(self).toOpaque() }) {
        base.subclasses.remove(at: index)
      }
      Value(base).release()
    }
    self.bases = bases
    base = bases.first
    reorder([self] + rest)
  }

  /// Another order of inheritance, and what follows from it.
  final func reorder(_ order: [TypeObject]) {
    mro = order
    version = heap.nextVersion()
    for method in SpecialMethod.allCases { refresh(method) }
  }

  // MARK: Lookup

  /// The implementation of a special method, borrowed; `.unbound` if there is none.
  @inline(__always)
  package final subscript(_ method: SpecialMethod) -> Value {
    special[method.index]
  }

  /// The attribute along the inheritance order, borrowed, undescribed; nil if there is none.
  package final func lookup(_ name: StrObject) -> Value? {
    guard name.isInterned else { return search(name) }
    // What a version of a type gives for a name never changes.
    let place = UInt(version) &* 31 ^ UInt(bitPattern: name.address) >> 4
    let known = heap.lookups + Int(bitPattern: place & UInt(Heap.lookupCount - 1))
    if known.pointee.version != version || known.pointee.name != name.address {
      known.pointee = LookupCache(version: version, name: name.address, value: search(name) ?? .unbound)
    }
    let value = known.pointee.value
    return value.isUnbound ? nil : value
  }

  private final func search(_ name: StrObject) -> Value? {
    for type in mro {
      if let value = type.namespace.get(interned: name) { return value }
    }
    return nil
  }

  @inline(__always)
  package final func isSubtype(of other: TypeObject) -> Bool { self === other || hasAncestor(at: other.address) }

  @inline(__always)
  private final func hasAncestor(at address: UnsafeMutableRawPointer) -> Bool {
    var index = 0
    while index < ancestorCount {
      if ancestors[index] == address { return true }
      index &+= 1
    }
    return false
  }

  /// `__main__.A`, but `int`: as errors and `<class '…'>` show it.
  package final var qualifiedName: String {
    moduleName == "builtins" ? name : "\(moduleName).\(name)"
  }

  // MARK: Change

  /// Sets an attribute of the type; takes over the caller's count of `value`.
  package final func set(_ name: StrObject, _ value: Value) {
    // Held until nothing refers to it any more: freeing it may run code that uses the type.
    let old = namespace.get(interned: name)?.retained()
    namespace.set(interned: name, value)
    changed(name)
    old?.release()
  }

  package final func set(_ name: String, _ value: Value) {
    set(heap.intern(name), value)
  }

  /// Deletes an attribute of the type; false if it has none of that name.
  final func delete(_ name: StrObject) -> Bool {
    guard let old = namespace.get(interned: name)?.retained(), namespace.remove(interned: name) else { return false }
    changed(name)
    old.release()
    return true
  }

  /// Brings special methods and versions up to date, here and in every subclass.
  private func changed(_ name: StrObject) {
    let method = heap.types.specialMethod(named: name)
    var pending = [Unmanaged.passUnretained(self)]
    while let next = pending.popLast()?.takeUnretainedValue() {
      next.version = heap.nextVersion()
      if let method { next.refresh(method) }
      pending.append(contentsOf: next.subclasses)
    }
  }

  private func refresh(_ method: SpecialMethod) {
    var found = lookup(heap.types.name(of: method)) ?? .unbound
    if isAbstract, method == .new, found.isIdentical(to: heap.types.object[.new]) { found = heap.types.abstractNew }
    special[method.index] = found
    if method == .new || method == .`init` { directNew = findDirectNew() }
  }

  /// Makes a Swift function with the same parameters the way to call the type, past `__new__` and `__init__`.
  final func defineCall(_ signature: StaticString, _ body: @escaping NativeBody) {
    let function = NativeFunctionObject("__new__", signature, owner: self, heap: heap, body: body)
    directNew = Unmanaged.passRetained(function)
  }

  private func findDirectNew() -> Unmanaged<NativeFunctionObject>? {
    guard !isUserDefined, layout != .type, layout != .exception, namespace != nil,
      let initializer = heap.types?.object[.`init`], self[.`init`].isIdentical(to: initializer),
      let wrapper = self[.new].cast(.staticMethod, to: WrapperObject.self),
      !self[.new].isIdentical(to: heap.types.object[.new]), wrapper.function.kind == .native
    else { return nil }
    return wrapper.function.nativeReference
  }
}

/// What looking up a name on a version of a type gave, borrowed; `.unbound` if nothing.
struct LookupCache {
  var version: UInt32
  var name: UnsafeMutableRawPointer?
  var value: Value
}
