import PythonSyntax

/// `exec`, `eval` and `compile`.
extension Builtins {
  static func installEvaluation(_ vm: VM) {
    define(vm, "exec", "source, globals=None, locals=None, /, *, closure=None") { (vm, a) throws(Raised) in
      let (globals, locals) = try execNamespaces(vm, a.optional(1) ?? .none, a.optional(2) ?? .none)
      let code = try code(vm, a[0], .exec, function: "exec")
      defer { Value(code).release() }
      if !code.freeNames.isEmpty {
        throw vm.raise(.typeError, "code object requires a closure of exactly length \(code.freeNames.count)")
      }
      if let closure = a.optional(3), !closure.isNone {
        throw vm.raise(
          .typeError,
          a[0].kind == .code
            ? "cannot use a closure with this code object" : "closure can only be used when source is a code object")
      }
      try vm.evaluate(code, globals, locals).release()
      return .none
    }
    define(vm, "eval", "source, globals=None, locals=None, /") { (vm, a) throws(Raised) in
      let (globals, locals) = try evalNamespaces(vm, a.optional(1) ?? .none, a.optional(2) ?? .none)
      let code = try code(vm, a[0], .eval, function: "eval")
      defer { Value(code).release() }
      if !code.freeNames.isEmpty {
        throw vm.raise(.typeError, "code object passed to eval() may not contain free variables")
      }
      return try vm.evaluate(code, globals, locals)
    }
    define(
      vm, "compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1"
    ) { (vm, a) throws(Raised) in
      let name = try fileName(vm, a[1])
      guard let mode = a[2].asStr?.string else {
        throw vm.raise(.typeError, "compile() argument 'mode' must be str, not \(vm.argumentName(a[2]))")
      }
      let flags = try a.optional(3).map { (value) throws(Raised) in try vm.index(value) } ?? 0
      if let level = a.optional(5), !(-1...2).contains(try vm.index(level)) {
        throw vm.raise(.valueError, "compile(): invalid optimize value")
      }
      let kinds: [String: Compiler.Mode] = ["exec": .exec, "eval": .eval, "single": .single]
      guard let kind = kinds[mode] else {
        throw vm.raise(.valueError, "compile() mode must be 'exec', 'eval' or 'single'")
      }
      if a[0].kind == .code { return a[0].retained() }
      if let tree = try compiledTree(vm, a, givesTree: flags & 0x400 != 0) { return tree }
      let text = try sourceText(vm, a[0], "compile() arg 1 must be a string, bytes or AST object")
      return Value(try vm.compile(text, name, kind))
    }
  }

  /// What `compile` makes of a syntax tree, or into one; nil if it is about neither.
  private static func compiledTree(_ vm: VM, _ a: Arguments, givesTree: Bool) throws(Raised) -> Value? {
    if !givesTree, a[0].asStr != nil || vm.modules["ast"] == nil { return nil }
    let ast = try vm.importAbsolute("ast")
    if givesTree { return try vm.callMethod(ast, "parse", a[0], a[1], a[2]) }
    let node = try vm.getAttribute(ast, vm.heap.intern("AST"))
    defer { node.release() }
    guard let type = node.asType, vm.isInstance(a[0], type) else { return nil }
    return try vm.callMethod(ast, "_compiled", a[0], a[1], a[2])
  }

  static func fileName(_ vm: VM, _ value: Value) throws(Raised) -> String {
    if let name = value.asStr { return name.string }
    if let name = value.cast(.bytes, to: BytesObject.self) { return String(decoding: name.bytes, as: UTF8.self) }
    if let method = try vm.findAttribute(value, vm.heap.intern("__fspath__")) {
      defer { method.release() }
      let path = try vm.call(method)
      defer { path.release() }
      if let name = path.asStr { return name.string }
    }
    throw vm.raise(.typeError, "expected str, bytes or os.PathLike object, not \(vm.typeName(value))")
  }

  /// The code to run: a code object, or a text compiled now. Owned.
  private static func code(
    _ vm: VM, _ source: Value, _ mode: Compiler.Mode, function: String
  ) throws(Raised) -> CodeObject {
    if let code = source.cast(.code, to: CodeObject.self) {
      code.refCount &+= 1
      return code
    }
    var text = try sourceText(vm, source, "\(function)() arg 1 must be a string, bytes or code object")
    if mode == .eval { text.removeFirst(text.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count) }
    return try vm.compile(text, "<string>", mode)
  }

