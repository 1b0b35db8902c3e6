// Making lists, tuples, dicts, sets, strings and functions out of registers.

extension VM {
  func buildList(_ first: UnsafeMutablePointer<Value>, _ count: Int) -> Value {
    let list = ListObject.makeReference(capacity: count, heap: heap)
    list._withUnsafeGuaranteedRef { $0.append(moving: first, count: count) }
    for offset in 0..<count { first[offset] = .unbound }
    return Value(list)
  }

  func buildTuple(_ first: UnsafeMutablePointer<Value>, _ count: Int) -> Value {
    let tuple = TupleObject.makeReference(count: count, heap: heap)
    let items = tuple._withUnsafeGuaranteedRef { $0.items }
    for offset in 0..<count {
      items[offset] = first[offset]
      first[offset] = .unbound
    }
    return Value(tuple)
  }

  /// A slice of the three registers.
  func buildSlice(_ first: UnsafeMutablePointer<Value>) -> Value {
    let made = SliceObject.make(start: first[0], stop: first[1], step: first[2], heap: heap)
    for offset in 0..<3 { first[offset] = .unbound }
    return Value(made)
  }

  func buildSet(
    _ first: UnsafeMutablePointer<Value>, _ count: Int, areConstants: Bool
  ) throws(Raised) -> Value {
    defer { for offset in 0..<count { first.drop(offset) } }
    return try set(display: UnsafeBufferPointer(start: first, count: count), areConstants: areConstants)
  }

  func buildDict(_ first: UnsafeMutablePointer<Value>, _ pairs: Int) throws(Raised) -> Value {
    let made = Value(DictObject.make(heap: heap))
    do throws(Raised) {
      for pair in 0..<pairs {
        if let dict = made.asDict { try dictSet(dict, first[2 * pair], first[2 * pair + 1]) }
        first.drop(2 * pair)
        first.drop(2 * pair + 1)
      }
    } catch {
      made.release()
      throw error
    }
    return made
  }

  @inline(__always)
  func appendToList(_ list: Value, _ value: Value) {
    if case .object(let reference) = list {
      reference._withUnsafeGuaranteedRef { unsafeDowncast($0, to: ListObject.self).append(value) }
    }
  }

  func addToSet(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    try regs[Int(i.a)].reference(.set, to: SetObject.self)?.borrowed { (set) throws(Raised) in
      try setAdd(set, regs[Int(i.b)])
    }
    regs.drop(Int(i.b))
  }

  func extendList(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    let source = regs[Int(i.b)]
    // In a call the callee stands two registers before the list of arguments.
    try checkUnpackable(source, callee: i.x == 1 ? regs[Int(i.a) - 2] : nil)
    if let list = regs[Int(i.a)].asList { try ListType.extend(self, list, source) }
    regs.drop(Int(i.b))
  }

  func updateSet(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    if let set = regs[Int(i.a)].asSet {
      try setUpdate(set, regs[Int(i.b)])
    }
    regs.drop(Int(i.b))
  }

  func setInDict(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    try regs[Int(i.a)].reference(.dict, to: DictObject.self)?.borrowed { (dict) throws(Raised) in
      try dictSet(dict, regs[Int(i.b)], regs[Int(i.c)])
    }
    regs.drop(Int(i.b))
    regs.drop(Int(i.c))
  }

  func updateDict(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    let source = regs[Int(i.b)]
    if let dict = regs[Int(i.a)].asDict {
      try forEachItem(of: source, otherwise: "'\(typeName(source))' object is not a mapping") {
        (key, value) throws(Raised) in try self.dictSet(dict, key, value)
      }
    }
    regs.drop(Int(i.b))
  }

  /// Key and value, borrowed, of a dict or anything with `keys()` and items.
  func forEachItem(
    of source: Value, otherwise message: @autoclosure () -> String, _ body: (Value, Value) throws(Raised) -> Void
  ) throws(Raised) {
    if let dict = entries(of: source) {
      var index = 0
      while index < dict.entryCount {
        let entry = dict.entries[index]
        index += 1
        if entry.key.isUnbound { continue }
        let (key, value) = (entry.key.retained(), entry.value.retained())
        defer {
          key.release()
          value.release()
        }
        try body(key, value)
      }
      return
    }
    guard let keys = try findAttribute(source, heap.intern("keys")) else { throw raise(.typeError, message()) }
    defer { keys.release() }
    let iterable = try call(keys)
    defer { iterable.release() }
    try checkKeys(iterable, of: source)
    try forEach(iterable) { (key) throws(Raised) in
      let value = try self.getItem(source, key)
      defer { value.release() }
      try body(key, value)
    }
  }

