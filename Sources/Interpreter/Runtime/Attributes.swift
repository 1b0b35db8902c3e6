// `getattr`, `setattr` and `delattr` as the data model defines them.

extension VM {
  /// The attribute, owned.
  ///
  /// - Throws: `AttributeError` in CPython's words.
  package func getAttribute(_ object: Value, _ name: StrObject) throws(Raised) -> Value {
    let type = heap.types.of(object)
    let name = name.isInterned ? name : heap.intern(name.string)
    do throws(Raised) {
      return try attribute(object, type, name)
    } catch {
      if let exception = raised.asException, exception.type.isSubtype(of: heap.types[.attributeError]) {
        noteSubject(of: exception, object, name)
      }
      throw error
    }
  }

  /// What an `AttributeError` of the notebook's own functions is about, unless it says so itself.
  @inline(never)
  private func noteSubject(of exception: ExceptionObject, _ object: Value, _ name: StrObject) {
    let words = (name: heap.intern("name"), object: heap.intern("obj"))
    guard exception.ownAttribute(words.name) == nil, exception.ownAttribute(words.object) == nil else { return }
    exception.setOwnAttribute(words.name, name.retainedValue)
    exception.setOwnAttribute(words.object, object.retained())
  }

  private func attribute(_ object: Value, _ type: TypeObject, _ name: StrObject) throws(Raised) -> Value {
    if usesOwnGetattribute(type) {
      do throws(Raised) {
        return try callMethod(type[.getattribute], on: object, Value(name))
      } catch {
        return try fallBack(object, type, name, error)
      }
    }
    if type[.getattr].isUnbound {
      if let value = try genericAttribute(object, type, name) { return value }
      throw raiseNoAttribute(object, name)
    }
    do throws(Raised) {
      if let value = try genericAttribute(object, type, name) { return value }
    } catch {
      return try fallBack(object, type, name, error)
    }
    return try callMethod(type[.getattr], on: object, Value(name))
  }

  private func fallBack(
    _ object: Value, _ type: TypeObject, _ name: StrObject, _ error: Raised
  ) throws(Raised) -> Value {
    if type[.getattr].isUnbound || !catches(.attributeError) { throw error }
    return try callMethod(type[.getattr], on: object, Value(name))
  }

  /// The attribute, owned; nil where `getAttribute` would raise `AttributeError`.
  package func findAttribute(_ object: Value, _ name: StrObject) throws(Raised) -> Value? {
    let type = heap.types.of(object)
    let name = name.isInterned ? name : heap.intern(name.string)
    do throws(Raised) {
      // A property may raise it as well.
      if !usesOwnGetattribute(type) && type[.getattr].isUnbound { return try genericAttribute(object, type, name) }
      return try getAttribute(object, name)
    } catch {
      if catches(.attributeError) { return nil }
      throw error
    }
  }

  /// `object.__getattribute__`: data descriptors of the type, own attributes, then the rest of the type.
  func genericAttribute(_ object: Value, _ type: TypeObject, _ name: StrObject) throws(Raised) -> Value? {
    if let subject = object.asType { return try typeAttribute(subject, name) }
    if let proxy = object.cast(.superProxy, to: SuperObject.self), let value = try superAttribute(proxy, name) {
      return value
    }
    let described = type.lookup(name)
    if let described, isDataDescriptor(described),
      isDescriptor(described) || object.object?.ownAttribute(name) == nil
    {
      return try bindDescriptor(described, object, type)
    }
    if let module = object.cast(.module, to: ModuleObject.self) {
      if let value = module.namespace.get(interned: name) { return value.retained() }
    } else if let own = object.object?.ownAttribute(name) {
      return own.retained()
    }
    if let described { return try bindDescriptor(described, object, type) }
    if let module = object.cast(.module, to: ModuleObject.self) {
      if let fact = try moduleFact(module, name) { return fact }
      if let function = module.namespace.get("__getattr__") { return try call(function, Value(name)) }
    }
    return nil
  }

