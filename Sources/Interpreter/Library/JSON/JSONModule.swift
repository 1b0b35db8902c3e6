/// `_json`: what `json`, which is written around it, reads and writes with.
enum JSONModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_json", heap: vm.heap)
    module.define(
      "dumps",
      """
      obj, *, skipkeys=False, ensure_ascii=True, allow_nan=True, indent=None, \
      separators=None, default=None, sort_keys=False
      """
    ) { (vm, a) throws(Raised) in
      var writer = try makeWriter(vm, a)
      try writer.write(a[0])
      return vm.str(writer.text)
    }
    module.define(
      "loads",
      "s, error, start, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, /"
    ) { (vm, a) throws(Raised) in
      guard let text = a[0].asStr else {
        throw vm.raise(.typeError, "first argument must be a string, not \(vm.typeName(a[0]))")
      }
      func hook(_ index: Int) -> Value? { a[index].isNone ? nil : a[index] }
      let hooks = JSONReader.Hooks(
        object: hook(3), pairs: hook(4), float: hook(5), int: hook(6), constant: hook(7),
        isStrict: try vm.isTrue(a[8]))
      var reader = JSONReader(vm, text.codePoints, document: a[0], error: a[1], hooks: hooks)
      if a[2].isNone { return try reader.read() }
      let (value, end) = try reader.read(from: min(max(try vm.index(a[2]), 0), text.count))
      return vm.tuple([value, .int(end)])
    }
    return module
  }

  private static func makeWriter(_ vm: VM, _ a: Arguments) throws(Raised) -> JSONWriter {
    func given(_ index: Int) -> Value? { a.optional(index).flatMap { $0.isNone ? nil : $0 } }
    func flag(_ index: Int, _ fallback: Bool) throws(Raised) -> Bool {
      guard let value = a.optional(index) else { return fallback }
      return try vm.isTrue(value)
    }
    var writer = JSONWriter(vm)
    writer.skipsKeys = try flag(1, false)
    writer.escapesNonASCII = try flag(2, true)
    writer.allowsNaN = try flag(3, true)
    writer.sortsKeys = try flag(7, false)
    writer.fallback = given(6)
    if let indent = given(4) {
      if let text = indent.asStr {
        writer.indent = text.string
      } else {
        writer.indent = String(repeating: " ", count: min(max(try vm.index(indent), 0), 1000))
      }
      writer.itemSeparator = ","
    }
    if let separators = given(5) {
      let parts = try vm.ownedItems(separators)
      defer { for part in parts { part.release() } }
      guard parts.count == 2, let item = parts[0].asStr, let key = parts[1].asStr else {
        throw vm.raise(.typeError, "separators must be a pair of strings")
      }
      writer.itemSeparator = item.string
      writer.keySeparator = key.string
    }
    return writer
  }
}
