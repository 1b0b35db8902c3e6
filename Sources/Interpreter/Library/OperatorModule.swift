/// `operator`: what syntax does, as functions.
enum OperatorModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "operator", heap: vm.heap)
    defineArithmetic(module)
    defineComparison(module)
    defineItems(module)
    defineGetters(vm, module)
    if let abs = vm.builtins.get("abs") { module.namespace.set("abs", abs.retained()) }
    return module
  }

  private static func defineArithmetic(_ module: ModuleObject) {
    let operators: [(String, BinaryOp)] = [
      ("add", .add), ("sub", .sub), ("mul", .mul), ("matmul", .matmul), ("truediv", .truediv),
      ("floordiv", .floordiv), ("mod", .mod), ("pow", .pow), ("lshift", .lshift), ("rshift", .rshift), ("and_", .and),
      ("or_", .or), ("xor", .xor), ("concat", .add),
    ]
    for (name, op) in operators {
      module.define(name, "a, b, /") { (vm, a) throws(Raised) in try vm.binary(op, a[0], a[1]) }
      module.define("i" + (name.hasSuffix("_") ? String(name.dropLast()) : name), "a, b, /") { (vm, a) throws(Raised) in
        try vm.inPlace(op, a[0], a[1])
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
      try vm.forEach(a[0]) { (item) throws(Raised) in if try vm.equals(item, a[1]) { count += 1 } }
      return .int(count)
    }
    module.define("indexOf", "a, b, /") { (vm, a) throws(Raised) in
      var position = 0
      var found: Int?
      try vm.forEach(a[0]) { (item) throws(Raised) in
        if found == nil, try vm.equals(item, a[1]) { found = position }
        position += 1
      }
      guard let found else { throw vm.raise(.valueError, "sequence.index(x): x not in sequence") }
      return .int(found)
    }
    module.define("length_hint", "obj, default=0, /") { (vm, a) throws(Raised) in
      if let count = try vm.callSpecial(.len, a[0]) { return count }
      return try vm.callSpecial(.lengthHint, a[0]) ?? (a.optional(1) ?? .int(0)).retained()
    }
  }

  // MARK: itemgetter, attrgetter, methodcaller

  private static func defineGetters(_ vm: VM, _ module: ModuleObject) {
    module.define("itemgetter", "item, /, *items") { (vm, a) throws(Raised) in
      let keys = [a[0]] + a[1].tupleValues
      return PartialObject.native(vm, "itemgetter", "obj, /", owned: keys) { (vm, keys, a) throws(Raised) in
        if keys.count == 1 { return try vm.getItem(a[0], keys[0]) }
        return try collected(vm, keys) { (key) throws(Raised) in try vm.getItem(a[0], key) }
      }
    }
    module.define("attrgetter", "attr, /, *attrs") { (vm, a) throws(Raised) in
      let names = [a[0]] + a[1].tupleValues
      for name in names where name.asStr == nil {
        throw vm.raise(.typeError, "attribute name must be a string")
      }
      return PartialObject.native(vm, "attrgetter", "obj, /", owned: names) { (vm, names, a) throws(Raised) in
        if names.count == 1 { return try attribute(vm, a[0], names[0]) }
        return try collected(vm, names) { (name) throws(Raised) in try attribute(vm, a[0], name) }
      }
    }
    module.define("methodcaller", "name, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let keywords = a[2]
      return PartialObject.native(vm, "methodcaller", "obj, /", owned: [a[0], a[1], keywords]) {
        (vm, own, a) throws(Raised) in
        let method = try vm.getAttribute(a[0], vm.attributeName(own[0]))
        defer { method.release() }
        return try vm.call(method, arguments: own[1].tupleValues, keywords: own[2].keywordArguments)
      }
    }
  }

  private static func collected(
    _ vm: VM, _ keys: [Value], _ get: (Value) throws(Raised) -> Value
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
