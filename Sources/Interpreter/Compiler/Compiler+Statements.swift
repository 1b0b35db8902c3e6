import PythonSyntax

extension Compiler {
  func statements(_ list: [Statement]) throws(Diagnostic) {
    for node in list { try statement(node) }
  }

  func statement(_ node: Statement) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let range = node.range
    switch node.kind {
    case .expression(let value):
      if showsValues { return try show(value, at: range) }
      if case .constant = value.kind { return }
      if case .yield(let value?) = value.kind { return try yieldOnly(value, at: range) }
      let register = try temporary()
      try evaluate(value, into: register)
      emit(.clear, register, at: range)
    case .assign(let targets, let value): try assignment(targets, value, at: range)
    case .augmentedAssign(let target, let op, let value): try augmented(target, op, value, at: range)
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      try annotated(target, annotation, value, isSimple, at: range)
    case .delete(let targets): for target in targets { try delete(target) }
    case .pass, .global, .nonlocal: break
    case .break: try leaveLoop(isBreak: true, at: range)
    case .continue: try leaveLoop(isBreak: false, at: range)
    case .return(let value):
      if let value { try returning(value, at: range) } else { try returnNone(at: range) }
    case .raise(let exception, let cause):
      let first = try temporaries(2)
      if let exception { try evaluate(exception, into: first) }
      if let cause { try evaluate(cause, into: first + 1) }
      emit(.raise, first, first + 1, x: exception == nil ? 0 : cause == nil ? 1 : 2, at: range)
    case .assert(let test, let message): try assertion(test, message)
    case .import(let names): try imports(names, at: range)
    case .importFrom(let module, let names, let level): try importFrom(module, names, level, at: range)
    case .if(let test, let body, let orElse):
      let otherwise = try branchIfFalse(test)
      try statements(body)
      if orElse.isEmpty {
        patch(otherwise)
      } else {
        let end = emitJump(at: range)
        patch(otherwise)
        try statements(orElse)
        patch(end)
      }
    case .while(let test, let body, let orElse): try whileLoop(test, body, orElse, at: range)
    case .for(let target, let iterable, let body, let orElse):
      try forLoop(target, iterable, body, orElse, at: range)
    case .with(let items, let body): try with(items[...], body, at: range)
    case .try(let body, let handlers, let orElse, let finally):
      if finally.isEmpty {
        try tryExcept(body, handlers, orElse, at: range)
      } else {
        try tryFinally(finally, at: range) { () throws(Diagnostic) in
          if handlers.isEmpty {
            try self.statements(body)
          } else {
            try self.tryExcept(body, handlers, orElse, at: range)
          }
        }
      }
    case .functionDefinition(let definition): try functionDefinition(node, definition)
    case .classDefinition(let definition): try classDefinition(node, definition)
    case .match(let subject, let cases): try match(subject, cases, at: range)
    }
  }

  /// `sys.displayhook(value)`
  private func show(_ value: Expression, at range: SourceRange) throws(Diagnostic) {
    let window = try temporaries(3)
    emitK(.importName, window + 2, k: string("sys"), at: range)
    emit(.extra, 0, 1, at: range)
    emit(.loadAttribute, window, window + 2, try cache("displayhook"), at: range)
    try evaluate(value, into: window + 2)
    emit(.call, window, 1, window, x: 1, at: range)
    emit(.clear, window, at: range)
  }

  // MARK: Assignment

  private func assignment(_ targets: [Expression], _ value: Expression, at range: SourceRange) throws(Diagnostic) {
    if targets.count == 1 {
      if case .name(let name) = targets[0].kind {
        let place = place(of: name)
        if case .local = place.variable { return try evaluate(value, into: place.register) }
      }
      // `a, b = b, a`: no tuple is made.
      if let items = Compiler.plainItems(targets[0]), let values = Compiler.plainItems(value),
        items.count == values.count
      {
        let first = try temporaries(values.count)
        for (offset, item) in values.enumerated() { try evaluate(item, into: first + offset) }
        for (offset, item) in items.enumerated() { try assign(item, from: first + offset) }
        return
      }
    }
    let register = try temporary()
    try evaluate(value, into: register)
    for target in targets.dropLast() {
      let copy = try temporary()
      emit(.move, copy, register, at: range)
      try assign(target, from: copy)
      nextTemporary = copy
    }
    if let last = targets.last { try assign(last, from: register) }
  }

  private static func plainItems(_ node: Expression) -> [Expression]? {
    guard case .tuple(let items) = node.kind, items.count >= 2, items.count <= 16 else { return nil }
    for item in items { if case .starred = item.kind { return nil } }
    return items
  }

  /// Stores a temporary (which it uses up) to any target.
  func assign(_ target: Expression, from register: Int) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let range = target.range
    switch target.kind {
    case .name(let name): try store(name, from: register, at: range)
    case .attribute(let value, let name):
      let object = try operand(value)
      emit(.storeAttribute, object, register, try cache(name), at: range)
    case .subscript(let value, let index):
      let object = try operand(value)
      if let bounds = try sliceBounds(index) {
        emit(.setSlice, object, bounds.first, register, x: bounds.absent, at: range)
      } else {
        emit(.setItem, object, try operand(index), register, at: range)
      }
    case .starred(let inner): try assign(inner, from: register)
    case .tuple(let items), .list(let items):
      let first = try temporaries(items.count)
      let star = items.firstIndex { if case .starred = $0.kind { true } else { false } }
      if let star {
        if star > 255 {
          throw Diagnostic(
            kind: .syntaxError, message: "too many expressions in star-unpacking assignment", range: range)
        }
        emit(.unpackStar, first, register, items.count - star - 1, x: star, at: range)
      } else {
        emit(.unpack, first, register, items.count, at: range)
      }
      for (offset, item) in items.enumerated() { try assign(item, from: first + offset) }
    default:
      throw Diagnostic(kind: .syntaxError, message: "cannot assign to expression", range: range)
    }
  }

  private func augmented(
    _ target: Expression, _ op: BinaryOperator, _ value: Expression, at range: SourceRange
  ) throws(Diagnostic) {
    switch target.kind {
    case .name(let name):
      let place = place(of: name)
      if case .local = place.variable {
        try binary(place.register, op, value, inPlace: true, into: place.register, at: range)
      } else {
        let register = try temporary()
        try load(name, into: register, at: target.range)
        try binary(register, op, value, inPlace: true, into: register, at: range)
        try store(name, from: register, at: range)
      }
    case .attribute(let object, let name):
      // Evaluated once; used for reading and writing.
      let owner = try operand(object)
      let result = try temporary()
      emit(.loadAttribute, result, try copy(owner, at: target.range), try cache(name), at: target.range)
      try binary(result, op, value, inPlace: true, into: result, at: range)
      emit(.storeAttribute, owner, result, try cache(name), at: range)
    case .subscript(let object, let index):
      let container = try operand(object)
      let key = try operand(index)
      let result = try temporary()
      let first = try copy(container, at: target.range)
      emit(.getItem, result, first, try copy(key, at: target.range), at: target.range)
      try binary(result, op, value, inPlace: true, into: result, at: range)
      emit(.setItem, container, key, result, at: range)
    default:
      throw Diagnostic(
        kind: .syntaxError, message: "illegal expression for augmented assignment", range: target.range)
    }
  }

  /// For an operand that is needed again, where using it uses it up.
  private func copy(_ register: Int, at range: SourceRange) throws(Diagnostic) -> Int {
    if !isTemporary(register) { return register }
    let copy = try temporary()
    emit(.move, copy, register, at: range)
    return copy
  }

  private func returning(_ value: Expression, at range: SourceRange) throws(Diagnostic) {
    // Where nothing else runs before the frame ends, a local is returned from its own register.
    let leavesAtOnce = blocks.allSatisfy(\.isLoop)
    switch value.kind {
    case .constant(.none): try returnNone(at: range)
    case .conditional(let test, let body, let orElse) where leavesAtOnce:
      let otherwise = try branchIfFalse(test)
      let mark = nextTemporary
      try returning(body, at: range)
      nextTemporary = mark
      patch(otherwise)
      try returning(orElse, at: range)
    default:
      let register = leavesAtOnce ? try operand(value) : try temporary()
      if !leavesAtOnce { try evaluate(value, into: register) }
      try unwind(to: 0, at: range) { self.emitReturn(register, at: range) }
    }
  }

  private func returnNone(at range: SourceRange) throws(Diagnostic) {
    try unwind(to: 0, at: range) { self.emitReturnNone(at: range) }
  }

  private func annotated(
    _ target: Expression, _ annotation: Expression, _ value: Expression?, _ isSimple: Bool, at range: SourceRange
  ) throws(Diagnostic) {
    if let value {
      let register = try temporary()
      try evaluate(value, into: register)
      try assign(target, from: register)
    } else {
      // Nothing is assigned to, but what it would belong to is looked at.
      switch target.kind {
      case .attribute(let owner, _): _ = try operand(owner)
      case .subscript(let owner, let index):
        _ = try operand(owner)
        _ = try operand(index)
      default: break
      }
    }
    if scope.kind != .function {
      let register = try temporary()
      try self.annotation(annotation, into: register)
      if isSimple, case .name(let name) = target.kind {
        emitK(.annotate, register, k: string(mangled(name)), at: range)
      } else {
        emit(.clear, register, at: range)
      }
    }
  }

  private func delete(_ target: Expression) throws(Diagnostic) {
    switch target.kind {
    case .name(let name): try delete(name, at: target.range)
    case .attribute(let value, let name):
      emit(.deleteAttribute, try operand(value), 0, try cache(name), at: target.range)
    case .subscript(let value, let index):
      let object = try operand(value)
      let key = try operand(index)
      emit(.deleteItem, object, key, at: target.range)
    case .tuple(let items), .list(let items): for item in items { try delete(item) }
    default: throw Diagnostic(kind: .syntaxError, message: "cannot delete expression", range: target.range)
    }
  }

  private func assertion(_ test: Expression, _ message: Expression?) throws(Diagnostic) {
    let passes = try branchIfTrue(test)
    let window = try temporaries(3)
    emit(.assertionError, window, at: test.range)
    if let message {
      try evaluate(message, into: window + 2)
      emit(.call, window, 1, window, x: 1, at: test.range)
    }
    emit(.raise, window, window + 1, x: 1, at: test.range)
    patch(passes)
  }

  // MARK: Imports

  private func imports(_ names: [Alias], at range: SourceRange) throws(Diagnostic) {
    for alias in names {
      let register = try temporary()
      emitK(.importName, register, k: string(alias.name), at: range)
      emit(.extra, 0, alias.asName == nil ? 1 : 0, at: range)
      try store(
        alias.asName ?? String(alias.name.prefix { $0 != "." }), from: register, at: range)
    }
  }

  private func importFrom(_ module: String?, _ names: [Alias], _ level: Int, at range: SourceRange) throws(Diagnostic) {
    let register = try temporary()
    emitK(.importName, register, k: string(module ?? ""), at: range)
    let list = self.names(names.map(\.name))
    emit(.extra, level, 0, list, x: list <= UInt16.max ? 1 : 0, at: range)
    for alias in names {
      if alias.name == "*" {
        emit(.importStar, register, at: range)
        return
      }
      let item = try temporary()
      emit(.importFrom, item, register, try cache(alias.name), at: range)
      try store(alias.asName ?? alias.name, from: item, at: range)
      nextTemporary = item
    }
    emit(.clear, register, at: range)
  }

  // MARK: Loops

  private func whileLoop(
    _ test: Expression, _ body: [Statement], _ orElse: [Statement], at range: SourceRange
  ) throws(Diagnostic) {
    let start = here
    let exit = try branchIfFalse(test)
    blocks.append(.loop(continueTarget: start, breakJumps: [], iteratorRegister: nil))
    try statements(body)
    emitK(.loop, k: start, at: range)
    let breaks = popLoop()
    patch(exit)
    try statements(orElse)
    patch(breaks)
  }

  private func forLoop(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ orElse: [Statement], at range: SourceRange
  ) throws(Diagnostic) {
    let iterator = try temporary()
    try evaluate(iterable, into: iterator)
    emit(.iterate, iterator, iterator, at: range)
    let start = here
    var item = 0
    var isDirect = false
    if case .name(let name) = target.kind {
      let place = place(of: name)
      if case .local = place.variable {
        item = place.register
        isDirect = true
      }
    }
    if !isDirect { item = try temporary() }
    emit(.forIter, iterator, item, at: range)
    let exit = emitJump(at: range)
    if !isDirect { try assign(target, from: item) }
    blocks.append(.loop(continueTarget: start, breakJumps: [], iteratorRegister: iterator))
    try statements(body)
    emitK(.loop, k: start, at: range)
    let breaks = popLoop()
    patch(exit)
    emit(.clear, iterator, at: range)
    try statements(orElse)
    patch(breaks)
  }

  private func popLoop() -> [Int] {
    guard case .loop(_, let breaks, _)? = blocks.popLast() else { return [] }
    return breaks
  }

  private func leaveLoop(isBreak: Bool, at range: SourceRange) throws(Diagnostic) {
    guard
      let index = blocks.lastIndex(where: \.isLoop),
      case .loop(let target, _, let iterator) = blocks[index]
    else {
      throw Diagnostic(
        kind: .syntaxError, message: isBreak ? "'break' outside loop" : "'continue' not properly in loop", range: range)
    }
    try unwind(to: index + 1, at: range) {
      if isBreak {
        if let iterator { self.emit(.clear, iterator, at: range) }
        guard case .loop(_, let breaks, _) = self.blocks[index] else { return }
        self.blocks[index] = .loop(
          continueTarget: target, breakJumps: breaks + [self.emitJump(at: range)], iteratorRegister: iterator)
      } else {
        self.emitK(.loop, k: target, at: range)
      }
    }
  }

  /// Emits what leaving the blocks from `depth` on requires, then `leave`. The handlers of a block do not guard
  /// what is emitted after it is left.
  private func unwind(to depth: Int, at range: SourceRange, _ leave: () -> Void) throws(Diagnostic) {
    var saved = blocks
    var starts: [(depth: Int, start: Int)] = []
    while blocks.count > depth {
      guard let block = blocks.popLast() else { break }
      // A `finally` emitted before may have left this loop: what it added there stays.
      saved[blocks.count] = block
      starts.append((blocks.count, here))
      switch block {
      case .loop(_, _, let iterator):
        // A generator that is left is closed before anything runs that stands around the loop.
        if let iterator, !blocks[depth...].allSatisfy(\.isLoop) { emit(.clear, iterator, at: range) }
      case .finally(let body): try statements(body)
      case .with(let manager, let range): try exitWith(manager, exception: nil, at: range)
      case .groupHandler:
        throw Diagnostic(
          kind: .syntaxError,
          message: "'break', 'continue' and 'return' cannot appear in an except* block", range: range)
      case .handler(let exception, let saved):
        emit(.leaveHandler, saved, at: range)
        emit(.clear, exception, at: range)
      case .handlerName(let name, let range): try forget(name, at: range)
      }
    }
    blocks += saved[blocks.count...]
    leave()
    for (depth, start) in starts { exits.append((depth, start..<here)) }
  }

  /// Deletes the name of a handler, which the body may have deleted already.
  func forget(_ name: String, at range: SourceRange) throws(Diagnostic) {
    let register = try temporary()
    emit(.none, register, at: range)
    try store(name, from: register, at: range)
    try delete(name, at: range)
  }
}
