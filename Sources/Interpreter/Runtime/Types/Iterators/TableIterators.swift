/// Over a dict's keys, values or items.
package final class DictIteratorObject: IteratorObject, CountedIterator {
  /// Owned; nil at the end.
  @exclusivity(unchecked) private var reference: Unmanaged<DictObject>?
  private let content: DictViewObject.Content
  @exclusivity(unchecked) private var position: Int
  private let step: Int
  /// The dict's size at the start; -1 after it changed.
  @exclusivity(unchecked) private var count: Int
  /// Where entries that came later begin.
  private let firstLater: Int
  @exclusivity(unchecked) private var pairs = PairMaker()

  private var dict: DictObject? { reference?.takeUnretainedValue() }

  var remainingCount: Int {
    guard let dict, dict.count == count else { return 0 }
    let left = step > 0 ? position..<max(dict.entryCount, position) : 0..<max(position + 1, 0)
    return left.count { !dict.entries[$0].key.isUnbound }
  }

  /// Retains the dict.
  init(_ dict: DictObject, _ content: DictViewObject.Content, isReversed: Bool = false, heap: Heap) {
    reference = Unmanaged.passUnretained(dict)
    self.content = content
    position = isReversed ? dict.entryCount - 1 : 0
    step = isReversed ? -1 : 1
    count = dict.count
    firstLater = dict.entryCount
    dict.refCount &+= 1
    let types = heap.types.iterators!
    let type =
      switch content {
      case .keys: isReversed ? types.dictReverseKey : types.dictKey
      case .values: isReversed ? types.dictReverseValue : types.dictValue
      case .items: isReversed ? types.dictReverseItem : types.dictItem
      }
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let reference else { return nil }
    if reference._withUnsafeGuaranteedRef({ $0.count }) != count {
      return try raiseChanged(vm, reference.takeUnretainedValue())
    }
    let entries = reference._withUnsafeGuaranteedRef { $0.entries }
    let entryCount = reference._withUnsafeGuaranteedRef { $0.entryCount }
    while position >= 0 && position < entryCount {
      let entry = entries[position]
      position &+= step
      if entry.key.isUnbound { continue }
      if position > firstLater { throw vm.raise(.runtimeError, "dictionary keys changed during iteration") }
      switch content {
      case .keys: return entry.key.retained()
      case .values: return entry.value.retained()
      case .items: return pairs.make(entry.key.retained(), entry.value.retained(), vm.heap)
      }
    }
    self.reference = nil
    Value(reference.takeUnretainedValue()).release()
    return nil
  }

  /// An ordered one that has given all it had does not mind.
  @inline(never)
  private func raiseChanged(_ vm: VM, _ dict: DictObject) throws(Raised) -> Value? {
    let isOrdered = dict.type.mro.contains { $0.name == "OrderedDict" && !$0.isUserDefined }
    if isOrdered, step > 0, position >= firstLater { return nil }
    count = -1
    let words = isOrdered ? "OrderedDict mutated" : "dictionary changed size"
    throw vm.raise(.runtimeError, "\(words) during iteration")
  }

  /// What is left, without moving on; owned.
  func rest(_ vm: VM) throws(Raised) -> [Value] {
    guard let dict else { return [] }
    guard dict.count == count else { throw vm.raise(.runtimeError, "dictionary changed size during iteration") }
    var found: [Value] = []
    for place in stride(from: position, to: step > 0 ? dict.entryCount : -1, by: step) {
      let entry = dict.entries[place]
      if entry.key.isUnbound { continue }
      switch content {
      case .keys: found.append(entry.key.retained())
      case .values: found.append(entry.value.retained())
      case .items: found.append(vm.tuple([entry.key.retained(), entry.value.retained()]))
      }
    }
    return found
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    if let dict { visit(Value(dict)) }
    pairs.visit(visit)
  }
}

/// Over a set's members, in the table's order.
package final class SetIteratorObject: IteratorObject, CountedIterator {
  @exclusivity(unchecked) private var set: SetObject?
  @exclusivity(unchecked) private var slot = 0

  var remainingCount: Int {
    guard let set, set.count == count, slot <= set.mask else { return 0 }
    return (slot...set.mask).count { set.member(at: $0) != nil }
  }
  @exclusivity(unchecked) private var count: Int

  /// Retains the set.
  init(_ set: SetObject, heap: Heap) {
    self.set = set
    count = set.count
    set.refCount &+= 1
    super.init(type: heap.types.iterators.set)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let set else { return nil }
    if set.count != count {
      count = -1
      throw vm.raise(.runtimeError, "Set changed size during iteration")
    }
    while slot <= set.mask {
      slot += 1
      if let member = set.member(at: slot - 1) { return member.retained() }
    }
    self.set = nil
    Value(set).release()
    return nil
  }

  /// What is left, without moving on; owned.
  func rest(_ vm: VM) throws(Raised) -> [Value] {
    guard let set else { return [] }
    guard set.count == count else { throw vm.raise(.runtimeError, "Set changed size during iteration") }
    if slot > set.mask { return [] }
    return (slot...set.mask).compactMap { set.member(at: $0)?.retained() }
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    if let set { visit(Value(set)) }
  }
}