  /// An attribute of a type: of its metatype if that is a data descriptor, else along its own order.
  private func typeAttribute(_ subject: TypeObject, _ name: StrObject) throws(Raised) -> Value? {
    let meta = subject.type.lookup(name)
    if let meta, isDataDescriptor(meta) { return try bindDescriptor(meta, Value(subject), subject.type) }
    if let value = subject.lookup(name) {
      switch value.kind {
      case .function, .native, .nativeProperty, .property, .member: return value.retained()
      case .staticMethod: return value.cast(.staticMethod, to: WrapperObject.self)?.function.retained()
      case .classMethod:
        guard let wrapper = value.cast(.classMethod, to: WrapperObject.self) else { return nil }
        return try bindClassMethod(wrapper, subject)
      default:
        let get = heap.types.special(.get, of: value)
        if get.isUnbound { return value.retained() }
        return try callMethod(get, on: value, .none, Value(subject))
      }
    }
    if let meta { return try bindDescriptor(meta, Value(subject), subject.type) }
    return nil
  }

  /// What the classes after the proxy's start have under the name, borrowed, undescribed.
  private func inherited(_ proxy: SuperObject, _ name: StrObject) -> Value? {
    let order = proxy.objectType.mro
    if proxy.object.isUnbound || name === heap.classAttribute { return nil }
    guard let start = order.firstIndex(where: { $0 === proxy.start }) else { return nil }
    for index in (start + 1)..<order.count {
      if let value = order[index].namespace.get(interned: name) { return value }
    }
    return nil
  }

  /// The method that `super().name` stands for, and its receiver, borrowed: without making a bound method. nil for anything
  /// else than a function.
  func superMethod(_ proxy: SuperObject, _ name: StrObject) -> (function: Value, receiver: Value)? {
    guard let value = inherited(proxy, name), value.bindsAsMethod, proxy.object.asType !== proxy.objectType
    else { return nil }
    return (value, proxy.object)
  }

  private func superAttribute(_ proxy: SuperObject, _ name: StrObject) throws(Raised) -> Value? {
    if let value = inherited(proxy, name) {
      // `super()` in a class method: the object is the class itself.
      if proxy.object.asType === proxy.objectType {
        switch value.kind {
        case .classMethod: return try bindDescriptor(value, proxy.object, proxy.objectType, asClass: true)
        case .staticMethod: return value.cast(.staticMethod, to: WrapperObject.self)?.function.retained()
        default: return value.retained()
        }
      }
      return try bindDescriptor(value, proxy.object, proxy.objectType)
    }
    return nil
  }

  // MARK: Descriptors

  func isDescriptor(_ value: Value) -> Bool {
    switch value.kind {
    case .function, .native, .property, .nativeProperty, .staticMethod, .classMethod, .member: true
    case nil: false
    default: !heap.types.special(.get, of: value).isUnbound
    }
  }

  func isDataDescriptor(_ value: Value) -> Bool {
    switch value.kind {
    case .property, .nativeProperty, .member: true
    case nil, .function, .native, .staticMethod, .classMethod: false
    default: !heap.types.special(.set, of: value).isUnbound || !heap.types.special(.delete, of: value).isUnbound
    }
  }

  /// What an attribute found on the type gives on `object`: a bound method, a property's value, … Owned.
  func bindDescriptor(
    _ value: Value, _ object: Value, _ type: TypeObject, asClass: Bool = false
  ) throws(Raised) -> Value {
    switch value.kind {
    case .function, .native:
      if let native = value.cast(.native, to: NativeFunctionObject.self), native.owner == nil {
        // A function of a module put on a class does not bind.
        return value.retained()
      }
      return Value(BoundMethodObject.make(function: value, receiver: object, heap: heap))
    case .property:
      guard let property = value.cast(.property, to: PropertyObject.self) else { return value.retained() }
      let get = property.type[.get]
      if !get.isIdentical(to: heap.types.property[.get]) {
        return try callMethod(get, on: value, object, Value(type))
      }
      return try read(property, object)
    case .nativeProperty:
      guard let property = value.cast(.nativeProperty, to: NativePropertyObject.self) else { return value.retained() }
      return try property.get(self, object)
    case .member:
      guard let member = value.cast(.member, to: MemberObject.self) else { return value.retained() }
      if let own = object.object?.ownAttribute(member.name) { return own.retained() }
      if member.isOptional { return .none }
      throw raiseNoAttribute(object, member.name)
    case .staticMethod:
      return value.cast(.staticMethod, to: WrapperObject.self)?.function.retained() ?? value.retained()
    case .classMethod:
      guard let wrapper = value.cast(.classMethod, to: WrapperObject.self) else { return value.retained() }
      return try bindClassMethod(wrapper, type)
    default:
      let get = heap.types.special(.get, of: value)
      if get.isUnbound { return value.retained() }
      return try callMethod(get, on: value, object, Value(type))
    }
  }

