// Inheritance: which base decides the layout, and in which order attributes are looked up.

extension VM {
  /// C3: the order of the bases' orders, merged.
  func linearize(_ name: String, _ bases: [TypeObject]) throws(Raised) -> [TypeObject] {
    for (index, base) in bases.enumerated() where bases[..<index].contains(where: { $0 === base }) {
      throw raise(.typeError, "duplicate base class \(base.name)")
    }
    var lists = bases.map(\.mro) + [bases]
    var order: [TypeObject] = []
    while true {
      lists.removeAll(where: \.isEmpty)
      if lists.isEmpty { return order }
      let candidate = lists.lazy.compactMap(\.first).first { head in
        !lists.contains { list in list.dropFirst().contains { $0 === head } }
      }
      guard let candidate else {
        let heads = lists.compactMap(\.first).map(\.name)
        var unique: [String] = []
        for head in heads where !unique.contains(head) { unique.append(head) }
        throw raise(
          .typeError,
          "Cannot create a consistent method resolution\norder (MRO) for bases \(unique.joined(separator: ", "))")
      }
      order.append(candidate)
      for index in lists.indices where lists[index].first === candidate { lists[index].removeFirst() }
    }
  }

  /// What `type.mro` gives for a class: its order of inheritance, worked out anew.
  func order(of type: TypeObject) throws(Raised) -> [TypeObject] {
    type.bases.isEmpty ? [type] : [type] + (try linearize(type.name, type.bases))
  }

  /// A metaclass may give an order of its own with `mro`.
  func applyOwnOrder(_ made: TypeObject) throws(Raised) {
    let name = heap.intern("mro")
    guard made.type !== heap.types.type, let function = made.type.lookup(name),
      heap.types.type.lookup(name).map({ !$0.isIdentical(to: function) }) ?? true
    else { return }
    let result = try callMethod(function, on: Value(made))
    defer { result.release() }
    let items = try array(result)
    defer { for item in items { item.release() } }
    var order: [TypeObject] = []
    for item in items {
      guard let type = item.asType else {
        throw raise(.typeError, "mro() returned a non-class ('\(typeName(item))')")
      }
      order.append(type)
    }
    made.reorder(order)
  }

  /// `type.__bases__ = …`
  func setBases(_ subject: TypeObject, _ value: Value) throws(Raised) {
    guard let given = value.asTuple else {
      throw raise(.typeError, "can only assign tuple to \(subject.name).__bases__, not \(typeName(value))")
    }
    var bases: [TypeObject] = []
    for item in given.values {
      guard let type = item.asType else {
        throw raise(
          .typeError, "\(subject.name).__bases__ must be tuple of classes, not '\(typeName(item))'")
      }
      if type.isSubtype(of: subject) {
        throw raise(.typeError, "a __bases__ item causes an inheritance cycle")
      }
      bases.append(type)
    }
    if bases.isEmpty {
      throw raise(.typeError, "can only assign non-empty tuple to \(subject.name).__bases__, not ()")
    }
    let base = try bestBase(bases)
    guard base.layout == subject.layout, solidBase(base) === subject.base.map(solidBase) else {
      throw raise(
        .typeError,
        "__bases__ assignment: '\(base.name)' object layout differs from '\(subject.base?.name ?? "object")'")
    }
    subject.rebase(bases, order: try linearize(subject.name, bases))
    subject.base = base
    var pending = subject.directSubclasses
    while let next = pending.popLast() {
      next.reorder([next] + (try linearize(next.name, next.bases)))
      pending += next.directSubclasses
    }
  }

  // MARK: Layout

  /// The nearest class of the line of bases that gives instances something to hold.
  func solidBase(_ type: TypeObject) -> TypeObject {
    var type = type
    while type.isUserDefined, !type.addsSlots, let base = type.base { type = base }
    return type
  }

  /// The base whose instances hold most; all others must agree with it.
  func bestBase(_ bases: [TypeObject]) throws(Raised) -> TypeObject {
    var best = bases[0]
    for base in bases.dropFirst() {
      let (solid, other) = (solidBase(best), solidBase(base))
      if solid.isSubtype(of: other) || isSameLayout(solid, other) { continue }
      guard other.isSubtype(of: solid) || solid.layout == .instance && !solid.addsSlots else {
        throw raise(.typeError, "multiple bases have instance lay-out conflict")
      }
      best = base
    }
    return best
  }

  /// Whether instances of one class may become instances of the other.
  func holdsTheSame(_ a: TypeObject, _ b: TypeObject) -> Bool {
    a.layout == b.layout && a.slotNames == b.slotNames
      && (a.hasAttributes && !a.hasSlotsOnly) == (b.hasAttributes && !b.hasSlotsOnly)
  }

  /// Types written in Swift that hold the same as one another: abstract ones, and exceptions.
  private func isSameLayout(_ a: TypeObject, _ b: TypeObject) -> Bool {
    !a.addsSlots && !b.addsSlots && (b.layout == .instance || a.layout == b.layout && a.layout == .exception)
  }
}
