/// `operator`: what syntax does, as functions.
enum OperatorModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "operator", heap: vm.heap)
    defineArithmetic(module)
    defineComparison(module)
    defineItems(module)
    GetterObject.define(in: module, vm)
    if let abs = vm.builtins.get("abs") { module.namespace.set("abs", abs.retained()) }
    module.define("call", "obj, /, *args, **kwargs") { (vm, a) throws(Raised) in
      try vm.call(a[0], arguments: a[1].tupleValues, keywords: a[2].keywordArguments)
    }
    defineSpecialNames(vm, module)
    return module
  }

  private static func defineArithmetic(_ module: ModuleObject) {
    let operators: [(String, BinaryOp)] = [
      ("add", .add), ("sub", .sub), ("mul", .mul), ("matmul", .matmul), ("truediv", .truediv),
      ("floordiv", .floordiv), ("mod", .mod), ("pow", .pow), ("lshift", .lshift), ("rshift", .rshift), ("and_", .and),
      ("or_", .or), ("xor", .xor),
    ]
    for (name, op) in operators {
      let joins = name == "concat"
      module.define(name, "a, b, /") { (vm, a) throws(Raised) in
        if joins { try checkSequence(vm, a[0]) }
        return try vm.binary(op, a[0], a[1])
      }
      module.define("i" + (name.hasSuffix("_") ? String(name.dropLast()) : name), "a, b, /") { (vm, a) throws(Raised) in
        if joins { try checkSequence(vm, a[0]) }
        return try vm.inPlace(op, a[0], a[1])
      }
    }
    for name in ["concat", "iconcat"] {
      module.define(name, "a, b, /") { (vm, a) throws(Raised) in
        if vm.heap.types.special(.getitem, of: a[0]).isUnbound {
          throw vm.raise(.typeError, "'\(vm.typeName(a[0]))' object can't be concatenated")
        }
        return try name == "concat" ? vm.binary(.add, a[0], a[1]) : vm.inPlace(.add, a[0], a[1])
      }
    }
    for (names, op) in [(["neg"], UnaryOp.neg), (["pos"], .pos), (["inv", "invert"], .invert)] {
      for name in names {
        module.define(name, "a, /") { (vm, a) throws(Raised) in try vm.unary(op, a[0]) }
      }
    }
    module.define("index", "a, /") { (vm, a) throws(Raised) in
      if case .bool(let flag) = a[0] { return .int(flag ? 1 : 0) }
      return try vm.integer(a[0])
    }
    module.define("not_", "a, /") { (vm, a) throws(Raised) in .bool(try !vm.isTrue(a[0])) }
    module.define("truth", "a, /") { (vm, a) throws(Raised) in .bool(try vm.isTrue(a[0])) }
  }

  private static func checkSequence(_ vm: VM, _ value: Value) throws(Raised) {
    let hasItems = !vm.heap.types.special(.getitem, of: value).isUnbound
    if !hasItems || value.asDict != nil || value.kind == .range || value.asType != nil {
      throw vm.raise(.typeError, "'\(vm.typeName(value))' object can't be concatenated")
    }
  }

  /// `__all__`, and the functions again under the names of the methods that they stand for.
  private static func defineSpecialNames(_ vm: VM, _ module: ModuleObject) {
    let names = module.namespace.keywordPairs.map(\.name.string).filter { !$0.hasPrefix("_") }.sorted()
    let unspecial: Set = [
      "attrgetter", "countOf", "indexOf", "is_", "is_not", "itemgetter", "length_hint", "methodcaller", "truth",
    ]
    for name in names where !unspecial.contains(name) {
      guard let function = module.namespace.get(name) else { continue }
      module.namespace.set("__\(name.hasSuffix("_") ? String(name.dropLast()) : name)__", function.retained())
    }
    module.namespace.set("__all__", vm.list(names.map { vm.str($0) }))
  }

  private static func defineComparison(_ module: ModuleObject) {
    for (name, op) in ComparisonOp.methods {
      module.define(String(name.dropFirst(2).dropLast(2)), "a, b, /") { (vm, a) throws(Raised) in
        try vm.compare(op, a[0], a[1])
      }
    }
    module.define("is_", "a, b, /") { (_, a) throws(Raised) in .bool(a[0].isIdentical(to: a[1])) }
    module.define("is_not", "a, b, /") { (_, a) throws(Raised) in .bool(!a[0].isIdentical(to: a[1])) }
  }

  private static func defineItems(_ module: ModuleObject) {
    module.define("getitem", "a, b, /") { (vm, a) throws(Raised) in try vm.getItem(a[0], a[1]) }
    module.define("setitem", "a, b, c, /") { (vm, a) throws(Raised) in
      try vm.setItem(a[0], a[1], a[2])
      return .none
    }
    module.define("delitem", "a, b, /") { (vm, a) throws(Raised) in
      try vm.deleteItem(a[0], a[1])
      return .none
    }
    module.define("contains", "a, b, /") { (vm, a) throws(Raised) in .bool(try vm.contains(a[0], a[1])) }
    module.define("countOf", "a, b, /") { (vm, a) throws(Raised) in
      var count = 0
      try search(vm, a) { (_) throws(Raised) in
        count += 1
        return true
      }
      return .int(count)
    }
    module.define("indexOf", "a, b, /") { (vm, a) throws(Raised) in
      var found: Int?
      try search(vm, a) { (position) throws(Raised) in
        found = position
        return false
      }
      guard let found else { throw vm.raise(.valueError, "sequence.index(x): x not in sequence") }
      return .int(found)
    }
    module.define("length_hint", "obj, default=0, /") { (vm, a) throws(Raised) in
      if let fallback = a.optional(1) { _ = try vm.index(fallback) }
      return try vm.lengthHint(a[0]) ?? (a.optional(1) ?? .int(0)).retained()
    }
  }

  /// Calls `found` with the place of each item that equals the second argument, until it says false.
  private static func search(
    _ vm: VM, _ a: Arguments, found: (Int) throws(Raised) -> Bool
  ) throws(Raised) {
    let type = vm.heap.types.of(a[0])
    if type[.iter].isUnbound, type[.getitem].isUnbound {
      throw vm.raise(.typeError, "argument of type '\(vm.typeName(a[0]))' is not iterable")
    }
    let iterator = try vm.iterate(a[0])
    defer { iterator.release() }
    var position = 0
    while let item = try vm.next(iterator) {
      defer { item.release() }
      if try vm.equals(item, a[1]), try !found(position) { return }
      position += 1
      try vm.charge(1)
    }
  }
}
