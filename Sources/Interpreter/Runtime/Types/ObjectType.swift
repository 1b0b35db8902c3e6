/// `object`, `type`, and the singletons' types.
enum ObjectType {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    installObject(types.object)
    installType(types.type)
    TypeAttributes.install(types.type)
    Reduction.install(types.object)
    for type in [types.function!, types.module!, types[.baseException]] { type.defineDictionary() }
    types.none.define("__repr__", "self, /") { (vm, _) throws(Raised) in vm.str("None") }
    types.none.set("__doc__", .none)
    types.none.define("__bool__", "self, /") { (_, _) throws(Raised) in .bool(false) }
    types.none.define("__hash__", "self, /") { (_, _) throws(Raised) in .int(0x1_0000_0001) }
    types.ellipsis.define("__repr__", "self, /") { (vm, _) throws(Raised) in vm.str("Ellipsis") }
    for (type, value) in [
      (types.none!, Value.none), (types.ellipsis!, .ellipsis), (types.notImplemented!, .notImplemented),
    ] {
      type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
        guard a[1].asTuple?.count == 0, a[2].asDict?.count == 0 else {
          let name = a[0].asType === vm.heap.types.ellipsis ? "EllipsisType" : a[0].asType?.name ?? ""
          throw vm.raise(.typeError, "\(name) takes no arguments")
        }
        return value
      }
    }
    types.notImplemented.define("__bool__", "self, /") { (_, _) throws(Raised) in .bool(true) }
    types.notImplemented.define("__repr__", "self, /") { (vm, _) throws(Raised) in vm.str("NotImplemented") }
  }

  private static func installObject(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else {
        throw vm.raise(.typeError, "object.__new__(X): X is not a type object (\(vm.typeName(a[0])))")
      }
      if subject.isAbstract { throw try vm.raiseAbstract(subject) }
      guard subject.layout == .instance else {
        if !subject.isUserDefined, subject[.new].isIdentical(to: vm.heap.types.object[.new]) {
          throw vm.raise(.typeError, "cannot create '\(subject.qualifiedName)' instances")
        }
        throw vm.raise(
          .typeError, "object.__new__(\(subject.name)) is not safe, use \(subject.name).__new__()")
      }
      if vm.hasExcess(a) {
        if !subject[.new].isIdentical(to: vm.heap.types.object[.new]) {
          throw vm.raise(.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
        }
        if subject[.`init`].isIdentical(to: vm.heap.types.object[.`init`]) {
          throw vm.raise(.typeError, "\(subject.name)() takes no arguments")
        }
      }
      return Value(InstanceObject.make(type: subject))
    }
    type.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard vm.hasExcess(a) else { return .none }
      let subject = vm.heap.types.of(a[0])
      if !subject[.`init`].isIdentical(to: vm.heap.types.object[.`init`]) {
        throw vm.raise(.typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      if subject[.new].isIdentical(to: vm.heap.types.object[.new]) {
        throw vm.raise(
          .typeError, "\(subject.name).__init__() takes exactly one argument (the instance to initialize)")
      }
      return .none
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in vm.str(vm.defaultRepr(a[0])) }
    type.define("__str__", "self, /") { (vm, a) throws(Raised) in
      try vm.callSpecial(.repr, a[0]) ?? vm.str(vm.defaultRepr(a[0]))
    }
    type.define("__format__", "self, spec, /") { (vm, a) throws(Raised) in
      guard let spec = a[1].asStr else {
        throw vm.raise(.typeError, "__format__() argument must be str, not \(a[1].isNone ? "None" : vm.typeName(a[1]))")
      }
      if spec.count > 0 {
        throw vm.raise(
          .typeError, "unsupported format string passed to \(vm.typeName(a[0])).__format__")
      }
      return vm.str(try vm.strText(a[0]))
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      .int(a[0].object?.identityHash ?? 0)
    }
    type.heap.identityHash = type[.hash].object?.address
    type.define("__eq__", "self, other, /") { (_, a) throws(Raised) in
      a[0].isIdentical(to: a[1]) ? .bool(true) : .notImplemented
    }
    type.heap.identityEquality = type[.eq].object?.address
    type.define("__ne__", "self, other, /") { (vm, a) throws(Raised) in
      guard let equal = try vm.callSpecial(.eq, a[0], a[1]) else { return .notImplemented }
      if case .notImplemented = equal { return .notImplemented }
      defer { equal.release() }
      return .bool(try !vm.isTrue(equal))
    }
    for name in ["__lt__", "__le__", "__gt__", "__ge__"] {
      type.define(name, "self, other, /") { (_, _) throws(Raised) in .notImplemented }
    }
    type.define("__getattribute__", "self, name, /") { (vm, a) throws(Raised) in
      let name = try vm.attributeName(a[1])
      if let value = try vm.genericAttribute(a[0], vm.heap.types.of(a[0]), name) { return value }
      throw vm.raiseNoAttribute(a[0], name)
    }
    type.define("__setattr__", "self, name, value, /") { (vm, a) throws(Raised) in
      try vm.genericSetAttribute(a[0], vm.heap.types.of(a[0]), try vm.attributeName(a[1]), a[2])
      return .none
    }
    type.define("__delattr__", "self, name, /") { (vm, a) throws(Raised) in
      try vm.genericDeleteAttribute(a[0], vm.heap.types.of(a[0]), try vm.attributeName(a[1]))
      return .none
    }
    type.define("__dir__", "self, /") { (vm, a) throws(Raised) in vm.list(vm.attributeNames(a[0])) }
    type.defineClass("__init_subclass__", "cls, /, **kwargs") { (vm, a) throws(Raised) in
      if let keywords = a[1].asDict, keywords.count > 0 {
        throw vm.raise(
          .typeError, "\(a[0].asType.map { vm.qualifiedName($0) } ?? "").__init_subclass__() takes no keyword arguments"
        )
      }
      return .none
    }
    type.defineProperty(
      "__class__",
      get: { (vm, value) throws(Raised) in vm.heap.types.of(value).retainedValue },
      set: { (vm, value, new) throws(Raised) in
        if new.isUnbound { throw vm.raise(.typeError, "can't delete __class__ attribute") }
        guard new.asType != nil else {
          throw vm.raise(.typeError, "__class__ must be set to a class, not '\(vm.typeName(new))' object")
        }
        guard let object = value.object, let type = new.asType,
          type.isUserDefined && object.type.isUserDefined || type.layout == .module && object.kind == .module
        else {
          throw vm.raise(.typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
        }
        guard vm.holdsTheSame(type, object.type) else {
          throw vm.raise(
            .typeError, "__class__ assignment: '\(type.name)' object layout differs from '\(object.type.name)'")
        }
        type.refCount &+= 1
        Value(object.type).release()
        object.type = type
      })
    type.set("__doc__", .none)
  }

  private static func installType(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let meta = a[0].asType else { throw vm.raise(.typeError, "type.__new__(X): X is not a type object") }
      guard let given = a[1].asTuple, given.count == 3 else {
        throw vm.raise(.typeError, "type() takes 1 or 3 arguments")
      }
      guard let name = given.items[0].asStr else {
        throw vm.raise(.typeError, "type.__new__() argument 1 must be str, not \(vm.typeName(given.items[0]))")
      }
      guard let bases = given.items[1].asTuple else {
        throw vm.raise(.typeError, "type.__new__() argument 2 must be tuple, not \(vm.typeName(given.items[1]))")
      }
      guard let namespace = given.items[2].asDict else {
        throw vm.raise(.typeError, "type.__new__() argument 3 must be dict, not \(vm.typeName(given.items[2]))")
      }
      let keywords = a[2].asDict?.keywordPairs ?? []
      // The bases' metaclass makes the class, if it is more derived and has a way of its own.
      let metatypes = bases.values.filter { $0.asType != nil }.map { vm.heap.types.of($0) }
      let winner = try vm.commonMetatype(meta, metatypes)
      if winner !== meta, !winner[.new].isIdentical(to: vm.heap.types.type[.new]) {
        return try vm.call(winner[.new], arguments: [Value(winner)] + Array(given.values), keywords: keywords)
      }
      return try vm.makeClass(winner, name.string, bases, namespace, keywords)
    }
    type.define("__init__", "self, /, *args, **kwargs") { (_, _) throws(Raised) in .none }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType, let arguments = a[1].asTuple, let keywords = a[2].asDict else { return .none }
      return try vm.constructDefault(subject, Array(arguments.values), keywords.keywordPairs)
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("<class '\(a[0].asType.map { vm.fullName($0) } ?? "")'>")
    }
    type.define("__instancecheck__", "self, instance, /") { (vm, a) throws(Raised) in
      .bool(a[0].asType.map { vm.isInstance(a[1], $0) } ?? false)
    }
    type.define("__subclasscheck__", "self, subclass, /") { (_, a) throws(Raised) in
      guard let parent = a[0].asType, let child = a[1].asType else { return .bool(false) }
      return .bool(child.isSubtype(of: parent))
    }
  }
}

