/// `copy`.
enum CopyModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "copy", heap: vm.heap)
    let error = vm.heap.types.make(
      "Error", .exception, base: vm.heap.types[.exception], hasAttributes: true, module: "copy")
    module.namespace.set("Error", Value(error))
    module.define("copy", "x") { (vm, a) throws(Raised) in
      if a[0].object?.type === vm.heap.types.frozenset { return a[0].retained() }
      if let result = try own(vm, a[0], "__copy__") { return result }
      if isMadeOfParts(vm, a[0]) { return try remade(vm, a[0], memo: .none) }
      return try copied(vm, a[0], error) { (value) throws(Raised) in value.retained() }
    }
    module.define("deepcopy", "x, memo=None, _nil=None") { (vm, a) throws(Raised) in
      if let memo = a.optional(1)?.asDict { return try deep(vm, a[0], memo, error) }
      let memo = DictObject.make(heap: vm.heap)
      defer { Value(memo).release() }
      return try deep(vm, a[0], memo, error)
    }
    return module
  }

  /// The result of the value's own method, looked up on its type.
  private static func own(
    _ vm: VM, _ value: Value, _ name: String, _ arguments: Value...
  ) throws(Raised) -> Value? {
    guard value.isObject, value.asType == nil, vm.heap.types.of(value).lookup(vm.heap.intern(name)) != nil else {
      return nil
    }
    let method = try vm.getAttribute(value, vm.heap.intern(name))
    defer { method.release() }
    return try vm.call(method, arguments: arguments)
  }

  /// Whether an object is copied by what `__reduce_ex__` says of it.
  private static func isMadeOfParts(_ vm: VM, _ value: Value) -> Bool {
    guard let object = value.object else { return false }
    switch object.kind {
    case .str, .bytes, .int, .float, .complex, .list, .tuple, .dict, .set, .instance, .exception:
      return Reduction.isCustom(object.type, vm.heap) || hasReducer(vm, object.type)
    case .range, .slice, .function, .native, .boundMethod, .type, .property, .staticMethod, .classMethod, .code:
      return false
    default: return true
    }
  }

  /// Whether the program told `copyreg` how to take objects of the class apart.
  private static func hasReducer(_ vm: VM, _ type: TypeObject) -> Bool {
    guard type.isUserDefined, let module = vm.modules["copyreg"]?.cast(.module, to: ModuleObject.self),
      let table = module.namespace.get("dispatch_table")?.asDict
    else { return false }
    return (0..<table.entryCount).contains { table.entries[$0].key.isIdentical(to: Value(type)) }
  }

  private static func remade(_ vm: VM, _ value: Value, memo: Value) throws(Raised) -> Value {
    let function = try vm.getAttribute(try vm.importAbsolute("copyreg"), vm.heap.intern("_copy"))
    defer { function.release() }
    return try vm.call(function, value, memo)
  }

  private static func deep(
    _ vm: VM, _ value: Value, _ memo: DictObject, _ error: TypeObject
  ) throws(Raised) -> Value {
    guard value.isObject else { return value }
    let key = Value.int(Builtins.identity(value))
    if let known = try vm.dictGet(memo, key) { return known.retained() }
    try vm.enter()
    defer { vm.leave() }
    let result: Value
    if let custom = try own(vm, value, "__deepcopy__", Value(memo)) {
      result = custom
    } else if isMadeOfParts(vm, value) || value.kind == .slice {
      result = try remade(vm, value, memo: Value(memo))
    } else {
      result = try copied(vm, value, error, made: { (made) throws(Raised) in try vm.dictSet(memo, key, made) }) {
        (part) throws(Raised) in try deep(vm, part, memo, error)
      }
    }
    try vm.dictSet(memo, key, result)
    return result
  }

  /// A new object of the same kind, each part of which `part` gives; `made` sees it before it is filled, so that an
  /// object may contain itself.
  private static func copied(
    _ vm: VM, _ value: Value, _ error: TypeObject, made: (Value) throws(Raised) -> Void = { _ in },
    part: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    guard let object = value.object else { return value }
    switch object.kind {
    case .str, .bytes, .int, .float, .complex, .range, .slice, .function, .native, .boundMethod, .type, .property,
      .staticMethod, .classMethod, .code:
      return value.retained()
    case .tuple: return try tuple(vm, value, part)
    case .list, .dict, .set, .instance, .exception: break
    case .foreign where value.foreign(ByteArrayObject.self) != nil: return try vm.callMethod(value, "copy")
    default:
      throw vm.raise(error, [vm.str("cannot copy '\(vm.typeName(value))' objects in nbcheck")])
    }
    let result = empty(vm, object)
    do throws(Raised) {
      try made(result)
      try fill(vm, result, object, part)
    } catch {
      result.release()
      throw error
    }
    return result
  }

  private static func empty(_ vm: VM, _ object: Object) -> Value {
    switch object.kind {
    case .list: Value(ListObject.make(type: object.type))
    case .dict: Value(DictObject.make(type: object.type))
    case .set: Value(SetObject(type: object.type))
    case .exception:
      Value(
        ExceptionObject.make(
          type: object.type,
          arguments: Value(object).asException?.arguments.retainedValue.asTuple
            ?? TupleObject.make([], type: vm.heap.types.tuple)))
    default: Value(InstanceObject.make(type: object.type))
    }
  }

  private static func fill(
    _ vm: VM, _ result: Value, _ object: Object, _ part: (Value) throws(Raised) -> Value
  ) throws(Raised) {
    let source = Value(object)
    if let from = source.asList, let to = result.asList {
      var index = 0
      while index < from.count {
        let item = from.items[index].retained()
        defer { item.release() }
        to.append(try part(item))
        index += 1
      }
    } else if let from = source.asDict, let to = result.asDict {
      try vm.forEachEntry(from) { (entry) throws(Raised) in
        let key = try part(entry.key)
        defer { key.release() }
        let value = try part(entry.value)
        defer { value.release() }
        try vm.dictSet(to, key, value)
      }
    } else if let from = source.asSet, let to = result.asSet {
      try vm.forEachMember(from) { (member, _) throws(Raised) in
        let copy = try part(member)
        defer { copy.release() }
        try vm.setAdd(to, copy)
      }
    }
    for name in object.ownAttributeNames {
      guard let attribute = object.ownAttribute(name)?.retained() else { continue }
      defer { attribute.release() }
      result.object?.setOwnAttribute(name, try part(attribute))
    }
  }

  /// A tuple whose parts are all the same is itself.
  private static func tuple(
    _ vm: VM, _ value: Value, _ part: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    guard let tuple = value.asTuple else { return value.retained() }
    var parts: [Value] = []
    do throws(Raised) {
      for item in tuple.values { parts.append(try part(item)) }
    } catch {
      for item in parts { item.release() }
      throw error
    }
    if zip(parts, tuple.values).allSatisfy({ $0.isIdentical(to: $1) }) {
      for item in parts { item.release() }
      return value.retained()
    }
    return Value(TupleObject.make(parts, type: tuple.type))
  }
}
