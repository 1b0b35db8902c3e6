// `ExceptionGroup`: exceptions that go on together, and what `except*` does with them.

extension ExceptionTypes {
  static func installGroups(_ vm: VM) {
    let type = vm.heap.types[.baseExceptionGroup]
    type.defineStatic("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let type = a[0].asType, let given = a[1].asTuple else { return .none }
      return try vm.makeGroup(type, Array(given.values))
    }
    type.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      if let keywords = a[2].asDict, keywords.count > 0 {
        throw vm.raise(.typeError, "\(vm.typeName(a[0]))() takes no keyword arguments")
      }
      return .none
    }
    type.define("__str__", "self, /") { (vm, a) throws(Raised) in
      guard let group = a[0].asException else { return .none }
      let count = vm.parts(of: group).count
      let message = try vm.strText(group.ownAttribute(vm.heap.intern("message")) ?? .none)
      return vm.str("\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))")
    }
    type.define("derive", "self, excs, /") { (vm, a) throws(Raised) in
      let message = a[0].asException?.ownAttribute(vm.heap.intern("message")) ?? .none
      return try vm.makeGroup(vm.heap.types[.baseExceptionGroup], [message, a[1]])
    }
    type.define("subgroup", "self, condition, /") { (vm, a) throws(Raised) in
      guard let group = a[0].asException else { return .none }
      let (match, rest) = try vm.split(group, try vm.groupCondition(a[1]))
      rest.release()
      return match
    }
    type.define("split", "self, condition, /") { (vm, a) throws(Raised) in
      guard let group = a[0].asException else { return .none }
      let (match, rest) = try vm.split(group, try vm.groupCondition(a[1]))
      return vm.tuple([match, rest])
    }
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in
      vm.genericAlias(a[0], a[1])
    }
  }
}

extension VM {
  /// The exceptions of a group, borrowed.
  fileprivate func parts(of group: ExceptionObject) -> [Value] {
    group.ownAttribute(heap.intern("exceptions"))?.asTuple.map { Array($0.values) } ?? []
  }

  private func isGroup(_ value: Value) -> Bool { isInstance(value, heap.types[.baseExceptionGroup]) }

