/// The methods that take bytes for ASCII text.
extension BytesType {
  static func installText(_ type: TypeObject) {
    mapping(type, "upper") { byte, _ in byte.uppercased }
    mapping(type, "lower") { byte, _ in byte.lowercased }
    mapping(type, "swapcase") { byte, _ in byte.uppercased == byte ? byte.lowercased : byte.uppercased }
    mapping(type, "capitalize") { byte, previous in previous == nil ? byte.uppercased : byte.lowercased }
    mapping(type, "title") { byte, previous in
      previous.map { isLetter($0) } ?? false ? byte.lowercased : byte.uppercased
    }
    predicate(type, "isalpha") { isLetter($0) }
    predicate(type, "isdigit") { $0.isDigit }
    predicate(type, "isalnum") { isLetter($0) || $0.isDigit }
    predicate(type, "isspace") { ByteText.isSpace($0) }
    type.defineBytes("isascii", "self, /") { (_, b, _) throws(Raised) in .bool(b.bytes.allSatisfy { $0 < 0x80 }) }
    type.defineBytes("islower", "self, /") { (_, b, _) throws(Raised) in
      .bool(b.bytes.contains { isLower($0) } && !b.bytes.contains { isUpper($0) })
    }
    type.defineBytes("isupper", "self, /") { (_, b, _) throws(Raised) in
      .bool(b.bytes.contains { isUpper($0) } && !b.bytes.contains { isLower($0) })
    }
    type.defineBytes("istitle", "self, /") { (_, b, _) throws(Raised) in .bool(isTitled(b.bytes)) }
    installPadding(type)
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) }

  private static func isTitled(_ bytes: [UInt8]) -> Bool {
    var afterLetter = false
    var hasLetter = false
    for byte in bytes {
      if isUpper(byte) && afterLetter || isLower(byte) && !afterLetter { return false }
      afterLetter = isLetter(byte)
      hasLetter = hasLetter || afterLetter
    }
    return hasLetter
  }

  /// - Parameter map: maps a byte, given the one before it.
  private static func mapping(_ type: TypeObject, _ name: String, _ map: @escaping (UInt8, UInt8?) -> UInt8) {
    type.defineBytes(name, "self, /") { (vm, b, _) throws(Raised) in
      var previous: UInt8?
      return b.make(
        b.bytes.map { byte in
          defer { previous = byte }
          return map(byte, previous)
        })
    }
  }

  private static func predicate(_ type: TypeObject, _ name: String, _ test: @escaping (UInt8) -> Bool) {
    type.defineBytes(name, "self, /") { (_, b, _) throws(Raised) in
      .bool(!b.bytes.isEmpty && b.bytes.allSatisfy(test))
    }
  }

  private static func installPadding(_ type: TypeObject) {
    let places: [(String, (Int, Int) -> Int)] = [
      ("ljust", { _, _ in 0 }), ("rjust", { missing, _ in missing }),
      ("center", { missing, width in missing / 2 + (missing & width & 1) }),
    ]
    for (name, before) in places {
      type.defineBytes(name, "self, width, fillchar=b' ', /") { (vm, b, a) throws(Raised) in
        let width = try vm.index(a[1])
        var fill = Ascii.space8
        if let value = a.optional(2) {
          guard let bytes = value.byteBuffer, bytes.count == 1 else {
            throw vm.raise(
              .typeError,
              "\(name)() argument 2 must be a byte string of length 1, not \(vm.typeName(value))")
          }
          fill = bytes[0]
        }
        if width <= b.bytes.count { return b.make(b.bytes) }
        try vm.checkSize(width)
        let missing = width - b.bytes.count
        let left = before(missing, width)
        return b.make(
          Array(repeating: fill, count: left) + b.bytes + Array(repeating: fill, count: missing - left))
      }
    }
    type.defineBytes("zfill", "self, width, /") { (vm, b, a) throws(Raised) in
      let width = try vm.index(a[1])
      if width <= b.bytes.count { return b.make(b.bytes) }
      try vm.checkSize(width)
      let missing = width - b.bytes.count
      var bytes = b.bytes
      let isSigned = bytes.first == Ascii.plus || bytes.first == Ascii.minus
      bytes.insert(contentsOf: repeatElement(Ascii.zero8, count: missing), at: isSigned ? 1 : 0)
      return b.make(bytes)
    }
    type.defineBytes("expandtabs", "self, /, tabsize=8") { (vm, b, a) throws(Raised) in
      let size = try a.optional(1).map { (value) throws(Raised) in try vm.smallInteger(value) } ?? 8
      var result: [UInt8] = []
      var column = 0
      for byte in b.bytes {
        if byte == 0x09 {
          let blanks = size > 0 ? size - column % size : 0
          try vm.checkSize(result.count &+ blanks)
          result += repeatElement(Ascii.space8, count: blanks)
          column += blanks
        } else {
          result.append(byte)
          column = byte == 0x0A || byte == 0x0D ? 0 : column + 1
        }
      }
      return b.make(result)
    }
  }
}
