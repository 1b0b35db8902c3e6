/// `list[int]` and the like: annotations that also can be called.
package final class GenericAliasObject: Object {
  let origin: Value
  let arguments: TupleObject
  /// Whether it is what `*tuple[int]` stands for among other annotations.
  let isUnpacked: Bool

  /// Retains the origin; takes over the arguments.
  init(origin: Value, arguments: TupleObject, isUnpacked: Bool = false, heap: Heap) {
    self.origin = origin.retained()
    self.arguments = arguments
    self.isUnpacked = isUnpacked
    super.init(kind: .foreign, type: heap.types.genericAlias)
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(origin)
    visit(Value(arguments))
  }
}

extension VM {
  /// `origin[item]`.
  func genericAlias(_ origin: Value, _ item: Value) -> Value {
    let arguments =
      item.asTuple.map { $0.retainedValue.asTuple! } ?? TupleObject.make([item.retained()], type: heap.types.tuple)
    return Value(GenericAliasObject(origin: origin, arguments: arguments, heap: heap))
  }
}

enum GenericAliasType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.genericAlias!
    type.defineProperty("__origin__") { (vm, value) throws(Raised) in try receiver(vm, value).origin.retained() }
    type.defineProperty("__args__") { (vm, value) throws(Raised) in try receiver(vm, value).arguments.retainedValue }
    type.defineProperty("__parameters__") { (vm, value) throws(Raised) in
      vm.tuple(try variables(vm, receiver(vm, value)).map { $0.retained() })
    }
    type.defineProperty("__unpacked__") { (vm, value) throws(Raised) in .bool(try receiver(vm, value).isUnpacked) }
    type.define("__iter__", "self, /") { (vm, a) throws(Raised) in
      let alias = try receiver(vm, a[0])
      alias.arguments.refCount &+= 1
      let unpacked = GenericAliasObject(
        origin: alias.origin, arguments: alias.arguments, isUnpacked: true, heap: vm.heap)
      let items = vm.tuple([Value(unpacked)])
      defer { items.release() }
      return try vm.iterate(items)
    }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let alias = try receiver(vm, a[0])
      return try vm.call(alias.origin, arguments: a[1].tupleValues, keywords: a[2].keywordArguments)
    }
    type.define("__getitem__", "self, item, /") { (vm, a) throws(Raised) in
      let alias = try receiver(vm, a[0])
      let variables = try variables(vm, alias)
      let given = a[1].asTuple.map { Array($0.values) } ?? [a[1]]
      if variables.isEmpty { throw vm.raise(.typeError, "\(try vm.repr(a[0])) is not a generic class") }
      guard given.count == variables.count else {
        throw vm.raise(
          .typeError,
          "Too \(given.count > variables.count ? "many" : "few") arguments for \(try vm.repr(a[0])); "
            + "actual \(given.count), expected \(variables.count)")
      }
      return try replacing(vm, alias, variables, given)
    }
    // What the alias does not know, its class does.
    type.define("__getattr__", "self, name, /") { (vm, a) throws(Raised) in
      let name = try vm.attributeName(a[1])
      if name.string.hasPrefix("__"), name.string != "__name__", name.string != "__qualname__", name.string != "__doc__"
      {
        throw vm.raiseNoAttribute(a[0], name)
      }
      return try vm.getAttribute(try receiver(vm, a[0]).origin, name)
    }
    type.define("__eq__", "self, value, /") { (vm, a) throws(Raised) in
      let alias = try receiver(vm, a[0])
      guard let other = a[1].foreign(GenericAliasObject.self) else { return .notImplemented }
      if alias.isUnpacked != other.isUnpacked { return .bool(false) }
      if try !vm.equals(alias.origin, other.origin) { return .bool(false) }
      return .bool(try vm.equals(Value(alias.arguments), Value(other.arguments)))
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      let alias = try receiver(vm, a[0])
      return .int(try vm.hash(alias.origin) ^ vm.hash(Value(alias.arguments)))
    }
    type.define("__mro_entries__", "self, bases, /") { (vm, a) throws(Raised) in
      let origin = try receiver(vm, a[0]).origin
      return vm.tuple([origin.retained()])
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let alias = try receiver(vm, a[0])
      var parts: [String] = []
      for argument in alias.arguments.values { parts.append(try annotation(vm, argument)) }
      if parts.isEmpty { parts = ["()"] }
      let star = alias.isUnpacked ? "*" : ""
      return vm.str("\(star)\(try annotation(vm, alias.origin))[\(parts.joined(separator: ", "))]")
    }
  }

  /// The type variables among the arguments and in theirs, each once; borrowed.
  private static func variables(_ vm: VM, _ alias: GenericAliasObject) throws(Raised) -> [Value] {
    var found: [Value] = []
    for argument in alias.arguments.values {
      let inner =
        if vm.heap.types.of(argument).name == "TypeVar" {
          [argument]
        } else if let nested = argument.foreign(GenericAliasObject.self) {
          try variables(vm, nested)
        } else {
          [Value]()
        }
      for variable in inner where !found.contains(where: { $0.isIdentical(to: variable) }) { found.append(variable) }
    }
    return found
  }

  /// The alias with values for its type variables. Owned.
  private static func replacing(
    _ vm: VM, _ alias: GenericAliasObject, _ variables: [Value], _ values: [Value]
  ) throws(Raised) -> Value {
    try vm.enter()
    defer { vm.leave() }
    var arguments: [Value] = []
    for argument in alias.arguments.values {
      if let index = variables.firstIndex(where: { $0.isIdentical(to: argument) }) {
        arguments.append(values[index].retained())
      } else if let nested = argument.foreign(GenericAliasObject.self) {
        arguments.append(try replacing(vm, nested, variables, values))
      } else {
        arguments.append(argument.retained())
      }
    }
    let made = TupleObject.make(arguments, type: vm.heap.types.tuple)
    return Value(
      GenericAliasObject(origin: alias.origin, arguments: made, isUnpacked: alias.isUnpacked, heap: vm.heap))
  }

  /// A type inside an annotation: by name alone.
  static func annotation(_ vm: VM, _ value: Value) throws(Raised) -> String {
    if let type = value.asType { return vm.fullName(type) }
    if case .ellipsis = value { return "..." }
    return try vm.repr(value)
  }

  private static func receiver(_ vm: VM, _ value: Value) throws(Raised) -> GenericAliasObject {
    guard let alias = value.foreign(GenericAliasObject.self) else {
      throw vm.raiseReceiver("__repr__", "types.GenericAlias", value)
    }
    return alias
  }
}

extension Value {
  /// The items of an `*args` tuple, borrowed.
  var tupleValues: [Value] { asTuple.map { Array($0.values) } ?? [] }

  /// The entries of a `**kwargs` dict, borrowed.
  var keywordArguments: [(name: StrObject, value: Value)] {
    guard let dict = asDict else { return [] }
    return (0..<dict.entryCount).compactMap { index in
      dict.entries[index].key.asStr.map { ($0, dict.entries[index].value) }
    }
  }
}
