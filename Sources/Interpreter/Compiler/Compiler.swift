import PythonSyntax

/// Compiles one module, function, class body or generator expression to its code object.
///
/// Temporaries are allocated like a stack: `temporary()` takes the next, and a statement or expression gives
/// back what it took by resetting `nextTemporary`.
final class Compiler {
  let heap: Heap
  let source: Source
  let analysis: ScopeAnalysis
  /// The scope that names are looked up in: the code's own, or a comprehension inside it.
  var scope: Scope
  var draft: CodeDraft
  var nextTemporary: Int
  /// What `break`, `continue` and `return` have to undo on their way out, innermost last.
  var blocks: [Block] = []
  /// Code that runs outside the blocks from `depth` on, although it stands among theirs.
  var exits: [(depth: Int, range: Range<Int>)] = []
  private var registers: [ObjectIdentifier: [String: Int]] = [:]
  private var constantIndices: [ConstantKey: Int] = [:]

  enum Block {
    case loop(continueTarget: Int, breakJumps: [Int], iteratorRegister: Int?)
    case finally(body: [Statement])
    /// `with`: the manager's exit method is in this register and the next.
    case with(register: Int, range: SourceRange)
    /// A handler of `except*` is active; nothing may jump out of it.
    case groupHandler(savedRegister: Int)
    /// A handler is active; its exception and the one handled before are in these registers.
    case handler(exception: Int, saved: Int)
    /// The name of `except … as name` is deleted at the end.
    case handlerName(String, range: SourceRange)

    var isLoop: Bool { if case .loop = self { true } else { false } }
  }

  private enum ConstantKey: Hashable {
    case int(Int)
    case bigInt(String)
    case float(UInt64)
    case imaginary(UInt64)
    case string([UInt32])
    case bytes([UInt8])
    case emptyTuple
  }

  init(heap: Heap, source: Source, analysis: ScopeAnalysis, scope: Scope, name: String, qualifiedName: String) {
    self.heap = heap
    self.source = source
    self.analysis = analysis
    self.scope = scope
    draft = CodeDraft(name: name, qualifiedName: qualifiedName, source: source)
    draft.isModule = scope.kind == .module
    draft.isGenerator = scope.isGenerator
    nextTemporary = 0
  }

  // MARK: Registers

  /// Gives every variable of the scope, and of the comprehensions in it, its register.
  func allocateLocals() throws(Diagnostic) {
    allocate(scope)
    if scope.kind == .function, scope.asksForLocals { _ = addLocal(CodeObject.namespaceVariable, in: scope) }
    for name in scope.free.sorted() where scope.kind != .module && !scope.isBound(name) || scope.kind == .class {
      if scope.kind == .class && scope.captured.contains(name) { continue }
      draft.freeRegisters.append(addLocal(name, in: scope))
      draft.freeNames.append(name)
    }
    if scope.kind == .class && scope.captured.contains("__class__") { _ = addLocal("__class__", in: scope) }
    nextTemporary = draft.localNames.count
    draft.registerCount = nextTemporary
    try checkSize(nextTemporary)
  }

  private func allocate(_ scope: Scope) {
    if scope.kind == .function || scope.kind == .comprehension {
      for name in scope.bound { _ = addLocal(name, in: scope) }
    }
    for inner in scope.comprehensions { allocate(inner) }
  }

  private func addLocal(_ name: String, in scope: Scope) -> Int {
    let register = draft.localNames.count
    draft.localNames.append(heap.intern(mangled(name)))
    registers[ObjectIdentifier(scope), default: [:]][name] = register
    return register
  }