  static func sourceText(_ vm: VM, _ value: Value, _ message: String) throws(Raised) -> [UInt8] {
    var text: [UInt8]
    if let string = value.asStr {
      if string.codePoints.contains(where: { (0xD800...0xDFFF).contains($0) }) {
        // Raises what encoding raises.
        try vm.callMethod(value, "encode").release()
        text = []
      } else {
        text = Array(string.string.utf8)
      }
    } else if let bytes = value.cast(.bytes, to: BytesObject.self) {
      text = bytes.bytes
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    } else if let bytes = value.byteBuffer {
      text = bytes
    } else {
      throw vm.raise(.typeError, message)
    }
    if text.contains(0) { throw vm.raise(.syntaxError, "source code string cannot contain null bytes") }
    return text
  }

  // MARK: Namespaces

  private static func execNamespaces(
    _ vm: VM, _ globals: Value, _ locals: Value
  ) throws(Raised) -> (globals: Value, locals: Value) {
    if !globals.isNone, globals.asDict == nil {
      throw vm.raise(.typeError, "exec() globals must be a dict, not \(vm.typeName(globals))")
    }
    if !locals.isNone, !isMapping(vm, locals) {
      throw vm.raise(.typeError, "locals must be a mapping or None, not \(vm.typeName(locals))")
    }
    return (globals, locals)
  }

  private static func evalNamespaces(
    _ vm: VM, _ globals: Value, _ locals: Value
  ) throws(Raised) -> (globals: Value, locals: Value) {
    if !locals.isNone, !isMapping(vm, locals) { throw vm.raise(.typeError, "locals must be a mapping") }
    if !globals.isNone, globals.asDict == nil {
      throw vm.raise(
        .typeError,
        isMapping(vm, globals)
          ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict")
    }
    return (globals, locals)
  }

  private static func isMapping(_ vm: VM, _ value: Value) -> Bool {
    !vm.heap.types.special(.getitem, of: value).isUnbound
  }
}

extension VM {
  /// Runs code made for any namespace in those given, or in the caller's. Owned.
  fileprivate func evaluate(_ code: CodeObject, _ globals: Value, _ locals: Value) throws(Raised) -> Value {
    var own = locals.retained()
    if globals.isNone, locals.isNone { own = currentLocals() }
    defer { own.release() }
    let dict = globals.asDict ?? currentGlobals
    if dict !== self.globals, dict.get("__builtins__") == nil { dict.set("__builtins__", builtinsModule.retained()) }
    let isShared = own.isNone || own.object === dict
    let usable = code.usable(with: dict, isMain: dict === self.globals)
    defer { Value(usable).release() }
    return try run(usable, globals: dict, locals: isShared ? nil : own.object)
  }

  /// Compiles a text for `exec`, `eval` or an import. Owned.
  func compile(_ text: [UInt8], _ name: String, _ mode: Compiler.Mode) throws(Raised) -> CodeObject {
    let source = Source(name: name, text: text, isListed: mode == .module)
    do throws(Diagnostic) {
      let module: Module
      if mode == .eval {
        let expression = try Parser.parseExpression(source)
        module = Module(body: [Statement(.expression(expression), expression.range)])
      } else {
        module = try Parser.parseModule(source)
      }
      if mode == .single { try VM.checkSingle(module, source) }
      return try Compiler.compile(module, source: source, mode: mode, heap: heap)
    } catch {
      throw raise(error, in: source, endsLines: mode == .exec || mode == .module)
    }
  }

  static func checkSingle(_ module: Module, _ source: Source) throws(Diagnostic) {
    let end = Int32(source.text.count)
    guard let first = module.body.first, let last = module.body.last else {
      throw Diagnostic(kind: .syntaxError, message: "invalid syntax", range: SourceRange(start: end, end: end))
    }
    let line = source.line(at: first.range.start)
    if module.body.count > 1, source.line(at: last.range.start) != line {
      throw Diagnostic(
        kind: .syntaxError, message: "multiple statements found while compiling a single statement",
        range: first.range)
    }
  }
}
