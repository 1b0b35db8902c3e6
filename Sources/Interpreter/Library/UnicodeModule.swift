import PythonSyntax

/// `_unicode`: what the Unicode tables of the Swift library say of a character. The rest stands in `unicodedata`.
enum UnicodeModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_unicode", heap: vm.heap)
    module.define("name", "point, /") { (vm, a) throws(Raised) in
      guard let name = try scalar(a[0], vm)?.properties.name else { return .none }
      return vm.str(name)
    }
    module.define("lookup", "name, /") { (vm, a) throws(Raised) in
      guard let name = a[0].asStr?.string, let point = CharacterNames.codePoint(named: name) else { return .none }
      return .int(Int(point))
    }
    module.define("category", "point, /") { (vm, a) throws(Raised) in
      guard let scalar = try scalar(a[0], vm) else { return vm.str("Cs") }
      return vm.str(letters(scalar.properties.generalCategory))
    }
    module.define("combining", "point, /") { (vm, a) throws(Raised) in
      .int(Int(try scalar(a[0], vm)?.properties.canonicalCombiningClass.rawValue ?? 0))
    }
    module.define("mirrored", "point, /") { (vm, a) throws(Raised) in
      .int(try scalar(a[0], vm)?.properties.isBidiMirrored == true ? 1 : 0)
    }
    module.define("number", "point, /") { (vm, a) throws(Raised) in
      guard let properties = try scalar(a[0], vm)?.properties, let type = properties.numericType,
        let value = properties.numericValue
      else { return .none }
      let kind =
        switch type {
        case .decimal: "decimal"
        case .digit: "digit"
        default: "numeric"
        }
      return vm.tuple([vm.str(kind), .float(value)])
    }
    return module
  }

  /// nil for half of a surrogate pair.
  private static func scalar(_ value: Value, _ vm: VM) throws(Raised) -> Unicode.Scalar? {
    UInt32(exactly: try vm.index(value)).flatMap(Unicode.Scalar.init)
  }

  private static func letters(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
