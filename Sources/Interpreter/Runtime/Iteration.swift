// `iter`, `next`, and going through whatever can be iterated.

extension VM {
  /// `iter(value)`, owned.
  package func iterate(_ value: Value) throws(Raised) -> Value {
    if case .object(let reference) = value {
      switch reference._withUnsafeGuaranteedRef({ $0.kind }) {
      case .list where reference._withUnsafeGuaranteedRef({ $0.type.address == state.pointee.listType }):
        return reference._withUnsafeGuaranteedRef {
          Value(ListIteratorObject.make(unsafeDowncast($0, to: ListObject.self), heap: heap))
        }
      case .range:
        return reference._withUnsafeGuaranteedRef {
          Value(RangeIteratorObject.make(unsafeDowncast($0, to: RangeObject.self), heap: heap))
        }
      case .generator, .iterator, .listIterator, .tupleIterator, .rangeIterator: return value.retained()
      default: break
      }
    }
    let function = heap.types.special(.iter, of: value)
    if !function.isUnbound && !function.isNone {
      let iterator = try callMethod(function, on: value)
      if iterator.object?.isIterator == true || !heap.types.special(.next, of: iterator).isUnbound { return iterator }
      defer { iterator.release() }
      throw raise(.typeError, "iter() returned non-iterator of type '\(typeName(iterator))'")
    }
    if function.isUnbound && !heap.types.special(.getitem, of: value).isUnbound {
      return Value(SequenceIteratorObject(value, heap: heap))
    }
    throw raise(.typeError, "'\(typeName(value))' object is not iterable")
  }

  /// The next item, owned; nil at the end.
  @inline(__always)
  package func next(_ iterator: Value) throws(Raised) -> Value? {
    let value = try step(iterator)
    return value.isUnbound ? nil : value
  }

  /// The next item, owned, after those of a generator that `sink` takes; nil at the end.
  @inline(__always)
  func next(_ iterator: Value, otherThan sink: Sink?) throws(Raised) -> Value? {
    if let sink, let generator = iterator.reference(.generator, to: GeneratorObject.self) {
      return try drain(generator, to: sink)
    }
    return try next(iterator)
  }

  /// The next item, owned; `.unbound` at the end.
  package func step(_ iterator: Value) throws(Raised) -> Value {
    if case .object(let reference) = iterator {
      switch reference._withUnsafeGuaranteedRef({ $0.kind }) {
      case .rangeIterator:
        let range = unsafeBitCast(reference, to: Unmanaged<RangeIteratorObject>.self)
        return range._withUnsafeGuaranteedRef { $0.take() }.map { .int($0) } ?? .unbound
      case .listIterator:
        let value = unsafeBitCast(reference, to: Unmanaged<ListIteratorObject>.self).take()
        return value.isUnbound ? try advance(reference) : value
      case .tupleIterator: return unsafeBitCast(reference, to: Unmanaged<TupleIteratorObject>.self).take()
      case .iterator:
        // It may draw from another one, and that from another, …
        try enter()
        defer { leave() }
        return try advance(reference)
      case .generator:
        let generator = unsafeBitCast(reference, to: Unmanaged<GeneratorObject>.self)
        return try resume(generator, sending: .none) ?? .unbound
      default: break
      }
    }
    let function = heap.types.special(.next, of: iterator)
    if function.isUnbound { throw raise(.typeError, "'\(typeName(iterator))' object is not an iterator") }
    do throws(Raised) {
      return try callMethod(function, on: iterator)
    } catch {
      if catches(.stopIteration) { return .unbound }
      throw error
    }
  }

  /// The next item of an iterator written in Swift, which is not counted meanwhile: its caller holds it.
  @inline(__always)
  private func advance(_ reference: Unmanaged<Object>) throws(Raised) -> Value {
    var isRaising = false
    let value = reference._withUnsafeGuaranteedRef { object -> Value in
      do throws(Raised) {
        return try unsafeDowncast(object, to: IteratorObject.self).next(self) ?? .unbound
      } catch {
        isRaising = true
        return .unbound
      }
    }
    if isRaising { throw Raised() }
    return value
  }

