/// Words for wrong arguments of functions written in Swift whose originals in CPython are written in Python.
extension VM {
  /// How such a function names itself; nil for all others. Looked at only when the arguments are wrong.
  func likePython(_ function: NativeFunctionObject) -> String? {
    switch (function.owner?.name ?? function.moduleName, function.name) {
    case ("re", let name), ("copy", let name): name
    case ("Random", "random"), ("Random", "getrandbits"), ("Random", "__new__"), ("Counter", "__new__"): nil
    case ("Random", let name): "Random.\(name)"
    case ("Counter", let name): "Counter.\(name)"
    default: nil
    }
  }

  /// The receiver is counted.
  func tooMany(_ name: String, _ function: NativeFunctionObject, _ given: Int) -> Raised {
    let (least, most) = (function.signature.requiredCount, function.signature.positionalCount)
    let takes = least == most ? "\(most)" : "from \(least) to \(most)"
    let plural = least != most || most != 1 ? "s" : ""
    return raise(
      .typeError,
      "\(name)() takes \(takes) positional argument\(plural) but \(given) \(given == 1 ? "was" : "were") given")
  }

  func missing(_ name: String, _ function: NativeFunctionObject, bound: [Value]) -> Raised {
    let names = zip(function.signature.parameters, bound).prefix(function.signature.requiredCount)
      .filter { $0.1.isUnbound }.map { $0.0.name }
    return missing(name, names, "positional")
  }

  /// `f() missing 2 required positional arguments: 'a' and 'b'`.
  func missing(_ function: String, _ names: [String], _ variety: String) -> Raised {
    let quoted = names.map { "'\($0)'" }
    let list: String =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
      }
    return raise(
      .typeError,
      "\(function)() missing \(names.count) required \(variety) argument\(names.count == 1 ? "" : "s"): \(list)")
  }
}
