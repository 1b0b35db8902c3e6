import BigInt

/// `re.RegexFlag`: integers that show the names of their bits.
enum RegexFlagType {
  /// In the order of their bits, as members are shown.
  static let members: [(name: String, short: String, value: Int)] = [
    ("ASCII", "A", 256), ("IGNORECASE", "I", 2), ("LOCALE", "L", 4), ("UNICODE", "U", 32), ("MULTILINE", "M", 8),
    ("DOTALL", "S", 16), ("VERBOSE", "X", 64), ("TEMPLATE", "T", 1), ("DEBUG", "DEBUG", 128),
  ]
  private static let all = 511

  /// A class whose own class lets it be asked for its members, as classes of `enum` can be.
  static func makeType(_ types: Types) -> TypeObject {
    let meta = types.make("EnumType", .type, base: types.type, isFinal: true, module: "enum")
    let type = TypeObject(
      name: "RegexFlag", metatype: meta, bases: [types.int], mro: types.int.mro, layout: .int, isUserDefined: false,
      heap: types.object.heap)
    type.moduleName = "re"
    meta.define("__iter__", "self, /") { (vm, _) throws(Raised) in
      let list = vm.list(members.compactMap { type.namespace.get($0.name)?.retained() })
      defer { list.release() }
      return try vm.iterate(list)
    }
    meta.define("__len__", "self, /") { (_, _) throws(Raised) in .int(members.count) }
    meta.define("__getitem__", "self, name, /") { (vm, a) throws(Raised) in
      guard let name = a[1].asStr?.string, name.first?.isUppercase == true, let flag = type.namespace.get(name) else {
        throw vm.raiseKeyError(a[1])
      }
      return flag.retained()
    }
    meta.define("__contains__", "self, member, /") { (vm, a) throws(Raised) in .bool(vm.isInstance(a[1], type)) }
    meta.define("__repr__", "self, /") { (vm, _) throws(Raised) in vm.str("<flag 'RegexFlag'>") }
    return type
  }

  static func make(_ value: Int, _ library: ReLibrary) -> Value {
    Value(IntObject(BigInt(value), type: library.flagType))
  }

  static func install(_ library: ReLibrary) {
    let type = library.flagType
    for member in members { type.set(member.name, make(member.value, library)) }
    type.set("NOFLAG", make(0, library))
    for member in members where member.short != member.name {
      if let value = type.namespace.get(member.name) { type.set(member.short, value.retained()) }
    }
    type.define("__new__", "cls, value, /") { (vm, a) throws(Raised) in
      guard let value = a[1].smallInt else {
        throw vm.raise(.valueError, "\(try vm.repr(a[1])) is not a valid RegexFlag")
      }
      return make(value, library)
    }
    installText(type)
    installOperators(type, library)
    type.defineProperty("value") { (_, flag) throws(Raised) in .int(flag.smallInt ?? 0) }
    type.defineProperty("name") { (vm, flag) throws(Raised) in
      let bits = flag.smallInt ?? 0
      return names(bits).isEmpty ? (bits == 0 ? vm.str("NOFLAG") : .none) : vm.str(names(bits).joined(separator: "|"))
    }
  }

  private static func names(_ bits: Int) -> [String] {
    var names = members.filter { bits & $0.value != 0 }.map(\.name)
    if !names.isEmpty, bits & ~all != 0 { names.append("0x" + String(bits & ~all, radix: 16)) }
    return names
  }

  private static func text(_ bits: Int) -> String {
    if bits == 0 { return "re.NOFLAG" }
    let names = names(bits)
    if names.isEmpty { return "re.RegexFlag(\(bits))" }
    return names.map { $0.hasPrefix("0x") ? $0 : "re.\($0)" }.joined(separator: "|")
  }

  private static func installText(_ type: TypeObject) {
    for name in ["__repr__", "__str__"] {
      type.define(name, "self, /") { (vm, a) throws(Raised) in vm.str(text(a[0].smallInt ?? 0)) }
    }
    type.define("__format__", "self, spec, /") { (vm, a) throws(Raised) in
      let text = vm.str(text(a[0].smallInt ?? 0))
      defer { text.release() }
      return try vm.format(text, try vm.strText(a[1]))
    }
  }

  private static func installOperators(_ type: TypeObject, _ library: ReLibrary) {
    let operators: [(String, (Int, Int) -> Int)] = [
      ("or", { $0 | $1 }), ("and", { $0 & $1 }), ("xor", { $0 ^ $1 }),
    ]
    for (name, operation) in operators {
      for method in ["__\(name)__", "__r\(name)__"] {
        type.define(method, "self, value, /") { (_, a) throws(Raised) in
          guard let x = a[0].smallInt, let y = a[1].smallInt else { return .notImplemented }
          return make(operation(x, y), library)
        }
      }
    }
    type.define("__invert__", "self, /") { (_, a) throws(Raised) in make(all & ~(a[0].smallInt ?? 0), library) }
    type.define("__contains__", "self, value, /") { (_, a) throws(Raised) in
      let bits = a[1].smallInt ?? 0
      return .bool((a[0].smallInt ?? 0) & bits == bits)
    }
    type.define("__iter__", "self, /") { (vm, a) throws(Raised) in
      let bits = a[0].smallInt ?? 0
      let list = vm.list(
        members.sorted { $0.value < $1.value }.filter { bits & $0.value != 0 }.map { make($0.value, library) })
      defer { list.release() }
      return try vm.iterate(list)
    }
  }
}
