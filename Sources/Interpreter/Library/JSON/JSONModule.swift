/// `json`: texts, not files.
enum JSONModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "json", heap: vm.heap)
    let error = vm.heap.types.make(
      "JSONDecodeError", .exception, base: vm.heap.types[.valueError], hasAttributes: true, module: "json.decoder")
    module.namespace.set("JSONDecodeError", Value(error))
    module.define(
      "dumps",
      """
      obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, \
      separators=None, default=None, sort_keys=False
      """
    ) { (vm, a) throws(Raised) in
      var writer = try makeWriter(vm, a)
      try writer.write(a[0])
      return vm.str(writer.text)
    }
    module.define("loads", "s, *, cls=None, object_hook=None") { (vm, a) throws(Raised) in
      for (index, name) in [(1, "cls"), (2, "object_hook")] where !(a.optional(index)?.isNone ?? true) {
        throw vm.raise(.notImplementedError, "json.loads(\(name)=…) is not available in nbcheck")
      }
      let points: [UInt32]
      if let string = a[0].asStr {
        points = string.codePoints
      } else if let bytes = a[0].cast(.bytes, to: BytesObject.self) {
        points = String(decoding: bytes.bytes, as: UTF8.self).unicodeScalars.map(\.value)
      } else {
        throw vm.raise(
          .typeError, "the JSON object must be str, bytes or bytearray, not \(vm.typeName(a[0]))")
      }
      var reader = JSONReader(vm, points, error: error)
      return try reader.read()
    }
    let others: Set = ["dump", "load", "JSONEncoder", "JSONDecoder"]
    module.unavailable = { others.contains($0) ? "json.\($0) is not available in nbcheck" : nil }
    return module
  }

  private static func makeWriter(_ vm: VM, _ a: Arguments) throws(Raised) -> JSONWriter {
    func given(_ index: Int) -> Value? { a.optional(index).flatMap { $0.isNone ? nil : $0 } }
    func flag(_ index: Int, _ fallback: Bool) throws(Raised) -> Bool {
      guard let value = a.optional(index) else { return fallback }
      return try vm.isTrue(value)
    }
    if given(5) != nil { throw vm.raise(.notImplementedError, "json.dumps(cls=…) is not available in nbcheck") }
    var writer = JSONWriter(vm)
    writer.skipsKeys = try flag(1, false)
    writer.escapesNonASCII = try flag(2, true)
    writer.allowsNaN = try flag(4, true)
    writer.sortsKeys = try flag(9, false)
    writer.fallback = given(8)
    if let indent = given(6) {
      if let text = indent.asStr {
        writer.indent = text.string
      } else {
        writer.indent = String(repeating: " ", count: min(max(try vm.index(indent), 0), 1000))
      }
      writer.itemSeparator = ","
    }
    if let separators = given(7) {
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
