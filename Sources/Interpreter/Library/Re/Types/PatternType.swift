/// The attributes and methods of `re.Pattern`.
enum PatternType {
  static func install(_ library: ReLibrary) {
    let type = library.patternType
    type.set("__new__", .unbound)
    installAttributes(type)
    installSearches(type)
    installProtocol(type)
  }

  private static func installAttributes(_ type: TypeObject) {
    func attribute(_ name: String, _ get: @escaping (VM, PatternObject) throws(Raised) -> Value) {
      type.defineProperty(name) { (vm, value) throws(Raised) in
        guard let pattern = value.foreign(PatternObject.self) else {
          throw vm.raiseReceiver(name, "re.Pattern", value)
        }
        return try get(vm, pattern)
      }
    }
    attribute("pattern") { (_, pattern) throws(Raised) in pattern.text.retained() }
    attribute("flags") { (_, pattern) throws(Raised) in .int(pattern.flags.rawValue) }
    attribute("groups") { (_, pattern) throws(Raised) in .int(pattern.groupCount) }
    attribute("groupindex") { (vm, pattern) throws(Raised) in
      let dict = DictObject.make(heap: vm.heap)
      for (name, index) in pattern.program.pattern.names { dict.set(name, .int(index)) }
      defer { Value(dict).release() }
      return Value(MappingProxyObject(Value(dict), heap: vm.heap))
    }
  }

  private static func installSearches(_ type: TypeObject) {
    let manners: [(String, CompiledPattern.Manner)] = [("match", .match), ("fullmatch", .full), ("search", .search)]
    for (name, manner) in manners {
      type.definePattern(name, "self, string, pos=0, endpos=9223372036854775807") { (vm, pattern, a) throws(Raised) in
        try PatternSearches.first(vm, try scan(vm, pattern, a), manner)
      }
    }
    type.definePattern("findall", "self, string, pos=0, endpos=9223372036854775807") {
      (vm, pattern, a) throws(Raised) in
      try PatternSearches.all(vm, try scan(vm, pattern, a))
    }
    type.definePattern("finditer", "self, string, pos=0, endpos=9223372036854775807") {
      (vm, pattern, a) throws(Raised) in
      PatternSearches.iterator(vm, try scan(vm, pattern, a))
    }
    type.definePattern("scanner", "self, string, pos=0, endpos=9223372036854775807") {
      (vm, pattern, a) throws(Raised) in
      Value(ScannerObject(try scan(vm, pattern, a), pattern.library))
    }
    type.definePattern("split", "self, string, maxsplit=0") { (vm, pattern, a) throws(Raised) in
      try PatternSearches.split(vm, pattern, a[1], limit: try a.index(2, vm, 0))
    }
    type.definePattern("sub", "self, repl, string, count=0") { (vm, pattern, a) throws(Raised) in
      try Substitution.run(vm, pattern, a[1], a[2], count: try a.index(3, vm, 0)).text
    }
    type.definePattern("subn", "self, repl, string, count=0") { (vm, pattern, a) throws(Raised) in
      let (text, count) = try Substitution.run(vm, pattern, a[1], a[2], count: try a.index(3, vm, 0))
      return vm.tuple([text, .int(count)])
    }
  }

  private static func scan(_ vm: VM, _ pattern: PatternObject, _ a: Arguments) throws(Raised) -> Scan {
    let start = try a.index(2, vm, 0)
    let end = try a.index(3, vm, .max)
    return Scan(pattern, try pattern.library.subject(a[1], for: pattern), position: start, endPosition: end)
  }

  private static func installProtocol(_ type: TypeObject) {
    type.definePattern("__repr__", "self, /") { (vm, pattern, _) throws(Raised) in
      var flags = pattern.flags
      if pattern.isText, flags.intersection(.types) == .unicode { flags.remove(.unicode) }
      let shown = String(try vm.repr(pattern.text).unicodeScalars.prefix(200))
      return vm.str("re.compile(\(shown)\(flags.isEmpty ? "" : ", " + names(flags)))")
    }
    type.definePattern("__eq__", "self, value, /") { (_, pattern, a) throws(Raised) in
      guard let other = a[1].foreign(PatternObject.self) else { return .notImplemented }
      return .bool(pattern === other || pattern.isEqual(to: other))
    }
    type.definePattern("__hash__", "self, /") { (vm, pattern, _) throws(Raised) in
      .int(try vm.hash(pattern.text) ^ pattern.flags.rawValue &* 0x9E37_79B9)
    }
    for name in ["__copy__", "__deepcopy__"] {
      type.definePattern(name, "self, memo=None, /") { (_, _, a) throws(Raised) in a[0].retained() }
    }
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }

  private static func names(_ flags: PatternFlags) -> String {
    let known: [(PatternFlags, String)] = [
      (.template, "TEMPLATE"), (.ignoreCase, "IGNORECASE"), (.locale, "LOCALE"), (.multiline, "MULTILINE"),
      (.dotAll, "DOTALL"), (.unicode, "UNICODE"), (.verbose, "VERBOSE"), (.debug, "DEBUG"), (.ascii, "ASCII"),
    ]
    var parts = known.filter { flags.contains($0.0) }.map { "re.\($0.1)" }
    let rest = known.reduce(flags) { $0.subtracting($1.0) }
    if !rest.isEmpty { parts.append("0x" + String(rest.rawValue, radix: 16)) }
    return parts.joined(separator: "|")
  }
}

extension TypeObject {
  /// Declares a method of `re.Pattern` whose receiver is checked.
  fileprivate func definePattern(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, PatternObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let pattern = a[0].foreign(PatternObject.self) else { throw vm.raiseReceiver(name, "re.Pattern", a[0]) }
      return try body(vm, pattern, a)
    }
  }
}

extension Arguments {
  /// An integer argument; the fallback if it is left out.
  func index(_ place: Int, _ vm: VM, _ fallback: Int) throws(Raised) -> Int {
    guard let value = optional(place) else { return fallback }
    if case .int(let number) = value { return number }
    return try vm.index(value)
  }
}
