// The slow halves of the instructions: operands that are objects, unbound locals, errors. Each uses up the
// temporaries it reads.

extension VM {
  @inline(never)
  func raiseUnbound(_ code: CodePointers, _ register: Int) -> Raised {
    let code = code.object.takeUnretainedValue()
    guard register < code.localNames.count else { return raise(.systemError, "a temporary has no value") }
    return raiseUnboundLocal(code.localNames[register].string)
  }

  func raiseUnboundLocal(_ name: String) -> Raised {
    raise(
      .unboundLocalError,
      "cannot access local variable '\(name)' where it is not associated with a value")
  }

  @inline(__always)
  private func check(_ register: UInt16, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    if regs[Int(register)].isUnbound { throw raiseUnbound(code, Int(register)) }
  }

  @inline(__always)
  private func checkOperands(
    _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    try check(i.b, regs, code)
    try check(i.c, regs, code)
  }

  /// `R[a] := result`, with the operands R[b] and R[c] used up.
  @inline(__always)
  private func finish(
    _ i: Instruction, _ result: Value, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) {
    regs.use(i.b, code.localCount)
    regs.use(i.c, code.localCount)
    regs.set(i.a, result)
  }

  // MARK: Operators

  @inline(never)
  func slowBinary(
    _ op: BinaryOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    try checkOperands(i, regs, code)
    finish(i, try binary(op, regs[Int(i.b)], regs[Int(i.c)]), regs, code)
  }

  @inline(never)
  func slowInPlace(
    _ op: BinaryOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    try checkOperands(i, regs, code)
    // `s += "x"` on a string that nobody else holds grows it in place.
    if op == .add, i.a == i.b, let left = regs[Int(i.b)].plainString, let right = regs[Int(i.c)].plainString,
      left._withUnsafeGuaranteedRef({ $0.refCount == 1 && !$0.isInterned }), left.toOpaque() != right.toOpaque()
    {
      let added = right._withUnsafeGuaranteedRef { $0.text }
      let count = left._withUnsafeGuaranteedRef { $0.count } + added.count
      if count > 1 << 12 { try checkSize(count * 4) }
      left._withUnsafeGuaranteedRef { $0.append(added) }
      regs.use(i.c, code.localCount)
      return
    }
    finish(i, try inPlace(op, regs[Int(i.b)], regs[Int(i.c)]), regs, code)
  }

  @inline(never)
  func slowInteger(
    _ op: BinaryOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    try check(i.b, regs, code)
    let result =
      i.x == 1
      ? try inPlace(op, regs[Int(i.b)], .int(Int(i.c))) : try binary(op, regs[Int(i.b)], .int(Int(i.c)))
    regs.use(i.b, code.localCount)
    regs.set(i.a, result)
  }

  @inline(never)
  func slowUnary(
    _ op: UnaryOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    try check(i.b, regs, code)
    let result = try unary(op, regs[Int(i.b)])
    regs.use(i.b, code.localCount)
    regs.set(i.a, result)
  }

  @inline(__always)
  func fastCompare(_ op: ComparisonOp, _ a: Value, _ b: Value) -> Bool? {
    if case .int(let x) = a, case .int(let y) = b {
      switch op {
      case .lt: return x < y
      case .le: return x <= y
      case .eq: return x == y
      case .ne: return x != y
      case .gt: return x > y
      case .ge: return x >= y
      }
    }
    if case .float(let x) = a, case .float(let y) = b {
      switch op {
      case .lt: return x < y
      case .le: return x <= y
      case .eq: return x == y
      case .ne: return x != y
      case .gt: return x > y
      case .ge: return x >= y
      }
    }
    return nil
  }

  /// A comparison that decides where to go on.
  @inline(__always)
  func condition(
    _ op: ComparisonOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    if let result = fastCompare(op, regs[Int(i.a)], regs[Int(i.b)]) { return result }
    return try slowCondition(op, i.a, i.b, regs, code)
  }

  /// The same with a number that stands in the instruction.
  @inline(__always)
  func integerCondition(
    _ op: ComparisonOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    let number = Int(Int16(bitPattern: i.b))
    if let result = fastCompare(op, regs[Int(i.a)], .int(number)) { return result }
    return try slowCondition(op, i.a, with: .int(number), regs, code)
  }

