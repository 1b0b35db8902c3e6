import BigInt

/// `enumerate(iterable, start)`.
package final class EnumerateObject: IteratorObject {
  let iterator: Value
  @exclusivity(unchecked) final private(set) var count: Value
  @exclusivity(unchecked) private var pairs = PairMaker()

  /// Takes over the iterator and the number of the first item, an `int`.
  init(_ iterator: Value, start: Value, type: TypeObject) {
    self.iterator = iterator
    count = start
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let item = try vm.next(iterator) else { return nil }
    let current = count
    if case .int(let small) = current, small < Int.max {
      count = .int(small + 1)
    } else {
      count = vm.heap.integer((current.bigInt ?? 0) + 1)
    }
    return pairs.make(current, item, vm.heap)
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(iterator)
    visit(count)
    pairs.visit(visit)
  }
}

/// `zip(*iterables, strict=False)`.
package final class ZipObject: IteratorObject {
  let iterators: [Value]
  private let isStrict: Bool
  @exclusivity(unchecked) private var isFinished = false
  @exclusivity(unchecked) private var pairs = PairMaker()

  /// Takes over the iterators.
  init(_ iterators: [Value], isStrict: Bool, type: TypeObject) {
    self.iterators = iterators
    self.isStrict = isStrict
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if isFinished || iterators.isEmpty { return nil }
    if iterators.count == 2 && !isStrict {
      guard let first = try vm.next(iterators[0]) else { return nil }
      do throws(Raised) {
        if let second = try vm.next(iterators[1]) { return pairs.make(first, second, vm.heap) }
      } catch {
        first.release()
        throw error
      }
      first.release()
      return nil
    }
    var values: [Value] = []
    do throws(Raised) {
      for (index, iterator) in iterators.enumerated() {
        if let value = try vm.next(iterator) {
          values.append(value)
          continue
        }
        if isStrict { try checkStrict(vm, endedAt: index) }
        for value in values { value.release() }
        return nil
      }
    } catch {
      for value in values { value.release() }
      throw error
    }
    return vm.tuple(values)
  }

  private func checkStrict(_ vm: VM, endedAt index: Int) throws(Raised) {
    isFinished = true
    if index > 0 {
      let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
      throw vm.raise(.valueError, "zip() argument \(index + 1) is shorter than \(others)")
    }
    for (index, iterator) in iterators.enumerated().dropFirst() {
      guard let value = try vm.next(iterator) else { continue }
      value.release()
      let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
      throw vm.raise(.valueError, "zip() argument \(index + 1) is longer than \(others)")
    }
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for index in iterators.indices { visit(iterators[index]) }
    pairs.visit(visit)
  }
}

/// `map(function, *iterables)`.
package final class MapObject: IteratorObject {
  let function: Value
  let iterators: [Value]

  /// Retains the function; takes over the iterators.
  init(_ function: Value, _ iterators: [Value], type: TypeObject) {
    self.function = function.retained()
    self.iterators = iterators
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if iterators.count == 1 {
      guard let value = try vm.next(iterators[0]) else { return nil }
      defer { value.release() }
      return try vm.call(function, value)
    }
    var values: [Value] = []
    defer { for value in values { value.release() } }
    for iterator in iterators {
      guard let value = try vm.next(iterator) else { return nil }
      values.append(value)
    }
    return try vm.call(function, arguments: values)
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    for iterator in iterators { visit(iterator) }
  }
}

/// `filter(function, iterable)`; also itertools' `filterfalse`.
package final class FilterObject: IteratorObject {
  let function: Value
  let iterator: Value
  private let wanted: Bool

  /// Retains the function (None: the values' own truth); takes over the iterator.
  init(_ function: Value, _ iterator: Value, wanted: Bool = true, type: TypeObject) {
    self.function = function.retained()
    self.iterator = iterator
    self.wanted = wanted
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    while let value = try vm.next(iterator) {
      do throws(Raised) {
        if try vm.predicate(function, value) == wanted { return value }
      } catch {
        value.release()
        throw error
      }
      value.release()
      try vm.charge(1)
    }
    return nil
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    visit(iterator)
  }
}

/// `iter(callable, sentinel)`.
package final class CallableIteratorObject: IteratorObject {
  let function: Value
  let sentinel: Value
  @exclusivity(unchecked) final private(set) var isFinished = false

  /// Retains both.
  init(_ function: Value, sentinel: Value, heap: Heap) {
    self.function = function.retained()
    self.sentinel = sentinel.retained()
    super.init(type: heap.types.iterators.callable)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if isFinished { return nil }
    let value: Value
    do throws(Raised) {
      value = try vm.call(function)
    } catch {
      guard vm.catches(.stopIteration) else { throw error }
      isFinished = true
      return nil
    }
    do throws(Raised) {
      if try !vm.equals(sentinel, value) { return value }
    } catch {
      value.release()
      throw error
    }
    value.release()
    isFinished = true
    return nil
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    visit(sentinel)
  }
}

extension VM {
  /// Whether `function(value)` is true; the value's own truth for None.
  func predicate(_ function: Value, _ value: Value) throws(Raised) -> Bool {
    if function.isNone { return try isTrue(value) }
    let result = try call(function, value)
    defer { result.release() }
    return try isTrue(result)
  }

  /// Iterators over all of the values of a tuple, owned.
  func iterators(_ iterables: TupleObject?) throws(Raised) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(iterables?.count ?? 0)
    do throws(Raised) {
      for iterable in iterables?.values ?? UnsafeBufferPointer(start: nil, count: 0) {
        result.append(try iterate(iterable))
      }
    } catch {
      for iterator in result { iterator.release() }
      throw error
    }
    return result
  }
}
