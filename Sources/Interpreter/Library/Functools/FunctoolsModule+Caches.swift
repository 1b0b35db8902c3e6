/// The function behind `lru_cache` and `cache`.
package final class CachedFunctionObject: Object {
  let function: Value
  /// nil: without limit.
  let limit: Int?
  let isTyped: Bool
  /// Keys in the order of their last use.
  let results: DictObject
  var hits = 0
  var misses = 0

  /// Retains the function.
  init(_ function: Value, limit: Int?, isTyped: Bool, type: TypeObject) {
    self.function = function.retained()
    self.limit = limit
    self.isTyped = isTyped
    results = DictObject.make(heap: type.heap)
    super.init(kind: .foreign, type: type)
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    visit(Value(results))
  }

  func call(_ vm: VM, _ arguments: [Value], _ keywords: [(name: StrObject, value: Value)]) throws(Raised) -> Value {
    if limit == 0 {
      misses += 1
      return try vm.call(function, arguments: arguments, keywords: keywords)
    }
    let key = makeKey(vm, arguments, keywords)
    defer { key.release() }
    let hash = try vm.keyHash(key)
    if let found = try vm.dictFind(results, key, hash: hash) {
      hits += 1
      let value = results.entries[found.index].value.retained()
      if limit != nil {
        // To the end: the first entry is always the one used longest ago.
        let entry = results.remove(slot: found.slot, index: found.index)
        results.insert(hash: hash, key: entry.key, value: entry.value)
      }
      return value
    }
    misses += 1
    let value = try vm.call(function, arguments: arguments, keywords: keywords)
    if try vm.dictFind(results, key, hash: hash) == nil {
      if let limit, results.count >= limit, let oldest = try DictType.popFirst(vm, results) {
        oldest.key.release()
        oldest.value.release()
      }
      results.insert(hash: hash, key: key.retained(), value: value.retained())
    }
    return value
  }

  private func makeKey(
    _ vm: VM, _ arguments: [Value], _ keywords: [(name: StrObject, value: Value)]
  ) -> Value {
    if keywords.isEmpty && !isTyped && arguments.count == 1 {
      if case .int = arguments[0] { return arguments[0] }
      if arguments[0].asStr?.type === vm.heap.types.str { return arguments[0].retained() }
    }
    var parts = arguments
    if !keywords.isEmpty { parts.append(.ellipsis) }
    for (name, value) in keywords { parts += [Value(name), value] }
    if isTyped { parts += (arguments + keywords.map(\.value)).map { Value(vm.heap.types.of($0)) } }
    return vm.tuple(parts.map { $0.retained() })
  }
}

extension FunctoolsModule {
  static func defineCaches(_ vm: VM, _ module: ModuleObject) {
    let type = makeType(vm)
    module.define("cache", "user_function, /") { (vm, a) throws(Raised) in
      try cached(vm, a[0], limit: nil, isTyped: false, type)
    }
    module.define("lru_cache", "maxsize=128, typed=False") { (vm, a) throws(Raised) in
      let size = a.optional(0) ?? .int(128)
      let isTyped = try a.optional(1).map { (flag) throws(Raised) in try vm.isTrue(flag) } ?? false
      if size.isNone || size.bigInt != nil {
        let limit = size.isNone ? nil : max(try vm.index(size), 0)
        return PartialObject.native(vm, "decorating_function", "user_function, /", owned: []) {
          (vm, _, a) throws(Raised) in
          try cached(vm, a[0], limit: limit, isTyped: isTyped, type)
        }
      }
      guard Builtins.isCallable(vm, size) else {
        throw vm.raise(.typeError, "Expected first argument to be an integer, a callable, or None")
      }
      return try cached(vm, size, limit: 128, isTyped: isTyped, type)
    }
    defineCachedProperty(vm, module)
  }

  private static func cached(
    _ vm: VM, _ function: Value, limit: Int?, isTyped: Bool, _ type: TypeObject
  ) throws(Raised) -> Value {
    guard Builtins.isCallable(vm, function) else { throw vm.raise(.typeError, "the first argument must be callable") }
    let wrapper = Value(CachedFunctionObject(function, limit: limit, isTyped: isTyped, type: type))
    do throws(Raised) {
      try update(vm, wrapper: wrapper, wrapped: function)
    } catch {
      wrapper.release()
      throw error
    }
    return wrapper
  }

