extension StrType {
  static func installCase(_ type: TypeObject) {
    mapping(type, "upper", CaseMapping.upper) { byte, _ in byte.uppercased }
    mapping(type, "lower", CaseMapping.lower) { byte, _ in byte.lowercased }
    mapping(type, "casefold", CaseMapping.folded) { byte, _ in byte.lowercased }
    mapping(type, "swapcase", CaseMapping.swapped) { byte, _ in
      byte.uppercased == byte ? byte.lowercased : byte.uppercased
    }
    mapping(type, "title", CaseMapping.title) { byte, previous in
      previous.map { isLetter($0) } ?? false ? byte.lowercased : byte.uppercased
    }
    mapping(type, "capitalize", CaseMapping.capitalized) { byte, previous in
      previous == nil ? byte.uppercased : byte.lowercased
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.lowercased >= 0x61 && byte.lowercased <= 0x7A }

  /// - Parameter narrow: maps an ASCII character, given the one before it.
  private static func mapping(
    _ type: TypeObject, _ name: String, _ wide: @escaping ([UInt32]) -> [UInt32],
    narrow: @escaping (UInt8, UInt8?) -> UInt8
  ) {
    type.defineStr(name, "self, /") { (vm, s, _) throws(Raised) in
      try vm.charge(s.count >> 6)
      try vm.checkSize(s.count)
      guard s.isASCII else { return vm.str(codePoints: wide(s.codePoints)) }
      let source = s.ascii
      let made = StrObject.make(asciiCount: s.count, heap: vm.heap) { target in
        var previous: UInt8?
        for index in 0..<source.count {
          target[index] = narrow(source[index], previous)
          previous = source[index]
        }
      }
      return Value(made)
    }
  }
}