  /// The same with a constant.
  @inline(__always)
  func constantCondition(
    _ op: ComparisonOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    let constant = code.constants[Int(i.b)]
    if let value = regs[Int(i.a)].reference(.str, to: StrObject.self),
      let known = constant.reference(.str, to: StrObject.self)
    {
      // Words and characters are mostly the heap's only ones.
      let isSame = value.toOpaque() == known.toOpaque()
      if isSame
        || value._withUnsafeGuaranteedRef({ $0.isInterned }) && known._withUnsafeGuaranteedRef({ $0.isInterned })
      {
        regs.use(i.a, code.localCount)
        return isSame == (op == .eq)
      }
    }
    return try slowCondition(op, i.a, with: constant, regs, code)
  }

  @inline(never)
  private func slowCondition(
    _ op: ComparisonOp, _ a: UInt16, with other: Value, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    if let result = quickCompare(op, regs[Int(a)], other) {
      regs.use(a, code.localCount)
      return result
    }
    try check(a, regs, code)
    let result = try compare(op, regs[Int(a)], other)
    defer { result.release() }
    regs.use(a, code.localCount)
    return try isTrue(result)
  }

  @inline(never)
  func slowCompare(
    _ op: ComparisonOp, _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    if let result = quickCompare(op, regs[Int(i.b)], regs[Int(i.c)]) {
      return finish(i, .bool(result), regs, code)
    }
    try checkOperands(i, regs, code)
    finish(i, try compare(op, regs[Int(i.b)], regs[Int(i.c)]), regs, code)
  }

  @inline(never)
  func slowCondition(
    _ op: ComparisonOp, _ a: UInt16, _ b: UInt16, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    if let result = quickCompare(op, regs[Int(a)], regs[Int(b)]) {
      regs.use(a, code.localCount)
      regs.use(b, code.localCount)
      return result
    }
    try check(a, regs, code)
    try check(b, regs, code)
    let result = try compare(op, regs[Int(a)], regs[Int(b)])
    defer { result.release() }
    regs.use(a, code.localCount)
    regs.use(b, code.localCount)
    return try isTrue(result)
  }

  func identity(
    _ a: UInt16, _ b: UInt16, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    try check(a, regs, code)
    try check(b, regs, code)
    let same = regs[Int(a)].isIdentical(to: regs[Int(b)])
    regs.use(a, code.localCount)
    regs.use(b, code.localCount)
    return same
  }

  @inline(never)
  func containment(
    _ item: UInt16, _ container: UInt16, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    try check(item, regs, code)
    try check(container, regs, code)
    let found = try contains(item: regs[Int(item)], regs[Int(container)])
    regs.use(item, code.localCount)
    regs.use(container, code.localCount)
    return found
  }

  /// In a constant.
  @inline(never)
  func containment(
    _ item: UInt16, in container: Value, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    try check(item, regs, code)
    let found = try contains(item: regs[Int(item)], container)
    regs.use(item, code.localCount)
    return found
  }

  @inline(__always)
  private func contains(item: Value, _ container: Value) throws(Raised) -> Bool {
    if let known = quickContains(container, item) { return known }
    return try contains(container, item)
  }

  /// `item in container` for exact dicts, sets, tuples and strings, where no code has to run; nil if it may.
  @inline(__always)
  private func quickContains(_ container: Value, _ item: Value) -> Bool? {
    guard case .object(let reference) = container else { return nil }
    return reference._withUnsafeGuaranteedRef { object -> Bool? in
      switch object.kind {
      case .dict:
        guard object.type === heap.types.dict, let hash = quickHash(item) else { return nil }
        switch quickFind(unsafeDowncast(object, to: DictObject.self), item, hash: hash) {
        case .found: return true
        case .missing: return false
        case .unsure: return nil
        }
      case .set:
        guard object.type === heap.types.set, let hash = quickHash(item) else { return nil }
        var isUnsure = false
        let slot = unsafeDowncast(object, to: SetObject.self).find(hash: hash) { candidate in
          if let same = candidate.quickEquals(item) { return same }
          isUnsure = true
          return true
        }
        return isUnsure ? nil : slot != nil
      case .tuple, .list:
        // A long one is for the way that looks at the limits.
        guard isPlainSequence(object), let items = container.storedItems, items.count <= 4096 else { return nil }
        for candidate in items {
          guard let same = candidate.quickEquals(item) else { return nil }
          if same { return true }
        }
        return false
      case .str:
        guard !object.type.isUserDefined, let part = item.plainString else { return nil }
        let text = unsafeDowncast(object, to: StrObject.self).text
        if text.count > 4096 { return nil }
        return text.firstIndex(of: part._withUnsafeGuaranteedRef { $0.text }) != nil
      default: return nil
      }
    }
  }

