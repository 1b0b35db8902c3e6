/// `property`, `staticmethod`, `classmethod` and `super`.
enum DescriptorTypes {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    PropertyType.install(types.property)
    installWrapper(types.staticMethod, .staticMethod)
    installWrapper(types.classMethod, .classMethod)
    installGetSet(types.getsetDescriptor)
    installMember(types.memberDescriptor)
    installSuper(types.superType)
  }

  private static func installSuper(_ type: TypeObject) {
    type.define("__new__", "cls, type=None, object=None, /") { (vm, a) throws(Raised) in
      let (start, object) = try vm.superArguments(a.optional(1), a.optional(2))
      return try bound(vm, start, object)
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      guard let proxy = a[0].cast(.superProxy, to: SuperObject.self), proxy.object.isUnbound, !a[1].isNone else {
        return a[0].retained()
      }
      return try bound(vm, proxy.start, a[1])
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let proxy = a[0].cast(.superProxy, to: SuperObject.self) else { return .none }
      let object = proxy.object.isUnbound ? "NULL" : "<\(proxy.objectType.name) object>"
      return vm.str("<super: <class '\(proxy.start.name)'>, \(object)>")
    }
    type.defineProperty(
      "__thisclass__",
      get: { (_, value) throws(Raised) in
        value.cast(.superProxy, to: SuperObject.self)?.start.retainedValue ?? .none
      })
    type.defineProperty(
      "__self__",
      get: { (_, value) throws(Raised) in
        value.cast(.superProxy, to: SuperObject.self).map { $0.object.isUnbound ? .none : $0.object.retained() }
          ?? .none
      })
    type.defineProperty(
      "__self_class__",
      get: { (_, value) throws(Raised) in
        value.cast(.superProxy, to: SuperObject.self).flatMap {
          $0.object.isUnbound ? nil : $0.objectType.retainedValue
        }
          ?? .none
      })
  }

  private static func bound(_ vm: VM, _ start: TypeObject, _ object: Value) throws(Raised) -> Value {
    let objectType: TypeObject
    if object.isUnbound {
      objectType = start
    } else if let subject = object.asType, subject.isSubtype(of: start) {
      objectType = subject
    } else {
      objectType = vm.heap.types.of(object)
    }
    guard objectType.isSubtype(of: start) else {
      throw vm.raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
    }
    return Value(SuperObject(start: start, object: object, objectType: objectType, heap: vm.heap))
  }
}

