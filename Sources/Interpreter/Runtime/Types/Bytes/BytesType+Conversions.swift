extension BytesType {
  static func installConversions(_ type: TypeObject) {
    type.defineBytes("decode", "self, /, encoding='utf-8', errors='strict'") { (vm, b, a) throws(Raised) in
      for (index, name) in [(1, "encoding"), (2, "errors")] {
        if let given = a.optional(index), given.asStr == nil {
          throw vm.raise(.typeError, "decode() argument '\(name)' must be str, not \(vm.argumentName(given))")
        }
      }
      return try Codec.decode(b.bytes, a.optional(1), errors: a.optional(2), "decode", vm)
    }
    type.defineBytes("hex", "self, /, sep=None, bytes_per_sep=1") { (vm, b, a) throws(Raised) in
      try vm.checkSize(b.bytes.count * 4)
      var separator: UInt8?
      if let value = a.optional(1) {
        if let text = value.asStr {
          if text.count != 1 { throw vm.raise(.valueError, "sep must be length 1.") }
          guard text.isASCII else { throw vm.raise(.valueError, "sep must be ASCII.") }
          separator = text.ascii[0]
        } else if let bytes = value.byteBuffer {
          if bytes.count != 1 { throw vm.raise(.valueError, "sep must be length 1.") }
          separator = bytes[0]
        } else {
          _ = try vm.length(value)
          throw vm.raise(.typeError, "sep must be str or bytes.")
        }
      }
      let group = try a.optional(2).map { (value) throws(Raised) in try vm.index(value) } ?? 1
      return vm.str(BytesText.hex(b.bytes, separator: separator, group: group))
    }
    type.defineClass("fromhex", "cls, string, /") { (vm, a) throws(Raised) in
      guard let text = a[1].asStr else {
        throw vm.raise(.typeError, "fromhex() argument must be str, not \(vm.argumentName(a[1]))")
      }
      let made = vm.bytes(try BytesText.fromHex(text, vm))
      if a[0].asType === vm.heap.types.bytes { return made }
      defer { made.release() }
      return try vm.call(a[0], made)
    }
    type.defineBytes("translate", "self, table, /, delete=b''") { (vm, b, a) throws(Raised) in
      var table: [UInt8]?
      if !a[1].isNone {
        guard let given = a[1].byteBuffer else { throw needsBytes(a[1], vm) }
        if given.count != 256 {
          throw vm.raise(.valueError, "translation table must be 256 characters long")
        }
        table = given
      }
      var deleted: Set<UInt8> = []
      if let value = a.optional(2) {
        guard let bytes = value.byteBuffer else { throw needsBytes(value, vm) }
        deleted = Set(bytes)
      }
      return b.make(b.bytes.filter { !deleted.contains($0) }.map { table?[Int($0)] ?? $0 })
    }
    type.defineStatic("maketrans", "frm, to, /") { (vm, a) throws(Raised) in
      guard let from = a[0].byteBuffer else { throw needsBytes(a[0], vm) }
      guard let to = a[1].byteBuffer else { throw needsBytes(a[1], vm) }
      if from.count != to.count {
        throw vm.raise(.valueError, "maketrans arguments must have same length")
      }
      var table = (0...255).map { UInt8($0) }
      for (key, value) in zip(from, to) { table[Int(key)] = value }
      return vm.bytes(table)
    }
  }
}
