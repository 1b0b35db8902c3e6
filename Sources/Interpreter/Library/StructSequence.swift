/// Tuples whose items have names: `sys.version_info`, `time.struct_time`.
enum StructSequence {
  static func makeType(_ vm: VM, _ name: String, module: String, fields: [String], showsModule: Bool = true)
    -> TypeObject
  {
    let types = vm.heap.types!
    let type = types.make(name, .tuple, base: types.tuple, isFinal: true, module: module)
    for (index, field) in fields.enumerated() {
      type.defineProperty(field) { (_, value) throws(Raised) in
        guard let tuple = value.asTuple, index < tuple.count else { return .none }
        return tuple.items[index].retained()
      }
    }
    for name in ["n_fields", "n_sequence_fields"] { type.set(name, .int(fields.count)) }
    type.set("n_unnamed_fields", .int(0))
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      var parts: [String] = []
      for (field, value) in zip(fields, a[0].tupleValues) { parts.append("\(field)=\(try vm.repr(value))") }
      let shown = showsModule ? vm.fullName(type) : name
      return vm.str("\(shown)(\(parts.joined(separator: ", ")))")
    }
    return type
  }

  /// Takes over the counts of `values`.
  static func make(_ vm: VM, type: TypeObject, _ values: [Value]) -> Value {
    Value(TupleObject.make(values, type: type))
  }
}
