/// `collections.deque`.
enum DequeType {
  static func make(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("deque", .foreign, hasAttributes: true, module: "collections")
    installConstruction(type)
    installProtocol(vm, type)
    installItems(type)
    installEnds(type)
    installMethods(type)
    return type
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      Value(DequeObject(limit: nil, type: try vm.classArgument(a[0], type)))
    }
    type.defineDeque("__init__", "self, iterable=(), maxlen=None") { (vm, deque, a) throws(Raised) in
      deque.limit = nil
      if let given = a.optional(2), !given.isNone {
        guard given.bigInt != nil else { throw vm.raise(.typeError, "an integer is required") }
        let limit = try vm.index(given)
        if limit < 0 { throw vm.raise(.valueError, "maxlen must be non-negative") }
        deque.limit = limit
      }
      for value in deque.takeAll() { value.release() }
      if let iterable = a.optional(1) { try extend(vm, deque, iterable) }
      return .none
    }
    type.set("__hash__", .none)
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }

  static func extend(_ vm: VM, _ deque: DequeObject, _ iterable: Value) throws(Raised) {
    if iterable.object === deque {
      for value in deque.values { deque.append(value.retained()) }
      return
    }
    try vm.forEach(iterable) { (item) throws(Raised) in deque.append(item.retained()) }
  }

  /// A deque of the same class and limit with these values, whose counts it takes over.
  private static func similar(_ deque: DequeObject, _ values: [Value]) -> Value {
    let result = DequeObject(limit: deque.limit, type: deque.type)
    for value in values { result.append(value) }
    return Value(result)
  }

  private static func installProtocol(_ vm: VM, _ type: TypeObject) {
    let forward = IteratorTypes.make(vm.heap.types, "_deque_iterator", isFinal: true, module: "_collections")
    let backward = IteratorTypes.make(vm.heap.types, "_deque_reverse_iterator", isFinal: true, module: "_collections")
    for iterator in [forward, backward] { IteratorTypes.defineLengthHint(iterator) }
    type.defineDeque("__len__", "self, /") { (_, deque, _) throws(Raised) in .int(deque.count) }
    type.defineDeque("__iter__", "self, /") { (_, deque, _) throws(Raised) in
      Value(DequeIteratorObject(deque, isReversed: false, type: forward))
    }
    type.defineDeque("__reversed__", "self, /") { (_, deque, _) throws(Raised) in
      Value(DequeIteratorObject(deque, isReversed: true, type: backward))
    }
    type.defineDeque("__repr__", "self, /") { (vm, deque, _) throws(Raised) in
      guard try vm.enterRepr(deque) else { return vm.str("[...]") }
      defer { vm.leaveRepr(deque) }
      var parts: [String] = []
      for value in deque.values.map({ $0.retained() }) {
        defer { value.release() }
        parts.append(try vm.repr(value))
      }
      let limit = deque.limit.map { ", maxlen=\($0)" } ?? ""
      return vm.str("\(deque.type.name)([\(parts.joined(separator: ", "))]\(limit))")
    }
    for (name, op) in ComparisonOp.methods {
      type.defineDeque(name, "self, value, /") { (vm, deque, a) throws(Raised) in
        guard let other = a[1].foreign(DequeObject.self) else { return .notImplemented }
        let x = TupleObject.make(deque.values.map { $0.retained() }, type: vm.heap.types.tuple)
        let y = TupleObject.make(other.values.map { $0.retained() }, type: vm.heap.types.tuple)
        defer {
          Value(x).release()
          Value(y).release()
        }
        return try vm.compareItems(op, x, y)
      }
    }
    type.defineDeque("__add__", "self, value, /") { (vm, deque, a) throws(Raised) in
      guard let other = a[1].foreign(DequeObject.self) else {
        throw vm.raise(.typeError, "can only concatenate deque (not \"\(vm.typeName(a[1]))\") to deque")
      }
      return similar(deque, (deque.values + other.values).map { $0.retained() })
    }
    type.defineDeque("__iadd__", "self, value, /") { (vm, deque, a) throws(Raised) in
      try extend(vm, deque, a[1])
      return a[0].retained()
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineDeque(name, "self, value, /") { (vm, deque, a) throws(Raised) in
        guard let count = try vm.repeatCount(a[1]) else {
          throw vm.raise(.typeError, "can't multiply sequence by non-int of type '\(vm.typeName(a[1]))'")
        }
        let values = deque.values
        return similar(
          deque, try values.withUnsafeBufferPointer { (buffer) throws(Raised) in try vm.repeated(buffer, count) })
      }
    }
    for name in ["copy", "__copy__"] {
      type.defineDeque(name, "self, /") { (_, deque, _) throws(Raised) in
        similar(deque, deque.values.map { $0.retained() })
      }
    }
    type.defineProperty("maxlen") { (_, value) throws(Raised) in
      value.foreign(DequeObject.self)?.limit.map { .int($0) } ?? .none
    }
  }

  private static func installItems(_ type: TypeObject) {
    func index(_ vm: VM, _ deque: DequeObject, _ key: Value) throws(Raised) -> Int {
      guard let number = try vm.indexOrNil(key) else {
        throw vm.raise(.typeError, "sequence index must be integer, not '\(vm.typeName(key))'")
      }
      return try vm.itemIndex(.int(number), length: deque.count, "deque index out of range") ?? 0
    }
    type.defineDeque("__getitem__", "self, key, /") { (vm, deque, a) throws(Raised) in
      deque[try index(vm, deque, a[1])].retained()
    }
    type.defineDeque("__setitem__", "self, key, value, /") { (vm, deque, a) throws(Raised) in
      let place = try index(vm, deque, a[1])
      let old = deque[place]
      deque[place] = a[2].retained()
      old.release()
      return .none
    }
    type.defineDeque("__delitem__", "self, key, /") { (vm, deque, a) throws(Raised) in
      remove(deque, at: try index(vm, deque, a[1]))
      return .none
    }
    type.defineDeque("__contains__", "self, key, /") { (vm, deque, a) throws(Raised) in
      .bool(try find(vm, deque, a[1], from: 0, to: .max) != nil)
    }
  }

  private static func remove(_ deque: DequeObject, at index: Int) {
    var values = deque.takeAll()
    let removed = values.remove(at: index)
    for value in values { deque.append(value) }
    removed.release()
  }

  private static func find(
    _ vm: VM, _ deque: DequeObject, _ value: Value, from start: Int, to stop: Int
  ) throws(Raised) -> Int? {
    try vm.charge(deque.count >> 4)
    let version = deque.version
    var index = start
    while index < min(stop, deque.count) {
      if try vm.itemEquals(deque[index], value) { return index }
      if deque.version != version { throw vm.raise(.runtimeError, "deque mutated during iteration") }
      index += 1
    }
    return nil
  }

  private static func installEnds(_ type: TypeObject) {
    type.defineDeque("append", "self, item, /") { (_, deque, a) throws(Raised) in
      deque.append(a[1].retained())
      return .none
    }
    type.defineDeque("appendleft", "self, item, /") { (_, deque, a) throws(Raised) in
      deque.prepend(a[1].retained())
      return .none
    }
    type.defineDeque("pop", "self, /") { (vm, deque, _) throws(Raised) in
      guard let value = deque.popLast() else { throw vm.raise(.indexError, "pop from an empty deque") }
      return value
    }
    type.defineDeque("popleft", "self, /") { (vm, deque, _) throws(Raised) in
      guard let value = deque.popFirst() else { throw vm.raise(.indexError, "pop from an empty deque") }
      return value
    }
    type.defineDeque("extend", "self, iterable, /") { (vm, deque, a) throws(Raised) in
      try extend(vm, deque, a[1])
      return .none
    }
    type.defineDeque("extendleft", "self, iterable, /") { (vm, deque, a) throws(Raised) in
      let values = try vm.ownedItems(a[1])
      for value in values { deque.prepend(value) }
      return .none
    }
    type.defineDeque("rotate", "self, n=1, /") { (vm, deque, a) throws(Raised) in
      let steps = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? 1
      if deque.count < 2 { return .none }
      let shift = ((steps % deque.count) + deque.count) % deque.count
      let values = deque.takeAll()
      for value in values.suffix(shift) + values.dropLast(shift) { deque.append(value) }
      return .none
    }
    type.defineDeque("clear", "self, /") { (_, deque, _) throws(Raised) in
      for value in deque.takeAll() { value.release() }
      return .none
    }
  }

  private static func installMethods(_ type: TypeObject) {
    type.defineDeque("count", "self, value, /") { (vm, deque, a) throws(Raised) in
      var count = 0
      var start = 0
      while let index = try find(vm, deque, a[1], from: start, to: .max) {
        count += 1
        start = index + 1
      }
      return .int(count)
    }
    type.defineDeque("index", "self, value, start=0, stop=9223372036854775807, /") { (vm, deque, a) throws(Raised) in
      let bounds = try vm.searchBounds(a.optional(2), a.optional(3), length: deque.count)
      guard let index = try find(vm, deque, a[1], from: bounds.start, to: bounds.stop) else {
        throw vm.raise(.valueError, "\(try vm.repr(a[1])) is not in deque")
      }
      return .int(index)
    }
    type.defineDeque("insert", "self, index, value, /") { (vm, deque, a) throws(Raised) in
      let index = try vm.index(a[1])
      if let limit = deque.limit, deque.count >= limit {
        throw vm.raise(.indexError, "deque already at its maximum size")
      }
      var values = deque.takeAll()
      let place = index < 0 ? max(index &+ values.count, 0) : min(index, values.count)
      values.insert(a[2].retained(), at: place)
      for value in values { deque.append(value) }
      return .none
    }
    type.defineDeque("remove", "self, value, /") { (vm, deque, a) throws(Raised) in
      guard let index = try find(vm, deque, a[1], from: 0, to: .max), index < deque.count else {
        throw vm.raise(.valueError, "\(try vm.repr(a[1])) is not in deque")
      }
      remove(deque, at: index)
      return .none
    }
    type.defineDeque("reverse", "self, /") { (_, deque, _) throws(Raised) in
      let values = deque.takeAll()
      for value in values.reversed() { deque.append(value) }
      return .none
    }
  }
}

extension TypeObject {
  /// Declares a method of `deque` whose receiver is checked.
  fileprivate func defineDeque(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, DequeObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let deque = a[0].foreign(DequeObject.self) else {
        throw vm.raiseReceiver(name, "collections.deque", a[0])
      }
      return try body(vm, deque, a)
    }
  }
}
