/// What CPython's `site` adds for those who sit at a prompt: objects that say how they are used.
extension Builtins {
  static func installSite(_ vm: VM) {
    let quitter = siteType(vm, "Quitter")
    quitter.define("__call__", "self, code=None") { (vm, a) throws(Raised) in
      throw try vm.raise(vm.call(Value(vm.heap.types[.systemExit]), a.optional(1) ?? .none))
    }
    for name in ["exit", "quit"] { add(vm, quitter, name, "Use \(name)() or Ctrl-D (i.e. EOF) to exit") }
    let helper = siteType(vm, "_Helper")
    helper.define("__call__", "self, /, *args, **kwds") { (vm, _) throws(Raised) in
      throw vm.raise(.notImplementedError, "help() is not available in nbcheck")
    }
    add(vm, helper, "help", "Type help() for interactive help, or help(object) for help about object.")
    let printer = siteType(vm, "_Printer")
    printer.define("__call__", "self, /") { (vm, a) throws(Raised) in
      try vm.call(vm.builtins.get("print") ?? .none, a[0])
    }
    add(vm, printer, "copyright", "Copyright (c) the authors of nbcheck.")
    add(vm, printer, "credits", "nbcheck reads and runs Python; see www.python.org for the language itself.")
    add(vm, printer, "license", "Type license() to see the full license text")
  }

  private static func siteType(_ vm: VM, _ name: String) -> TypeObject {
    let type = vm.heap.types.make(name, .instance, hasAttributes: true, module: "_sitebuiltins")
    let text = vm.heap.intern("_text")
    type.define("__repr__", "self, /") { (_, a) throws(Raised) in
      a[0].object?.ownAttribute(text)?.retained() ?? .none
    }
    return type
  }

  private static func add(_ vm: VM, _ type: TypeObject, _ name: String, _ text: String) {
    let made = InstanceObject.make(type: type).takeUnretainedValue()
    made.setOwnAttribute(vm.heap.intern("_text"), vm.str(text))
    made.setOwnAttribute(vm.heap.intern("name"), vm.str(name))
    vm.builtins.set(name, Value(made))
  }
}
