import PythonSyntax

extension Compiler {
  /// A register that holds the value: a local's own where that is safe, else a temporary.
  func operand(_ node: Expression) throws(Diagnostic) -> Int {
    if case .name(let name) = node.kind, !scope.owner.rebindsInExpressions {
      let place = place(of: name)
      if case .local = place.variable { return place.register }
    }
    let register = try temporary()
    try evaluate(node, into: register)
    return register
  }

  /// Leaves the value in `target`, which is written last: if anything raises, it is as before.
  func evaluate(_ node: Expression, into target: Int) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let range = node.range
    switch node.kind {
    case .name(let name): try load(name, into: target, at: range)
    case .constant(let value): loadConstant(value, into: target, at: range)
    case .formattedString(let parts): try formattedString(parts, into: target, at: range)
    case .unary(let op, let value): try unary(op, value, into: target, at: range)
    case .binary(let left, let op, let right):
      try binary(left, op, right, inPlace: false, into: target, at: range)
    case .boolean, .conditional:
      try inTemporary(target, at: range) { (register) throws(Diagnostic) in
        try self.choice(node, into: register)
      }
    case .comparison(let first, let rest):
      if rest.count == 1 {
        let left = try operand(first)
        let right = try operand(rest[0].operand)
        emit(Compiler.opcode(rest[0].op), target, left, right, at: range)
      } else {
        try inTemporary(target, at: range) { (register) throws(Diagnostic) in
          try self.chain(first, rest, into: register, at: range)
        }
      }
    case .call(let function, let arguments): try call(function, arguments, into: target, at: range)
    case .attribute(let value, let name):
      emit(.loadAttribute, target, try operand(value), try cache(name), at: range)
    case .subscript(let value, let index):
      let object = try operand(value)
      if let number = index.smallInteger {
        emit(.getInteger, target, object, number, at: range)
      } else if let bounds = try sliceBounds(index) {
        emit(.getSlice, target, object, bounds.first, x: bounds.absent, at: range)
      } else {
        emit(.getItem, target, object, try operand(index), at: range)
      }
    case .slice:
      if let bounds = try sliceBounds(node) { emit(.slice, target, bounds.first, x: bounds.absent, at: range) }
    case .list(let items): try collection(.list, items, into: target, at: range)
    case .tuple(let items):
      if let known = constantTuple(items) {
        emitK(.constant, target, k: known, at: range)
      } else {
        try collection(.tuple, items, into: target, at: range)
      }
    case .set(let items): try collection(.set, items, into: target, at: range)
    case .dictionary(let items): try dictionary(items, into: target, at: range)
    case .comprehension(let kind, let element, let clauses):
      if kind == .generator {
        try generatorExpression(node, element, clauses, into: target)
      } else {
        try comprehension(node, [element], clauses, kind == .list ? .list : .set, into: target)
      }
    case .dictionaryComprehension(let key, let value, let clauses):
      try comprehension(node, [key, value], clauses, .dict, into: target)
    case .lambda(let parameters, let body): try lambda(node, parameters, body, into: target)
    case .starred(let value):
      // The parser lets it stand only where a collection takes it apart.
      try evaluate(value, into: target)
    case .named(let name, let value):
      let register = isTemporary(target) ? target : try temporary()
      try evaluate(value, into: register)
      let copy = try temporary()
      emit(.move, copy, register, at: range)
      try store(name, from: copy, at: range)
      if register != target { emit(.take, target, register, at: range) }
    case .yield(let value):
      let register = try temporary()
      if let value { try evaluate(value, into: register) } else { emit(.none, register, at: range) }
      emitYield(register, into: target, at: range)
    case .yieldFrom(let value): try yieldFrom(value, into: target, at: range)
    }
  }

  /// The first of three temporaries with the parts of a slice, and a bit for each part that is left out; nil for any
  /// other expression.
  func sliceBounds(_ node: Expression) throws(Diagnostic) -> (first: Int, absent: Int)? {
    guard case .slice(let lower, let upper, let step) = node.kind else { return nil }
    let first = try temporaries(3)
    var absent = 0
    for (offset, bound) in [lower, upper, step].enumerated() {
      if let bound { try evaluate(bound, into: first + offset) } else { absent |= 1 << offset }
    }
    return (first, absent)
  }

  func loadConstant(_ value: Constant, into target: Int, at range: SourceRange) {
    switch value {
    case .none: emit(.none, target, at: range)
    case .int(let number) where number >= Int(Int32.min) && number <= Int(Int32.max):
      emitK(.integer, target, k: number, at: range)
    default: emitK(.constant, target, k: constant(value), at: range)
    }
  }

  /// Runs `body` on a temporary and moves the result to `target`, for values made in several steps.
  func inTemporary(
    _ target: Int, at range: SourceRange, _ body: (Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if isTemporary(target) {
      try body(target)
    } else {
      let register = try temporary()
      try body(register)
      emit(.take, target, register, at: range)
    }
  }

  // MARK: Operators

  private func unary(
    _ op: UnaryOperator, _ value: Expression, into target: Int, at range: SourceRange
  ) throws(Diagnostic) {
    if op == .minus, case .constant(let literal) = value.kind {
      switch literal {
      case .int(let number): return loadConstant(.int(-number), into: target, at: range)
      case .float(let number): return loadConstant(.float(-number), into: target, at: range)
      default: break
      }
    }
    let opcode: Opcode =
      switch op {
      case .plus: .pos
      case .minus: .neg
      case .not: .not
      case .invert: .invert
      }
    emit(opcode, target, try operand(value), at: range)
  }

  func binary(
    _ left: Expression, _ op: BinaryOperator, _ right: Expression, inPlace: Bool, into target: Int,
    at range: SourceRange
  ) throws(Diagnostic) {
    let first = try operand(left)
    try binary(first, op, right, inPlace: inPlace, into: target, at: range)
  }

  func binary(
    _ left: Int, _ op: BinaryOperator, _ right: Expression, inPlace: Bool, into target: Int, at range: SourceRange
  ) throws(Diagnostic) {
    if case .constant(.int(let number)) = right.kind, number >= 0, number <= Int(Int16.max),
      op == .add || op == .subtract
    {
      emit(
        op == .add ? .addInteger : .subInteger, target, left, number, x: inPlace ? 1 : 0, at: range)
      return
    }
    let second = try operand(right)
    emit(Compiler.opcode(op, inPlace: inPlace), target, left, second, at: range)
  }

  static func opcode(_ op: BinaryOperator, inPlace: Bool) -> Opcode {
    let binary = BinaryOp(op)
    let first = inPlace ? Opcode.iadd : Opcode.add
    return Opcode(rawValue: first.rawValue + binary.rawValue) ?? first
  }

  static func opcode(_ op: ComparisonOperator) -> Opcode {
    switch op {
    case .less: .lt
    case .lessOrEqual: .le
    case .equal: .eq
    case .notEqual: .ne
    case .greater: .gt
    case .greaterOrEqual: .ge
    case .is: .is
    case .isNot: .isNot
    case .in: .contains
    case .notIn: .notContains
    }
  }

  private static func branchOpcode(_ op: ComparisonOperator) -> Opcode {
    switch op {
    case .less: .ltElse
    case .lessOrEqual: .leElse
    case .equal: .eqElse
    case .notEqual: .neElse
    case .greater: .gtElse
    case .greaterOrEqual: .geElse
    case .is: .isElse
    case .isNot: .isNotElse
    case .in: .containsElse
    case .notIn: .notContainsElse
    }
  }

  /// `a < b < c`: each operand evaluated once, the result of the first comparison that is false.
  private func chain(
    _ first: Expression, _ rest: [(op: ComparisonOperator, operand: Expression)], into target: Int,
    at range: SourceRange
  ) throws(Diagnostic) {
    var ends: [Int] = []
    let firstOwn = nextTemporary
    var left = try operand(first)
    for (index, item) in rest.enumerated() {
      let right = try temporary()
      try evaluate(item.operand, into: right)
      if index == rest.count - 1 {
        emit(Compiler.opcode(item.op), target, left, right, at: range)
      } else {
        // The comparison uses up its operands; the right one is wanted again.
        let copy = try temporary()
        emit(.move, copy, right, at: range)
        emit(Compiler.opcode(item.op), target, left, right, at: range)
        emit(.take, right, copy, at: range)
        let exit = emitJump(.jumpIfFalse, target, at: range)
        ends.append(exit)
        left = right
      }
    }
    let done = emitJump(at: range)
    // Left early: the copied operand is still there.
    patch(ends)
    for register in firstOwn..<nextTemporary { emit(.clear, register, at: range) }
    patch(done)
  }

  /// `and`, `or` and conditional expressions, into a temporary.
  private func choice(_ node: Expression, into target: Int) throws(Diagnostic) {
    switch node.kind {
    case .boolean(let op, let values):
      var jumps: [Int] = []
      for (index, value) in values.enumerated() {
        try evaluate(value, into: target)
        if index < values.count - 1 {
          jumps.append(emitJump(op == .and ? .jumpIfFalse : .jumpIfTrue, target, at: node.range))
        }
      }
      patch(jumps)
    case .conditional(let test, let body, let orElse):
      let otherwise = try branchIfFalse(test)
      try evaluate(body, into: target)
      let end = emitJump(at: node.range)
      patch(otherwise)
      try evaluate(orElse, into: target)
      patch(end)
    default: try evaluate(node, into: target)
    }
  }

  // MARK: Conditions

  /// Jumps (to be patched) taken when the condition is false.
  func branchIfFalse(_ node: Expression) throws(Diagnostic) -> [Int] {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    switch node.kind {
    case .constant(.bool(true)): return []
    case .unary(.not, let value): return try branchIfTrue(value)
    case .boolean(.and, let values):
      var jumps: [Int] = []
      for value in values { jumps += try branchIfFalse(value) }
      return jumps
    case .boolean(.or, let values):
      var toBody: [Int] = []
      for value in values.dropLast() { toBody += try branchIfTrue(value) }
      let jumps = try branchIfFalse(values[values.count - 1])
      patch(toBody)
      return jumps
    case .comparison(let first, let rest) where rest.count == 1:
      try branch(first, rest[0].op, rest[0].operand, at: node.range)
      return [emitJump(at: node.range)]
    default:
      emit(.trueElse, try operand(node), at: node.range)
      return [emitJump(at: node.range)]
    }
  }

  /// Jumps (to be patched) taken when the condition is true.
  func branchIfTrue(_ node: Expression) throws(Diagnostic) -> [Int] {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    switch node.kind {
    case .unary(.not, let value): return try branchIfFalse(value)
    case .boolean(.or, let values):
      var jumps: [Int] = []
      for value in values { jumps += try branchIfTrue(value) }
      return jumps
    case .boolean(.and, let values):
      var toEnd: [Int] = []
      for value in values.dropLast() { toEnd += try branchIfFalse(value) }
      let jumps = try branchIfTrue(values[values.count - 1])
      patch(toEnd)
      return jumps
    case .comparison(let first, let rest) where rest.count == 1 && rest[0].op.opposite != nil:
      try branch(first, rest[0].op.opposite ?? rest[0].op, rest[0].operand, at: node.range)
      return [emitJump(at: node.range)]
    default:
      emit(.falseElse, try operand(node), at: node.range)
      return [emitJump(at: node.range)]
    }
  }

  /// Skips the next instruction, a jump, if the comparison holds.
  private func branch(
    _ left: Expression, _ op: ComparisonOperator, _ right: Expression, at range: SourceRange
  ) throws(Diagnostic) {
    let first = try operand(left)
    if op == .is || op == .isNot, case .constant(.none) = right.kind {
      emit(op == .is ? .noneElse : .notNoneElse, first, at: range)
    } else if let number = right.smallInteger, let opcode = Compiler.integerBranchOpcode(op) {
      emit(opcode, first, number, at: range)
    } else if let opcode = Compiler.constantBranchOpcode(op), let known = try constantOperand(right) {
      emit(opcode, first, known, at: range)
    } else {
      emit(Compiler.branchOpcode(op), first, try operand(right), at: range)
    }
  }

  /// The constant that a comparison names instead of a register: a string, or a tuple of constants.
  private func constantOperand(_ node: Expression) throws(Diagnostic) -> Int? {
    let index: Int?
    switch node.kind {
    case .constant(let value): if case .string = value { index = constant(value) } else { index = nil }
    case .tuple(let items): index = constantTuple(items)
    default: index = nil
    }
    return index.flatMap { $0 <= Int(UInt16.max) ? $0 : nil }
  }

  private static func integerBranchOpcode(_ op: ComparisonOperator) -> Opcode? {
    switch op {
    case .less: .ltIntegerElse
    case .lessOrEqual: .leIntegerElse
    case .equal: .eqIntegerElse
    case .notEqual: .neIntegerElse
    case .greater: .gtIntegerElse
    case .greaterOrEqual: .geIntegerElse
    case .is, .isNot, .in, .notIn: nil
    }
  }

  private static func constantBranchOpcode(_ op: ComparisonOperator) -> Opcode? {
    switch op {
    case .equal: .eqConstantElse
    case .notEqual: .neConstantElse
    case .in: .containsConstantElse
    case .notIn: .notContainsConstantElse
    default: nil
    }
  }

  // MARK: Collections

  private func collection(
    _ op: Opcode, _ items: [Expression], into target: Int, at range: SourceRange
  ) throws(Diagnostic) {
    let isPlain = items.allSatisfy { if case .starred = $0.kind { false } else { true } }
    if isPlain && items.count <= 64 {
      let first = try temporaries(items.count)
      for (index, item) in items.enumerated() { try evaluate(item, into: first + index) }
      emit(op, target, first, items.count, x: op == .set && items.allSatisfy(\.isConstantLiteral) ? 1 : 0, at: range)
      return
    }
    // Built item by item: the registers needed do not grow with the length of a literal.
    let made = try temporary()
    emit(op == .set ? .set : .list, made, made, 0, at: range)
    for item in items {
      let register = try temporary()
      if case .starred(let value) = item.kind {
        try evaluate(value, into: register)
        emit(op == .set ? .setUpdate : .listExtend, made, register, at: item.range)
      } else {
        try evaluate(item, into: register)
        emit(op == .set ? .setAdd : .listAppend, made, register, at: item.range)
      }
      nextTemporary = register
    }
    if op == .tuple { emit(.listToTuple, made, at: range) }
    if op == .set && items.allSatisfy(\.isConstantLiteral) {
      let merged = try temporary()
      emit(.set, merged, merged, 0, at: range)
      emit(.setUpdate, merged, made, at: range)
      emit(.take, target, merged, at: range)
      return
    }
    emit(.take, target, made, at: range)
  }

  private func dictionary(_ items: [DictionaryItem], into target: Int, at range: SourceRange) throws(Diagnostic) {
    let made = try temporary()
    emit(.dict, made, made, 0, at: range)
    for item in items {
      let mark = nextTemporary
      switch item {
      case .pair(let key, let value):
        let first = try temporaries(2)
        try evaluate(key, into: first)
        try evaluate(value, into: first + 1)
        emit(.dictSet, made, first, first + 1, at: range)
      case .unpack(let value):
        let register = try temporary()
        try evaluate(value, into: register)
        emit(.dictUpdate, made, register, at: range)
      }
      nextTemporary = mark
    }
    emit(.take, target, made, at: range)
  }

  // MARK: f-strings

  private func formattedString(
    _ parts: [FormattedStringPart], into target: Int, at range: SourceRange
  ) throws(Diagnostic) {
    let first = nextTemporary
    for part in parts {
      switch part {
      case .literal(let points):
        emitK(.constant, try temporary(), k: constant(.string(points)), at: range)
      case .value(let value, let conversion, let spec, let debugText):
        if let debugText { emitK(.constant, try temporary(), k: string(debugText), at: range) }
        let register = try temporaries(2)
        try evaluate(value, into: register)
        var mode =
          switch conversion {
          case nil: 0
          case .str: 1
          case .repr: 2
          case .ascii: 3
          }
        if !spec.isEmpty {
          try formattedString(spec, into: register + 1, at: range)
          mode |= 4
        }
        emit(.formatValue, register, register, register + 1, x: mode, at: value.range)
        nextTemporary = register + 1
      }
    }
    emit(.concatenate, target, first, nextTemporary - first, at: range)
    nextTemporary = first
  }
}

extension ComparisonOperator {
  /// What holds exactly when this does not; nil where objects decide.
  fileprivate var opposite: ComparisonOperator? {
    switch self {
    case .is: .isNot
    case .isNot: .is
    case .in: .notIn
    case .notIn: .in
    default: nil
    }
  }
}

extension Expression {
  /// The number of an integer literal, perhaps with a minus, that fits an operand.
  fileprivate var smallInteger: Int? {
    switch kind {
    case .constant(.int(let number)) where number <= Int(Int16.max): return number
    case .unary(.minus, let value):
      guard case .constant(.int(let number)) = value.kind, number <= Int(Int16.max) else { return nil }
      return -number
    default: return nil
    }
  }
}