  /// What a property's own getter gives.
  func read(_ property: PropertyObject, _ object: Value) throws(Raised) -> Value {
    if property.getter.isNone { throw raiseAccessor(property, object, "getter") }
    return try call(property.getter, object)
  }

  /// What a class method wraps may be a descriptor itself, such as a property.
  private func bindClassMethod(_ wrapper: WrapperObject, _ type: TypeObject) throws(Raised) -> Value {
    switch wrapper.function.kind {
    case .function, .native, .boundMethod, .type, nil: break
    default:
      if isDescriptor(wrapper.function) { return try bindDescriptor(wrapper.function, Value(type), type.type) }
    }
    return Value(BoundMethodObject.make(function: wrapper.function, receiver: Value(type), heap: heap))
  }

  // MARK: Setting

  /// Sets an attribute to a borrowed value.
  package func setAttribute(_ object: Value, _ name: StrObject, _ value: Value) throws(Raised) {
    let type = heap.types.of(object)
    let name = name.isInterned ? name : heap.intern(name.string)
    let special = type[.setattr]
    if !special.isIdentical(to: heap.types.object[.setattr]) {
      try callMethod(special, on: object, Value(name), value).release()
      return
    }
    try genericSetAttribute(object, type, name, value)
  }

  /// `object.__setattr__`.
  func genericSetAttribute(
    _ object: Value, _ type: TypeObject, _ name: StrObject, _ value: Value
  ) throws(Raised) {
    if let described = type.lookup(name), try setThrough(described, object, name, value) { return }
    if let subject = object.asType {
      guard subject.isUserDefined else {
        throw raise(
          .typeError, "cannot set '\(name.string)' attribute of immutable type '\(subject.qualifiedName)'")
      }
      subject.set(name, value.retained())
    } else if let module = object.cast(.module, to: ModuleObject.self) {
      module.namespace.set(interned: name, value.retained())
    } else if let target = object.object, type.hasAttributes, !type.hasSlotsOnly {
      target.setOwnAttribute(name, value.retained())
    } else {
      throw raiseReadOnly(object, type, name)
    }
  }

  /// True if a data descriptor took the value; `.unbound` deletes.
  func setThrough(
    _ described: Value, _ object: Value, _ name: StrObject, _ value: Value
  ) throws(Raised) -> Bool {
    switch described.kind {
    case .property:
      guard let property = described.cast(.property, to: PropertyObject.self) else { return false }
      let method = value.isUnbound ? SpecialMethod.delete : .set
      if !property.type[method].isIdentical(to: heap.types.property[method]) {
        return try setThroughMethod(described, object, value)
      }
      try write(property, object, value)
      return true
    case .nativeProperty:
      guard let property = described.cast(.nativeProperty, to: NativePropertyObject.self) else { return false }
      guard let set = property.set else {
        throw raiseNotWritable(property, object)
      }
      try set(self, object, value)
      return true
    case .member:
      guard let member = described.cast(.member, to: MemberObject.self), let target = object.object else {
        return false
      }
      if value.isUnbound, !member.isOptional {
        if !target.deleteOwnAttribute(member.name) { throw raise(.attributeError, member.name.string) }
      } else {
        target.setOwnAttribute(member.name, value.isUnbound ? .none : value.retained())
      }
      return true
    case nil, .function, .native, .staticMethod, .classMethod: return false
    default: return try setThroughMethod(described, object, value)
    }
  }

  /// A property's own setter, or its deleter.
  func write(_ property: PropertyObject, _ object: Value, _ value: Value) throws(Raised) {
    let function = value.isUnbound ? property.deleter : property.setter
    if function.isNone {
      throw raiseAccessor(property, object, value.isUnbound ? "deleter" : "setter")
    }
    try (value.isUnbound ? call(function, object) : call(function, object, value)).release()
  }

  private func setThroughMethod(_ described: Value, _ object: Value, _ value: Value) throws(Raised) -> Bool {
    let type = heap.types.of(described)
    let function = type[value.isUnbound ? SpecialMethod.delete : .set]
    if function.isUnbound {
      if type[value.isUnbound ? .set : .delete].isUnbound { return false }
      throw raise(.attributeError, value.isUnbound ? "__delete__" : "__set__")
    }
    if value.isUnbound {
      try callMethod(function, on: described, object).release()
    } else {
      try callMethod(function, on: described, object, value).release()
    }
    return true
  }