extension DictObject {
  /// The entries as keywords of a call, borrowed.
  package final var keywordPairs: [(name: StrObject, value: Value)] {
    (0..<entryCount).compactMap { index in entries[index].key.asStr.map { ($0, entries[index].value) } }
  }
}

extension VM {
  /// More than the receiver was given to a method declared with `*args, **kwargs`.
  fileprivate func hasExcess(_ a: Arguments) -> Bool { (a[1].asTuple?.count ?? 0) + (a[2].asDict?.count ?? 0) > 0 }

  func attributeName(_ value: Value) throws(Raised) -> StrObject {
    guard let name = value.asStr else {
      throw raise(.typeError, "attribute name must be string, not '\(typeName(value))'")
    }
    return name.isInterned ? name : heap.intern(name.string)
  }

  /// `f.<locals>.A`
  func qualifiedName(_ type: TypeObject) -> String {
    type.nestedName
  }

  /// `__main__.f.<locals>.A`: as a class shows itself.
  func fullName(_ type: TypeObject) -> String {
    let name = qualifiedName(type)
    return type.moduleName == "builtins" ? name : "\(type.moduleName).\(name)"
  }

  /// Sorted names for `dir()`. Owned.
  func attributeNames(_ value: Value) -> [Value] {
    var names: Set<String> = []
    if let module = value.cast(.module, to: ModuleObject.self) {
      names.formUnion(module.namespace.keywordPairs.map(\.name.string))
    } else {
      let type = value.asType ?? heap.types.of(value)
      for base in type.mro { names.formUnion(base.namespace.keywordPairs.map(\.name.string)) }
      if let object = value.object { names.formUnion(object.ownAttributeNames.map(\.string)) }
    }
    return names.sorted().map { str($0) }
  }

  /// `__dict__`: a module's or a type's namespace, or an object's attributes. Owned.
  func attributeDict(_ value: Value) throws(Raised) -> Value {
    if let module = value.cast(.module, to: ModuleObject.self) { return module.namespace.retainedValue }
    if let type = value.asType { return Value(MappingProxyObject(Value(type.namespace), heap: heap)) }
    guard let object = value.object, object.type.hasAttributes, !object.type.hasSlotsOnly else {
      throw raiseNoAttribute(value, heap.intern("__dict__"))
    }
    return object.dictionary().retainedValue
  }
}
