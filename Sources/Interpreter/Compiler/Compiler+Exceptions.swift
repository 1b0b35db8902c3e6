import PythonSyntax

extension Compiler {
  /// `try`/`except`/`else`.
  func tryExcept(
    _ body: [Statement], _ handlers: [ExceptHandler], _ orElse: [Statement], at range: SourceRange
  ) throws(Diagnostic) {
    if handlers.first?.isForGroups == true { return try tryExceptGroups(body, handlers, orElse, at: range) }
    let first = try temporaries(2)
    let (exception, saved) = (first, first + 1)
    let start = here
    try statements(body)
    let end = here
    try statements(orElse)
    var done = [emitJump(at: range)]
    // It is no block itself: it is left with the block that it stands in.
    addHandler(start: start, end: end, target: here, depth: first, register: exception, block: blocks.count - 1)

    // The handlers themselves are guarded: leaving them by an exception restores what was handled before.
    let guardStart = here
    emit(.enterHandler, saved, exception, at: range)
    blocks.append(.handler(exception: exception, saved: saved))
    for handler in handlers {
      var next: [Int] = []
      if let type = handler.type {
        let mark = nextTemporary
        let matches = try temporaries(2)
        try evaluate(type, into: matches + 1)
        emit(.exceptionMatches, matches, exception, matches + 1, at: type.range)
        emit(.trueElse, matches, at: handler.range)
        next = [emitJump(at: handler.range)]
        nextTemporary = mark
      }
      if let name = handler.name {
        let copy = try temporary()
        emit(.move, copy, exception, at: handler.range)
        try store(name, from: copy, at: handler.range)
        nextTemporary = copy
        blocks.append(.handlerName(name, range: handler.range))
        let nameStart = here
        try statements(handler.body)
        let nameEnd = here
        blocks.removeLast()
        try forget(name, at: handler.range)
        emit(.leaveHandler, saved, at: handler.range)
        emit(.clear, exception, at: handler.range)
        done.append(emitJump(at: handler.range))
        let raised = try temporary()
        addHandler(start: nameStart, end: nameEnd, target: here, depth: raised, register: raised, block: blocks.count)
        try forget(name, at: handler.range)
        emit(.reraise, raised, at: handler.range)
        nextTemporary = raised
      } else {
        try statements(handler.body)
        emit(.leaveHandler, saved, at: handler.range)
        emit(.clear, exception, at: handler.range)
        done.append(emitJump(at: handler.range))
      }
      patch(next)
    }
    blocks.removeLast()
    emit(.reraise, exception, at: range)
    let raised = try temporary()
    addHandler(start: guardStart + 1, end: here, target: here, depth: raised, register: raised, block: blocks.count)
    emit(.leaveHandler, saved, at: range)
    emit(.reraise, raised, at: range)
    patch(done)
  }

  /// The `finally` body stands once on every way out.
  func tryFinally(
    _ finally: [Statement], at range: SourceRange, _ body: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let first = try temporaries(2)
    let (exception, saved) = (first, first + 1)
    blocks.append(.finally(body: finally))
    let start = here
    try body()
    let end = here
    blocks.removeLast()
    try statements(finally)
    let done = emitJump(at: range)
    addHandler(start: start, end: end, target: here, depth: first, register: exception, block: blocks.count)
    let guardStart = here
    emit(.enterHandler, saved, exception, at: range)
    blocks.append(.handler(exception: exception, saved: saved))
    try statements(finally)
    blocks.removeLast()
    emit(.reraise, exception, at: range)
    let raised = try temporary()
    addHandler(start: guardStart + 1, end: here, target: here, depth: raised, register: raised, block: blocks.count)
    emit(.leaveHandler, saved, at: range)
    emit(.reraise, raised, at: range)
    patch(done)
  }

  /// `with` of several items is `with` inside `with`.
  func with(_ items: ArraySlice<WithItem>, _ body: [Statement], at range: SourceRange) throws(Diagnostic) {
    guard let item = items.first else { return try statements(body) }
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let manager = try temporaries(2)
    let first = try temporaries(3)
    let (exception, saved, entered) = (first, first + 1, first + 2)
    let context = try operand(item.context)
    emit(.withEnter, manager, context, entered, at: range)
    let start = here
    blocks.append(.with(register: manager, range: range))
    if let target = item.target {
      try assign(target, from: entered)
    } else {
      emit(.clear, entered, at: range)
    }
    try with(items.dropFirst(), body, at: range)
    blocks.removeLast()
    let end = here
    try exitWith(manager, exception: nil, at: range)
    var done = [emitJump(at: range)]
    addHandler(start: start, end: end, target: here, depth: first, register: exception, block: blocks.count)
    let guardStart = here
    emit(.enterHandler, saved, exception, at: range)
    try exitWith(manager, exception: exception, at: range)
    // `exitWith` left the answer in the next temporary.
    let answer = nextTemporary
    if answer >= draft.registerCount { draft.registerCount = answer + 1 }
    emit(.falseElse, answer, at: range)
    let suppressed = emitJump(at: range)
    emit(.reraise, exception, at: range)
    patch(suppressed)
    emit(.leaveHandler, saved, at: range)
    emit(.clear, exception, at: range)
    done.append(emitJump(at: range))
    let raised = try temporary()
    addHandler(start: guardStart + 1, end: here, target: here, depth: raised, register: raised, block: blocks.count)
    emit(.leaveHandler, saved, at: range)
    emit(.reraise, raised, at: range)
    patch(done)
  }

  /// Calls the exit method with the exception in a register, or with three Nones; the answer is in the next temporary.
  func exitWith(_ manager: Int, exception: Int?, at range: SourceRange) throws(Diagnostic) {
    let first = try temporaries(2)
    if let exception {
      emit(.move, first + 1, exception, at: range)
    } else {
      emit(.none, first + 1, at: range)
    }
    emit(.withExit, manager, first + 1, first, at: range)
    if exception == nil { emit(.clear, first, at: range) }
    nextTemporary = first
  }
}
