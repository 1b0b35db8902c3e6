import PythonSyntax

/// A notebook being run: one namespace, one cell after another.
package final class Session {
  package let vm: VM

  package init(host: any Host, limits: Limits = Limits()) {
    vm = VM(host: host, limits: limits)
  }

  /// What the notebook made goes with it, so that the next one has the memory.
  deinit { vm.end() }

  /// Runs a cell or a script.
  ///
  /// - Parameter returnsLastValue: whether a trailing expression is the result; otherwise the result is None.
  /// - Returns: the result, owned by the caller.
  package func run(_ source: Source, returnsLastValue: Bool) throws(Failure) -> Value {
    let code: CodeObject
    do throws(Diagnostic) {
      let module = try Parser.parseModule(source)
      code = try Compiler.compile(module, source: source, mode: returnsLastValue ? .cell : .module, heap: vm.heap)
    } catch {
      throw .syntax(error)
    }
    vm.startClock()
    do throws(Raised) {
      return try vm.run(code, globals: vm.globals)
    } catch {
      return try fail()
    }
  }

  private func fail() throws(Failure) -> Value {
    let exception = vm.takeRaised()
    throw .raised(exception)
  }
}

/// Why a cell did not finish.
package enum Failure: Error, @unchecked Sendable {
  case syntax(Diagnostic)
  /// The exception, owned by whoever catches this.
  case raised(Value)
}

extension VM {
  /// Runs module code, which is used up, in a namespace. Owned.
  package func run(_ code: CodeObject, globals: DictObject) throws(Raised) -> Value {
    defer { Value(code).release() }
    return try run(code, globals: globals, locals: nil)
  }

  /// Lets everything go that the notebook made; `__del__` runs where counts fall to nothing, but not for cycles.
  fileprivate func end() {
    let held = [raised, handled, generatorResult]
    (raised, handled, generatorResult) = (.unbound, .unbound, .unbound)
    for value in held { value.release() }
    for entry in globals.takeAll() {
      entry.value.release()
      entry.key.release()
    }
    for module in modules.dict.keywordPairs.compactMap({ $0.value.cast(.module, to: ModuleObject.self) })
    where module.isFile {
      for entry in module.namespace.takeAll() {
        entry.key.release()
        entry.value.release()
      }
    }
    isEnding = true
    collectCycles()
  }

  /// Runs code that stays the caller's, with names in `locals` if it was compiled for that. Owned.
  func run(_ code: CodeObject, globals: DictObject, locals: Object?) throws(Raised) -> Value {
    let function = FunctionObject.make(code: code, globals: Unmanaged.passUnretained(globals), heap: heap)
    defer { Value(function).release() }
    try enter()
    defer { leave() }
    try push(function, state.pointee.top, mode: .entry, result: 0, callee: nil)
    if let locals { frames[state.pointee.frameCount - 1].namespace = Unmanaged.passUnretained(locals) }
    return try run()
  }
}