  @inline(never)
  func testTruth(
    _ register: UInt16, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    try check(register, regs, code)
    let truth = try isTrue(regs[Int(register)])
    regs.use(register, code.localCount)
    return truth
  }

  // MARK: Items

  @inline(__always)
  func fastItem(_ reference: Unmanaged<Object>, _ index: Int) -> Value {
    let type = reference._withUnsafeGuaranteedRef { $0.type.address }
    if type == state.pointee.listType {
      let list = unsafeBitCast(reference, to: Unmanaged<ListObject>.self)
      let count = list._withUnsafeGuaranteedRef { $0.count }
      let place = index < 0 ? index &+ count : index
      if place < 0 || place >= count { return .unbound }
      return list._withUnsafeGuaranteedRef { $0.items }[place].retained()
    }
    if type == state.pointee.tupleType {
      let tuple = unsafeBitCast(reference, to: Unmanaged<TupleObject>.self)
      let count = tuple._withUnsafeGuaranteedRef { $0.count }
      let place = index < 0 ? index &+ count : index
      if place < 0 || place >= count { return .unbound }
      return tuple._withUnsafeGuaranteedRef { $0.items }[place].retained()
    }
    if type != state.pointee.strType { return .unbound }
    let text = unsafeBitCast(reference, to: Unmanaged<StrObject>.self)
    let count = text._withUnsafeGuaranteedRef { $0.count }
    let place = index < 0 ? index &+ count : index
    if !text._withUnsafeGuaranteedRef({ $0.isASCII }) || place < 0 || place >= count { return .unbound }
    return heap.characterValue(text._withUnsafeGuaranteedRef { $0.ascii }[place])
  }

  @inline(__always)
  func isIndex(_ index: Int, ofList object: Object) -> Bool {
    object.type.address == state.pointee.listType && index >= 0
      && index < unsafeDowncast(object, to: ListObject.self).count
  }

  @inline(never)
  func slowGetItem(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    try checkOperands(i, regs, code)
    finish(i, try item(regs[Int(i.b)], regs[Int(i.c)]), regs, code)
  }

  @inline(never)
  func slowGetInteger(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    try check(i.b, regs, code)
    let value = try item(regs[Int(i.b)], .int(Int(Int16(bitPattern: i.c))))
    regs.use(i.b, code.localCount)
    regs.set(i.a, value)
  }

  /// `dict[key]`, or a string's character, past the general way where it can.
  @inline(__always)
  private func item(_ container: Value, _ key: Value) throws(Raised) -> Value {
    if case .object(let reference) = container {
      if reference._withUnsafeGuaranteedRef({ $0.type.address == state.pointee.dictType }) {
        if let hash = quickHash(key) {
          var isMissing = false
          let value = reference._withUnsafeGuaranteedRef { object -> Value in
            let dict = unsafeDowncast(object, to: DictObject.self)
            switch quickFind(dict, key, hash: hash) {
            case .found(let index): return dict.entries[index].value.retained()
            case .missing: isMissing = true
            case .unsure: break
            }
            return .unbound
          }
          if !value.isUnbound { return value }
          if isMissing { throw raiseKeyError(key) }
        }
      } else if case .int(let index) = key, let string = container.plainString {
        let value = string._withUnsafeGuaranteedRef { string -> Value in
          let place = index < 0 ? index &+ string.count : index
          return place >= 0 && place < string.count ? string.slice(place..<(place + 1), self) : .unbound
        }
        if !value.isUnbound { return value }
      }
    }
    return try getItem(container, key)
  }

  func storeItem(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    try check(i.a, regs, code)
    try check(i.b, regs, code)
    try check(i.c, regs, code)
    if !storeQuickly(regs[Int(i.a)], regs[Int(i.b)], regs[Int(i.c)]) {
      try setItem(regs[Int(i.a)], regs[Int(i.b)], regs[Int(i.c)])
    }
    regs.use(i.a, code.localCount)
    regs.use(i.b, code.localCount)
    regs.use(i.c, code.localCount)
  }

