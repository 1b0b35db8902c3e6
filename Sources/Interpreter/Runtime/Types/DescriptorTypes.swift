/// `property`, `staticmethod`, `classmethod` and `super`.
enum DescriptorTypes {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    installProperty(types.property)
    for (type, kind) in [(types.staticMethod!, Kind.staticMethod), (types.classMethod!, .classMethod)] {
      type.define("__new__", "cls, function, /") { (vm, a) throws(Raised) in
        Value(WrapperObject(a[1].retained(), kind: kind, heap: vm.heap))
      }
      type.defineProperty(
        "__func__", get: { (_, value) throws(Raised) in value.wrapped?.retained() ?? .none })
      type.defineProperty(
        "__wrapped__", get: { (_, value) throws(Raised) in value.wrapped?.retained() ?? .none })
    }
    installSuper(types.superType)
  }

  private static func installProperty(_ type: TypeObject) {
    type.define("__new__", "cls, fget=None, fset=None, fdel=None, doc=None") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else { throw vm.raise(.typeError, "property.__new__(X): X is not a type object") }
      var documentation = a.optional(4) ?? .none
      let getter = a.optional(1) ?? .none
      var found: Value = .none
      defer { found.release() }
      if documentation.isNone, !getter.isNone {
        found = try vm.findAttribute(getter, vm.heap.intern("__doc__")) ?? .none
        documentation = found
      }
      return Value(
        PropertyObject(
          getter: getter, setter: a.optional(2) ?? .none, deleter: a.optional(3) ?? .none,
          documentation: documentation, type: subject))
    }
    for (index, name) in ["getter", "setter", "deleter"].enumerated() {
      type.define(name == "getter" ? "getter" : name == "setter" ? "setter" : "deleter", "self, function, /") {
        (vm, a) throws(Raised) in
        guard let old = a[0].cast(.property, to: PropertyObject.self) else {
          throw vm.raiseReceiver(name, "property", a[0])
        }
        return Value(
          PropertyObject(
            getter: index == 0 ? a[1] : old.getter, setter: index == 1 ? a[1] : old.setter,
            deleter: index == 2 ? a[1] : old.deleter, documentation: old.documentation, type: old.type))
      }
    }
    for (name, path) in [
      ("fget", \PropertyObject.getter), ("fset", \.setter), ("fdel", \.deleter), ("__doc__", \.documentation),
    ] {
      let read = { (property: PropertyObject) -> Value in property[keyPath: path] }
      type.defineProperty(
        name,
        get: { (_, value) throws(Raised) in
          value.cast(.property, to: PropertyObject.self).map(read)?.retained() ?? .none
        })
    }
  }

  private static func installSuper(_ type: TypeObject) {
    type.define("__new__", "cls, type=None, object=None, /") { (vm, a) throws(Raised) in
      let (start, object) = try vm.superArguments(a.optional(1), a.optional(2))
      let objectType: TypeObject
      if let subject = object.asType, subject.isSubtype(of: start) {
        objectType = subject
      } else {
        objectType = vm.heap.types.of(object)
      }
      guard objectType.isSubtype(of: start) else {
        throw vm.raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
      }
      return Value(SuperObject(start: start, object: object, objectType: objectType, heap: vm.heap))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let proxy = a[0].cast(.superProxy, to: SuperObject.self) else { return .none }
      return vm.str(
        "<super: <class '\(proxy.start.name)'>, <\(vm.typeName(proxy.object)) object>>")
    }
  }
}

extension VM {
  /// The class and the object of `super()`: given, or those of the method it is called in. Borrowed.
  fileprivate func superArguments(_ type: Value?, _ object: Value?) throws(Raised) -> (TypeObject, Value) {
    if let type {
      guard let start = type.asType else {
        throw raise(.typeError, "super() argument 1 must be a type, not \(typeName(type))")
      }
      guard let object, !object.isNone else {
        throw raise(.typeError, "super(type) without an object is not available in nbcheck")
      }
      return (start, object)
    }
    guard state.pointee.frameCount > 0 else { throw raise(.runtimeError, "super(): no current frame") }
    let frame = frames[state.pointee.frameCount - 1]
    let code = frame.code.takeUnretainedValue()
    guard code.parameterCount > 0 else { throw raise(.runtimeError, "super(): no arguments") }
    guard let index = code.freeNames.firstIndex(of: "__class__") else {
      throw raise(.runtimeError, "super(): __class__ cell not found")
    }
    var first = frame.registers[0]
    if let cell = first.cast(.cell, to: CellObject.self) { first = cell.value }
    guard let cell = frame.registers[code.freeRegisters[index]].cast(.cell, to: CellObject.self),
      let start = cell.value.asType
    else { throw raise(.runtimeError, "super(): empty __class__ cell") }
    if first.isUnbound { throw raise(.runtimeError, "super(): arg[0] deleted") }
    return (start, first)
  }
}

extension Value {
  fileprivate var wrapped: Value? {
    (cast(.staticMethod, to: WrapperObject.self) ?? cast(.classMethod, to: WrapperObject.self))?.function
  }
}
