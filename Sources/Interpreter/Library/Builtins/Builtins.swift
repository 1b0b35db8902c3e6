/// The names that every namespace sees.
enum Builtins {
  static func install(_ vm: VM) {
    BuiltinIteratorTypes.install(vm)
    GenericAliasType.install(vm)
    UnionType.install(vm)
    MappingProxyType.install(vm)
    CallableConstructors.install(vm)
    AbcModule.install(vm)
    installTypes(vm)
    installNumbers(vm)
    installReductions(vm)
    installIteration(vm)
    installAttributes(vm)
    installClasses(vm)
    installText(vm)
    installEvaluation(vm)
    installImport(vm)
    installBreakpoint(vm)
    installSite(vm)
    installOpen(vm)
    Modules.install(vm)
  }

  private static func installTypes(_ vm: VM) {
    let types = vm.heap.types!
    let named: [TypeObject] = [
      types.object, types.type, types.int, types.bool, types.float, types.complex, types.str, types.bytes,
      types.byteArray, types.memoryView, types.list, types.tuple, types.dict, types.set, types.frozenset, types.range,
      types.slice, types.property,
      types.staticMethod, types.classMethod, types.superType, types.iterators.enumerate, types.iterators.zip,
      types.iterators.map, types.iterators.filter, types.iterators.reversed,
    ]
    for type in named { vm.builtins.set(type.name, type.retainedValue) }
    ModuleType.install(types.module)
    vm.builtins.set("Ellipsis", .ellipsis)
    vm.builtins.set("NotImplemented", .notImplemented)
    vm.builtins.set("__debug__", .bool(true))
  }

  private static func installBreakpoint(_ vm: VM) {
    define(vm, "breakpoint", "*args, **kwargs") { (vm, a) throws(Raised) in
      guard let hook = try vm.findAttribute(try vm.importAbsolute("sys"), vm.heap.intern("breakpointhook")) else {
        throw vm.raise(.runtimeError, "lost sys.breakpointhook")
      }
      defer { hook.release() }
      return try vm.call(hook, arguments: a[0].tupleValues, keywords: a[1].keywordArguments)
    }
  }

  /// The function of the module `io`, which is loaded when first needed.
  private static func installOpen(_ vm: VM) {
    define(
      vm, "open",
      "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"
    ) { (vm, a) throws(Raised) in
      let open = try vm.getAttribute(try vm.importAbsolute("io"), vm.heap.intern("open"))
      defer { open.release() }
      let names = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"]
      let given = names.indices.compactMap { index in a.optional(index).map { (vm.heap.intern(names[index]), $0) } }
      return try vm.call(open, arguments: [], keywords: given.map { (name: $0.0, value: $0.1) })
    }
  }

  static func define(_ vm: VM, _ name: String, _ signature: StaticString, _ body: @escaping NativeBody) {
    vm.builtins.set(name, Value(NativeFunctionObject(name, signature, heap: vm.heap, body: body)))
  }
}
