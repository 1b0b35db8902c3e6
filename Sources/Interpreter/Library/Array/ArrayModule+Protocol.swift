extension ArrayModule {
  static func installProtocol(_ type: TypeObject, _ vm: VM) {
    let iterator = IteratorTypes.make(vm.heap.types, "arrayiterator", isFinal: true, module: "array")
    type.defineArray("__len__", "self, /") { (_, array, _) throws(Raised) in .int(array.count) }
    type.defineArray("__iter__", "self, /") { (_, array, _) throws(Raised) in
      Value(ArrayIteratorObject(array, type: iterator))
    }
    type.defineArray("__repr__", "self, /") { (vm, array, _) throws(Raised) in
      let head = "\(array.type.name)('\(array.item.letter)'"
      if array.count == 0 { return vm.str(head + ")") }
      let items = try array.item == .character ? text(array, vm) : vm.list(values(array, vm))
      defer { items.release() }
      return vm.str("\(head), \(try vm.repr(items)))")
    }
    for (name, op) in ComparisonOp.methods {
      type.defineArray(name, "self, value, /") { (vm, array, a) throws(Raised) in
        guard let other = a[1].foreign(ArrayObject.self) else { return .notImplemented }
        let x = TupleObject.make(try values(array, vm), type: vm.heap.types.tuple)
        defer { Value(x).release() }
        let y = TupleObject.make(try values(other, vm), type: vm.heap.types.tuple)
        defer { Value(y).release() }
        return try vm.compareItems(op, x, y)
      }
    }
    type.defineArray("__contains__", "self, key, /") { (vm, array, a) throws(Raised) in
      .bool(try firstIndex(of: a[1], in: array, from: 0, to: .max, vm) != nil)
    }
    installArithmetic(type)
  }

  private static func installArithmetic(_ type: TypeObject) {
    type.defineArray("__add__", "self, value, /") { (vm, array, a) throws(Raised) in
      guard let other = a[1].foreign(ArrayObject.self) else {
        throw vm.raise(.typeError, "can only append array (not \"\(vm.typeName(a[1]))\") to array")
      }
      guard other.item == array.item else { throw vm.raise(.typeError, "bad argument type for built-in operation") }
      try vm.checkSize(array.bytes.count + other.bytes.count)
      return Value(ArrayObject(array.item, array.bytes + other.bytes, type: type))
    }
    type.defineArray("__iadd__", "self, value, /") { (vm, array, a) throws(Raised) in
      guard a[1].foreign(ArrayObject.self) != nil else {
        throw vm.raise(.typeError, "can only extend array with array (not \"\(vm.typeName(a[1]))\")")
      }
      try extend(array, a[1], vm)
      return a[0].retained()
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineArray(name, "self, value, /") { (vm, array, a) throws(Raised) in
        guard let times = try vm.repeatCount(a[1]) else {
          if vm.defersTo(a[1], .rmul) { return .notImplemented }
          throw vm.raise(.typeError, "can't multiply sequence by non-int of type '\(vm.typeName(a[1]))'")
        }
        return Value(ArrayObject(array.item, try BytesType.repeated(array.bytes, times, vm), type: type))
      }
    }
    type.defineArray("__imul__", "self, value, /") { (vm, array, a) throws(Raised) in
      guard let times = try vm.repeatCount(a[1]) else {
        throw vm.raise(.typeError, "can't multiply sequence by non-int of type '\(vm.typeName(a[1]))'")
      }
      try array.replace(0..<array.count, with: try BytesType.repeated(array.bytes, times, vm), vm)
      return a[0].retained()
    }
  }

  /// All items, owned.
  static func values(_ array: ArrayObject, _ vm: VM) throws(Raised) -> [Value] {
    try vm.checkCount(array.count)
    try vm.charge(array.count >> 4)
    var result: [Value] = []
    result.reserveCapacity(array.count)
    do throws(Raised) {
      for index in 0..<array.count { result.append(try array.value(at: index, vm)) }
    } catch {
      for value in result { value.release() }
      throw error
    }
    return result
  }

  static func text(_ array: ArrayObject, _ vm: VM) throws(Raised) -> Value {
    let characters = vm.list(try values(array, vm))
    defer { characters.release() }
    let empty = vm.str("")
    defer { empty.release() }
    return try vm.callMethod(empty, "join", characters)
  }

  static func extend(_ array: ArrayObject, _ source: Value, _ vm: VM) throws(Raised) {
    guard let other = source.foreign(ArrayObject.self) else { return try appendItems(of: source, to: array, vm) }
    guard other.item == array.item else { throw vm.raise(.typeError, "can only extend with array of same kind") }
    try array.append(other.bytes, vm)
  }

  /// Where the first item stands that equals the value. Comparing may run code that shortens the array.
  static func firstIndex(
    of value: Value, in array: ArrayObject, from start: Int, to stop: Int, _ vm: VM
  ) throws(Raised) -> Int? {
    try vm.charge(array.count >> 4)
    var index = start
    while index < min(stop, array.count) {
      let item = try array.value(at: index, vm)
      defer { item.release() }
      if try vm.itemEquals(item, value) { return index }
      index += 1
    }
    return nil
  }
}
