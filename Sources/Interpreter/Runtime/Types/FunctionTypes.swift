/// Functions of the notebook, functions written in Swift, and bound methods.
enum FunctionTypes {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    FunctionAttributes.install(types.function)
    installCell(types.cell)
    for type in [types.builtinFunction!, types.methodDescriptor!, types.wrapperDescriptor!] {
      type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
        guard let function = a[0].cast(.native, to: NativeFunctionObject.self) else { return vm.str("") }
        guard let owner = function.owner else { return vm.str("<built-in function \(function.name)>") }
        let word = function.isSlotWrapper ? "slot wrapper" : "method"
        return vm.str("<\(word) '\(function.name)' of '\(owner.qualifiedName)' objects>")
      }
      defineCall(type)
      if type !== types.builtinFunction {
        type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
          if a[1].isNone {
            if a[2].isNone { throw vm.raise(.typeError, "__get__(None, None) is invalid") }
            return a[0].retained()
          }
          return Value(BoundMethodObject.make(function: a[0], receiver: a[1], heap: vm.heap))
        }
        type.defineProperty(
          "__objclass__",
          get: { (_, value) throws(Raised) in value.native?.owner?.retainedValue ?? .none })
      } else {
        type.defineProperty(
          "__self__",
          get: { (vm, value) throws(Raised) in
            guard let name = value.native?.moduleName else { return vm.builtinsModule.retained() }
            return vm.modules[name]?.retained() ?? .none
          })
        type.defineProperty(
          "__module__",
          get: { (vm, value) throws(Raised) in
            value.native?.className == nil ? vm.str(value.native?.moduleName ?? "builtins") : .none
          })
      }
      type.defineProperty(
        "__name__", get: { (vm, value) throws(Raised) in vm.str(value.native?.name ?? "") })
      type.defineProperty(
        "__qualname__",
        get: { (vm, value) throws(Raised) in
          guard let function = value.native else { return .none }
          return vm.str((function.owner?.name ?? function.className).map { "\($0).\(function.name)" } ?? function.name)
        })
      type.defineProperty(
        "__text_signature__",
        get: { (vm, value) throws(Raised) in value.native.map { vm.str(textSignature($0)) } ?? .none })
      type.defineProperty(
        "__doc__",
        get: { (vm, value) throws(Raised) in value.native.map { vm.str($0.documentationText) } ?? .none })
    }
    for type in [types.boundMethod!, types.builtinMethod!, types.methodWrapper!] { installMethod(type) }
    installMethodConstructor(types.boundMethod)
  }

  /// The parameters as CPython's builtins show them, the receiver marked by a dollar sign.
  private static func textSignature(_ function: NativeFunctionObject) -> String {
    var parts = function.signatureText.description.split(separator: ", ").map(String.init)
    if function.owner != nil, let first = parts.first {
      parts[0] = "$" + first
    } else if parts.first == "cls" {
      parts[0] = "$type"
    } else {
      parts.insert("$module", at: 0)
    }
    if !parts.contains("/") { parts.insert("/", at: 1) }
    return "(\(parts.joined(separator: ", ")))"
  }

  private static func installMethod(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let method = a[0].cast(.boundMethod, to: BoundMethodObject.self) else { return vm.str("") }
      if let native = method.function.native {
        if native.isSlotWrapper {
          return vm.str(
            "<method-wrapper '\(native.name)' of \(vm.typeName(method.receiver)) object at \(vm.address(method.receiver))>"
          )
        }
        return vm.str(
          native.owner != nil && native.name.hasPrefix("__") && native.name.hasSuffix("__")
            ? "<method-wrapper '\(native.name)' of \(vm.typeName(method.receiver)) object at \(vm.address(method.receiver))>"
            : "<built-in method \(native.name) of \(vm.typeName(method.receiver)) object at \(vm.address(method.receiver))>"
        )
      }
      var name = method.function.function?.qualifiedName ?? "?"
      if method.function.function == nil,
        let found = try vm.findAttribute(method.function, vm.heap.intern("__qualname__"))
      {
        defer { found.release() }
        name = found.asStr?.string ?? "?"
      }
      return vm.str("<bound method \(name) of \(try vm.repr(method.receiver))>")
    }
    defineCall(type)
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
      if let native = method.function.native {
        let isKnown =
          native.isSlotWrapper
          ? ["__name__", "__qualname__", "__doc__", "__objclass__", "__text_signature__"].contains(name.string)
          : ["__name__", "__qualname__", "__doc__", "__module__", "__text_signature__"].contains(name.string)
        if !isKnown { throw vm.raiseNoAttribute(a[0], name) }
        if name.string == "__module__" { return .none }
      }
      return try vm.getAttribute(method.function, name)
    }
    type.defineProperty(
      "__doc__",
      get: { (vm, value) throws(Raised) in
        guard let method = value.cast(.boundMethod, to: BoundMethodObject.self) else { return .none }
        return try vm.getAttribute(method.function, vm.heap.intern("__doc__"))
      })
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

