import PythonSyntax

extension Compiler {
  /// `try`/`except*`/`else`. Each handler gets the part of the exception that it names, as a group; what the handlers
  /// raise and what none of them took goes on as a group of its own.
  func tryExceptGroups(
    _ body: [Statement], _ handlers: [ExceptHandler], _ orElse: [Statement], at range: SourceRange
  ) throws(Diagnostic) {
    let first = try temporaries(4)
    let (exception, saved, rest, raised) = (first, first + 1, first + 2, first + 3)
    let start = here
    try statements(body)
    let end = here
    try statements(orElse)
    var done = [emitJump(at: range)]
    addHandler(start: start, end: end, target: here, depth: first, register: exception, block: blocks.count - 1)

    let guardStart = here
    emit(.enterHandler, saved, exception, at: range)
    blocks.append(.handler(exception: exception, saved: saved))
    emit(.move, rest, exception, at: range)
    emit(.list, raised, raised, 0, at: range)
    for handler in handlers { try groupHandler(handler, rest: rest, raised: raised) }
    let outcome = try temporaries(2)
    emit(.groupOutcome, outcome, exception, raised, x: rest - exception, at: range)
    emit(.move, outcome + 1, outcome, at: range)
    emit(.falseElse, outcome + 1, at: range)
    let fails = emitJump(at: range)
    blocks.removeLast()
    emit(.leaveHandler, saved, at: range)
    for register in [exception, rest, raised, outcome] { emit(.clear, register, at: range) }
    done.append(emitJump(at: range))
    patch(fails)
    emit(.reraise, outcome, at: range)
    let failure = try temporary()
    addHandler(start: guardStart + 1, end: here, target: here, depth: failure, register: failure, block: blocks.count)
    emit(.leaveHandler, saved, at: range)
    emit(.reraise, failure, at: range)
    patch(done)
  }

  private func groupHandler(_ handler: ExceptHandler, rest: Int, raised: Int) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let range = handler.range
    let first = try temporaries(4)
    let (matched, test, saved, failure) = (first, first + 1, first + 2, first + 3)
    if let type = handler.type { try evaluate(type, into: test) }
    emit(.groupMatch, matched, rest, test, at: handler.type?.range ?? range)
    emit(.move, test, matched, at: range)
    emit(.trueElse, test, at: range)
    let next = emitJump(at: range)
    emit(.enterHandler, saved, matched, at: range)
    blocks.append(.groupHandler(savedRegister: saved))
    let start = here
    if let name = handler.name {
      let copy = try temporary()
      emit(.move, copy, matched, at: range)
      try store(name, from: copy, at: range)
      nextTemporary = copy
    }
    try statements(handler.body)
    let end = here
    blocks.removeLast()
    if let name = handler.name { try forget(name, at: range) }
    emit(.leaveHandler, saved, at: range)
    emit(.clear, matched, at: range)
    let leave = emitJump(at: range)
    addHandler(start: start, end: end, target: here, depth: failure, register: failure, block: blocks.count)
    if let name = handler.name { try forget(name, at: range) }
    emit(.leaveHandler, saved, at: range)
    emit(.listAppend, raised, failure, at: range)
    emit(.listAppend, raised, matched, at: range)
    patch(next)
    patch(leave)
  }
}