  /// How a name is reached from where the compiler stands, and its register if it has one.
  func place(of name: String) -> (variable: Scope.Variable, register: Int) {
    var current = scope
    while current.kind == .comprehension, !current.isBound(name), let parent = current.parent { current = parent }
    var variable = current.resolve(name)
    // A comprehension in a class body does not see the class's names, and one that `exec` runs not its locals.
    if current.kind == .class || current.isDynamic, current !== scope {
      variable = current.free.contains(name) ? .free : .global
    }
    // In the scope that owns a captured class cell it is a cell, not free.
    if current.kind == .class, current.captured.contains(name), !current.isBound(name) { variable = .cell }
    return (variable, registers[ObjectIdentifier(current)]?[name] ?? 0)
  }

  func register(_ name: String, in scope: Scope) -> Int? { registers[ObjectIdentifier(scope)]?[name] }

  func temporary() throws(Diagnostic) -> Int { try temporaries(1) }

  /// The first of `count` adjacent temporaries.
  func temporaries(_ count: Int) throws(Diagnostic) -> Int {
    let first = nextTemporary
    nextTemporary += count
    if nextTemporary > draft.registerCount { draft.registerCount = nextTemporary }
    try checkSize(nextTemporary)
    return first
  }

  func isTemporary(_ register: Int) -> Bool { register >= draft.localNames.count }

  private func checkSize(_ count: Int) throws(Diagnostic) {
    if count > 60000 { throw tooLarge() }
  }

  private func tooLarge() -> Diagnostic {
    Diagnostic(
      kind: .recursionError, message: "this code is too large for nbcheck", range: SourceRange(start: 0, end: 0))
  }

  // MARK: Emission

  var here: Int { draft.instructions.count }

  func emit(
    _ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, x: Int = 0, at range: SourceRange
  ) {
    draft.instructions.append(
      Instruction(
        op: op, x: UInt8(truncatingIfNeeded: x), a: UInt16(truncatingIfNeeded: a), b: UInt16(truncatingIfNeeded: b),
        c: UInt16(truncatingIfNeeded: c)))
    draft.ranges.append(range)
  }

  func emitReturn(_ register: Int, at range: SourceRange) { emit(.return, register, nextTemporary, at: range) }

  func emitYield(_ register: Int, into target: Int, x: Int = 0, at range: SourceRange) {
    emit(.yield, target, register, max(nextTemporary, target + 1), x: x, at: range)
  }

  func emitK(_ op: Opcode, _ a: Int = 0, k: Int, x: Int = 0, at range: SourceRange) {
    var instruction = Instruction(op: op, x: UInt8(truncatingIfNeeded: x), a: UInt16(truncatingIfNeeded: a))
    instruction.k = k
    draft.instructions.append(instruction)
    draft.ranges.append(range)
  }

  /// A jump whose target `patch` sets later.
  func emitJump(_ op: Opcode = .jump, _ a: Int = 0, at range: SourceRange) -> Int {
    emitK(op, a, k: 0, at: range)
    return here - 1
  }

  func patch(_ jump: Int) { draft.instructions[jump].k = here }

  func patch(_ jumps: [Int]) { for jump in jumps { patch(jump) } }

