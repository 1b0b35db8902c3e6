extension Builtins {
  static func installText(_ vm: VM) {
    define(vm, "repr", "obj, /") { (vm, a) throws(Raised) in try vm.reprValue(a[0]) }
    define(vm, "ascii", "obj, /") { (vm, a) throws(Raised) in try vm.asciiValue(a[0]) }
    define(vm, "format", "value, format_spec='', /") { (vm, a) throws(Raised) in
      guard let spec = a.optional(1) else { return try vm.format(a[0], "") }
      guard spec.kind == .str else {
        throw vm.raise(.typeError, "format() argument 2 must be str, not \(vm.argumentName(spec))")
      }
      return try vm.format(a[0], spec: spec)
    }
    define(vm, "print", "*args, sep=' ', end='\\n', file=None, flush=False") { (vm, a) throws(Raised) in
      let separator = try textArgument(vm, "sep", a.optional(1)) ?? " "
      let end = try textArgument(vm, "end", a.optional(2)) ?? "\n"
      let given = a.optional(3) ?? .none
      guard let file = given.isNone ? try vm.standardOutput() : given else { return .none }
      if file.isNone || file.foreign(StreamObject.self) != nil {
        var text = ""
        for (index, value) in a[0].tupleValues.enumerated() {
          if index > 0 { text += separator }
          // What stands before it is out already when code of the notebook writes or raises.
          if value.object?.type.isUserDefined == true {
            try vm.write(text, to: file)
            text = ""
          }
          do throws(Raised) {
            if let string = value.asStr, !string.isASCII { try StreamObject.check(string, file, vm) }
            text += try vm.strText(value)
          } catch {
            vm.host.write(text, to: file.foreign(StreamObject.self)?.stream ?? .stdout)
            throw error
          }
        }
        try vm.write(text + end, to: file)
      } else {
        // An object of the notebook's own sees every piece, as from CPython.
        for (index, value) in a[0].tupleValues.enumerated() {
          if index > 0 { try vm.write(separator, to: file) }
          let shown =
            value.asStr?.type === vm.heap.types.str ? value.retained() : try vm.call(Value(vm.heap.types.str), value)
          defer { shown.release() }
          try vm.callMethod(file, "write", shown).release()
        }
        try vm.write(end, to: file)
      }
      if let flush = a.optional(4), try vm.isTrue(flush), !file.isNone { try vm.callMethod(file, "flush").release() }
      return .none
    }
    define(vm, "input", "prompt='', /") { (vm, a) throws(Raised) in
      if let prompt = a.optional(0) { try vm.write(try vm.strText(prompt), to: vm.standardStream("stdout")) }
      let file = vm.standardStream("stdin")
      if file.isNone { throw vm.raise(.eofError, "EOF when reading a line") }
      let line = try vm.callMethod(file, "readline")
      defer { line.release() }
      guard let text = line.asStr else { throw vm.raise(.typeError, "object.readline() returned non-string") }
      guard text.count > 0 else { throw vm.raise(.eofError, "EOF when reading a line") }
      let points = text.codePoints
      return vm.str(codePoints: points.last == 10 ? points.dropLast() : points)
    }
  }

  private static func textArgument(_ vm: VM, _ name: String, _ value: Value?) throws(Raised) -> String? {
    guard let value, !value.isNone else { return nil }
    guard let text = value.asStr else {
      throw vm.raise(.typeError, "\(name) must be None or a string, not \(vm.typeName(value))")
    }
    return text.string
  }
}

extension VM {
  /// What `sys.stdout` or `sys.stderr` is now, borrowed; None (the real one) where `sys` was never imported.
  func standardStream(_ name: String) -> Value {
    modules["sys"]?.cast(.module, to: ModuleObject.self)?.namespace.get(name) ?? .none
  }

  /// Where `print` writes, borrowed; nil where `sys.stdout` is None.
  func standardOutput() throws(Raised) -> Value? {
    guard let names = modules["sys"]?.cast(.module, to: ModuleObject.self)?.namespace else { return Value.none }
    guard let stream = names.get("stdout") else { throw raise(.runtimeError, "lost sys.stdout") }
    return stream.isNone ? nil : stream
  }

  /// Writes to a file object; None means the real standard output.
  func write(_ text: String, to file: Value) throws(Raised) {
    if file.isNone { return host.write(text, to: .stdout) }
    if let stream = file.foreign(StreamObject.self) { return try stream.write(text, self) }
    let string = str(text)
    defer { string.release() }
    try callMethod(file, "write", string).release()
  }
}
