import PythonSyntax

/// A notebook being run: one namespace, one cell after another.
package final class Session {
  package let vm: VM

  package init(host: any Host, limits: Limits = Limits()) {
    vm = VM(host: host, limits: limits)
  }

  /// What the notebook made goes with it, so that the next one has the memory.
  deinit {
    for entry in vm.globals.takeAll() {
      entry.key.release()
      entry.value.release()
    }
    vm.collectCycles()
  }

  /// Runs a cell or a script.
  ///
  /// - Parameter returnsLastValue: whether a trailing expression is the result; otherwise the result is None.
  /// - Returns: the result, owned by the caller.
  package func run(_ source: Source, returnsLastValue: Bool) throws(Failure) -> Value {
    let code: CodeObject
    do throws(Diagnostic) {
      let module = try Parser.parseModule(source)
      code = try Compiler.compile(module, source: source, returnsLastValue: returnsLastValue, heap: vm.heap)
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
  /// Runs module code in a namespace. Owned.
  package func run(_ code: CodeObject, globals: DictObject) throws(Raised) -> Value {
    let function = FunctionObject.make(code: code, globals: Unmanaged.passUnretained(globals), heap: heap)
    defer {
      Value(function).release()
      Value(code).release()
    }
    try enter()
    defer { leave() }
    try push(Unmanaged.passUnretained(function), state.pointee.top, mode: .entry, result: 0, callee: nil)
    return try run()
  }
}
