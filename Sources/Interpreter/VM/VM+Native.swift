// Calling functions written in Swift.

extension VM {
  /// Calls with arguments that stay the caller's. Beyond them the stack is free for absent optional ones.
  func callNative(
    _ function: Unmanaged<NativeFunctionObject>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: Value?
  ) throws(Raised) -> Value {
    let top = state.pointee.top
    let total = function._withUnsafeGuaranteedRef { $0.argumentCount(whenGiven: count) }
    if keywords == nil, total >= 0 {
      if arguments + total + 16 > stackEnd { throw raise(.recursionError, "maximum recursion depth exceeded") }
      for index in count..<max(count, total) { arguments[index] = .unbound }
      if arguments + total > top { state.pointee.top = arguments + total }
      defer { state.pointee.top = top }
      return try function.borrowed { (function) throws(Raised) in
        try function.body(self, Arguments(base: arguments, count: total))
      }
    }
    return try bindNative(function.takeUnretainedValue(), arguments, count, keywords)
  }

  @inline(never)
  private func bindNative(
    _ function: NativeFunctionObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: Value?
  ) throws(Raised) -> Value {
    let signature = function.signature
    if function.directCount < 0, !signature.hasVariadic, !signature.hasKeywordVariadic {
      let required = signature.parameters.contains { $0.variety == .keywordOnly && $0.defaultText == nil }
      if !required {
        function.prepareDirect()
        if keywords == nil, count >= signature.requiredCount, count <= signature.positionalCount {
          return try callNative(Unmanaged.passUnretained(function), arguments, count, nil)
        }
      }
    }
    if keywords == nil, signature.hasVariadic, count >= signature.requiredCount, !function.needsKeywords {
      return try callVariadic(function, signature, arguments, count)
    }
    let names = keywords?.asTuple
    let positional = count - (names?.count ?? 0)
    var bound = [Value](repeating: .unbound, count: signature.parameters.count)
    var owned: [Value] = []
    defer { for value in owned { value.release() } }
    for index in 0..<min(positional, signature.positionalCount) { bound[index] = arguments[index] }
    if positional > signature.positionalCount && !signature.hasVariadic {
      throw wrongCount(function, positional)
    }
    var extra: [(StrObject, Value)] = []
    if let names {
      for index in 0..<names.count {
        guard let name = names.items[index].asStr else { continue }
        let value = arguments[positional + index]
        if let place = signature.keywordIndex(name.string) {
          if !bound[place].isUnbound {
            throw raise(
              .typeError,
              "argument for \(function.name)() given by name ('\(name.string)') and position (\(place + 1))")
          }
          bound[place] = value
        } else if signature.hasKeywordVariadic {
          extra.append((name, value))
        } else {
          throw unknownKeyword(function, name.string)
        }
      }
    }
    for (index, parameter) in signature.parameters.enumerated() {
      switch parameter.variety {
      case .variadic:
        let first = signature.positionalCount
        let rest = positional > first ? (first..<positional).map { arguments[$0].retained() } : []
        bound[index] = tuple(rest)
        owned.append(bound[index])
      case .keywordVariadic:
        let dict = DictObject.make(heap: heap)
        for (name, value) in extra { dict.set(interned: name, value.retained()) }
        bound[index] = Value(dict)
        owned.append(bound[index])
      case .positionalOnly, .positionalOrKeyword, .keywordOnly:
        if bound[index].isUnbound && parameter.defaultText == nil { throw missingArgument(function, index, positional) }
      }
    }
    let top = state.pointee.top
    if arguments + count > top { state.pointee.top = arguments + count }
    defer { state.pointee.top = top }
    let total = bound.count
    return try bound.withUnsafeMutableBufferPointer { (buffer) throws(Raised) -> Value in
      guard let base = buffer.baseAddress else {
        return try function.body(self, Arguments(base: arguments, count: 0))
      }
      return try function.body(self, Arguments(base: base, count: total))
    }
  }

