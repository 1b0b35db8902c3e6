/// The attributes and methods of `re.Match`.
enum MatchType {
  static func install(_ library: ReLibrary) {
    let type = library.matchType
    type.set("__new__", .unbound)
    installAttributes(type)
    installGroups(type)
    installProtocol(type)
  }

  private static func installAttributes(_ type: TypeObject) {
    func attribute(_ name: String, _ get: @escaping (VM, MatchObject) throws(Raised) -> Value) {
      type.defineProperty(name) { (vm, value) throws(Raised) in
        guard let match = value.foreign(MatchObject.self) else { throw vm.raiseReceiver(name, "re.Match", value) }
        return try get(vm, match)
      }
    }
    attribute("string") { (_, match) throws(Raised) in match.subject.retained() }
    attribute("re") { (_, match) throws(Raised) in match.pattern.retainedValue }
    attribute("pos") { (_, match) throws(Raised) in .int(match.position) }
    attribute("endpos") { (_, match) throws(Raised) in .int(match.endPosition) }
    attribute("lastindex") { (_, match) throws(Raised) in match.lastIndex.map { .int($0) } ?? .none }
    attribute("lastgroup") { (vm, match) throws(Raised) in
      match.lastIndex.flatMap { match.pattern.name(ofGroup: $0) }.map { vm.str($0) } ?? .none
    }
    attribute("regs") { (vm, match) throws(Raised) in
      vm.tuple((0...match.pattern.groupCount).map { vm.tuple([.int(match.start($0)), .int(match.end($0))]) })
    }
  }

  /// The number of a group by number or name.
  private static func group(_ vm: VM, _ match: MatchObject, _ key: Value) throws(Raised) -> Int {
    var index: Int?
    if let name = key.asStr {
      index = match.pattern.group(named: name)
    } else if let number = try vm.indexOrNil(key) {
      index = number
    }
    guard let index, index >= 0, index <= match.pattern.groupCount else {
      throw vm.raise(.indexError, "no such group")
    }
    return index
  }

  private static func installGroups(_ type: TypeObject) {
    type.defineMatch("group", "self, /, *args") { (vm, match, a) throws(Raised) in
      guard let keys = a[1].asTuple, keys.count > 0 else { return match.text(0, vm) ?? .none }
      if keys.count == 1 { return match.text(try group(vm, match, keys.items[0]), vm) ?? .none }
      var indices: [Int] = []
      for key in keys.values { indices.append(try group(vm, match, key)) }
      return vm.tuple(indices.map { match.text($0, vm) ?? .none })
    }
    type.defineMatch("__getitem__", "self, key, /") { (vm, match, a) throws(Raised) in
      match.text(try group(vm, match, a[1]), vm) ?? .none
    }
    type.defineMatch("groups", "self, default=None") { (vm, match, a) throws(Raised) in
      let fallback = a.optional(1) ?? .none
      return vm.tuple(
        (0..<match.pattern.groupCount).map { match.text($0 + 1, vm) ?? fallback.retained() })
    }
    type.defineMatch("groupdict", "self, default=None") { (vm, match, a) throws(Raised) in
      let fallback = a.optional(1) ?? .none
      let dict = DictObject.make(heap: vm.heap)
      for (name, index) in match.pattern.program.pattern.names {
        dict.set(name, match.text(index, vm) ?? fallback.retained())
      }
      return Value(dict)
    }
    type.defineMatch("start", "self, group=0, /") { (vm, match, a) throws(Raised) in
      .int(match.start(try group(vm, match, a.optional(1) ?? .int(0))))
    }
    type.defineMatch("end", "self, group=0, /") { (vm, match, a) throws(Raised) in
      .int(match.end(try group(vm, match, a.optional(1) ?? .int(0))))
    }
    type.defineMatch("span", "self, group=0, /") { (vm, match, a) throws(Raised) in
      let index = try group(vm, match, a.optional(1) ?? .int(0))
      return vm.tuple([.int(match.start(index)), .int(match.end(index))])
    }
    type.defineMatch("expand", "self, template") { (vm, match, a) throws(Raised) in
      try Substitution.expand(vm, match, a[1])
    }
  }

  private static func installProtocol(_ type: TypeObject) {
    type.defineMatch("__repr__", "self, /") { (vm, match, _) throws(Raised) in
      guard let text = match.text(0, vm) else { return .none }
      defer { text.release() }
      let shown = String(try vm.repr(text).unicodeScalars.prefix(50))
      return vm.str("<re.Match object; span=(\(match.start(0)), \(match.end(0))), match=\(shown)>")
    }
    for name in ["__copy__", "__deepcopy__"] {
      type.defineMatch(name, "self, memo=None, /") { (_, _, a) throws(Raised) in a[0].retained() }
    }
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }
}

extension TypeObject {
  /// Declares a method of `re.Match` whose receiver is checked.
  fileprivate func defineMatch(
    _ name: String, _ signature: StaticString, _ body: @escaping (VM, MatchObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let match = a[0].foreign(MatchObject.self) else { throw vm.raiseReceiver(name, "re.Match", a[0]) }
      return try body(vm, match, a)
    }
  }
}