  /// From `start` to here an exception continues at `target`, except where code leaves the block at `block`.
  func addHandler(start: Int, end: Int, target: Int, depth: Int, register: Int, block: Int) {
    var position = start
    let holes = exits.filter { $0.depth <= block && $0.range.lowerBound >= start && $0.range.upperBound <= end }
    for hole in holes.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if position < hole.lowerBound {
        draft.handlers.append(
          CodeObject.Handler(
            start: position, end: hole.lowerBound, target: target, depth: depth, register: register))
      }
      position = max(position, hole.upperBound)
    }
    if position < end {
      draft.handlers.append(
        CodeObject.Handler(start: position, end: end, target: target, depth: depth, register: register))
    }
  }

  // MARK: Constants and caches

  func constant(_ value: Constant) -> Int {
    let key: ConstantKey
    switch value {
    case .int(let number): key = .int(number)
    case .bigInt(let digits, let radix): key = .bigInt("\(radix):\(digits)")
    case .float(let number): key = .float(number.bitPattern)
    case .imaginary(let number): key = .imaginary(number.bitPattern)
    case .string(let points): key = .string(points)
    case .bytes(let bytes): key = .bytes(bytes)
    case .none: return add(.none)
    case .bool(let flag): return add(.bool(flag))
    case .ellipsis: return add(.ellipsis)
    }
    if let known = constantIndices[key] { return known }
    let index = add(heap.constant(value))
    constantIndices[key] = index
    return index
  }

  /// A tuple of nothing but constants is one itself; nil for any other.
  func constantTuple(_ items: [Expression]) -> Int? {
    guard items.allSatisfy(\.isConstantTuplePart) else { return nil }
    if items.isEmpty, let known = constantIndices[.emptyTuple] { return known }
    let index = add(constantTuple(of: items))
    if items.isEmpty { constantIndices[.emptyTuple] = index }
    return index
  }

  private func constantTuple(of items: [Expression]) -> Value {
    let values = items.map { item in
      switch item.kind {
      case .constant(let value): heap.constant(value)
      case .tuple(let inner): constantTuple(of: inner)
      default: Value.none
      }
    }
    return Value(TupleObject.make(values, type: heap.types.tuple))
  }

  func string(_ text: String) -> Int { constant(.string(text.unicodeScalars.map(\.value))) }

  /// Takes over the caller's count.
  func add(_ value: Value) -> Int {
    draft.constants.append(value)
    return draft.constants.count - 1
  }

  /// A tuple of names.
  func names(_ list: [String]) -> Int {
    let values = list.map { heap.intern($0).retainedValue }
    return add(Value(TupleObject.make(values, type: heap.types.tuple)))
  }

  /// A cache of its own for every access.
  func cache(_ name: String) throws(Diagnostic) -> Int {
    draft.cacheNames.append(heap.intern(mangled(name)))
    if draft.cacheNames.count > 65000 { throw tooLarge() }
    return draft.cacheNames.count - 1
  }

  /// `__name` in a class is `_Class__name`.
  func mangled(_ name: String) -> String {
    guard name.hasPrefix("__"), !name.hasSuffix("__"), let className else { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }

  /// Values of expression statements go to `sys.displayhook`.
  var showsValues = false
  /// The class that the code stands in, for private names.
  var className: String?

  // MARK: Variables

  func load(_ name: String, into target: Int, at range: SourceRange) throws(Diagnostic) {
    let place = place(of: name)
    switch place.variable {
    case .local: emit(.move, target, place.register, at: range)
    case .cell, .free: emit(.loadCell, target, place.register, at: range)
    case .global: emit(.loadGlobal, target, 0, try cache(name), at: range)
    case .name: emit(.loadName, target, 0, try cache(name), at: range)
    }
  }

  /// Stores a register; a temporary is used up.
  func store(_ name: String, from register: Int, at range: SourceRange) throws(Diagnostic) {
    let place = place(of: name)
    switch place.variable {
    case .local:
      if place.register != register {
        emit(isTemporary(register) ? .take : .move, place.register, register, at: range)
      }
    case .cell, .free: emit(.storeCell, place.register, register, at: range)
    case .global: emit(.storeGlobal, register, 0, try cache(name), at: range)
    case .name: emit(.storeName, register, 0, try cache(name), at: range)
    }
  }

  func delete(_ name: String, at range: SourceRange) throws(Diagnostic) {
    let place = place(of: name)
    switch place.variable {
    case .local: emit(.deleteLocal, place.register, at: range)
    case .cell, .free: emit(.deleteCell, place.register, at: range)
    case .global: emit(.deleteGlobal, 0, 0, try cache(name), at: range)
    case .name: emit(.deleteName, 0, 0, try cache(name), at: range)
    }
  }

  // MARK: Finishing

  func finish() -> CodeObject { CodeObject(draft, heap: heap) }
}
