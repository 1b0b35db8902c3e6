/// `types`: names for the language's own types, and `SimpleNamespace`.
enum TypesModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_types", heap: vm.heap)
    let types = vm.heap.types!
    let named: [(String, TypeObject)] = [
      ("FunctionType", types.function), ("LambdaType", types.function), ("MethodType", types.boundMethod),
      ("BuiltinFunctionType", types.builtinFunction), ("BuiltinMethodType", types.builtinFunction),
      ("GeneratorType", types.generator), ("ModuleType", types.module), ("NoneType", types.none),
      ("EllipsisType", types.ellipsis), ("NotImplementedType", types.notImplemented), ("CodeType", types.code),
      ("CellType", types.cell), ("TracebackType", types.traceback), ("GenericAlias", types.genericAlias),
      ("UnionType", types.union), ("MappingProxyType", types.mappingProxy),
      ("GetSetDescriptorType", types.getsetDescriptor), ("MemberDescriptorType", types.memberDescriptor),
      ("FrameType", types.frame),
    ]
    for (name, type) in named { module.namespace.set(name, type.retainedValue) }
    module.namespace.set("SimpleNamespace", Value(makeNamespace(vm)))
    return module
  }

  private static func makeNamespace(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("SimpleNamespace", .instance, hasAttributes: true, module: "types")
    type.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      if !a[1].tupleValues.isEmpty { throw vm.raise(.typeError, "no positional arguments expected") }
      for (name, value) in a[2].keywordArguments { try vm.setAttribute(a[0], name, value) }
      return .none
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let object = a[0].object else { return vm.str("namespace()") }
      guard try vm.enterRepr(object) else { return vm.str("namespace(...)") }
      defer { vm.leaveRepr(object) }
      var parts: [String] = []
      for name in object.ownAttributeNames {
        guard let value = object.ownAttribute(name) else { continue }
        parts.append("\(name.string)=\(try vm.repr(value))")
      }
      let shown = object.type === type ? "namespace" : object.type.name
      return vm.str("\(shown)(\(parts.joined(separator: ", ")))")
    }
    type.define("__eq__", "self, value, /") { (vm, a) throws(Raised) in
      guard vm.isInstance(a[1], type) else { return .notImplemented }
      let (x, y) = (try vm.attributeDict(a[0]), try vm.attributeDict(a[1]))
      defer {
        x.release()
        y.release()
      }
      return .bool(try vm.equals(x, y))
    }
    type.set("__hash__", .none)
    return type
  }
}
