extension StrType {
  static func installTranslation(_ type: TypeObject) {
    type.defineStr("encode", "self, /, encoding='utf-8', errors='strict'") { (vm, s, a) throws(Raised) in
      try Codec.encode(s, a.optional(1), errors: a.optional(2), "encode", vm)
    }
    type.defineStr("translate", "self, table, /") { (vm, s, a) throws(Raised) in try translate(s, a[1], vm) }
    type.defineStatic("maketrans", "x, y=None, z=None, /") { (vm, a) throws(Raised) in
      let table = DictObject.make(heap: vm.heap)
      do throws(Raised) {
        if let to = a.optional(1) {
          try fill(table, a[0], to, a.optional(2), vm)
        } else {
          try fill(table, a[0], vm)
        }
      } catch {
        table.release()
        throw error
      }
      return Value(table)
    }
  }

  private static func translate(_ s: StrObject, _ table: Value, _ vm: VM) throws(Raised) -> Value {
    var points: [UInt32] = []
    for index in 0..<s.count {
      try vm.charge(1)
      let found: Value
      do throws(Raised) {
        guard let known = try entry(table, Int(s[index]), vm) else {
          points.append(s[index])
          continue
        }
        found = known
      } catch {
        guard vm.catches(.lookupError) else { throw error }
        points.append(s[index])
        continue
      }
      defer { found.release() }
      if found.isNone { continue }
      if let text = found.asStr {
        text.appendPoints(to: &points)
        try vm.checkSize(points.count * 4)
      } else if let number = found.bigInt {
        guard let point = Int(exactly: number), point >= 0, point < 0x110000 else {
          throw vm.raise(.valueError, "character mapping must be in range(0x110000)")
        }
        points.append(UInt32(point))
      } else {
        throw vm.raise(.typeError, "character mapping must return integer, None or str")
      }
    }
    return vm.str(codePoints: points)
  }

  /// What a table has for a character, owned; nil if a plain dict has nothing.
  private static func entry(_ table: Value, _ point: Int, _ vm: VM) throws(Raised) -> Value? {
    if let dict = table.asDict, dict.type === vm.heap.types.dict {
      return try vm.dictGet(dict, .int(point))?.retained()
    }
    return try vm.getItem(table, .int(point))
  }

  /// From two texts of equal length, and one of characters to leave out.
  private static func fill(
    _ table: DictObject, _ from: Value, _ to: Value, _ deleted: Value?, _ vm: VM
  ) throws(Raised) {
    guard let values = to.asStr else { throw argument("maketrans", 2, to, vm) }
    guard let keys = from.asStr else {
      throw vm.raise(.typeError, "first maketrans argument must be a string if there is a second argument")
    }
    if keys.count != values.count {
      throw vm.raise(.valueError, "the first two maketrans arguments must have equal length")
    }
    for index in 0..<keys.count {
      try vm.dictSet(table, .int(Int(keys[index])), .int(Int(values[index])))
    }
    guard let deleted else { return }
    guard let text = deleted.asStr else { throw argument("maketrans", 3, deleted, vm) }
    for index in 0..<text.count { try vm.dictSet(table, .int(Int(text[index])), .none) }
  }

  /// From a dict whose keys are characters or their numbers.
  private static func fill(_ table: DictObject, _ source: Value, _ vm: VM) throws(Raised) {
    guard let source = source.asDict else {
      throw vm.raise(.typeError, "if you give only one argument to maketrans it must be a dict")
    }
    try vm.forEachEntry(source) { (entry) throws(Raised) in
      if let key = entry.key.asStr {
        if key.count != 1 {
          throw vm.raise(.valueError, "string keys in translate table must be of length 1")
        }
        try vm.dictSet(table, .int(Int(key[0])), entry.value)
      } else if entry.key.bigInt != nil {
        try vm.dictSet(table, entry.key, entry.value)
      } else {
        throw vm.raise(.typeError, "keys in translate table must be strings or integers")
      }
    }
  }
}
