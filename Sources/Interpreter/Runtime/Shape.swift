/// A hidden class: which attribute is in which slot. Objects that got the same attributes in the same order
/// share one, so an attribute access compares one pointer and reads one slot.
///
/// An object whose `__dict__` was asked for keeps its attributes in a dict, which is its first slot; what `__slots__`
/// names still has slots of its own. Nothing but those may be cached for such shapes.
final class Shape {
  let count: Int
  /// The first slot is a dict with the attributes.
  let hasDictionary: Bool
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
    hasDictionary = parent?.hasDictionary ?? false
    keys = .allocate(capacity: max(min(count, Shape.scanned), 1))
    if let parent { keys.initialize(from: parent.keys, count: min(parent.count, Shape.scanned)) }
    if let parent, let name, count <= Shape.scanned { (keys + parent.count).initialize(to: name.address) }
    guard let parent, let name, count > Shape.scanned else {
      places = nil
      return
    }
    // Only the first shape to go on from the parent can use the same table, or else names would fight for one place.
    let first = hasDictionary ? 1 : 0
    if let shared = parent.places, shared.indices.count + first == parent.count {
      places = shared
    } else {
      places = Places(parent.names, from: first)
    }
    places?.indices[name.address] = parent.count
  }

  /// Of objects with a dict and nothing else.
  init(dictionaryIn heap: Heap) {
    parent = nil
    name = nil
    self.heap = heap
    count = 1
    hasDictionary = true
    keys = .allocate(capacity: 1)
    // The dict has no name: this is no string's address.
    keys.initialize(to: UnsafeMutableRawPointer(keys))
    places = nil
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

  init(_ names: [StrObject], from first: Int) {
    for (index, name) in names.enumerated() { indices[name.address] = first + index }
  }
}
