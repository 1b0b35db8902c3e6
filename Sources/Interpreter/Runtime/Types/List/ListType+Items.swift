extension ListType {
  static func installItems(_ type: TypeObject) {
    type.defineList("__getitem__", "self, key, /") { (vm, list, a) throws(Raised) in try getItem(vm, list, a[1]) }
    type.defineList("__setitem__", "self, key, value, /") { (vm, list, a) throws(Raised) in
      try setItem(vm, list, a[1], a[2])
      return .none
    }
    type.defineList("__delitem__", "self, key, /") { (vm, list, a) throws(Raised) in
      try deleteItem(vm, list, a[1])
      return .none
    }
  }

  static func getItem(_ vm: VM, _ list: ListObject, _ key: Value) throws(Raised) -> Value {
    if let slice = key.reference(.slice, to: SliceObject.self) {
      return try self.slice(vm, list, try vm.sliceBounds(slice))
    }
    guard let index = try index(vm, list, key, "list index out of range") else { throw refuse(vm, key) }
    return list.items[index].retained()
  }

  static func slice(_ vm: VM, _ list: ListObject, _ bounds: SliceBounds) throws(Raised) -> Value {
    let found = bounds.fitted(to: list.count)
    if found.count > 1 << 12 { try vm.checkCount(found.count) }
    let result = ListObject.makeReference(capacity: found.count, heap: vm.heap)
    result._withUnsafeGuaranteedRef { result in
      if found.step == 1 {
        result.append(copying: list.items + found.start, count: found.count)
      } else {
        for position in 0..<found.count { result.append(list.items[found[position]].retained()) }
      }
    }
    return Value(result)
  }

  static func setItem(_ vm: VM, _ list: ListObject, _ key: Value, _ value: Value) throws(Raised) {
    if let slice = key.reference(.slice, to: SliceObject.self) {
      return try setSlice(vm, list, try vm.sliceBounds(slice), value)
    }
    guard let index = try index(vm, list, key, "list assignment index out of range") else { throw refuse(vm, key) }
    list.replace(index, value.retained())
  }

  static func deleteItem(_ vm: VM, _ list: ListObject, _ key: Value) throws(Raised) {
    if let slice = key.reference(.slice, to: SliceObject.self) { return try deleteSlice(vm, list, slice) }
    guard let index = try index(vm, list, key, "list assignment index out of range") else { throw refuse(vm, key) }
    list.remove(at: index).release()
  }

  /// An index that holds for the list as it is after `__index__` ran.
  private static func index(
    _ vm: VM, _ list: ListObject, _ key: Value, _ message: @autoclosure () -> String
  ) throws(Raised) -> Int? {
    if case .int = key { return try vm.itemIndex(key, length: list.count, message()) }
    guard let number = try vm.indexOrNil(key) else { return nil }
    return try vm.itemIndex(.int(number), length: list.count, message())
  }

  private static func refuse(_ vm: VM, _ key: Value) -> Raised {
    vm.raise(.typeError, "list indices must be integers or slices, not \(vm.typeName(key))")
  }

  static func setSlice(
    _ vm: VM, _ list: ListObject, _ bounds: SliceBounds, _ value: Value
  ) throws(Raised) {
    if bounds.step == 1, let other = value.reference(.list, to: ListObject.self),
      other._withUnsafeGuaranteedRef({ $0 !== list && !$0.type.isUserDefined })
    {
      let found = bounds.fitted(to: list.count)
      let range = found.start..<max(found.start, found.stop)
      return other._withUnsafeGuaranteedRef { other in
        for index in 0..<other.count { _ = other.items[index].retained() }
        list.replaceSubrange(range, with: other.values)
      }
    }
    let message = bounds.step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice"
    let values = try vm.ownedItems(value, notIterable: message)
    // Fitted only now: making the values may have changed the list.
    let found = bounds.fitted(to: list.count)
    if found.step == 1 {
      list.replaceSubrange(found.start..<max(found.start, found.stop), with: values)
      return
    }
    guard values.count == found.count else {
      for value in values { value.release() }
      throw vm.raise(
        .valueError,
        "attempt to assign sequence of size \(values.count) to extended slice of size \(found.count)")
    }
    var replaced: [Value] = []
    replaced.reserveCapacity(found.count)
    for position in 0..<found.count {
      replaced.append(list.items[found[position]])
      list.items[found[position]] = values[position]
    }
    for value in replaced { value.release() }
  }

  private static func deleteSlice(_ vm: VM, _ list: ListObject, _ slice: Unmanaged<SliceObject>) throws(Raised) {
    var found = try vm.sliceIndices(slice, length: list.count)
    if found.count == 0 { return }
    if found.step < 0 {
      found = SliceIndices(
        start: found[found.count - 1], stop: found.start + 1, step: -found.step, count: found.count)
    }
    if found.step == 1 {
      list.replaceSubrange(found.start..<(found.start + found.count), with: [])
      return
    }
    var removed: [Value] = []
    var kept: [Value] = []
    var position = 0
    for (index, value) in list.takeAll().enumerated() {
      if position < found.count && index == found[position] {
        removed.append(value)
        position += 1
      } else {
        kept.append(value)
      }
    }
    for value in kept { list.append(value) }
    for value in removed { value.release() }
  }
}