  /// Calls `body` with each item, borrowed, but with none that `sink` takes, to which a generator's go first.
  package func forEach(
    _ iterable: Value, sink: @autoclosure () -> Sink? = nil, _ body: (Value) throws(Raised) -> Void
  ) throws(Raised) {
    if let list = iterable.reference(.list, to: ListObject.self),
      list._withUnsafeGuaranteedRef({ $0.type === heap.types.list })
    {
      return try forEach(inList: list, body)
    }
    let iterator = try iterate(iterable)
    defer { iterator.release() }
    guard case .object(let reference) = iterator, reference._withUnsafeGuaranteedRef({ $0.isIterator }) else {
      let sink = sink()
      while let item = try next(iterator, otherThan: sink) { try hand(item, to: body) }
      return
    }
    // It may draw from another one, and that from another, …
    try enter()
    defer { leave() }
    let known = unsafeBitCast(reference, to: Unmanaged<IteratorObject>.self)
    while let item = try known.borrowed({ (iterator) throws(Raised) in try iterator.next(self) }) {
      try hand(item, to: body)
    }
  }

  /// Sees the list as it is at each step: the body may change it.
  private func forEach(
    inList list: Unmanaged<ListObject>, _ body: (Value) throws(Raised) -> Void
  ) throws(Raised) {
    list._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    defer { list._withUnsafeGuaranteedRef { Value($0).release() } }
    var index = 0
    while true {
      let item = list._withUnsafeGuaranteedRef { index < $0.count ? $0.items[index].retained() : .unbound }
      if item.isUnbound { return }
      index &+= 1
      try hand(item, to: body)
    }
  }

  /// Takes over the item's count.
  @inline(__always)
  private func hand(_ item: Value, to body: (Value) throws(Raised) -> Void) throws(Raised) {
    defer { item.release() }
    state.pointee.ticks &-= 1
    if state.pointee.ticks < 0 { try lookAtLimits() }
    try body(item)
  }

  /// All items, owned.
  package func array(_ iterable: Value) throws(Raised) -> [Value] {
    if let list = iterable.asList, list.type === heap.types.list { return list.values.map { $0.retained() } }
    if let tuple = iterable.asTuple, tuple.type === heap.types.tuple { return tuple.values.map { $0.retained() } }
    if iterable.kind == .range {
      let (bytes, overflow) = try length(iterable).multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
      try checkSize(overflow ? .max : bytes)
    }
    if let object = iterable.object, object.type.isUserDefined {
      let iterator = try iterate(iterable)
      defer { iterator.release() }
      try askLength(iterable)
      return try collect(iterator)
    }
    return try collect(iterable)
  }

  /// What is made of an iterable is as long as that says: an object of the notebook's own sees that it is asked, and may
  /// refuse to answer.
  func askLength(_ iterable: Value) throws(Raised) { try lengthHint(iterable)?.release() }

  /// How many items there are, as far as `__len__` or `__length_hint__` tell; nil if they do not.
  func lengthHint(_ iterable: Value) throws(Raised) -> Value? {
    let answer: Value?
    do throws(Raised) {
      if !heap.types.special(.len, of: iterable).isUnbound {
        do throws(Raised) {
          return .int(try length(iterable))
        } catch {
          guard catches(.typeError) else { throw error }
        }
      }
      answer = try callSpecial(.lengthHint, iterable)
    } catch {
      guard catches(.typeError) else { throw error }
      return nil
    }
    guard let hint = answer else { return nil }
    defer { hint.release() }
    if case .notImplemented = hint { return nil }
    guard let number = hint.bigInt else {
      throw raise(.typeError, "__length_hint__ must be an integer, not \(typeName(hint))")
    }
    if number < 0 { throw raise(.valueError, "__length_hint__() should return >= 0") }
    return heap.integer(number)
  }

  private func collect(_ iterable: Value) throws(Raised) -> [Value] {
    if iterable.kind == .generator {
      let list = ListObject.make([], type: heap.types.list)
      defer { Value(list).release() }
      try ListType.extend(self, list, iterable)
      return list.values.map { $0.retained() }
    }
    var items: [Value] = []
    do throws(Raised) {
      try forEach(iterable) { (item) throws(Raised) in
        items.append(item.retained())
        if items.count & 0xFFFF == 0 { try self.checkSize(items.count * MemoryLayout<Value>.stride) }
      }
    } catch {
      for item in items { item.release() }
      throw error
    }
    return items
  }
}