  /// `BaseExceptionGroup.__new__`. Owned.
  fileprivate func makeGroup(_ given: TypeObject, _ arguments: [Value]) throws(Raised) -> Value {
    guard arguments.count == 2 else {
      throw raise(.typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(arguments.count) given)")
    }
    guard arguments[0].asStr != nil else {
      throw raise(.typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not \(typeName(arguments[0]))")
    }
    let types = heap.types!
    guard arguments[1].asList != nil || arguments[1].asTuple != nil || !types.of(arguments[1])[.getitem].isUnbound,
      arguments[1].asDict == nil, arguments[1].asSet == nil
    else { throw raise(.typeError, "second argument (exceptions) must be a sequence") }
    let items = tuple(try array(arguments[1]))
    defer { items.release() }
    let parts = items.asTuple.map { Array($0.values) } ?? []
    if parts.isEmpty { throw raise(.valueError, "second argument (exceptions) must be a non-empty sequence") }
    for (index, part) in parts.enumerated() where part.asException == nil {
      throw raise(.valueError, "Item \(index) of second argument (exceptions) is not an exception")
    }
    let areOrdinary = parts.allSatisfy { isInstance($0, types[.exception]) }
    var type = given
    if areOrdinary, type === types[.baseExceptionGroup] { type = types[.exceptionGroup] }
    if !areOrdinary, type.isSubtype(of: types[.exception]) {
      throw raise(
        .typeError,
        type === types[.exceptionGroup]
          ? "Cannot nest BaseExceptions in an ExceptionGroup" : "Cannot nest BaseExceptions in '\(type.name)'")
    }
    let made = ExceptionObject.make(
      type: type, arguments: TupleObject.make(arguments.map { $0.retained() }, type: types.tuple)
    ).takeUnretainedValue()
    made.setOwnAttribute(heap.intern("message"), arguments[0].retained())
    made.setOwnAttribute(heap.intern("exceptions"), items.retained())
    return Value(made)
  }

  // MARK: Splitting

  /// What a `split` or `subgroup` asks of each exception.
  fileprivate func groupCondition(
    _ value: Value
  ) throws(Raised) -> (Value) throws(Raised) -> Bool {
    let base = heap.types[.baseException]
    if let type = value.asType, type.isSubtype(of: base) { return { self.isInstance($0, type) } }
    if let several = value.asTuple, several.values.allSatisfy({ $0.asType?.isSubtype(of: base) == true }) {
      return { part in several.values.contains { $0.asType.map { self.isInstance(part, $0) } ?? false } }
    }
    guard Builtins.isCallable(self, value), value.asType == nil else {
      throw raise(.typeError, "expected a function, exception type or tuple of exception types")
    }
    return { (part) throws(Raised) in
      let answer = try self.call(value, part)
      defer { answer.release() }
      return try self.isTrue(answer)
    }
  }

  /// The part of an exception that satisfies a condition, and the rest; None where there is nothing. Owned.
  fileprivate func split(
    _ exception: ExceptionObject, _ condition: (Value) throws(Raised) -> Bool
  ) throws(Raised) -> (match: Value, rest: Value) {
    if try condition(Value(exception)) { return (exception.retainedValue, .none) }
    guard isGroup(Value(exception)) else { return (.none, exception.retainedValue) }
    try enter()
    defer { leave() }
    var matches: [Value] = []
    var rests: [Value] = []
    defer { for value in matches + rests { value.release() } }
    for part in parts(of: exception) {
      guard let part = part.asException else { continue }
      let (match, rest) = try split(part, condition)
      if !match.isNone { matches.append(match) }
      if !rest.isNone { rests.append(rest) }
    }
    let match = try derive(exception, matches)
    do throws(Raised) {
      return (match, try derive(exception, rests))
    } catch {
      match.release()
      throw error
    }
  }

  /// A group like `group` of other exceptions, which stay the caller's; None of none. Owned.
  private func derive(_ group: ExceptionObject, _ parts: [Value]) throws(Raised) -> Value {
    if parts.isEmpty { return .none }
    let items = list(parts.map { $0.retained() })
    defer { items.release() }
    let made = try callMethod(Value(group), "derive", items)
    guard let copy = made.asException, isGroup(made) else {
      defer { made.release() }
      throw raise(.typeError, "derive must return an instance of BaseExceptionGroup")
    }
    copy.traceback = group.traceback
    let old = [copy.cause, copy.context]
    copy.cause = group.cause.retained()
    copy.context = group.context.retained()
    copy.suppressesContext = group.suppressesContext
    for value in old { value.release() }
    if let notes = group.ownAttribute(heap.intern("__notes__"))?.asList {
      copy.setOwnAttribute(heap.intern("__notes__"), list(notes.values.map { $0.retained() }))
    }
    return made
  }

  // MARK: except*

  /// The instruction `groupMatch`.
  func groupMatch(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    let type = regs[Int(i.c)]
    let classes = type.asTuple.map { Array($0.values) } ?? [type]
    for item in classes {
      guard let item = item.asType, item.isSubtype(of: heap.types[.baseException]) else {
        throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
      }
      if item.isSubtype(of: heap.types[.baseExceptionGroup]) {
        throw raise(.typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
      }
    }
    guard let exception = regs[Int(i.b)].asException else {
      regs.drop(Int(i.c))
      return regs.set(i.a, .bool(false))
    }
    let parts = try split(exception) { part in
      classes.contains { $0.asType.map { self.isInstance(part, $0) } ?? false }
    }
    var match = parts.match
    if !match.isNone, !isGroup(match) {
      // `except*` shows it in a tuple.
      let items = tuple([match])
      let message = str("")
      defer {
        items.release()
        message.release()
      }
      let wrapper = try makeGroup(heap.types[.baseExceptionGroup], [message, items])
      wrapper.asException?.traceback = exception.traceback
      match = wrapper
    }
    regs.drop(Int(i.c))
    regs.set(i.b, parts.rest)
    regs.set(i.a, match.isNone ? .bool(false) : match)
  }

  /// The instruction `groupOutcome`.
  func groupOutcome(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    let original = regs[Int(i.b)]
    let rest = regs[Int(i.b) + Int(i.x)]
    let record = regs[Int(i.c)].asList.map { Array($0.values) } ?? []
    // A handler that raises what it was given lets that part go on.
    var kept: [Value] = rest.asException == nil ? [] : [rest]
    var raised: [Value] = []
    for index in stride(from: 0, to: record.count - 1, by: 2) {
      if record[index].isIdentical(to: record[index + 1]) {
        kept.append(record[index])
      } else {
        raised.append(record[index])
      }
    }
    if !isGroup(original) {
      return regs.set(i.a, (kept + raised).first?.retained() ?? .bool(false))
    }
    let remaining = try remains(of: original, in: kept)
    if raised.isEmpty { return regs.set(i.a, remaining.isNone ? .bool(false) : remaining) }
    defer { remaining.release() }
    if !remaining.isNone { raised.append(remaining) }
    if raised.count == 1 { return regs.set(i.a, raised[0].retained()) }
    let items = list(raised.map { $0.retained() })
    let message = str("")
    defer {
      items.release()
      message.release()
    }
    regs.set(i.a, try makeGroup(heap.types[.baseExceptionGroup], [message, items]))
  }

  /// The part of the original group that is in any of `kept`, with the original's structure. Owned.
  private func remains(of original: Value, in kept: [Value]) throws(Raised) -> Value {
    guard let group = original.asException, !kept.isEmpty else { return .none }
    var leaves: Set<ObjectIdentifier> = []
    var pending = kept.compactMap(\.asException)
    while let next = pending.popLast() {
      if isGroup(Value(next)) {
        pending += parts(of: next).compactMap(\.asException)
      } else {
        leaves.insert(ObjectIdentifier(next))
      }
    }
    let (match, rest) = try split(group) { part in
      part.asException.map { leaves.contains(ObjectIdentifier($0)) } ?? false
    }
    rest.release()
    return match
  }
}
