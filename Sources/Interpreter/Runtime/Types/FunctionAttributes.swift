/// What functions of the notebook are asked about themselves.
enum FunctionAttributes {
  static func install(_ type: TypeObject) {
    type.define("__new__", "cls, code, globals, name=None, argdefs=None, closure=None") { (vm, a) throws(Raised) in
      try make(vm, a)
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("<function \(a[0].function?.qualifiedName ?? "") at \(vm.address(a[0]))>")
    }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      try vm.call(
        a[0], arguments: a[1].asTuple.map { Array($0.values) } ?? [], keywords: a[2].asDict?.keywordPairs ?? [])
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      if a[1].isNone {
        if a[2].isNone { throw vm.raise(.typeError, "__get__(None, None) is invalid") }
        return a[0].retained()
      }
      return Value(BoundMethodObject.make(function: a[0], receiver: a[1], heap: vm.heap))
    }
    installNames(type)
    installDefaults(type)
    installCode(type)
  }

  private static func make(_ vm: VM, _ a: Arguments) throws(Raised) -> Value {
    guard let code = a[1].cast(.code, to: CodeObject.self) else {
      throw vm.raise(.typeError, "function() argument 'code' must be code, not \(vm.typeName(a[1]))")
    }
    guard let globals = a[2].asDict else {
      throw vm.raise(.typeError, "function() argument 'globals' must be dict, not \(vm.typeName(a[2]))")
    }
    let closure = a.optional(5).flatMap { $0.isNone ? nil : $0 }
    if code.freeRegisterCount > 0, closure?.asTuple == nil {
      throw vm.raise(.typeError, "arg 5 (closure) must be tuple")
    }
    let cells = closure?.asTuple.map { Array($0.values) } ?? []
    if cells.count != code.freeRegisterCount {
      throw vm.raise(
        .valueError, "\(code.name) requires closure of length \(code.freeRegisterCount), not \(cells.count)")
    }
    for cell in cells where cell.kind != .cell {
      throw vm.raise(.typeError, "arg 5 (closure) expected cell, found \(vm.typeName(cell))")
    }
    let usable = code.usable(with: globals, isMain: globals === vm.globals)
    defer { Value(usable).release() }
    let function = FunctionObject.make(code: usable, globals: Unmanaged.passUnretained(globals), heap: vm.heap)
      .takeUnretainedValue()
    for (index, cell) in cells.enumerated() { function.cells[index] = cell.retained() }
    function.keywordDefaults = [Value](repeating: .unbound, count: usable.parameters.keywordOnlyCount)
    if let name = a.optional(3)?.asStr { function.name = name.string }
    if let defaults = a.optional(4)?.asTuple { function.setDefaults(defaults.values.map { $0.retained() }) }
    return Value(function)
  }

  private static func installNames(_ type: TypeObject) {
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
        if let given = value.function?.givenModule { return given.retained() }
        return value.function?.globals.get("__name__")?.retained() ?? .none
      },
      set: { (_, value, new) throws(Raised) in
        value.function?.setModule(new.isUnbound ? .none : new.retained())
      })
    type.defineProperty(
      "__doc__",
      get: { (vm, value) throws(Raised) in
        if let given = value.function?.givenDocumentation { return given.retained() }
        return value.function?.code.documentation.map { vm.str($0) } ?? .none
      },
      set: { (_, value, new) throws(Raised) in
        value.function?.setDocumentation(new.isUnbound ? .none : new.retained())
      })
    type.defineProperty(
      "__annotations__",
      get: { (vm, value) throws(Raised) in
        guard let function = value.function else { return .none }
        if function.annotations.isNone { function.annotations = Value(DictObject.make(heap: vm.heap)) }
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
  }

  private static func installDefaults(_ type: TypeObject) {
    type.defineProperty(
      "__defaults__",
      get: { (vm, value) throws(Raised) in
        guard let function = value.function, !function.defaults.isEmpty else { return .none }
        return vm.tuple(function.defaults.map { $0.retained() })
      },
      set: { (vm, value, new) throws(Raised) in
        if new.isUnbound || new.isNone {
          value.function?.setDefaults([])
        } else if let items = new.asTuple {
          value.function?.setDefaults(items.values.map { $0.retained() })
        } else {
          throw vm.raise(.typeError, "__defaults__ must be set to a tuple object")
        }
      })
    type.defineProperty(
      "__kwdefaults__",
      get: { (vm, value) throws(Raised) in
        guard let function = value.function, function.keywordDefaults.contains(where: { !$0.isUnbound }) else {
          return .none
        }
        let dict = DictObject.make(heap: vm.heap)
        for (name, value) in zip(function.keywordOnlyNames, function.keywordDefaults) where !value.isUnbound {
          dict.set(interned: name, value.retained())
        }
        return Value(dict)
      },
      set: { (vm, value, new) throws(Raised) in
        guard let function = value.function else { return }
        guard new.isUnbound || new.isNone || new.asDict != nil else {
          throw vm.raise(.typeError, "__kwdefaults__ must be set to a dict object")
        }
        let given = new.asDict
        function.setKeywordDefaults(
          function.keywordOnlyNames.map { given?.get(interned: $0)?.retained() ?? .unbound })
      })
  }

  private static func installCode(_ type: TypeObject) {
    type.defineProperty(
      "__code__", get: { (_, value) throws(Raised) in value.function.map { $0.code.retainedValue } ?? .none },
      set: { (vm, value, new) throws(Raised) in
        guard let code = new.cast(.code, to: CodeObject.self) else {
          throw vm.raise(.typeError, "__code__ must be set to a code object")
        }
        guard let function = value.function else { return }
        if code.freeRegisterCount != function.cellCount {
          throw vm.raise(
            .valueError,
            "\(function.name)() requires a code object with \(function.cellCount) free vars, not \(code.freeRegisterCount)"
          )
        }
        function.setCode(code)
      })
    type.defineProperty(
      "__globals__", get: { (_, value) throws(Raised) in value.function.map { $0.globals.retainedValue } ?? .none })
    type.defineProperty(
      "__builtins__", get: { (vm, _) throws(Raised) in vm.builtins.retainedValue })
    type.defineProperty(
      "__closure__",
      get: { (vm, value) throws(Raised) in
        guard let function = value.function, function.cellCount > 0 else { return .none }
        return vm.tuple(function.closure.map { $0.retained() })
      })
  }
}

extension Value {
  fileprivate var function: FunctionObject? { cast(.function, to: FunctionObject.self) }
}
