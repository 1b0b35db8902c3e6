/// Words for wrong arguments of functions written in Python here whose originals in CPython are written in C: those
/// do not speak of positional arguments as a Python function does.
extension VM {
  /// What CPython calls the modules by which such functions are named.
  private static let originals = [
    "binascii": "binascii", "datetime": "_datetime", "decimal": "decimal", "hashlib": "_hashlib", "struct": "_struct",
    "array": "array", "zlib": "zlib", "warnings": "_warnings",
  ]

  /// A function as its messages see it.
  struct LikeC {
    /// With parentheses, except where CPython just says `function`.
    let shown: String
    /// `date.replace()`, `_struct.pack()`: where no argument has a name.
    let qualified: String
    /// Leading parameters that the caller does not write.
    let receiver: Int
    let positionalOnly: Int
    let maximum: Int
    let minimum: Int
  }

  /// Nil for all functions that are Python's in CPython too; looked at only when the arguments are wrong.
  func likeC(_ function: FunctionObject) -> LikeC? {
    guard let module = function.globals.get("__name__")?.asStr?.string, let original = VM.originals[module] else {
      return nil
    }
    if module == "warnings", !["warn", "warn_explicit"].contains(function.qualifiedName) { return nil }
    let path = function.qualifiedName.split(separator: ".").map(String.init)
    let receiver = path.count > 1 && path[path.count - 2] != "<locals>" ? 1 : 0
    let isConstructor = receiver == 1 && ["__new__", "__init__"].contains(function.name)
    let name = isConstructor ? path[path.count - 2] : function.name
    let layout = function.code.parameters
    let maximum = layout.positionalCount - receiver
    // Most constructors of dates just say `function`.
    let isUnnamed =
      module == "decimal" || isConstructor && module == "datetime" && !["timezone", "timedelta"].contains(name)
    return LikeC(
      shown: isUnnamed ? "function" : "\(name == "timedelta" ? "__new__" : name)()",
      qualified: isConstructor
        ? "\(name)()" : (receiver == 1 ? path.joined(separator: ".") : "\(original).\(name)") + "()",
      receiver: receiver, positionalOnly: max(layout.positionalOnlyCount - receiver, 0), maximum: maximum,
      minimum: max(maximum - function.defaults.count, 0))
  }

  /// Setting or deleting a property that is a field or computed in C in CPython; nil for others.
  func raiseReadOnlyLikeC(_ property: PropertyObject) -> Raised? {
    guard let getter = property.getter.cast(.function, to: FunctionObject.self),
      let module = getter.globals.get("__name__")?.asStr?.string, module == "time" || VM.originals[module] != nil,
      let owner = getter.qualifiedName.split(separator: ".").first, let name = property.name.asStr?.string
    else { return nil }
    if ["timedelta", "struct_time"].contains(owner) { return raise(.attributeError, "readonly attribute") }
    return raise(.attributeError, "attribute '\(name)' of '\(module).\(owner)' objects is not writable")
  }

  /// Too many or too few where no argument has a name, and too many of any.
  func wrongCount(_ function: LikeC, _ given: Int, _ total: Int) -> Raised {
    let name = function.shown.hasSuffix("()") ? String(function.shown.dropLast(2)) : function.shown
    let (least, most) = (function.minimum, function.maximum)
    if function.positionalOnly < most {
      return raise(
        .typeError,
        "\(function.shown) takes \(least == most ? "exactly" : "at most") \(total) argument"
          + "\(total == 1 ? "" : "s") (\(given) given)")
    }
    if least == most, most < 2 {
      return raise(
        .typeError,
        "\(function.qualified) takes \(most == 0 ? "no arguments" : "exactly one argument") (\(given) given)")
    }
    let bound = least == most ? "" : given < least ? "at least " : "at most "
    let limit = given < least ? least : most
    return raise(.typeError, "\(name) expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(given)")
  }

  func missing(_ function: LikeC, _ name: String, position: Int, given: Int, total: Int) -> Raised {
    if position < function.positionalOnly { return wrongCount(function, given, total) }
    return raise(.typeError, "\(function.shown) missing required argument '\(name)' (pos \(position + 1))")
  }

  func unexpectedKeyword(_ function: LikeC, _ name: String, given: Int, total: Int) -> Raised {
    if function.positionalOnly == total { return raise(.typeError, "\(function.qualified) takes no keyword arguments") }
    if given > total { return wrongCount(function, given, total) }
    let shown = function.shown == "function" ? "this function" : function.shown
    return raise(.typeError, "'\(name)' is an invalid keyword argument for \(shown)")
  }
}
