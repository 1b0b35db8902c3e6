extension StrType {
  static func installCase(_ type: TypeObject) {
    mapping(type, "upper", CaseMapping.upper) { source, target in
      for index in 0..<source.count { target[index] = source[index].uppercased }
    }
    for (name, wide) in [("lower", CaseMapping.lower), ("casefold", CaseMapping.folded)] {
      mapping(type, name, wide) { source, target in
        for index in 0..<source.count { target[index] = source[index].lowercased }
      }
    }
    mapping(type, "swapcase", CaseMapping.swapped) { source, target in
      for (index, byte) in source.enumerated() {
        target[index] = byte.uppercased == byte ? byte.lowercased : byte.uppercased
      }
    }
    mapping(type, "title", CaseMapping.title) { source, target in
      var isInWord = false
      for (index, byte) in source.enumerated() {
        target[index] = isInWord ? byte.lowercased : byte.uppercased
        isInWord = isLetter(byte)
      }
    }
    mapping(type, "capitalize", CaseMapping.capitalized) { source, target in
      for (index, byte) in source.enumerated() { target[index] = index == 0 ? byte.uppercased : byte.lowercased }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { byte.lowercased >= 0x61 && byte.lowercased <= 0x7A }

  /// - Parameter narrow: maps ASCII text.
  private static func mapping(
    _ type: TypeObject, _ name: String, _ wide: @escaping ([UInt32]) -> [UInt32],
    narrow: @escaping (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Void
  ) {
    type.defineStr(name, "self, /") { (vm, s, _) throws(Raised) in
      try vm.charge(s.count >> 6)
      try vm.checkSize(s.count)
      guard s.isASCII else { return vm.str(codePoints: wide(s.codePoints)) }
      return Value(StrObject.make(asciiCount: s.count, heap: vm.heap) { narrow(s.ascii, $0) })
    }
  }
}
