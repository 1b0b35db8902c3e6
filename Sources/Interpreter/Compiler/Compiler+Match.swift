import PythonSyntax

extension Compiler {
  func match(_ subject: Expression, _ cases: [MatchCase], at range: SourceRange) throws(Diagnostic) {
    let value = try temporary()
    try evaluate(subject, into: value)
    var done: [Int] = []
    for item in cases {
      let mark = nextTemporary
      let floor = nextTemporary
      var fails: [Int] = []
      let copy = try temporary()
      emit(.move, copy, value, at: item.pattern.range)
      var captures: [(name: String, register: Int, range: SourceRange)] = []
      try pattern(item.pattern, copy, &fails, &captures)
      for capture in captures { try store(capture.name, from: capture.register, at: capture.range) }
      if let test = item.guardTest { fails += try branchIfFalse(test) }
      let high = nextTemporary
      for register in floor..<high { emit(.clear, register, at: range) }
      emit(.clear, value, at: range)
      try statements(item.body)
      done.append(emitJump(at: range))
      patch(fails)
      for register in floor..<high { emit(.clear, register, at: range) }
      nextTemporary = mark
    }
    emit(.clear, value, at: range)
    patch(done)
  }

  /// Tests the value in a temporary; on failure jumps (to be patched), on success leaves captures in temporaries.
  private func pattern(
    _ node: Pattern, _ value: Int, _ fails: inout [Int],
    _ captures: inout [(name: String, register: Int, range: SourceRange)]
  ) throws(Diagnostic) {
    let range = node.range
    switch node.kind {
    case .value(let expected):
      let other = try temporary()
      try evaluate(expected, into: other)
      emit(.eqElse, value, other, at: range)
      fails.append(emitJump(at: range))
    case .singleton(let constant):
      let other = try temporary()
      loadConstant(constant, into: other, at: range)
      emit(.isElse, value, other, at: range)
      fails.append(emitJump(at: range))
    case .capture(let inner, let name):
      if let inner {
        let copy = try temporary()
        emit(.move, copy, value, at: range)
        try pattern(inner, copy, &fails, &captures)
      }
      if let name {
        let kept = try temporary()
        emit(.move, kept, value, at: range)
        captures.append((name, kept, range))
      }
    case .star: break
    case .sequence(let items): try sequencePattern(items, value, &fails, &captures, at: range)
    case .mapping(let keys, let patterns, let rest):
      let test = try temporary()
      emit(.matchMapping, test, value, at: range)
      failIfFalse(test, &fails, at: range)
      let keyTuple = try temporary()
      let tuple = Expression(.tuple(keys), range)
      try evaluate(tuple, into: keyTuple)
      let found = try temporary()
      emit(.matchKeys, found, value, keyTuple, at: range)
      try failIfNone(found, &fails, at: range)
      let first = try temporaries(patterns.count)
      emit(.unpack, first, found, patterns.count, at: range)
      for (offset, item) in patterns.enumerated() { try pattern(item, first + offset, &fails, &captures) }
      if let rest {
        let kept = try temporary()
        try evaluate(tuple, into: keyTuple)
        emit(.dictWithout, kept, value, keyTuple, at: range)
        captures.append((rest, kept, range))
      }
    case .class(let type, let positional, let keywords):
      if positional.count > 255 {
        throw Diagnostic(kind: .syntaxError, message: "too many sub-patterns in class pattern", range: range)
      }
      let classRegister = try temporary()
      try evaluate(type, into: classRegister)
      let found = try temporary()
      emit(.matchClass, found, value, classRegister, x: positional.count, at: range)
      emitK(.extra, k: names(keywords.map(\.name)), at: range)
      try failIfNone(found, &fails, at: range)
      let count = positional.count + keywords.count
      let first = try temporaries(count)
      emit(.unpack, first, found, count, at: range)
      for (offset, item) in (positional + keywords.map(\.pattern)).enumerated() {
        try pattern(item, first + offset, &fails, &captures)
      }
    case .or(let alternatives): try alternativesPattern(alternatives, value, &fails, &captures, at: range)
    }
  }

  private func sequencePattern(
    _ items: [Pattern], _ value: Int, _ fails: inout [Int],
    _ captures: inout [(name: String, register: Int, range: SourceRange)], at range: SourceRange
  ) throws(Diagnostic) {
    let test = try temporary()
    emit(.matchSequence, test, value, at: range)
    failIfFalse(test, &fails, at: range)
    let star = items.firstIndex { if case .star = $0.kind { true } else { false } }
    emit(.matchLength, test, value, items.count - (star == nil ? 0 : 1), x: star == nil ? 0 : 1, at: range)
    failIfFalse(test, &fails, at: range)
    let first = try temporaries(items.count)
    let copy = try temporary()
    emit(.move, copy, value, at: range)
    if let star {
      emit(.unpackStar, first, copy, items.count - star - 1, x: star, at: range)
    } else {
      emit(.unpack, first, copy, items.count, at: range)
    }
    for (offset, item) in items.enumerated() {
      if case .star(let name) = item.kind {
        if let name { captures.append((name, first + offset, item.range)) }
      } else {
        try pattern(item, first + offset, &fails, &captures)
      }
    }
  }

  /// Alternatives bind the same names: each leaves them in the registers of the first.
  private func alternativesPattern(
    _ alternatives: [Pattern], _ value: Int, _ fails: inout [Int],
    _ captures: inout [(name: String, register: Int, range: SourceRange)], at range: SourceRange
  ) throws(Diagnostic) {
    var done: [Int] = []
    var places: [String: Int] = [:]
    var order: [(name: String, register: Int, range: SourceRange)] = []
    for (index, alternative) in alternatives.enumerated() {
      var misses: [Int] = []
      var found: [(name: String, register: Int, range: SourceRange)] = []
      let copy = try temporary()
      emit(.move, copy, value, at: range)
      try pattern(alternative, copy, &misses, &found)
      for item in found {
        if index == 0 {
          places[item.name] = item.register
          order.append(item)
        } else if let place = places[item.name] {
          emit(.take, place, item.register, at: range)
        } else {
          throw Diagnostic(kind: .syntaxError, message: "alternative patterns bind different names", range: range)
        }
      }
      if found.count != order.count {
        throw Diagnostic(kind: .syntaxError, message: "alternative patterns bind different names", range: range)
      }
      if index < alternatives.count - 1 {
        done.append(emitJump(at: range))
        patch(misses)
      } else {
        fails += misses
      }
    }
    patch(done)
    captures += order
  }

  private func failIfFalse(_ register: Int, _ fails: inout [Int], at range: SourceRange) {
    emit(.trueElse, register, at: range)
    fails.append(emitJump(at: range))
  }

  private func failIfNone(_ register: Int, _ fails: inout [Int], at range: SourceRange) throws(Diagnostic) {
    let copy = try temporaries(2)
    emit(.move, copy, register, at: range)
    emit(.none, copy + 1, at: range)
    emit(.isNotElse, copy, copy + 1, at: range)
    fails.append(emitJump(at: range))
  }
}
