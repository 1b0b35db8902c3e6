/// `re`: Python's regular expressions.
///
/// `Pattern` reads Python's syntax and writes PCRE2's, `Matching` runs it, `Types` are the objects that notes see.
enum ReModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    guard let machine = MatchingMachine(vm) else { throw Numbers.memoryError(vm) }
    let module = ModuleObject(name: "re", heap: vm.heap)
    // The module owns the library; what the functions below hold is gone with the module.
    let library = ReLibrary(vm, machine: machine)
    module.namespace.set("_library", Value(library))
    PatternType.install(library)
    MatchType.install(library)
    RegexFlagType.install(library)
    installError(library)
    for (name, type) in [
      ("Pattern", library.patternType), ("Match", library.matchType), ("error", library.errorType),
      ("RegexFlag", library.flagType),
    ] {
      module.namespace.set(name, type.retainedValue)
    }
    for (name, value) in library.flagType.namespace.keywordPairs where !name.string.hasPrefix("_") {
      if value.kind == .int { module.namespace.set(interned: name, value.retained()) }
    }
    defineSearches(module, library)
    defineOthers(module, library)
    let names = [
      "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template",
      "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
      "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    ]
    module.namespace.set("__all__", vm.list(names.map { vm.str($0) }))
    // In Python, and rare: only read when somebody asks for it.
    module.define("__getattr__", "name, /") { (vm, a) throws(Raised) in
      guard let name = a[0].asStr, name.string == "Scanner" else {
        throw vm.raise(.attributeError, "module 're' has no attribute '\(try vm.strText(a[0]))'")
      }
      return try vm.getAttribute(try vm.importAbsolute("_scanner"), name)
    }
    return module
  }

  private static func installError(_ library: ReLibrary) {
    library.errorType.define("__init__", "self, msg, pattern=None, pos=None") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException else { throw vm.raiseReceiver("__init__", "re.error", a[0]) }
      let position = try a.optional(3).flatMap { $0.isNone ? nil : $0 }.map { (value) throws(Raised) in
        try vm.index(value)
      }
      library.describe(exception, try vm.strText(a[1]), a.optional(2) ?? .none, position)
      return .none
    }
  }

  private static func flags(_ vm: VM, _ a: Arguments, _ place: Int) throws(Raised) -> PatternFlags {
    PatternFlags(rawValue: try a.index(place, vm, 0))
  }

  /// A function of the module that gets its pattern from the first argument and the flags at `place`.
  private static func define(
    _ module: ModuleObject, _ library: ReLibrary, _ name: String, _ signature: StaticString, flagsAt place: Int,
    _ body: @escaping (VM, PatternObject, Arguments) throws(Raised) -> Value
  ) {
    module.define(name, signature) { [unowned library] (vm, a) throws(Raised) in
      let pattern = try library.pattern(a[0], flags: try flags(vm, a, place))
      defer { Value(pattern).release() }
      return try body(vm, pattern, a)
    }
  }

  private static func defineSearches(_ module: ModuleObject, _ library: ReLibrary) {
    func scan(_ pattern: PatternObject, _ text: Value) throws(Raised) -> Scan {
      Scan(pattern, try pattern.library.subject(text, for: pattern))
    }
    let manners: [(String, CompiledPattern.Manner)] = [("match", .match), ("fullmatch", .full), ("search", .search)]
    for (name, manner) in manners {
      define(module, library, name, "pattern, string, flags=0", flagsAt: 2) { (vm, pattern, a) throws(Raised) in
        try PatternSearches.first(vm, try scan(pattern, a[1]), manner)
      }
    }
    define(module, library, "findall", "pattern, string, flags=0", flagsAt: 2) { (vm, pattern, a) throws(Raised) in
      try PatternSearches.all(vm, try scan(pattern, a[1]))
    }
    define(module, library, "finditer", "pattern, string, flags=0", flagsAt: 2) { (vm, pattern, a) throws(Raised) in
      PatternSearches.iterator(vm, try scan(pattern, a[1]))
    }
    define(module, library, "split", "pattern, string, maxsplit=0, flags=0", flagsAt: 3) {
      (vm, pattern, a) throws(Raised) in
      try PatternSearches.split(vm, pattern, a[1], limit: try a.index(2, vm, 0))
    }
    define(module, library, "sub", "pattern, repl, string, count=0, flags=0", flagsAt: 4) {
      (vm, pattern, a) throws(Raised) in
      try Substitution.run(vm, pattern, a[1], a[2], count: try a.index(3, vm, 0)).text
    }
    define(module, library, "subn", "pattern, repl, string, count=0, flags=0", flagsAt: 4) {
      (vm, pattern, a) throws(Raised) in
      let (text, count) = try Substitution.run(vm, pattern, a[1], a[2], count: try a.index(3, vm, 0))
      return vm.tuple([text, .int(count)])
    }
  }

  private static func defineOthers(_ module: ModuleObject, _ library: ReLibrary) {
    module.define("compile", "pattern, flags=0") { [unowned library] (vm, a) throws(Raised) in
      Value(try library.pattern(a[0], flags: try flags(vm, a, 1)))
    }
    module.define("template", "pattern, flags=0") { [unowned library] (vm, a) throws(Raised) in
      Value(try library.pattern(a[0], flags: try flags(vm, a, 1).union(.template)))
    }
    module.define("purge", "") { [unowned library] (_, _) throws(Raised) in
      library.forget()
      return .none
    }
    module.define("escape", "pattern") { (vm, a) throws(Raised) in
      let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".codePoints)
      if let string = a[0].asStr {
        return vm.str(codePoints: string.codePoints.flatMap { special.contains($0) ? [0x5C, $0] : [$0] })
      }
      guard let bytes = Subject.bytes(of: a[0]) else {
        throw vm.raise(.typeError, "decoding to str: need a bytes-like object, \(vm.typeName(a[0])) found")
      }
      return vm.bytes(bytes.flatMap { special.contains(UInt32($0)) ? [0x5C, $0] : [$0] })
    }
  }
}
