/// What is known of the names in one scope while its code is walked through.
struct Scope {
  enum Kind { case module, function, `class`, listComprehension, setComprehension, dictionaryComprehension, generator }

  /// How a name has been met so far.
  struct Uses: OptionSet {
    let rawValue: UInt16
    static let parameter = Uses(rawValue: 1)
    static let assigned = Uses(rawValue: 2)
    static let used = Uses(rawValue: 4)
    static let annotated = Uses(rawValue: 8)
    static let global = Uses(rawValue: 16)
    static let nonlocal = Uses(rawValue: 32)
    static let iterationVariable = Uses(rawValue: 64)
    static let namedTarget = Uses(rawValue: 128)
    /// Bound by an import, which unlike other bindings may come before `global`.
    static let imported = Uses(rawValue: 256)
  }

  /// A construct that `break`, `continue` and CPython's bound on nesting know of.
  enum Block { case loop, other }

  let kind: Kind
  var names: [String: Uses] = [:]
  /// Where names were declared.
  var globals: [String: SourceRange] = [:]
  var nonlocals: [String: SourceRange] = [:]
  var blocks: [Block] = []
  /// How many comprehensions' first iterables are being walked through.
  var iterableDepth = 0

  init(_ kind: Kind) { self.kind = kind }

  var isComprehension: Bool { comprehensionName != nil }

  var comprehensionName: String? {
    switch kind {
    case .listComprehension: "list comprehension"
    case .setComprehension: "set comprehension"
    case .dictionaryComprehension: "dict comprehension"
    case .generator: "generator expression"
    default: nil
    }
  }

  /// Is it a local name here that inner functions can refer to?
  func binds(_ name: String) -> Bool {
    guard let uses = names[name] else { return false }
    return !uses.isDisjoint(with: [.parameter, .assigned, .imported]) && uses.isDisjoint(with: [.global, .nonlocal])
      || uses.contains(.nonlocal)
  }
}