extension FunctionTypes {
  private static func installMethodConstructor(_ type: TypeObject) {
    type.define("__new__", "cls, function, instance, /") { (vm, a) throws(Raised) in
      if vm.heap.types.special(.call, of: a[1]).isUnbound && a[1].kind != .type {
        throw vm.raise(.typeError, "first argument must be callable")
      }
      if a[2].isNone { throw vm.raise(.typeError, "instance must not be None") }
      return Value(BoundMethodObject.make(function: a[1], receiver: a[2], heap: vm.heap))
    }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      try vm.call(
        a[0], arguments: a[1].asTuple.map { Array($0.values) } ?? [], keywords: a[2].asDict?.keywordPairs ?? [])
    }
  }

  private static func installCell(_ type: TypeObject) {
    type.define("__new__", "cls, contents=None, /") { (vm, a) throws(Raised) in
      Value(CellObject.make(a.optional(1)?.retained() ?? .unbound, heap: vm.heap))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let cell = a[0].cast(.cell, to: CellObject.self) else { throw vm.raiseReceiver("__repr__", "cell", a[0]) }
      let held =
        cell.value.isUnbound ? "empty" : "\(vm.typeName(cell.value)) object at \(vm.address(cell.value))"
      return vm.str("<cell at \(vm.address(a[0])): \(held)>")
    }
    for (name, op) in ComparisonOp.methods {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        guard let cell = a[0].cast(.cell, to: CellObject.self) else { throw vm.raiseReceiver(name, "cell", a[0]) }
        guard let other = a[1].cast(.cell, to: CellObject.self) else { return .notImplemented }
        if !cell.value.isUnbound, !other.value.isUnbound { return try vm.compare(op, cell.value, other.value) }
        // An empty one comes first.
        return .bool(op.holds(cell.value.isUnbound ? 0 : 1, other.value.isUnbound ? 0 : 1))
      }
    }
    type.set("__hash__", .none)
    type.defineProperty(
      "cell_contents",
      get: { (vm, value) throws(Raised) in
        guard let cell = value.cast(.cell, to: CellObject.self), !cell.value.isUnbound else {
          throw vm.raise(.valueError, "Cell is empty")
        }
        return cell.value.retained()
      },
      set: { (_, value, new) throws(Raised) in
        guard let cell = value.cast(.cell, to: CellObject.self) else { return }
        let old = cell.value
        cell.value = new.retained()
        old.release()
      })
  }

  private static func defineCall(_ type: TypeObject) {
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      try vm.call(
        a[0], arguments: a[1].asTuple.map { Array($0.values) } ?? [], keywords: a[2].asDict?.keywordPairs ?? [])
    }
  }
}

extension Value {
  fileprivate var function: FunctionObject? { cast(.function, to: FunctionObject.self) }
  fileprivate var native: NativeFunctionObject? { cast(.native, to: NativeFunctionObject.self) }
}
