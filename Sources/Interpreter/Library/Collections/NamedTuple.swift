/// `namedtuple`: makes subclasses of `tuple` whose items have names.
enum NamedTuple {
  static func define(_ module: ModuleObject) {
    module.define("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None") {
      (vm, a) throws(Raised) in
      let name = try vm.strText(a[0])
      var fields = try fieldNames(vm, a[1])
      if let flag = a.optional(2), try vm.isTrue(flag) { rename(&fields) }
      try check(vm, name, fields)
      var defaults: [Value] = []
      if let given = a.optional(3), !given.isNone { defaults = try vm.ownedItems(given) }
      defer { for value in defaults { value.release() } }
      if defaults.count > fields.count { throw vm.raise(.typeError, "Got more default values than field names") }
      return try makeClass(vm, name, fields, defaults, module: a.optional(4))
    }
  }

  private static func fieldNames(_ vm: VM, _ value: Value) throws(Raised) -> [String] {
    if let text = value.asStr?.string {
      return text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
    }
    var names: [String] = []
    try vm.forEach(value) { (item) throws(Raised) in names.append(try vm.strText(item)) }
    return names
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_" else { return false }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private static func rename(_ fields: inout [String]) {
    var seen: Set<String> = []
    for (index, name) in fields.enumerated() {
      if !isIdentifier(name) || keywords.contains(name) || name.hasPrefix("_") || !seen.insert(name).inserted {
        fields[index] = "_\(index)"
      }
    }
  }

  private static func check(_ vm: VM, _ typeName: String, _ fields: [String]) throws(Raised) {
    for name in [typeName] + fields {
      if !isIdentifier(name) {
        throw vm.raise(.valueError, "Type names and field names must be valid identifiers: '\(name)'")
      }
      if keywords.contains(name) {
        throw vm.raise(.valueError, "Type names and field names cannot be a keyword: '\(name)'")
      }
    }
    var seen: Set<String> = []
    for name in fields {
      if name.hasPrefix("_"), !name.dropFirst().allSatisfy(\.isNumber) {
        throw vm.raise(.valueError, "Field names cannot start with an underscore: '\(name)'")
      }
      if !seen.insert(name).inserted { throw vm.raise(.valueError, "Encountered duplicate field name: '\(name)'") }
    }
  }

  private static func makeClass(
    _ vm: VM, _ name: String, _ fields: [String], _ defaults: [Value], module: Value?
  ) throws(Raised) -> Value {
    let types = vm.heap.types!
    let namespace = DictObject.make(heap: vm.heap)
    defer { Value(namespace).release() }
    let bases = TupleObject.make([types.tuple.retainedValue], type: types.tuple)
    defer { Value(bases).release() }
    namespace.set("__slots__", vm.tuple([]))
    namespace.set("__match_args__", vm.tuple(fields.map { vm.str($0) }))
    namespace.set("_fields", vm.tuple(fields.map { vm.str($0) }))
    namespace.set("__doc__", vm.str("\(name)(\(fields.joined(separator: ", ")))"))
    if let module, !module.isNone { namespace.set("__module__", module.retained()) }
    let optional = DictObject.make(heap: vm.heap)
    for (field, value) in zip(fields.suffix(defaults.count), defaults) { optional.set(field, value.retained()) }
    namespace.set("_field_defaults", Value(optional))
    let value = try vm.makeClass(types.type, name, bases, namespace, [])
    guard let type = value.asType else { return value }
    for (index, field) in fields.enumerated() {
      type.defineProperty(
        field,
        get: { (_, value) throws(Raised) in
          guard let tuple = value.asTuple, index < tuple.count else { return .none }
          return tuple.items[index].retained()
        },
        set: { (vm, _, _) throws(Raised) in throw vm.raise(.attributeError, "can't set attribute") })
    }
    installMethods(type, name, fields, optional)
    return value
  }

  private static func installMethods(
    _ type: TypeObject, _ name: String, _ fields: [String], _ defaults: DictObject
  ) {
    type.define("__new__", "_cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.tuple)
      return try bind(vm, cls, fields, defaults, a[1].tupleValues, a[2].keywordArguments)
    }
    type.defineClass("_make", "cls, iterable, /") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.tuple)
      let values = try vm.ownedItems(a[1])
      if values.count != fields.count {
        for value in values { value.release() }
        throw vm.raise(.typeError, "Expected \(fields.count) arguments, got \(values.count)")
      }
      return Value(TupleObject.make(values, type: cls))
    }
    type.defineTuple("_replace", "self, /, **kwds") { (vm, tuple, a) throws(Raised) in
      var values = Array(tuple.values)
      var unknown: [String] = []
      for (field, value) in a[1].keywordArguments {
        if let index = fields.firstIndex(of: field.string), index < values.count {
          values[index] = value
        } else {
          unknown.append("'\(field.string)'")
        }
      }
      if !unknown.isEmpty {
        throw vm.raise(.valueError, "Got unexpected field names: [\(unknown.joined(separator: ", "))]")
      }
      return Value(TupleObject.make(values.map { $0.retained() }, type: tuple.type))
    }
    type.defineTuple("_asdict", "self, /") { (vm, tuple, _) throws(Raised) in
      let dict = DictObject.make(heap: vm.heap)
      for (field, value) in zip(fields, tuple.values) { dict.set(field, value.retained()) }
      return Value(dict)
    }
    type.defineTuple("__repr__", "self, /") { (vm, tuple, _) throws(Raised) in
      var parts: [String] = []
      for (field, value) in zip(fields, tuple.values) { parts.append("\(field)=\(try vm.repr(value))") }
      return vm.str("\(tuple.type.name)(\(parts.joined(separator: ", ")))")
    }
    type.defineTuple("__getnewargs__", "self, /") { (vm, tuple, _) throws(Raised) in
      vm.tuple(tuple.values.map { $0.retained() })
    }
  }

  /// The call that a Python `def __new__(_cls, a, b=…)` would be.
  private static func bind(
    _ vm: VM, _ cls: TypeObject, _ fields: [String], _ defaults: DictObject, _ arguments: [Value],
    _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    let function = "\(cls.name).__new__()"
    if arguments.count > fields.count {
      let fewest = fields.count - defaults.count + 1
      let takes = defaults.count > 0 ? "from \(fewest) to \(fields.count + 1)" : "\(fields.count + 1)"
      throw vm.raise(
        .typeError, "\(function) takes \(takes) positional arguments but \(arguments.count + 1) were given")
    }
    var values: [Value?] = arguments + [Value?](repeating: nil, count: fields.count - arguments.count)
    for (name, value) in keywords {
      guard let index = fields.firstIndex(of: name.string) else {
        throw vm.raise(.typeError, "\(function) got an unexpected keyword argument '\(name.string)'")
      }
      if values[index] != nil {
        throw vm.raise(.typeError, "\(function) got multiple values for argument '\(name.string)'")
      }
      values[index] = value
    }
    var missing: [String] = []
    for (index, field) in fields.enumerated() where values[index] == nil {
      values[index] = defaults.get(field)
      if values[index] == nil { missing.append("'\(field)'") }
    }
    if !missing.isEmpty {
      let listed: String
      switch missing.count {
      case 1: listed = missing[0]
      case 2: listed = missing.joined(separator: " and ")
      default: listed = missing.dropLast().joined(separator: ", ") + ", and \(missing[missing.count - 1])"
      }
      throw vm.raise(
        .typeError,
        "\(function) missing \(missing.count) required positional argument\(missing.count == 1 ? "" : "s"): \(listed)")
    }
    return Value(TupleObject.make(values.map { ($0 ?? .none).retained() }, type: cls))
  }
}