  package func deleteAttribute(_ object: Value, _ name: StrObject) throws(Raised) {
    let type = heap.types.of(object)
    let name = name.isInterned ? name : heap.intern(name.string)
    let special = type[.delattr]
    if !special.isIdentical(to: heap.types.object[.delattr]) {
      try callMethod(special, on: object, Value(name)).release()
      return
    }
    try genericDeleteAttribute(object, type, name)
  }

  /// `object.__delattr__`.
  func genericDeleteAttribute(_ object: Value, _ type: TypeObject, _ name: StrObject) throws(Raised) {
    if let described = type.lookup(name), try setThrough(described, object, name, .unbound) { return }
    let done: Bool
    if let subject = object.asType {
      guard subject.isUserDefined else {
        throw raise(
          .typeError, "cannot set '\(name.string)' attribute of immutable type '\(subject.qualifiedName)'")
      }
      done = subject.delete(name)
    } else if let module = object.cast(.module, to: ModuleObject.self) {
      done = module.namespace.remove(interned: name)
    } else {
      done = object.object?.deleteOwnAttribute(name) ?? false
    }
    if !done {
      let takesAttributes = object.asType != nil || type.hasAttributes && !type.hasSlotsOnly
      if object.kind == .module {
        throw raise(.attributeError, "'\(typeName(object))' object has no attribute '\(name.string)'")
      }
      throw takesAttributes ? raiseNoAttribute(object, name) : raiseReadOnly(object, type, name)
    }
  }

  // MARK: Errors

  func raiseNoAttribute(_ object: Value, _ name: StrObject) -> Raised {
    let words: String
    if let subject = object.asType {
      words = "type object '\(subject.nameInErrors)' has no attribute '\(name.string)'"
    } else if let module = object.cast(.module, to: ModuleObject.self) {
      words =
        module.isInitializing
        ? "partially initialized module '\(module.name)' has no attribute '\(name.string)' "
          + "(most likely due to a circular import)"
        : "module '\(module.name)' has no attribute '\(name.string)'"
    } else if object.kind == .superProxy {
      words = "'super' object has no attribute '\(name.string)'"
    } else {
      words = "'\(typeName(object))' object has no attribute '\(name.string)'"
    }
    if let module = object.cast(.module, to: ModuleObject.self), let unavailable = module.unavailable?(name.string) {
      return raise(.notImplementedError, unavailable)
    }
    let error = raise(.attributeError, words)
    raised.asException?.setOwnAttribute(heap.intern("name"), name.retainedValue)
    raised.asException?.setOwnAttribute(heap.intern("obj"), object.retained())
    return error
  }

  /// Some attributes are fields of CPython's objects, which has other words for them.
  func raiseNotWritable(_ property: NativePropertyObject, _ object: Value) -> Raised {
    let isField: Bool =
      switch object.kind {
      case .function: ["__globals__", "__closure__", "__builtins__"].contains(property.name)
      case .type: ["__mro__", "__base__"].contains(property.name)
      case .boundMethod, .slice, .code, .property, .superProxy, .complex, .generator, .range: true
      default: false
      }
    if isField { return raise(.attributeError, "readonly attribute") }
    return raise(
      .attributeError, "attribute '\(property.name)' of '\(typeName(object))' objects is not writable")
  }

  /// A property that lacks the function for this.
  private func raiseAccessor(_ property: PropertyObject, _ object: Value, _ word: String) -> Raised {
    if word != "getter", let error = raiseReadOnlyLikeC(property) { return error }
    let owner = qualifiedName(heap.types.of(object))
    let named = property.name.asStr.map { "property '\($0.string)' of '\(owner)' object" }
    return raise(.attributeError, "\(named ?? "property of '\(owner)' object") has no \(word)")
  }

  private func raiseReadOnly(_ object: Value, _ type: TypeObject, _ name: StrObject) -> Raised {
    if type.lookup(name) != nil {
      return raise(.attributeError, "'\(type.name)' object attribute '\(name.string)' is read-only")
    }
    return raiseNoAttribute(object, name)
  }
}

extension Value {
  /// Functions bind to what they are found through, those of modules written in Swift excepted.
  var bindsAsMethod: Bool {
    kind == .function || kind == .native && nativeReference._withUnsafeGuaranteedRef { $0.owner != nil }
  }
}
