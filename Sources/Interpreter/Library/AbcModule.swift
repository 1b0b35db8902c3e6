/// `abc`: classes that cannot be made before their abstract methods are there.
enum AbcModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "abc", heap: vm.heap)
    let types = vm.heap.types!
    let meta = types.make("ABCMeta", .type, base: types.type, module: "abc")
    let mark = vm.heap.intern("__isabstractmethod__")
    meta.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else { throw vm.raiseReceiver("__call__", "ABCMeta", a[0]) }
      let missing = try abstractNames(vm, subject, mark)
      if !missing.isEmpty {
        throw vm.raise(
          .typeError,
          "Can't instantiate abstract class \(subject.name) with abstract method\(missing.count == 1 ? "" : "s") "
            + missing.joined(separator: ", "))
      }
      return try vm.constructDefault(subject, a[1].tupleValues, a[2].keywordArguments)
    }
    meta.define("register", "self, subclass, /") { (vm, _) throws(Raised) in
      throw vm.raise(.notImplementedError, "ABCMeta.register is not available in nbcheck")
    }
    module.namespace.set("ABCMeta", Value(meta).retained())
    let base = TypeObject(
      name: "ABC", metatype: meta, bases: [types.object], mro: types.object.mro, layout: .instance,
      isUserDefined: false, heap: vm.heap)
    base.hasAttributes = true
    base.moduleName = "abc"
    module.namespace.set("ABC", Value(base))
    module.define("abstractmethod", "funcobj, /") { (vm, a) throws(Raised) in
      if let wrapper = a[0].object as? WrapperObject {
        try vm.setAttribute(wrapper.function, mark, .bool(true))
      } else if let property = a[0].cast(.property, to: PropertyObject.self) {
        try vm.setAttribute(property.getter, mark, .bool(true))
      } else {
        try vm.setAttribute(a[0], mark, .bool(true))
      }
      return a[0].retained()
    }
    return module
  }

  /// The names, sorted, whose implementation along the class's order is still abstract.
  private static func abstractNames(
    _ vm: VM, _ type: TypeObject, _ mark: StrObject
  ) throws(Raised) -> [String] {
    var seen: Set<String> = []
    var abstract: [String] = []
    for base in type.mro where base.isUserDefined {
      for (name, value) in base.namespace.keywordPairs where seen.insert(name.string).inserted {
        var function = value
        if let wrapper = value.object as? WrapperObject { function = wrapper.function }
        if let property = value.cast(.property, to: PropertyObject.self) { function = property.getter }
        guard function.kind == .function, let flag = function.object?.ownAttribute(mark) else { continue }
        if try vm.isTrue(flag) { abstract.append(name.string) }
      }
    }
    return abstract.sorted()
  }
}
