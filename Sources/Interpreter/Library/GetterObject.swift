/// `operator.itemgetter`, `attrgetter` and `methodcaller`: calls that know beforehand what to take of an object.
package final class GetterObject: Object {
  /// Keys, names, or a method's name and arguments.
  let items: TupleObject
  let keywords: DictObject?

  /// Takes over the items and keywords.
  init(_ items: TupleObject, _ keywords: DictObject?, type: TypeObject) {
    self.items = items
    self.keywords = keywords
    super.init(kind: .foreign, type: type)
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(items))
    if let keywords { visit(Value(keywords)) }
  }

  static func define(in module: ModuleObject, _ vm: VM) {
    for type in [makeItemGetter(vm), makeAttributeGetter(vm), makeMethodCaller(vm)] {
      module.namespace.set(type.name, Value(type))
    }
  }

  private static func makeItemGetter(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("itemgetter", .foreign, isFinal: true, module: "operator")
    type.define("__new__", "cls, item, /, *items") { (vm, a) throws(Raised) in
      Value(GetterObject(tuple([a[1]] + a[2].tupleValues, vm), nil, type: try vm.classArgument(a[0], type)))
    }
    type.define("__call__", "self, obj, /") { (vm, a) throws(Raised) in
      let keys = try receiver(a[0], "itemgetter", vm).items.values
      if keys.count == 1 { return try vm.getItem(a[1], keys[0]) }
      return try collected(vm, keys) { (key) throws(Raised) in try vm.getItem(a[1], key) }
    }
    return finish(type)
  }

  private static func makeAttributeGetter(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("attrgetter", .foreign, isFinal: true, module: "operator")
    type.define("__new__", "cls, attr, /, *attrs") { (vm, a) throws(Raised) in
      let names = [a[1]] + a[2].tupleValues
      for name in names where name.asStr == nil {
        throw vm.raise(.typeError, "attribute name must be a string")
      }
      return Value(GetterObject(tuple(names, vm), nil, type: try vm.classArgument(a[0], type)))
    }
    type.define("__call__", "self, obj, /") { (vm, a) throws(Raised) in
      let names = try receiver(a[0], "attrgetter", vm).items.values
      if names.count == 1 { return try attribute(vm, a[1], names[0]) }
      return try collected(vm, names) { (name) throws(Raised) in try attribute(vm, a[1], name) }
    }
    return finish(type)
  }

  private static func makeMethodCaller(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("methodcaller", .foreign, isFinal: true, module: "operator")
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let arguments = a[1].tupleValues
      guard let name = arguments.first else {
        throw vm.raise(.typeError, "methodcaller needs at least one argument, the method name")
      }
      if name.asStr == nil { throw vm.raise(.typeError, "method name must be a string") }
      let keywords = DictObject.make(heap: vm.heap)
      for (name, value) in a[2].keywordArguments { keywords.set(interned: name, value.retained()) }
      return Value(GetterObject(tuple(arguments, vm), keywords, type: try vm.classArgument(a[0], type)))
    }
    type.define("__call__", "self, obj, /") { (vm, a) throws(Raised) in
      let caller = try receiver(a[0], "methodcaller", vm)
      let method = try vm.getAttribute(a[1], vm.attributeName(caller.items.values[0]))
      defer { method.release() }
      return try vm.call(
        method, arguments: Array(caller.items.values.dropFirst()),
        keywords: caller.keywords.map { Value($0).keywordArguments } ?? [])
    }
    return finish(type)
  }

  /// What all three show of themselves, and how they are copied and pickled.
  private static func finish(_ type: TypeObject) -> TypeObject {
    let name = type.name
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let getter = try receiver(a[0], name, vm)
      guard try vm.enterRepr(getter) else { return vm.str("operator.\(name)(...)") }
      defer { vm.leaveRepr(getter) }
      var parts: [String] = []
      for item in getter.items.values { parts.append(try vm.repr(item)) }
      if let keywords = getter.keywords {
        for (key, value) in Value(keywords).keywordArguments { parts.append("\(key.string)=\(try vm.repr(value))") }
      }
      return vm.str("operator.\(name)(\(parts.joined(separator: ", ")))")
    }
    type.define("__reduce__", "self, /") { (vm, a) throws(Raised) in
      let getter = try receiver(a[0], name, vm)
      guard let keywords = getter.keywords, keywords.count > 0 else {
        return vm.tuple([getter.type.retainedValue, getter.items.retainedValue])
      }
      // Keywords cannot be among the arguments to make it again with: a partial holds them.
      let functools = try vm.importAbsolute("functools")
      let partial = try vm.getAttribute(functools, vm.heap.intern("partial"))
      defer { partial.release() }
      let make = try vm.call(
        partial, arguments: [Value(getter.type), getter.items.values[0]], keywords: Value(keywords).keywordArguments)
      return vm.tuple([make, Value(tuple(Array(getter.items.values.dropFirst()), vm))])
    }
    return type
  }

  private static func receiver(_ value: Value, _ name: String, _ vm: VM) throws(Raised) -> GetterObject {
    guard let getter = value.foreign(GetterObject.self) else {
      throw vm.raiseReceiver("__call__", "operator.\(name)", value)
    }
    return getter
  }

  private static func tuple(_ values: [Value], _ vm: VM) -> TupleObject {
    TupleObject.make(values.map { $0.retained() }, type: vm.heap.types.tuple)
  }

  private static func collected(
    _ vm: VM, _ keys: UnsafeBufferPointer<Value>, _ get: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    var values: [Value] = []
    do throws(Raised) {
      for key in keys { values.append(try get(key)) }
    } catch {
      for value in values { value.release() }
      throw error
    }
    return vm.tuple(values)
  }

  /// `a.b.c`, from the outside in.
  private static func attribute(_ vm: VM, _ object: Value, _ path: Value) throws(Raised) -> Value {
    if let name = path.asStr, name.isInterned, name.isASCII, !name.ascii.contains(UInt8(ascii: ".")) {
      return try vm.getAttribute(object, name)
    }
    var current = object.retained()
    for part in (path.asStr?.string ?? "").split(separator: ".", omittingEmptySubsequences: false) {
      let before = current
      defer { before.release() }
      current = try vm.getAttribute(before, vm.heap.intern(String(part)))
    }
    return current
  }
}