  /// The common call of a function with `*args`: by position, bound on the stack beyond the arguments.
  private func callVariadic(
    _ function: NativeFunctionObject, _ signature: Signature, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> Value {
    let total = signature.parameters.count
    let positional = signature.positionalCount
    let bound = arguments + count
    if bound + total + 16 > stackEnd { throw raise(.recursionError, "maximum recursion depth exceeded") }
    for index in 0..<total { bound[index] = index < min(positional, count) ? arguments[index] : .unbound }
    let rest = TupleObject.make(count: max(count - positional, 0), type: heap.types.tuple)
    for index in 0..<rest.count { rest.items[index] = arguments[positional + index].retained() }
    bound[positional] = Value(rest)
    let dict = signature.hasKeywordVariadic ? Value(DictObject(heap: heap)) : .unbound
    if signature.hasKeywordVariadic { bound[total - 1] = dict }
    let top = state.pointee.top
    if bound + total > top { state.pointee.top = bound + total }
    defer {
      // The others were borrowed.
      for index in 0..<total { bound[index] = .unbound }
      state.pointee.top = top
      Value(rest).release()
      dict.release()
    }
    return try function.body(self, Arguments(base: bound, count: total))
  }

  // MARK: Errors, in CPython's words

  /// Methods do not count their receiver.
  private func wrongCount(_ function: NativeFunctionObject, _ given: Int) -> Raised {
    let signature = function.signature
    let receiver = function.owner == nil && function.constructedName == nil ? 0 : 1
    let maximum = signature.positionalCount - receiver
    let minimum = signature.requiredCount - receiver
    let count = given - receiver
    // A constructor is known by the name of its class, and never by `__new__`.
    let name = function.constructedName.map { $0 == "super" ? "super()" : $0 } ?? function.name
    let qualified = function.constructedName == nil ? function.qualifiedName : "\(name).\(function.name)"
    let hasKeywordsOnly = function.constructedName == nil && signature.hasKeywordOnly && !signature.hasVariadic
    if hasKeywordsOnly && name != "sorted" && (count > maximum || minimum == maximum) {
      let bound = minimum == maximum ? "exactly" : "at most"
      return raise(
        .typeError,
        maximum == 0
          ? "\(name)() takes no positional arguments"
          : "\(name)() takes \(bound) \(maximum) positional argument\(maximum == 1 ? "" : "s") (\(count) given)")
    }
    if function.readsFormat {
      let limit = count < minimum ? "at least \(minimum)" : "at most \(maximum)"
      return raise(
        .typeError,
        "\(name)() takes \(limit) argument\((count < minimum ? minimum : maximum) == 1 ? "" : "s") (\(count) given)")
    }
    if name == "log" && maximum == 2 && function.moduleName == "math" {
      return raise(.typeError, "math.log requires 1 to 2 arguments")
    }
    if function.isSlotWrapper, function.constructedName == nil {
      return wrongSlotCount(function, count, minimum, maximum)
    }
    if minimum == maximum {
      switch maximum {
      case 0: return raise(.typeError, "\(qualified)() takes no arguments (\(count) given)")
      case 1 where function.constructedName == nil && name != "sorted":
        return raise(.typeError, "\(qualified)() takes exactly one argument (\(count) given)")
      default:
        return raise(
          .typeError, "\(name) expected \(maximum) argument\(maximum == 1 ? "" : "s"), got \(count)")
      }
    }
    if signature.parameters.contains(where: { $0.variety == .positionalOrKeyword || $0.variety == .keywordOnly }) {
      if count < minimum {
        return raise(
          .typeError,
          "\(name)() takes at least \(minimum) positional argument\(minimum == 1 ? "" : "s") (\(count) given)")
      }
      let atMost = signature.parameters.count - receiver
      return raise(
        .typeError,
        "\(name)() takes at most \(atMost) argument\(atMost == 1 ? "" : "s") (\(count) given)")
    }
    return raise(
      .typeError,
      count > maximum
        ? "\(name) expected at most \(maximum) argument\(maximum == 1 ? "" : "s"), got \(count)"
        : "\(name) expected at least \(minimum) argument\(minimum == 1 ? "" : "s"), got \(count)")
  }

  /// The words for what CPython keeps in slots: the function is named only where its arguments are missing altogether.
  private func wrongSlotCount(_ function: NativeFunctionObject, _ count: Int, _ minimum: Int, _ maximum: Int) -> Raised
  {
    if count < 0 {
      return raise(
        .typeError, "descriptor '\(function.name)' of '\(function.owner?.name ?? "")' object needs an argument")
    }
    if minimum == maximum {
      let words = "expected \(maximum) argument\(maximum == 1 ? "" : "s"), got \(count)"
      return raise(.typeError, maximum == 1 || maximum == 0 ? words : " " + words)
    }
    let bound = count < minimum ? "at least \(minimum)" : "at most \(maximum)"
    return raise(
      .typeError,
      " expected \(bound) argument\((count < minimum ? minimum : maximum) == 1 ? "" : "s"), got \(count)")
  }

  private func missingArgument(_ function: NativeFunctionObject, _ index: Int, _ given: Int) -> Raised {
    let signature = function.signature
    let parameter = signature.parameters[index]
    if function.name == "__new__", index == 0 {
      return raise(.typeError, "\(function.owner?.name ?? "").__new__(): not enough arguments")
    }
    if function.isSlotWrapper, index == 0 { return wrongCount(function, given) }
    if function.owner != nil && index == 0 {
      return raise(.typeError, "unbound method \(function.owner?.name ?? "").\(function.name)() needs an argument")
    }
    if parameter.variety == .positionalOnly { return wrongCount(function, given) }
    let receiver = function.owner == nil ? 0 : 1
    return raise(
      .typeError,
      "\(function.constructedName ?? function.name)() missing required argument '\(parameter.name)'"
        + (function.constructedName == "enumerate" ? "" : " (pos \(index + 1 - receiver))"))
  }

  private func unknownKeyword(_ function: NativeFunctionObject, _ name: String) -> Raised {
    let signature = function.signature
    let takesKeywords = signature.parameters.contains {
      $0.variety == .positionalOrKeyword || $0.variety == .keywordOnly
    }
    if !takesKeywords {
      return raise(.typeError, "\(function.constructedName ?? function.qualifiedName)() takes no keyword arguments")
    }
    return raise(
      .typeError, "'\(name)' is an invalid keyword argument for \(function.constructedName ?? function.name)()")
  }
}

extension NativeFunctionObject {
  /// `list.append`, `math.sqrt`, `len`: as messages about its arguments name it.
  fileprivate var qualifiedName: String {
    (owner?.name ?? moduleName).map { "\($0).\(name)" } ?? name
  }

  /// Methods of texts that CPython reads the arguments of by a format, which has its own words.
  fileprivate var readsFormat: Bool {
    switch name {
    case "find", "rfind", "index", "rindex", "count", "startswith", "endswith":
      owner?.layout == .str || owner?.layout == .bytes || owner?.name == "bytearray"
    default: false
    }
  }

  /// The class that calls of this `__new__` or `__init__` make; nil for other functions.
  fileprivate var constructedName: String? { name == "__new__" || name == "__init__" ? owner?.name : nil }
}

extension Signature {
  /// The parameter that a keyword names; nil if there is none.
  func keywordIndex(_ name: String) -> Int? {
    parameters.firstIndex { parameter in
      (parameter.variety == .positionalOrKeyword || parameter.variety == .keywordOnly) && parameter.name == name
    }
  }
}
