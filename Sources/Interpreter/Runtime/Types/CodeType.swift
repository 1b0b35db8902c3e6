import PythonSyntax

/// Code objects: what a function was compiled to, as far as Python code asks.
enum CodeType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.code!
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let code = a[0].code else { return vm.str("") }
      return vm.str(
        "<code object \(code.name) at \(vm.address(a[0])), file \"\(code.source.name)\", line \(code.firstLine)>")
    }
    define(type, "co_name") { (vm, code) in vm.str(code.name) }
    define(type, "co_qualname") { (vm, code) in vm.str(code.qualifiedName) }
    define(type, "co_filename") { (vm, code) in vm.str(code.source.name) }
    define(type, "co_firstlineno") { (_, code) in .int(code.firstLine) }
    define(type, "co_argcount") { (_, code) in .int(code.parameters.positionalCount) }
    define(type, "co_posonlyargcount") { (_, code) in .int(code.parameters.positionalOnlyCount) }
    define(type, "co_kwonlyargcount") { (_, code) in .int(code.parameters.keywordOnlyCount) }
    define(type, "co_nlocals") { (_, code) in .int(code.variableNames.count) }
    define(type, "co_varnames") { (vm, code) in vm.tuple(code.variableNames.map { $0.retainedValue }) }
    define(type, "co_freevars") { (vm, code) in vm.tuple(code.freeNames.map { vm.str($0) }) }
    define(type, "co_cellvars") { (vm, code) in vm.tuple(code.cellNames.map { $0.retainedValue }) }
    define(type, "co_names") { (vm, code) in vm.tuple(code.usedNames.map { $0.retainedValue }) }
    define(type, "co_consts") { (vm, code) in
      // A function's first constant is its documentation.
      let first = code.flags & 2 != 0 ? [code.documentation.map { vm.str($0) } ?? .none] : []
      return vm.tuple(first + code.constants.map { $0.retained() })
    }
    define(type, "co_flags") { (_, code) in .int(code.flags) }
    define(type, "co_stacksize") { (_, code) in .int(code.registerCount - code.localCount) }
    define(type, "co_code") { (vm, code) in
      vm.bytes(
        Array(UnsafeRawBufferPointer(UnsafeBufferPointer(start: code.instructionPointer, count: code.ranges.count))))
    }
    for name in ["co_lnotab", "co_linetable"] { define(type, name) { (vm, code) in vm.bytes(code.lineTable) } }
    type.define("co_lines", "self, /") { (vm, a) throws(Raised) in
      try positions(vm, a[0]) { (code, index, range) in
        [.int(index), .int(index + 1), .int(code.source.line(at: range.start))]
      }
    }
    type.define("co_positions", "self, /") { (vm, a) throws(Raised) in
      try positions(vm, a[0]) { (code, _, range) in
        let source = code.source
        return [
          .int(source.line(at: range.start)), .int(source.line(at: range.end)),
          .int(source.column(at: range.start) - 1), .int(source.column(at: range.end) - 1),
        ]
      }
    }
    type.define(
      "replace", "self, /, *, co_name=None, co_qualname=None, co_filename=None, co_firstlineno=None"
    ) { (vm, a) throws(Raised) in
      guard let code = a[0].code else { throw vm.raiseReceiver("replace", "code", a[0]) }
      let text = try a.optional(3).map { (value) throws(Raised) in try name(vm, value, "co_filename") }
      return Value(
        CodeObject(
          copying: code, name: try a.optional(1).map { (value) throws(Raised) in try name(vm, value, "co_name") },
          qualifiedName: try a.optional(2).map { (value) throws(Raised) in try name(vm, value, "co_qualname") },
          source: text.map { Source(name: $0, text: code.source.text, isListed: code.source.isListed) },
          firstLine: try a.optional(4).map { (value) throws(Raised) in try vm.index(value) }))
    }
  }

  private static func name(_ vm: VM, _ value: Value, _ parameter: String) throws(Raised) -> String {
    guard let text = value.asStr else {
      throw vm.raise(
        .typeError, "replace() argument '\(parameter)' must be str, not \(vm.argumentName(value))")
    }
    return text.string
  }

  /// An iterator over what is known of the place of each instruction.
  private static func positions(
    _ vm: VM, _ value: Value, _ describe: (CodeObject, Int, SourceRange) -> [Value]
  ) throws(Raised) -> Value {
    guard let code = value.code else { throw vm.raiseReceiver("co_lines", "code", value) }
    let list = vm.list(code.ranges.enumerated().map { vm.tuple(describe(code, $0.offset, $0.element)) })
    defer { list.release() }
    return try vm.iterate(list)
  }

  private static func define(_ type: TypeObject, _ name: String, _ get: @escaping (VM, CodeObject) -> Value) {
    type.defineProperty(name, get: { (vm, value) throws(Raised) in value.code.map { get(vm, $0) } ?? .none })
  }
}

extension CodeObject {
  /// Where a call of the function keeps what `locals()` gave, hidden from Python.
  static let namespaceVariable = ".locals"

  /// Captured variables are made cells at the start of the code.
  fileprivate var cellRegisters: [Int] {
    (0..<ranges.count).filter { instructionPointer[$0].op == .makeCell }.map { Int(instructionPointer[$0].a) }
  }

  fileprivate var cellNames: [StrObject] { cellRegisters.map { localNames[$0] } }

  /// Parameters, then other variables of the function's own that no inner function shares.
  fileprivate var variableNames: [StrObject] {
    let cells = Set(cellRegisters)
    return localNames.indices.filter { index in
      if localNames[index].string == CodeObject.namespaceVariable { return false }
      return index < parameters.count || !freeRegisters.contains(index) && !cells.contains(index)
    }.map { localNames[$0] }
  }

  fileprivate var constants: [Value] { (0..<constantCount).map { constantPointer[$0] } }

  /// Globals and attributes, each once.
  fileprivate var usedNames: [StrObject] {
    var seen: Set<ObjectIdentifier> = []
    return (0..<cacheCount).map { cachePointer[$0].name.takeUnretainedValue() }.filter {
      seen.insert(ObjectIdentifier($0)).inserted
    }
  }

  /// Made inside another function.
  private var isNested: Bool { qualifiedName.split(separator: ".").dropLast().last == "<locals>" }

  /// Pairs of how far to go on and how many lines that is.
  fileprivate var lineTable: [UInt8] {
    var line = firstLine
    return ranges.flatMap { range in
      let next = source.line(at: range.start)
      defer { line = next }
      return [1, UInt8(truncatingIfNeeded: next - line)]
    }
  }

  fileprivate var flags: Int {
    let isFunction = isModule ? 0 : 0x3
    return isFunction | (parameters.hasVariadic ? 0x4 : 0) | (parameters.hasKeywordVariadic ? 0x8 : 0)
      | (isGenerator ? 0x20 : 0) | (isNested ? 0x10 : 0)
  }
}

extension Value {
  fileprivate var code: CodeObject? { cast(.code, to: CodeObject.self) }
}
