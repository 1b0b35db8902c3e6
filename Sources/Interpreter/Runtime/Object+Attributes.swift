// The attributes of an object: in slots that its shape names, or in a dict.

extension Object {
  /// Whether a dict holds the attributes, so that they change without the shape.
  final var hasDictionary: Bool { shape?._withUnsafeGuaranteedRef { $0.hasDictionary } ?? false }

  /// The dict that holds the attributes, if one does.
  final var attributeDictionary: DictObject? {
    guard let shape, shape._withUnsafeGuaranteedRef({ $0.hasDictionary }) else { return nil }
    return slots?[0].asDict
  }

  /// The object's own attribute, borrowed; nil if it has none of that (interned) name.
  final func ownAttribute(_ name: StrObject) -> Value? {
    guard let shape, let slots else { return nil }
    if let index = shape._withUnsafeGuaranteedRef({ $0.index(of: name) }) { return slots[index] }
    return shape._withUnsafeGuaranteedRef { $0.hasDictionary } ? slots[0].asDict?.get(interned: name) : nil
  }

  /// Sets the object's own attribute of an interned name; takes over the caller's count of `value`.
  final func setOwnAttribute(_ name: StrObject, _ value: Value) {
    let current = shape?.takeUnretainedValue() ?? type.heap.emptyShape!
    if let index = current.index(of: name), let slots {
      let old = slots[index]
      slots[index] = value
      old.release()
      return
    }
    if !type.slotNames.isEmpty, type.slotNames.contains(name.string) {
      appendSlot(current.adding(name), value)
    } else if current.hasDictionary {
      dictionary().set(interned: name, value)
    } else {
      appendSlot(current.adding(name), value)
    }
  }

  /// Moves to `next`, the shape with one attribute more, whose value takes the last slot.
  final func appendSlot(_ next: Shape, _ value: Value) {
    let count = next.count
    if count > slotCapacity { growSlots(count) }
    slots.unsafelyUnwrapped[count &- 1] = value
    shape = Unmanaged.passUnretained(next)
  }

  /// Makes room for `count` attributes, one more than there are.
  @inline(never)
  final func growSlots(_ count: Int) {
    let capacity = max(4, Int(slotCapacity) * 2)
    let grown = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    if let slots {
      grown.moveInitialize(from: slots, count: count - 1)
      slots.deallocate()
    }
    slots = grown
    slotCapacity = Int32(truncatingIfNeeded: capacity)
  }

  /// Deletes an own attribute; false if there is none.
  final func deleteOwnAttribute(_ name: StrObject) -> Bool {
    // Every shape after the deleted one is made anew: with many attributes a dict is better.
    if let shape, shape._withUnsafeGuaranteedRef({ !$0.hasDictionary && $0.count > 64 }) { _ = dictionary() }
    guard let shape = shape?.takeUnretainedValue(), let slots else { return false }
    guard let index = shape.index(of: name) else {
      return attributeDictionary?.remove(interned: name) ?? false
    }
    let old = slots[index]
    let rebuilt = shape.removing(index)
    for place in index..<(shape.count - 1) { slots[place] = slots[place + 1] }
    self.shape = rebuilt.count == 0 ? nil : Unmanaged.passUnretained(rebuilt)
    old.release()
    return true
  }

  // MARK: As a dict

  /// `__dict__`, borrowed: from now on it is where the attributes are.
  final func dictionary() -> DictObject {
    if let known = attributeDictionary { return known }
    let made = DictObject.make(heap: type.heap)
    replaceDictionary(with: made)
    return made
  }

  /// Keeps the attributes in `dictionary` from now on, whose count it takes over; those it had (but not those of
  /// `__slots__`) go into it.
  private final func replaceDictionary(with dictionary: DictObject) {
    let names = shape?.takeUnretainedValue().names ?? []
    var shape: Shape = type.heap.dictionaryShape
    var kept = [Value(dictionary)]
    for (index, name) in names.enumerated() {
      guard let value = slots?[index] else { continue }
      if type.slotNames.contains(name.string) {
        shape = shape.adding(name)
        kept.append(value)
      } else {
        dictionary.set(interned: name, value)
      }
    }
    freeSlots()
    let room = UnsafeMutablePointer<Value>.allocate(capacity: max(4, kept.count))
    for (index, value) in kept.enumerated() { room[index] = value }
    slots = room
    slotCapacity = Int32(truncatingIfNeeded: max(4, kept.count))
    self.shape = Unmanaged.passUnretained(shape)
  }

  /// `object.__dict__ = dictionary`: borrowed.
  final func setDictionary(_ dictionary: DictObject) {
    _ = self.dictionary()
    guard let slots else { return }
    let old = slots[0]
    slots[0] = dictionary.retainedValue
    old.release()
  }

  /// The names of the object's own attributes in the order they were set, borrowed; those of `__slots__` come first.
  final var ownAttributeNames: [StrObject] {
    guard let shape else { return [] }
    let names = shape._withUnsafeGuaranteedRef { $0.names }
    return names + (attributeDictionary?.keywordPairs.map(\.name) ?? [])
  }
}

extension Value {
  /// As `Object.ownAttribute`; nil for what is no object.
  @inline(__always)
  func ownAttribute(_ name: StrObject) -> Value? {
    guard case .object(let reference) = self else { return nil }
    return reference._withUnsafeGuaranteedRef { $0.ownAttribute(name) }
  }
}
