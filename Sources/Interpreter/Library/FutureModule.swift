/// `__future__`: names of what is there already.
enum FutureModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "__future__", heap: vm.heap)
    let names = [
      "annotations", "division", "print_function", "absolute_import", "unicode_literals", "generators",
      "nested_scopes", "with_statement", "generator_stop",
    ]
    for name in names { module.namespace.set(name, vm.str(name)) }
    return module
  }
}
