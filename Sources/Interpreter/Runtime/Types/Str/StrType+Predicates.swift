extension StrType {
  static func installPredicates(_ type: TypeObject) {
    let isDigit: (UInt8) -> Bool = { $0.isDigit }
    let tests: [(String, (UInt32) -> Bool, (UInt8) -> Bool)] = [
      ("isalpha", Characters.isAlpha, { isLetter($0) }), ("isdecimal", Characters.isDecimal, isDigit),
      ("isdigit", Characters.isDigit, isDigit), ("isnumeric", Characters.isNumeric, isDigit),
      ("isalnum", Characters.isAlphanumeric, { isLetter($0) || $0.isDigit }),
      ("isspace", Characters.isSpace, { Characters.isSpace(UInt32($0)) }),
    ]
    for (name, wide, narrow) in tests {
      type.defineStr(name, "self, /") { (vm, s, _) throws(Raised) in
        try vm.charge(s.count >> 4)
        if s.isASCII { return .bool(s.count > 0 && s.ascii.allSatisfy(narrow)) }
        return .bool(s.wide.allSatisfy(wide))
      }
    }
    type.defineStr("isascii", "self, /") { (_, s, _) throws(Raised) in .bool(s.isASCII) }
    type.defineStr("isprintable", "self, /") { (vm, s, _) throws(Raised) in
      try vm.charge(s.count >> 4)
      return .bool((0..<s.count).allSatisfy { Characters.isPrintable(s[$0]) })
    }
    type.defineStr("isidentifier", "self, /") { (_, s, _) throws(Raised) in
      .bool(
        s.count > 0 && Characters.startsIdentifier(s[0])
          && (1..<s.count).allSatisfy { Characters.continuesIdentifier(s[$0]) })
    }
    type.defineStr("islower", "self, /") { (_, s, _) throws(Raised) in
      .bool(
        (0..<s.count).contains { Characters.isLower(s[$0]) }
          && !(0..<s.count).contains { Characters.isUpper(s[$0]) || Characters.isTitle(s[$0]) })
    }
    type.defineStr("isupper", "self, /") { (_, s, _) throws(Raised) in
      .bool(
        (0..<s.count).contains { Characters.isUpper(s[$0]) }
          && !(0..<s.count).contains { Characters.isLower(s[$0]) || Characters.isTitle(s[$0]) })
    }
    type.defineStr("istitle", "self, /") { (_, s, _) throws(Raised) in .bool(isTitled(s)) }
  }

  /// Capitals only at the start of words, small letters only after another letter.
  private static func isTitled(_ s: StrObject) -> Bool {
    var afterCased = false
    var hasCased = false
    for index in 0..<s.count {
      let point = s[index]
      if Characters.isUpper(point) || Characters.isTitle(point) {
        if afterCased { return false }
        (afterCased, hasCased) = (true, true)
      } else if Characters.isLower(point) {
        if !afterCased { return false }
        hasCased = true
      } else {
        afterCased = false
      }
    }
    return hasCased
  }
}
