import BigInt

// What iterators are made of anew, for `copy` and `pickle`: `(callable, arguments)`, and the index to go on from where
// they go by index. Being asked does not move them.

protocol ReducibleIterator {
  /// What `__reduce__` answers; owned.
  func reduced(_ vm: VM) throws(Raised) -> Value
}

/// An iterator that can be told where to go on.
protocol PlacedIterator: ReducibleIterator {
  func place(at index: Int)
}

extension IteratorTypes {
  static func definePlace(_ type: TypeObject) {
    type.define("__setstate__", "self, state, /") { (vm, a) throws(Raised) in
      (a[0].object as? any PlacedIterator)?.place(at: try vm.index(a[1]))
      return .none
    }
  }
}

extension VM {
  /// Takes over the arguments.
  fileprivate func reduction(_ maker: Value, _ arguments: [Value], at index: Int? = nil) -> Value {
    tuple([maker.retained(), tuple(arguments)] + (index.map { [.int($0)] } ?? []))
  }

  fileprivate func reduction(toIterate arguments: [Value], at index: Int? = nil) -> Value {
    reduction(builtins.get("iter") ?? .none, arguments, at: index)
  }
}

extension ListIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    guard let list else { return vm.reduction(toIterate: [vm.list([])]) }
    return vm.reduction(toIterate: [list.retainedValue], at: index)
  }

  func place(at index: Int) { self.index = min(max(index, 0), list?.count ?? 0) }
}

extension ListReverseIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    guard let list else { return vm.reduction(toIterate: [vm.list([])]) }
    return vm.reduction(Value(vm.heap.types.iterators.reversed), [list.retainedValue], at: index)
  }

  func place(at index: Int) { self.index = min(max(index, -1), (list?.count ?? 0) - 1) }
}

extension TupleIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if remainingCount == 0 { return vm.reduction(toIterate: [vm.tuple([])]) }
    return vm.reduction(toIterate: [tuple.retainedValue], at: index)
  }

  func place(at index: Int) { self.index = min(max(index, 0), tuple.count) }
}

extension StrIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if remainingCount == 0 { return vm.reduction(toIterate: [vm.str("")]) }
    return vm.reduction(toIterate: [text.retainedValue], at: index)
  }

  func place(at index: Int) { self.index = min(max(index, 0), text.count) }
}

extension BytesIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if remainingCount == 0 { return vm.reduction(toIterate: [vm.tuple([])]) }
    return vm.reduction(toIterate: [source.retainedValue], at: index)
  }

  func place(at index: Int) { self.index = min(max(index, 0), source.bytes.count) }
}

extension ByteArrayIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if isDone { return vm.reduction(toIterate: [vm.tuple([])]) }
    return vm.reduction(toIterate: [source.retainedValue], at: index)
  }

  func place(at index: Int) { self.index = min(max(index, 0), source.bytes.count) }
}

extension RangeIteratorObject: PlacedIterator {
  /// As the range of what is left.
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let (length, _) = remaining.multipliedReportingOverflow(by: step)
    let (stop, isPast) = current.addingReportingOverflow(length)
    let end = isPast ? (step > 0 ? Int.max : Int.min) : stop
    let range = try vm.call(Value(vm.heap.types.range), .int(current), .int(end), .int(step))
    return vm.reduction(toIterate: [range], at: 0)
  }

  func place(at index: Int) {
    let count = min(max(index, 0), remaining)
    current &+= count &* step
    remaining -= count
  }
}

extension BigRangeIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let bounds = [current, current + step * remaining, step].map { vm.heap.integer($0) }
    defer { for bound in bounds { bound.release() } }
    return vm.reduction(toIterate: [try vm.call(Value(vm.heap.types.range), arguments: bounds)], at: 0)
  }

  func place(at index: Int) {
    let count = min(BigInt(max(index, 0)), remaining)
    current += step * count
    remaining -= count
  }
}

extension SequenceIteratorObject: PlacedIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let isDone = sequence.isUnbound || index < 0
    let arguments = [isDone ? vm.tuple([]) : sequence.retained()]
    if step < 0 { return vm.reduction(Value(type), arguments, at: isDone ? nil : index) }
    return vm.reduction(toIterate: arguments, at: isDone ? nil : index)
  }

  func place(at index: Int) { self.index = step < 0 ? min(max(index, -1), self.index) : max(index, 0) }
}

extension DictIteratorObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(toIterate: [vm.list(try rest(vm))]) }
}

extension SetIteratorObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(toIterate: [vm.list(try rest(vm))]) }
}

extension EnumerateObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(Value(type), [iterator.retained(), count.retained()])
  }
}

extension ZipObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(Value(type), iterators.map { $0.retained() }) }
}

extension MapObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(Value(type), ([function] + iterators).map { $0.retained() })
  }
}

extension FilterObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(Value(type), [function.retained(), iterator.retained()])
  }
}

extension CallableIteratorObject: ReducibleIterator {
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if isFinished { return vm.reduction(toIterate: [vm.tuple([])]) }
    return vm.reduction(toIterate: [function.retained(), sentinel.retained()])
  }
}
