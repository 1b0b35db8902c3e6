/// What the patterns of one notebook share: their types, the engine and the text searched last.
package final class ReLibrary: Object {
  unowned let vm: VM
  let machine: MatchingMachine
  let patternType: TypeObject
  let matchType: TypeObject
  let errorType: TypeObject
  let scannerType: TypeObject
  let flagType: TypeObject
  /// Patterns by type, text and flags, as `re.compile` gave them.
  let cache: DictObject
  /// Callers that go through a long text with many calls should not pay for its length at each.
  private var lastSubject: Subject?

  static let cacheLimit = 512
  private static let keptLength = 256

  init(_ vm: VM, machine: MatchingMachine) {
    self.vm = vm
    self.machine = machine
    let types = vm.heap.types!
    patternType = types.make("Pattern", .foreign, isFinal: true, module: "re")
    matchType = types.make("Match", .foreign, isFinal: true, module: "re")
    errorType = types.make("error", .exception, base: types[.exception], hasAttributes: true, module: "re")
    scannerType = ScannerObject.makeType(vm)
    flagType = RegexFlagType.makeType(types)
    cache = DictObject.make(heap: vm.heap)
    super.init(kind: .foreign, type: types.object)
  }

  package override func dropReferences() {
    lastSubject = nil
    cache.release()
  }

  // MARK: Patterns

  /// The pattern for `re.compile` and the functions that take a text instead; owned.
  func pattern(_ value: Value, flags: PatternFlags) throws(Raised) -> PatternObject {
    if let pattern = value.foreign(PatternObject.self) {
      if !flags.isEmpty { throw vm.raise(.valueError, "cannot process flags argument with a compiled pattern") }
      pattern.refCount &+= 1
      return pattern
    }
    let key = vm.tuple([vm.heap.types.of(value).retainedValue, value.retained(), .int(flags.rawValue)])
    defer { key.release() }
    if let known = try vm.dictGet(cache, key)?.foreign(PatternObject.self) {
      known.refCount &+= 1
      return known
    }
    let made = try compile(value, flags: flags)
    if flags.contains(.debug) { return made }
    if cache.count >= ReLibrary.cacheLimit {
      for entry in cache.takeAll() {
        entry.key.release()
        entry.value.release()
      }
    }
    try vm.dictSet(cache, key, Value(made))
    return made
  }

  private func compile(_ value: Value, flags: PatternFlags) throws(Raised) -> PatternObject {
    let points: [UInt32]
    let isText: Bool
    if let string = value.asStr {
      points = string.codePoints
      isText = true
    } else if let bytes = value.asBytes?.bytes {
      points = bytes.map { UInt32($0) }
      isText = false
    } else {
      throw vm.raise(.typeError, "first argument must be string or compiled pattern")
    }
    if flags.contains(.debug) { throw vm.raise(.notImplementedError, "re.DEBUG is not available in nbcheck") }
    try vm.charge(100 + points.count)
    let parsed: ParsedPattern
    do throws(PatternError) {
      parsed = try PatternParser.parse(points, isText: isText, flags: flags)
    } catch {
      throw raise(error, for: value)
    }
    let program = PatternProgram(parsed, machine: machine)
    try program.prepare(vm)
    return PatternObject(value, isText: isText, program: program, library: self)
  }

  // MARK: Errors

  func raise(_ error: PatternError, for text: Value) -> Raised {
    switch error {
    case .syntax(let message, let position):
      let raised = vm.raise(errorType, [])
      if let exception = vm.raised.asException {
        describe(exception, message, position == nil ? .none : text, position)
      }
      return raised
    case .value(let message): return vm.raise(.valueError, message)
    case .unknownGroup(let message): return vm.raise(.indexError, message)
    case .repeatTooLarge: return vm.raise(.overflowError, "the repetition number is too large")
    case .tooDeep: return vm.raise(.recursionError, "maximum recursion depth exceeded")
    case .unsupported(let what): return vm.raise(.notImplementedError, "\(what) is not available in nbcheck")
    }
  }

  /// Gives an `re.error` its message and its attributes.
  func describe(_ exception: ExceptionObject, _ message: String, _ text: Value, _ position: Int?) {
    var shown = message
    var line: Value = .none
    var column: Value = .none
    let points = text.asStr?.codePoints ?? Subject.bytes(of: text)?.map { UInt32($0) }
    if let position, let points {
      let before = points.prefix(max(position, 0))
      let lineNumber = before.count { $0 == 0x0A } + 1
      let columnNumber = position &- (before.lastIndex(of: 0x0A) ?? -1)
      shown += " at position \(position)"
      if points.contains(0x0A) { shown += " (line \(lineNumber), column \(columnNumber))" }
      line = .int(lineNumber)
      column = .int(columnNumber)
    }
    let attributes: [(String, Value)] = [
      ("msg", vm.str(message)), ("pattern", text.retained()), ("pos", position.map { .int($0) } ?? .none),
      ("lineno", line), ("colno", column),
    ]
    for (name, value) in attributes { exception.setOwnAttribute(vm.heap.intern(name), value) }
    exception.setArguments(owned: .make([vm.str(shown)], type: vm.heap.types.tuple))
  }

  // MARK: Subjects

  /// The text to search in, if the pattern is for its type.
  func subject(_ value: Value, for pattern: PatternObject) throws(Raised) -> Subject {
    if let last = lastSubject, last.value.isIdentical(to: value), last.isText == pattern.isText { return last }
    let made: Subject
    if let string = value.asStr {
      if !pattern.isText { throw vm.raise(.typeError, "cannot use a bytes pattern on a string-like object") }
      made = try Subject(string, vm)
    } else if let bytes = Subject.bytes(of: value) {
      if pattern.isText { throw vm.raise(.typeError, "cannot use a string pattern on a bytes-like object") }
      made = try Subject(bytes: bytes, of: value, vm)
    } else {
      throw vm.raise(.typeError, "expected string or bytes-like object, got '\(vm.typeName(value))'")
    }
    if made.count >= ReLibrary.keptLength, value.kind == .str || value.kind == .bytes { lastSubject = made }
    return made
  }

  func forget() {
    lastSubject = nil
    for entry in cache.takeAll() {
      entry.key.release()
      entry.value.release()
    }
  }
}
