/// The characters that `\N{NAME}` names.
package enum CharacterNames {
  /// The code point of a character's name or alias, in any case; nil if there is none.
  package static func codePoint(named name: String) -> UInt32? {
    let wanted = name.uppercased()
    if let ideograph = ideograph(wanted) { return ideograph }
    // A search instead of a table: such escapes are rare, and a table of all names would weigh a megabyte.
    for value in UInt32(0x20)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.name == wanted || scalar.properties.nameAlias == wanted { return value }
    }
    for value in UInt32(0xE0000)...0xE01FF {
      if let scalar = Unicode.Scalar(value), scalar.properties.name == wanted { return value }
    }
    return nil
  }

  private static func ideograph(_ name: String) -> UInt32? {
    let prefix = "CJK UNIFIED IDEOGRAPH-"
    guard name.hasPrefix(prefix), let value = UInt32(name.dropFirst(prefix.count), radix: 16) else { return nil }
    return Unicode.Scalar(value)?.properties.isUnifiedIdeograph == true ? value : nil
  }
}
