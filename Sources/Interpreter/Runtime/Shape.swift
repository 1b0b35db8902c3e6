/// A hidden class: which attribute is in which slot. Objects that got the same attributes in the same order
/// share one, so an attribute access compares one pointer and reads one slot.
final class Shape {
  let count: Int
  private let parent: Shape?
  private let name: Unmanaged<StrObject>?
  /// The names' addresses in the order they were set: interned strings are compared by address. The first ones only, if
  /// there are too many to look through.
  private let keys: UnsafeMutablePointer<UnsafeMutableRawPointer>
  /// Where they are, then.
  private let places: Places?
  @exclusivity(unchecked) private var transitions: [UnsafeMutableRawPointer: Shape] = [:]
  private unowned let heap: Heap
  private static let scanned: Int = 8

  init(parent: Shape?, name: StrObject?, heap: Heap) {
    self.parent = parent
    self.name = name.map { Unmanaged.passUnretained($0) }
    self.heap = heap
    count = (parent?.count ?? -1) + 1
    keys = .allocate(capacity: max(min(count, Shape.scanned), 1))
    if let parent { keys.initialize(from: parent.keys, count: min(parent.count, Shape.scanned)) }
    if let parent, let name, count <= Shape.scanned { (keys + parent.count).initialize(to: name.address) }
    guard let parent, let name, count > Shape.scanned else {
      places = nil
      return
    }
    // Only the first shape to go on from the parent can use the same table, or else names would fight for one place.
    if let shared = parent.places, shared.indices.count == parent.count {
      places = shared
    } else {
      places = Places(parent.names)
    }
    places?.indices[name.address] = parent.count
  }

  deinit { keys.deallocate() }

  @inline(__always)
  func index(of name: StrObject) -> Int? {
    let key = name.address
    if count > Shape.scanned {
      guard let index = places?.indices[key], index < count else { return nil }
      return index
    }
    for index in 0..<count where keys[index] == key { return index }
    return nil
  }

  /// The shape after `name` is added.
  func adding(_ name: StrObject) -> Shape {
    if let known = transitions[name.address] { return known }
    let shape = Shape(parent: self, name: name, heap: heap)
    transitions[name.address] = shape
    return shape
  }

  /// The shape without the attribute at an index within `0..<count`.
  func removing(_ index: Int) -> Shape {
    var kept: Shape = self
    var later: [StrObject] = []
    while kept.count > index, let parent = kept.parent, let name = kept.name {
      if kept.count > index + 1 { later.append(name.takeUnretainedValue()) }
      kept = parent
    }
    return later.reversed().reduce(kept) { $0.adding($1) }
  }

  /// The attribute names in the order they were set, borrowed.
  var names: [StrObject] {
    var result: [StrObject] = []
    var shape: Shape = self
    while let parent = shape.parent, let name = shape.name {
      result.append(name.takeUnretainedValue())
      shape = parent
    }
    return result.reversed()
  }
}

/// The slots by name of a shape and of those it grew from: one table serves them all, so that an object with thousands of
/// attributes does not cost a table for each.
private final class Places {
  @exclusivity(unchecked) var indices: [UnsafeMutableRawPointer: Int] = [:]

  init(_ names: [StrObject]) {
    for (index, name) in names.enumerated() { indices[name.address] = index }
  }
}

extension Object {
  /// The object's own attribute, borrowed; nil if it has none of that (interned) name.
  final func ownAttribute(_ name: StrObject) -> Value? {
    guard let shape, let index = shape._withUnsafeGuaranteedRef({ $0.index(of: name) }) else { return nil }
    return slots![index]
  }

  /// Sets the object's own attribute of an interned name; takes over the caller's count of `value`.
  final func setOwnAttribute(_ name: StrObject, _ value: Value) {
    let current = shape?.takeUnretainedValue() ?? type.heap.emptyShape!
    if let index = current.index(of: name) {
      let old = slots![index]
      slots![index] = value
      old.release()
      return
    }
    appendSlot(current.adding(name), value)
  }

  /// Moves to `next`, the shape with one attribute more, whose value takes the last slot.
  final func appendSlot(_ next: Shape, _ value: Value) {
    let count = next.count
    if count > slotCapacity { growSlots(count) }
    slots.unsafelyUnwrapped[count &- 1] = value
    shape = Unmanaged.passUnretained(next)
  }

  @inline(never)
  private final func growSlots(_ count: Int) {
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
    guard let shape = shape?.takeUnretainedValue(), let index = shape.index(of: name) else { return false }
    let old = slots![index]
    let rebuilt = shape.removing(index)
    for place in index..<(shape.count - 1) { slots![place] = slots![place + 1] }
    self.shape = rebuilt.count == 0 ? nil : Unmanaged.passUnretained(rebuilt)
    old.release()
    return true
  }
}