  func listToTuple(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) {
    guard let list = regs[Int(i.a)].asList else { return }
    let tuple = TupleObject.make(count: list.count, heap: heap)
    list.move(to: tuple.items)
    regs.set(i.a, Value(tuple))
  }

  // MARK: Strings

  func formatValue(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    let value = regs[Int(i.b)]
    let hasSpec = i.x & 4 != 0
    let result: Value
    switch i.x & 3 {
    case 0 where !hasSpec && value.plainString != nil: result = value.retained()
    case 0 where hasSpec: result = try format(value, spec: regs[Int(i.c)])
    case 0:
      if case .int(let number) = value { result = str(number) } else { result = try format(value, "") }
    case let conversion:
      let converted =
        conversion == 1 ? try strValue(value) : conversion == 2 ? try reprValue(value) : try asciiValue(value)
      if hasSpec {
        defer { converted.release() }
        result = try format(converted, spec: regs[Int(i.c)])
      } else {
        result = converted
      }
    }
    if hasSpec { regs.drop(Int(i.c)) }
    regs.drop(Int(i.b))
    regs.set(i.a, result)
  }

  /// The strings of an f-string in a row; they are used up. A part may be an instance of a subclass of `str`.
  func concatenate(_ first: UnsafeMutablePointer<Value>, _ count: Int) throws(Raised) -> Value {
    var total = 0
    for offset in 0..<count { total &+= text(of: first[offset])?.count ?? 0 }
    if total > 1 << 12 { try checkSize(of: total, each: 8) }
    let writer = TextWriter(room: total, heap)
    for offset in 0..<count {
      if let part = text(of: first[offset]) { try writer.append(part, self) }
      first.drop(offset)
    }
    return writer.finish()
  }

  @inline(__always)
  private func text(of part: Value) -> Text? {
    part.reference(.str, to: StrObject.self)?._withUnsafeGuaranteedRef { $0.text }
  }

  // MARK: Functions

  func makeFunction(
    _ i: Instruction, _ pc: UnsafeMutablePointer<Instruction>, _ regs: UnsafeMutablePointer<Value>,
    _ frame: UnsafeMutablePointer<Frame>, _ code: CodePointers
  ) -> (value: Value, extras: Int) {
    guard case .object(let reference) = code.constants[i.k] else { return (.none, 1) }
    return reference._withUnsafeGuaranteedRef { object in
      let body = unsafeDowncast(object, to: CodeObject.self)
      let operands = pc.pointee
      let first = Int(operands.a)
      let function = FunctionObject.make(
        code: body, globals: frame.pointee.globals, defaults: take(regs + first, Int(operands.b)),
        keywordDefaults: take(regs + first + Int(operands.b), Int(operands.c)), heap: heap)
      if i.x == 1 {
        let annotations = first + Int(operands.b) + Int(operands.c)
        function._withUnsafeGuaranteedRef { $0.annotations = regs[annotations] }
        regs[annotations] = .unbound
      }
      capture(function, pc + 1, regs)
      return (Value(function), 1 + body.freeRegisterCount)
    }
  }

  private func take(_ first: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
    if count == 0 { return [] }
    let values = Array(UnsafeBufferPointer(start: first, count: count))
    first.update(repeating: .unbound, count: count)
    return values
  }

  /// Gives the function the cells that it uses, from the registers that the `extra`s name.
  func capture(
    _ function: Unmanaged<FunctionObject>, _ extras: UnsafeMutablePointer<Instruction>,
    _ regs: UnsafeMutablePointer<Value>
  ) {
    let cells = function._withUnsafeGuaranteedRef { $0.cells }
    for index in 0..<function._withUnsafeGuaranteedRef({ $0.cellCount }) {
      cells[index] = regs[Int(extras[index].a)].retained()
    }
  }
}
