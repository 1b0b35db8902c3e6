/// `sys.getsizeof`: what an object takes in CPython on a 64-bit machine. Programs print such numbers to show how
/// containers grow, so they are CPython's, not those of this interpreter.
enum ObjectSize {
  static func of(_ value: Value, default substitute: Value?, _ vm: VM) throws(Raised) -> Int {
    if let own = try ownAnswer(value, vm) { return own }
    if let known = known(value) { return known }
    if let substitute { return try vm.index(substitute) }
    throw vm.raise(
      .notImplementedError, "sys.getsizeof of '\(vm.typeName(value))' objects is not available in nbcheck")
  }

  /// What a `__sizeof__` of the notebook's own says, with the room that CPython adds for its bookkeeping.
  private static func ownAnswer(_ value: Value, _ vm: VM) throws(Raised) -> Int? {
    guard let object = value.object, object.type.isUserDefined,
      object.type.lookup(vm.heap.intern("__sizeof__"))?.cast(.function, to: FunctionObject.self) != nil
    else { return nil }
    let answer = try vm.callMethod(value, "__sizeof__")
    defer { answer.release() }
    guard answer.bigInt != nil else {
      throw vm.raise(.typeError, "'\(vm.typeName(answer))' object cannot be interpreted as an integer")
    }
    let size = try vm.index(answer)
    if size < 0 { throw vm.raise(.valueError, "__sizeof__() should return >= 0") }
    return size &+ 32
  }

  private static func known(_ value: Value) -> Int? {
    switch value {
    case .bool: return 28
    case .int(let number): return integer(Int.bitWidth - number.magnitude.leadingZeroBitCount)
    case .float: return 24
    case .noneTag, .ellipsis, .notImplemented: return 16
    case .unboundTag: return nil
    case .object: break
    }
    guard let object = value.object else { return nil }
    // An instance of a class statement has a dictionary of its own, and the pointers to it.
    let extra = object.type.isUserDefined ? 40 : 0
    return builtin(value, object.kind).map { $0 + extra }
  }

  private static func integer(_ bits: Int) -> Int { 24 + 4 * max((bits + 29) / 30, 1) }

  private static func builtin(_ value: Value, _ kind: Kind) -> Int? {
    switch kind {
    case .int: return value.asBigInt.map { integer($0.value.magnitude.bitWidth) }
    case .float: return 24
    case .complex: return 32
    case .native, .property, .module: return 72
    case .str: return value.asStr.map(text)
    case .bytes: return value.asBytes.map { 33 + $0.bytes.count }
    case .tuple: return value.asTuple.map { 40 + 8 * $0.count }
    case .list: return value.asList.map { 56 + 8 * $0.count }
    case .dict: return value.asDict.map(dictionary)
    case .set: return value.asSet.map { set($0.count) }
    case .range: return 48
    case .slice: return 56
    case .function: return 152
    case .boundMethod: return 64
    case .cell: return 40
    case .type: return value.asType.map { $0.isUserDefined ? 1688 : 424 }
    case .instance: return 16
    case .exception: return 88
    default: return value.foreign(ByteArrayObject.self).map { 56 + ($0.bytes.isEmpty ? 0 : $0.bytes.count + 1) }
    }
  }

  /// As wide as the widest character needs.
  private static func text(_ string: StrObject) -> Int {
    let widest = string.codePoints.max() ?? 0
    if widest < 0x80 { return 49 + string.count }
    if widest < 0x100 { return 73 + string.count }
    return widest < 0x10000 ? 74 + 2 * string.count : 76 + 4 * string.count
  }

  /// A table of which two thirds may be used, with an index beside it.
  private static func dictionary(_ dict: DictObject) -> Int {
    if dict.count == 0 { return 64 }
    var slots = 8
    while slots * 2 / 3 < dict.count { slots *= 2 }
    let index = slots * (slots < 256 ? 1 : slots < 65536 ? 2 : 4)
    let hasOnlyText = (0..<dict.entryCount).allSatisfy { place in
      let key = dict.entries[place].key
      return key.isUnbound || key.asStr != nil
    }
    return 96 + index + slots * 2 / 3 * (hasOnlyText ? 16 : 24)
  }

  /// A table of which three fifths may be used, and that grows fourfold.
  private static func set(_ count: Int) -> Int {
    var slots = 8
    var used = 5
    while count >= used {
      let wanted = used > 50_000 ? used * 2 : used * 4
      while slots <= wanted { slots *= 2 }
      used = ((slots - 1) * 3 + 4) / 5
    }
    return slots == 8 ? 216 : 216 + slots * 16
  }
}
