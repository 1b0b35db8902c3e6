/// Functions of the notebook, functions written in Swift, and bound methods.
enum FunctionTypes {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    installFunction(types.function)
    for type in [types.builtinFunction!, types.methodDescriptor!] {
      type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
        guard let function = a[0].cast(.native, to: NativeFunctionObject.self) else { return vm.str("") }
        if let owner = function.owner { return vm.str("<method '\(function.name)' of '\(owner.name)' objects>") }
        return vm.str("<built-in function \(function.name)>")
      }
      type.defineProperty(
        "__name__", get: { (vm, value) throws(Raised) in vm.str(value.native?.name ?? "") })
      type.defineProperty(
        "__qualname__",
        get: { (vm, value) throws(Raised) in
          guard let function = value.native else { return .none }
          return vm.str(function.owner.map { "\($0.name).\(function.name)" } ?? function.name)
        })
      type.defineProperty(
        "__doc__",
        get: { (vm, value) throws(Raised) in value.native?.documentation.map { vm.str($0) } ?? .none })
    }
    for type in [types.boundMethod!, types.builtinMethod!] { installMethod(type) }
  }

  private static func installFunction(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("<function \(a[0].function?.qualifiedName ?? "") at \(vm.address(a[0]))>")
    }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      try vm.call(
        a[0], arguments: a[1].asTuple.map { Array($0.values) } ?? [], keywords: a[2].asDict?.keywordPairs ?? [])
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      if a[1].isNone { return a[0].retained() }
      return Value(BoundMethodObject.make(function: a[0], receiver: a[1], heap: vm.heap))
    }
    type.defineProperty(
      "__name__",
      get: { (vm, value) throws(Raised) in vm.str(value.function?.name ?? "") },
      set: { (vm, value, new) throws(Raised) in
        guard let name = new.asStr else { throw vm.raise(.typeError, "__name__ must be set to a string object") }
        value.function?.name = name.string
      })
    type.defineProperty(
      "__qualname__",
      get: { (vm, value) throws(Raised) in vm.str(value.function?.qualifiedName ?? "") },
      set: { (vm, value, new) throws(Raised) in
        guard let name = new.asStr else { throw vm.raise(.typeError, "__qualname__ must be set to a string object") }
        value.function?.qualifiedName = name.string
      })
    type.defineProperty(
      "__module__",
      get: { (vm, value) throws(Raised) in
        value.object?.ownAttribute(vm.heap.intern("__module__"))?.retained()
          ?? value.function?.globals.get("__name__")?.retained() ?? .none
      },
      set: { (vm, value, new) throws(Raised) in
        value.object?.setOwnAttribute(vm.heap.intern("__module__"), new.retained())
      })
    type.defineProperty(
      "__doc__",
      get: { (vm, value) throws(Raised) in
        value.object?.ownAttribute(vm.heap.intern("__doc__"))?.retained()
          ?? value.function?.code.documentation.map { vm.str($0) } ?? .none
      },
      set: { (vm, value, new) throws(Raised) in
        value.object?.setOwnAttribute(vm.heap.intern("__doc__"), new.retained())
      })
    type.defineProperty(
      "__annotations__",
      get: { (vm, value) throws(Raised) in
        guard let function = value.function else { return .none }
        if function.annotations.isNone { function.annotations = Value(DictObject(heap: vm.heap)) }
        return function.annotations.retained()
      },
      set: { (vm, value, new) throws(Raised) in
        guard new.isUnbound || new.isNone || new.asDict != nil else {
          throw vm.raise(.typeError, "__annotations__ must be set to a dict object")
        }
        guard let function = value.function else { return }
        let old = function.annotations
        function.annotations = new.isUnbound ? .none : new.retained()
        old.release()
      })
    type.defineProperty(
      "__defaults__",
      get: { (vm, value) throws(Raised) in
        guard let function = value.function, !function.defaults.isEmpty else { return .none }
        return vm.tuple(function.defaults.map { $0.retained() })
      })
    type.defineProperty(
      "__code__", get: { (_, value) throws(Raised) in value.function.map { $0.code.retainedValue } ?? .none })
    type.defineProperty(
      "__globals__", get: { (_, value) throws(Raised) in value.function.map { $0.globals.retainedValue } ?? .none })
  }

  private static func installMethod(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let method = a[0].cast(.boundMethod, to: BoundMethodObject.self) else { return vm.str("") }
      if let native = method.function.native {
        return vm.str(
          native.owner != nil && native.name.hasPrefix("__") && native.name.hasSuffix("__")
            ? "<method-wrapper '\(native.name)' of \(vm.typeName(method.receiver)) object at \(vm.address(method.receiver))>"
            : "<built-in method \(native.name) of \(vm.typeName(method.receiver)) object at \(vm.address(method.receiver))>"
        )
      }
      let name = method.function.function?.qualifiedName ?? "?"
      return vm.str("<bound method \(name) of \(try vm.repr(method.receiver))>")
    }
    type.define("__eq__", "self, other, /") { (_, a) throws(Raised) in
      guard let x = a[0].cast(.boundMethod, to: BoundMethodObject.self),
        let y = a[1].cast(.boundMethod, to: BoundMethodObject.self)
      else { return .notImplemented }
      return .bool(x.function.isIdentical(to: y.function) && x.receiver.isIdentical(to: y.receiver))
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      guard let method = a[0].cast(.boundMethod, to: BoundMethodObject.self) else { return .int(0) }
      return .int(try vm.hash(method.function) ^ 0x5bd1)
    }
    type.define("__getattribute__", "self, name, /") { (vm, a) throws(Raised) in
      let name = try vm.attributeName(a[1])
      if let value = try vm.genericAttribute(a[0], vm.heap.types.of(a[0]), name) { return value }
      guard let method = a[0].cast(.boundMethod, to: BoundMethodObject.self) else { return .none }
      return try vm.getAttribute(method.function, name)
    }
    type.defineProperty(
      "__self__",
      get: { (_, value) throws(Raised) in
        value.cast(.boundMethod, to: BoundMethodObject.self)?.receiver.retained() ?? .none
      })
    type.defineProperty(
      "__func__",
      get: { (_, value) throws(Raised) in
        value.cast(.boundMethod, to: BoundMethodObject.self)?.function.retained() ?? .none
      })
  }
}

extension Value {
  fileprivate var function: FunctionObject? { cast(.function, to: FunctionObject.self) }
  fileprivate var native: NativeFunctionObject? { cast(.native, to: NativeFunctionObject.self) }
}