  private static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make(
      "_lru_cache_wrapper", .foreign, isFinal: true, hasAttributes: true, module: "functools")
    let info = StructSequence.makeType(
      vm, "CacheInfo", module: "functools", fields: ["hits", "misses", "maxsize", "currsize"], showsModule: false)
    func receiver(_ vm: VM, _ name: String, _ value: Value) throws(Raised) -> CachedFunctionObject {
      guard let cache = value.foreign(CachedFunctionObject.self) else {
        throw vm.raiseReceiver(name, "functools._lru_cache_wrapper", value)
      }
      return cache
    }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      try receiver(vm, "__call__", a[0]).call(vm, a[1].tupleValues, a[2].keywordArguments)
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      if a[1].isNone { return a[0].retained() }
      return Value(BoundMethodObject.make(function: a[0], receiver: a[1], heap: vm.heap))
    }
    type.define("cache_info", "self, /") { (vm, a) throws(Raised) in
      let cache = try receiver(vm, "cache_info", a[0])
      let limit = cache.limit.map { Value.int($0) } ?? .none
      return StructSequence.make(
        vm, type: info, [.int(cache.hits), .int(cache.misses), limit, .int(cache.results.count)])
    }
    type.define("cache_clear", "self, /") { (vm, a) throws(Raised) in
      let cache = try receiver(vm, "cache_clear", a[0])
      cache.hits = 0
      cache.misses = 0
      for entry in cache.results.takeAll() {
        entry.key.release()
        entry.value.release()
      }
      return .none
    }
    type.define("cache_parameters", "self, /") { (vm, a) throws(Raised) in
      let cache = try receiver(vm, "cache_parameters", a[0])
      let dict = DictObject.make(heap: vm.heap)
      dict.set("maxsize", cache.limit.map { .int($0) } ?? .none)
      dict.set("typed", .bool(cache.isTyped))
      return Value(dict)
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("<functools._lru_cache_wrapper object at \(vm.address(a[0]))>")
    }
    return type
  }

  /// `cached_property`: computed once, then an attribute of the object.
  private static func defineCachedProperty(_ vm: VM, _ module: ModuleObject) {
    let type = vm.heap.types.make("cached_property", .instance, hasAttributes: true, module: "functools")
    let function = vm.heap.intern("func")
    let attribute = vm.heap.intern("attrname")
    let documentation = vm.heap.intern("__doc__")
    type.define("__new__", "cls, func, /") { (vm, a) throws(Raised) in
      let property = InstanceObject.make(type: try vm.classArgument(a[0], type)).takeUnretainedValue()
      property.setOwnAttribute(function, a[1].retained())
      property.setOwnAttribute(attribute, .none)
      if let text = try vm.findAttribute(a[1], documentation) { property.setOwnAttribute(documentation, text) }
      return Value(property)
    }
    type.define("__init__", "self, func, /") { (_, _) throws(Raised) in .none }
    type.define("__set_name__", "self, owner, name, /") { (vm, a) throws(Raised) in
      if let known = a[0].object?.ownAttribute(attribute), !known.isNone, try !vm.equals(known, a[2]) {
        let names = "\(try vm.repr(known)) and \(try vm.repr(a[2]))"
        throw vm.raise(.typeError, "Cannot assign the same cached_property to two different names (\(names)).")
      }
      a[0].object?.setOwnAttribute(attribute, a[2].retained())
      return .none
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      if a[1].isNone { return a[0].retained() }
      guard let name = a[0].object?.ownAttribute(attribute)?.asStr, let compute = a[0].object?.ownAttribute(function)
      else {
        throw vm.raise(
          .typeError, "Cannot use cached_property instance without calling __set_name__ on it.")
      }
      let key = vm.heap.intern(name.string)
      if let known = a[1].object?.ownAttribute(key) { return known.retained() }
      let owner = vm.heap.types.of(a[1])
      guard owner.hasAttributes, !owner.hasSlotsOnly else {
        throw vm.raise(
          .typeError,
          "No '__dict__' attribute on '\(owner.name)' instance to cache '\(name.string)' property.")
      }
      let value = try vm.call(compute, a[1])
      a[1].object?.setOwnAttribute(key, value.retained())
      return value
    }
    module.namespace.set("cached_property", Value(type))
  }
}