  /// `dict[key] = value` where no code has to run; false if the general way must be taken.
  @inline(__always)
  private func storeQuickly(_ target: Value, _ key: Value, _ value: Value) -> Bool {
    guard case .object(let reference) = target,
      reference._withUnsafeGuaranteedRef({ $0.type.address == state.pointee.dictType }),
      let hash = quickHash(key)
    else { return false }
    return reference._withUnsafeGuaranteedRef { object in
      let dict = unsafeDowncast(object, to: DictObject.self)
      switch quickFind(dict, key, hash: hash) {
      case .found(let index): dict.replaceValue(at: index, value.retained())
      case .missing: dict.insert(hash: hash, key: key.retained(), value: value.retained())
      case .unsure: return false
      }
      return true
    }
  }

  func removeItem(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    try check(i.a, regs, code)
    try check(i.b, regs, code)
    try deleteItem(regs[Int(i.a)], regs[Int(i.b)])
    regs.use(i.a, code.localCount)
    regs.use(i.b, code.localCount)
  }

  // MARK: Iteration

  /// A list or tuple of as many items as are wanted; false, and nothing done, for anything else.
  @inline(__always)
  func unpackStored(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) -> Bool {
    guard let items = regs[Int(i.b)].storedItems, items.count == Int(i.c) else { return false }
    for offset in 0..<items.count { regs.set(i.a &+ UInt16(truncatingIfNeeded: offset), items[offset].retained()) }
    regs.use(i.b, code.localCount)
    return true
  }

  func unpack(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    try check(i.b, regs, code)
    let source = regs[Int(i.b)]
    let count = Int(i.c)
    let items: [Value]
    if let tuple = source.asTuple {
      items = tuple.values.map { $0.retained() }
    } else if let list = source.asList {
      items = list.values.map { $0.retained() }
    } else {
      items = try firstItems(source, count)
    }
    if items.count != count {
      for item in items { item.release() }
      let words =
        items.count > count
        ? "too many values to unpack (expected \(count))"
        : "not enough values to unpack (expected \(count), got \(items.count))"
      throw raise(.valueError, words)
    }
    for (offset, item) in items.enumerated() { regs.set(i.a &+ UInt16(offset), item) }
    regs.use(i.b, code.localCount)
  }

  /// Up to one item more than `count`: an endless iterator must not be drained. Owned.
  private func firstItems(_ source: Value, _ count: Int) throws(Raised) -> [Value] {
    if heap.types.special(.iter, of: source).isUnbound && heap.types.special(.getitem, of: source).isUnbound {
      throw raise(.typeError, "cannot unpack non-iterable \(typeName(source)) object")
    }
    let iterator = try iterate(source)
    defer { iterator.release() }
    var items: [Value] = []
    do throws(Raised) {
      while items.count <= count, let item = try next(iterator) { items.append(item) }
    } catch {
      for item in items { item.release() }
      throw error
    }
    return items
  }

  func unpackStar(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    try check(i.b, regs, code)
    let source = regs[Int(i.b)]
    if heap.types.special(.iter, of: source).isUnbound && heap.types.special(.getitem, of: source).isUnbound {
      throw raise(.typeError, "cannot unpack non-iterable \(typeName(source)) object")
    }
    let items = try array(source)
    let before = Int(i.x)
    let after = Int(i.c)
    if items.count < before + after {
      for item in items { item.release() }
      throw raise(
        .valueError, "not enough values to unpack (expected at least \(before + after), got \(items.count))")
    }
    for offset in 0..<before { regs.set(i.a &+ UInt16(offset), items[offset]) }
    let middle = Array(items[before..<(items.count - after)])
    regs.set(i.a &+ UInt16(before), list(middle))
    for offset in 0..<after {
      regs.set(i.a &+ UInt16(before + 1 + offset), items[items.count - after + offset])
    }
    regs.use(i.b, code.localCount)
  }
}

extension Value {
  /// The items of a list or a tuple, as they are until code of the program runs; nil for anything else.
  @inline(__always)
  fileprivate var storedItems: UnsafeBufferPointer<Value>? {
    if let tuple = reference(.tuple, to: TupleObject.self) {
      return tuple._withUnsafeGuaranteedRef { UnsafeBufferPointer(start: $0.items, count: $0.count) }
    }
    if let list = reference(.list, to: ListObject.self) {
      return list._withUnsafeGuaranteedRef { UnsafeBufferPointer(start: $0.items, count: $0.count) }
    }
    return nil
  }
}
