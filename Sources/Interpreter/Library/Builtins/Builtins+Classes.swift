extension Builtins {
  static func installClasses(_ vm: VM) {
    define(vm, "callable", "obj, /") { (vm, a) throws(Raised) in .bool(isCallable(vm, a[0])) }
    define(vm, "isinstance", "obj, class_or_tuple, /") { (vm, a) throws(Raised) in
      .bool(try isInstance(vm, a[0], of: a[1]))
    }
    define(vm, "issubclass", "cls, class_or_tuple, /") { (vm, a) throws(Raised) in
      guard let type = a[0].asType else { throw vm.raise(.typeError, "issubclass() arg 1 must be a class") }
      return .bool(try isSubclass(vm, type, of: a[1]))
    }
    define(vm, "__build_class__", "*args, **kwargs") { (vm, a) throws(Raised) in
      try buildClass(vm, a[0].tupleValues, a[1].keywordArguments)
    }
  }

  /// A class from a function that stands for its body: `class` itself does without. The function's variables are its own.
  private static func buildClass(
    _ vm: VM, _ given: [Value], _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    guard given.count >= 2 else { throw vm.raise(.typeError, "__build_class__: not enough arguments") }
    guard given[0].kind == .function else {
      throw vm.raise(.typeError, "__build_class__: func must be a function")
    }
    guard given[1].kind == .str else { throw vm.raise(.typeError, "__build_class__: name is not a string") }
    let bases = vm.tuple(given[2...].map { $0.retained() })
    defer { bases.release() }
    let meta = try vm.resolveMetaclass(keywords.first { $0.name.string == "metaclass" }?.value ?? .unbound, bases)
    let others = keywords.filter { $0.name.string != "metaclass" }
    let namespace = try vm.prepareNamespace(meta, given[1], bases, others)
    defer { namespace.release() }
    try vm.call(given[0]).release()
    return try vm.call(meta, arguments: [given[1], bases, namespace], keywords: others)
  }

  /// Whether an object says by a `__class__` of its own, as proxies do, that it is of `type`.
  private static func claimsClass(_ vm: VM, _ value: Value, _ type: TypeObject) throws(Raised) -> Bool {
    let own = vm.heap.types.of(value)
    let name = vm.heap.intern("__class__")
    guard own.isUserDefined, let found = own.lookup(name), let plain = vm.heap.types.object.lookup(name),
      !found.isIdentical(to: plain), let claimed = try vm.findAttribute(value, name)
    else { return false }
    defer { claimed.release() }
    return claimed.asType?.isSubtype(of: type) ?? false
  }

  static func isInstance(_ vm: VM, _ value: Value, of classes: Value) throws(Raised) -> Bool {
    if classes.isIdentical(to: Value(vm.heap.types.of(value))) { return true }
    if let type = classes.asType {
      if inheritanceDecides(vm, type, .instancecheck) {
        if vm.isInstance(value, type) { return true }
        if try claimsClass(vm, value, type) { return true }
        if !type.type.isUserDefined { return false }
      }
      guard let result = try vm.callSpecial(.instancecheck, classes, value) else { return false }
      defer { result.release() }
      return try vm.isTrue(result)
    }
    if let several = alternatives(classes) {
      try vm.enter()
      defer { vm.leave() }
      let isUnion = classes.foreign(UnionObject.self) != nil
      for type in several {
        // None stands for its type in a union.
        if isUnion && type.isNone ? value.isNone : try isInstance(vm, value, of: type) { return true }
      }
      return false
    }
    if classes.foreign(GenericAliasObject.self) != nil {
      throw vm.raise(.typeError, "isinstance() argument 2 cannot be a parameterized generic")
    }
    if let result = try vm.callSpecial(.instancecheck, classes, value) {
      defer { result.release() }
      return try vm.isTrue(result)
    }
    throw vm.raise(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  private static func isSubclass(_ vm: VM, _ type: TypeObject, of classes: Value) throws(Raised) -> Bool {
    if let parent = classes.asType {
      if inheritanceDecides(vm, parent, .subclasscheck) {
        if type.isSubtype(of: parent) { return true }
        if !parent.type.isUserDefined { return false }
      }
      guard let result = try vm.callSpecial(.subclasscheck, classes, Value(type)) else { return false }
      defer { result.release() }
      return try vm.isTrue(result)
    }
    if let several = alternatives(classes) {
      try vm.enter()
      defer { vm.leave() }
      for parent in several where try isSubclass(vm, type, of: parent) { return true }
      return false
    }
    if classes.foreign(GenericAliasObject.self) != nil {
      throw vm.raise(.typeError, "issubclass() argument 2 cannot be a parameterized generic")
    }
    if let result = try vm.callSpecial(.subclasscheck, classes, Value(type)) {
      defer { result.release() }
      return try vm.isTrue(result)
    }
    throw vm.raise(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
  }

  /// Whether a subclass counts as one without asking the class: its metaclass has no say, or is `ABCMeta` without a hook.
  private static func inheritanceDecides(_ vm: VM, _ type: TypeObject, _ check: SpecialMethod) -> Bool {
    let types = vm.heap.types!
    let meta = type.type
    if meta[check].isIdentical(to: types.type[check]) { return true }
    guard let abstract = types.abstractMeta, meta[check].isIdentical(to: abstract[check]),
      let hook = type.lookup(vm.heap.intern("__subclasshook__")),
      let plain = types.object.lookup(vm.heap.intern("__subclasshook__"))
    else { return false }
    return hook.isIdentical(to: plain)
  }

  private static func alternatives(_ classes: Value) -> [Value]? {
    if let tuple = classes.asTuple { return Array(tuple.values) }
    return classes.foreign(UnionObject.self).map { Array($0.members.values) }
  }
}