extension DescriptorTypes {
  /// A static method can be called as it is; both take over the names of their function.
  private static func installWrapper(_ type: TypeObject, _ kind: Kind) {
    type.define("__new__", "cls, function, /") { (vm, a) throws(Raised) in
      let wrapper = WrapperObject(a[1].retained(), kind: kind, type: a[0].asType, heap: vm.heap)
      let made = Value(wrapper)
      for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
        do throws(Raised) {
          guard let value = try vm.findAttribute(a[1], vm.heap.intern(name)) else { continue }
          wrapper.setOwnAttribute(vm.heap.intern(name), value)
        } catch {
          made.release()
          throw error
        }
      }
      return made
    }
    type.define("__init__", "self, function, /") { (_, _) throws(Raised) in .none }
    type.defineProperty(
      "__func__", get: { (_, value) throws(Raised) in value.wrapped?.retained() ?? .none })
    type.defineProperty(
      "__wrapped__", get: { (_, value) throws(Raised) in value.wrapped?.retained() ?? .none })
    type.defineProperty(
      "__isabstractmethod__",
      get: { (vm, value) throws(Raised) in
        guard let wrapped = value.wrapped,
          let mark = try vm.findAttribute(wrapped, vm.heap.intern("__isabstractmethod__"))
        else { return .bool(false) }
        defer { mark.release() }
        return .bool(try vm.isTrue(mark))
      })
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let wrapped = a[0].wrapped else { throw vm.raiseReceiver("__repr__", type.name, a[0]) }
      return vm.str("<\(type.name)(\(try vm.repr(wrapped)))>")
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      let owner = a.optional(2)?.asType ?? (a[1].isNone ? nil : vm.heap.types.of(a[1]))
      return try vm.bindDescriptor(a[0], a[1], owner ?? vm.heap.types.none)
    }
    if kind == .staticMethod {
      type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
        guard let wrapped = a[0].wrapped else { throw vm.raiseReceiver("__call__", "staticmethod", a[0]) }
        return try vm.call(
          wrapped, arguments: a[1].asTuple.map { Array($0.values) } ?? [], keywords: a[2].asDict?.keywordPairs ?? [])
      }
    }
  }

  /// Attributes computed in Swift, as their class has them.
  private static func installGetSet(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let property = a[0].computed else { throw vm.raiseReceiver("__repr__", type.name, a[0]) }
      return vm.str("<attribute '\(property.name)' of '\(property.ownerName)' objects>")
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      guard let property = a[0].computed, !a[1].isNone || property.owner === vm.heap.types.none else {
        return a[0].retained()
      }
      try check(vm, property, a[1])
      return try property.get(vm, a[1])
    }
    type.define("__set__", "self, instance, value, /") { (vm, a) throws(Raised) in
      try assign(vm, a[0], a[1], a[2])
    }
    type.define("__delete__", "self, instance, /") { (vm, a) throws(Raised) in
      try assign(vm, a[0], a[1], .unbound)
    }
    type.defineProperty("__name__", get: { (vm, value) throws(Raised) in vm.str(value.computed?.name ?? "") })
    type.defineProperty(
      "__qualname__",
      get: { (vm, value) throws(Raised) in
        vm.str("\(value.computed?.ownerName ?? "").\(value.computed?.name ?? "")")
      })
    type.defineProperty(
      "__objclass__", get: { (_, value) throws(Raised) in value.computed?.owner?.retainedValue ?? .none })
    type.defineProperty(
      "__doc__", get: { (vm, value) throws(Raised) in vm.str("the attribute \(value.computed?.name ?? "")") })
  }

  private static func check(_ vm: VM, _ property: NativePropertyObject, _ object: Value) throws(Raised) {
    guard let owner = property.owner, !vm.isInstance(object, owner) else { return }
    throw vm.raise(
      .typeError,
      "descriptor '\(property.name)' for '\(owner.qualifiedName)' objects doesn't apply to a "
        + "'\(vm.typeName(object))' object")
  }

  private static func assign(
    _ vm: VM, _ descriptor: Value, _ object: Value, _ value: Value
  ) throws(Raised) -> Value {
    guard let property = descriptor.computed else { return .none }
    try check(vm, property, object)
    guard let set = property.set else {
      throw vm.raise(
        .attributeError, "attribute '\(property.name)' of '\(vm.typeName(object))' objects is not writable")
    }
    try set(vm, object, value)
    return .none
  }

  private static func installMember(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let member = a[0].member else { throw vm.raiseReceiver("__repr__", type.name, a[0]) }
      return vm.str("<member '\(member.name.string)' of '\(member.ownerName)' objects>")
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      if a[1].isNone { return a[0].retained() }
      try checkMember(vm, a[0], a[1])
      return try vm.bindDescriptor(a[0], a[1], vm.heap.types.of(a[1]))
    }
    type.define("__set__", "self, instance, value, /") { (vm, a) throws(Raised) in
      try checkMember(vm, a[0], a[1])
      _ = try vm.setThrough(a[0], a[1], a[0].member?.name ?? vm.heap.intern(""), a[2])
      return .none
    }
    type.define("__delete__", "self, instance, /") { (vm, a) throws(Raised) in
      try checkMember(vm, a[0], a[1])
      _ = try vm.setThrough(a[0], a[1], a[0].member?.name ?? vm.heap.intern(""), .unbound)
      return .none
    }
    type.defineProperty("__name__", get: { (_, value) throws(Raised) in value.member?.name.retainedValue ?? .none })
    type.defineProperty(
      "__objclass__",
      get: { (_, value) throws(Raised) in value.member?.owner.retainedValue ?? .none })
    type.defineProperty("__doc__", get: { (_, _) throws(Raised) in .none })
  }

  private static func checkMember(_ vm: VM, _ descriptor: Value, _ object: Value) throws(Raised) {
    guard let member = descriptor.member, !vm.isInstance(object, member.owner) else { return }
    throw vm.raise(
      .typeError,
      "descriptor '\(member.name.string)' for '\(member.ownerName)' objects doesn't apply to a "
        + "'\(vm.typeName(object))' object")
  }
}

extension VM {
  /// The class and the object of `super()`: given, or those of the method it is called in. Borrowed.
  fileprivate func superArguments(_ type: Value?, _ object: Value?) throws(Raised) -> (TypeObject, Value) {
    if let type {
      guard let start = type.asType else {
        throw raise(.typeError, "super() argument 1 must be a type, not \(typeName(type))")
      }
      return (start, object.flatMap { $0.isNone ? nil : $0 } ?? .unbound)
    }
    guard state.pointee.frameCount > 0 else { throw raise(.runtimeError, "super(): no current frame") }
    let frame = frames[state.pointee.frameCount - 1]
    let code = frame.code.takeUnretainedValue()
    guard code.parameters.positionalCount > 0 else { throw raise(.runtimeError, "super(): no arguments") }
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
  fileprivate var computed: NativePropertyObject? { cast(.nativeProperty, to: NativePropertyObject.self) }

  fileprivate var member: MemberObject? { cast(.member, to: MemberObject.self) }

  fileprivate var wrapped: Value? {
    (cast(.staticMethod, to: WrapperObject.self) ?? cast(.classMethod, to: WrapperObject.self))?.function
  }
}
