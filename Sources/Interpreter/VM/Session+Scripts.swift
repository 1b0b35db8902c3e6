// What a script may have done at its end, which a notebook, whose session goes on, does not have.

extension Session {
  /// Whether a `sys.excepthook` of the script's own has shown the exception that ended it.
  package func callExceptHook(_ exception: Value) -> Bool {
    guard vm.stopReason == nil, !vm.isInstance(exception, vm.heap.types[.systemExit]),
      let sys = vm.modules["sys"]?.cast(.module, to: ModuleObject.self),
      let hook = sys.namespace.get("excepthook")?.retained()
    else { return false }
    defer { hook.release() }
    if let original = sys.namespace.get("__excepthook__"), hook.isIdentical(to: original) { return false }
    do throws(Raised) {
      let traceback = try vm.getAttribute(exception, vm.heap.intern("__traceback__"))
      defer { traceback.release() }
      try vm.call(hook, Value(vm.heap.types.of(exception)), exception, traceback).release()
      return true
    } catch {
      let inner = vm.takeRaised()
      defer { inner.release() }
      let lines = ["Error in sys.excepthook:"] + TracebackText(vm).lines(inner) + ["", "Original exception was:"]
      vm.host.write(lines.map { $0 + "\n" }.joined(), to: .stderr)
      return false
    }
  }

  /// Calls what `atexit` was given.
  package func runExitFunctions() {
    guard vm.stopReason == nil, let module = vm.modules["atexit"] else { return }
    do throws(Raised) {
      let function = try vm.getAttribute(module, vm.heap.intern("_run_exitfuncs"))
      defer { function.release() }
      try vm.call(function).release()
    } catch {
      vm.takeRaised().release()
    }
  }
}
