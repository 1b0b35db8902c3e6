/// `typing`: enough for annotations to be evaluated; nothing checks them.
enum TypingModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "typing", heap: vm.heap)
    let types = vm.heap.types!
    let formType = TypingFormObject.makeType(vm)
    let classes: [(String, TypeObject)] = [
      ("List", types.list), ("Dict", types.dict), ("Tuple", types.tuple), ("Set", types.set),
      ("FrozenSet", types.frozenset), ("Type", types.type), ("Text", types.str),
    ]
    for (name, type) in classes where name != "Text" {
      module.namespace.set(name, Value(TypingFormObject(name, runtimeType: type, type: formType)))
    }
    module.namespace.set("Text", types.str.retainedValue)
    let forms = [
      "Any", "Optional", "Union", "Callable", "Iterable", "Iterator", "Sequence", "MutableSequence", "Mapping",
      "MutableMapping", "Collection", "Container", "Hashable", "Sized", "Reversible", "Generator", "Literal", "Final",
      "ClassVar", "Annotated", "NoReturn", "Never", "Self", "TypeAlias", "Concatenate", "Awaitable", "Coroutine",
      "AsyncIterator", "AsyncIterable", "AbstractSet", "SupportsFloat", "SupportsInt", "SupportsIndex", "SupportsAbs",
      "AnyStr", "Required", "NotRequired", "Unpack", "LiteralString", "IO", "TextIO", "BinaryIO", "Pattern", "Match",
      "DefaultDict", "OrderedDict", "Counter", "Deque", "ContextManager", "ByteString", "KeysView", "ValuesView",
      "ItemsView",
    ]
    for name in forms {
      module.namespace.set(name, Value(TypingFormObject(name, runtimeType: nil, type: formType)))
    }
    module.namespace.set("TYPE_CHECKING", .bool(false))
    for name in ["Generic", "Protocol"] {
      let type = types.make(name, .instance, hasAttributes: true, module: "typing")
      type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
      module.namespace.set(name, Value(type))
    }
    defineVariables(vm, module)
    defineFunctions(module)
    let others: Set = ["NamedTuple", "TypedDict", "get_type_hints", "get_origin", "get_args", "ForwardRef"]
    module.unavailable = { others.contains($0) ? "typing.\($0) is not available in nbcheck" : nil }
    return module
  }

  private static func defineVariables(_ vm: VM, _ module: ModuleObject) {
    for name in ["TypeVar", "ParamSpec", "TypeVarTuple"] {
      let type = vm.heap.types.make(name, .instance, isFinal: true, hasAttributes: true, module: "typing")
      type.define("__new__", "cls, name, /, *constraints, **kwargs") { (vm, a) throws(Raised) in
        let variable = InstanceObject.make(type: try vm.classArgument(a[0], type))
        variable.setOwnAttribute(vm.heap.intern("__name__"), a[1].retained())
        return Value(variable)
      }
      type.define("__init__", "self, /, *args, **kwargs") { (_, _) throws(Raised) in .none }
      type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
        vm.str("~" + (a[0].object?.ownAttribute(vm.heap.intern("__name__"))?.asStr?.string ?? "T"))
      }
      type.define("__or__", "self, other, /") { (_, a) throws(Raised) in a[0].retained() }
      type.define("__ror__", "self, other, /") { (_, a) throws(Raised) in a[0].retained() }
      module.namespace.set(name, Value(type))
    }
  }

  private static func defineFunctions(_ module: ModuleObject) {
    module.define("cast", "typ, val, /") { (_, a) throws(Raised) in a[1].retained() }
    module.define("NewType", "name, tp, /") { (vm, _) throws(Raised) in
      Value(NativeFunctionObject("NewType", "x, /", heap: vm.heap) { (_, a) throws(Raised) in a[0].retained() })
    }
    for name in ["overload", "final", "no_type_check", "runtime_checkable"] {
      module.define(name, "f, /") { (_, a) throws(Raised) in a[0].retained() }
    }
  }
}
