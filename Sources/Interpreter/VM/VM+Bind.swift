// Binding arguments to parameters.

extension VM {
  /// The same for positional arguments alone.
  @inline(__always)
  func bind(
    _ function: Unmanaged<FunctionObject>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) {
    let fits = function._withUnsafeGuaranteedRef {
      $0.codeReference._withUnsafeGuaranteedRef { count == $0.simpleParameterCount }
    }
    if !fits { try bindSlow(function, arguments, count, nil) }
  }

  /// Puts the arguments in the registers of their parameters, in place. `keywords` names the last arguments.
  @inline(__always)
  func bind(
    _ function: Unmanaged<FunctionObject>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: Value?
  ) throws(Raised) {
    if keywords == nil { return try bind(function, arguments, count) }
    try bindSlow(function, arguments, count, keywords)
  }

  @inline(never)
  private func bindSlow(
    _ reference: Unmanaged<FunctionObject>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: Value?
  ) throws(Raised) {
    if let keywords {
      if reference._withUnsafeGuaranteedRef({ bindNamed($0, arguments, count, keywords) }) { return }
    } else if reference._withUnsafeGuaranteedRef({ fillDefaults($0, arguments, count) }) {
      return
    }
    let function = reference.takeUnretainedValue()
    try bindGeneral(function, function.code, arguments, count, keywords)
  }

  /// If only the last of plain positional parameters are left out, and all of those have defaults, puts these in place.
  @inline(__always)
  private func fillDefaults(_ function: FunctionObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int) -> Bool
  {
    let parameters = function.codeReference._withUnsafeGuaranteedRef { max($0.simpleParameterCount, 0) }
    let missing = parameters - count
    let first = function.defaults.count - missing
    if missing <= 0 || first < 0 || arguments + parameters + 300 > stackEnd { return false }
    for offset in 0..<missing { arguments[count + offset] = function.defaults[first + offset].retained() }
    return true
  }

  /// Puts named arguments in place; false, and nothing done, where there is more to it.
  @inline(__always)
  private func bindNamed(
    _ function: FunctionObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: Value
  ) -> Bool {
    guard let names = keywords.reference(.tuple, to: TupleObject.self) else { return false }
    let layout = function.codeReference._withUnsafeGuaranteedRef { $0.parameters }
    let named = names._withUnsafeGuaranteedRef { $0.count }
    let given = count - named
    if layout.hasVariadic || layout.hasKeywordVariadic || given > layout.positionalCount { return false }
    let total = layout.count
    let bound = arguments + max(count, total)
    if bound + total + 300 > stackEnd { return false }
    bound.update(repeating: .unbound, count: total)
    defer { bound.update(repeating: .unbound, count: total) }
    let parameters = function.codeReference._withUnsafeGuaranteedRef { $0.localNamePointer }
    for index in 0..<named {
      guard case .object(let name) = names._withUnsafeGuaranteedRef({ $0.items[index] }) else { return false }
      // Names in the text of a program are interned.
      var place = max(given, layout.positionalOnlyCount)
      while place < total, parameters[place].toOpaque() != name.toOpaque() { place &+= 1 }
      if place == total || !bound[place].isUnbound { return false }
      bound[place] = arguments[given + index]
    }
    for place in given..<total where bound[place].isUnbound && function.defaultValue(place, layout).isUnbound {
      return false
    }
    for place in given..<total {
      let value = bound[place]
      arguments[place] = value.isUnbound ? function.defaultValue(place, layout).retained() : value
    }
    return true
  }

  private func bindGeneral(
    _ function: FunctionObject, _ code: CodeObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: Value?
  ) throws(Raised) {
    let layout = code.parameters
    let names = keywords?.asTuple
    let positional = count - (names?.count ?? 0)
    if arguments + count + 2 * layout.count + 300 > stackEnd {
      throw raise(.recursionError, "maximum recursion depth exceeded")
    }
    // Errors leave the arguments where they are, for the caller to release: work on a borrowed copy beyond them.
    let bound = UnsafeMutableBufferPointer(start: arguments + max(count, layout.count), count: layout.count)
    bound.update(repeating: .unbound)
    defer { bound.update(repeating: .unbound) }
    for index in 0..<min(positional, layout.positionalCount) { bound[index] = arguments[index] }
    var extraKeywords: [(StrObject, Value)] = []
    if let names {
      for index in 0..<names.count {
        guard let name = names.items[index].asStr else { continue }
        let value = arguments[positional + index]
        if let register = keywordRegister(code, name) {
          if !bound[register].isUnbound {
            throw raise(
              .typeError, "\(function.qualifiedName)() got multiple values for argument '\(name.string)'")
          }
          bound[register] = value
        } else if layout.hasKeywordVariadic {
          extraKeywords.append((name, value))
        } else {
          throw unexpectedKeyword(function, names, positional)
        }
      }
    }
    if positional > layout.positionalCount && !layout.hasVariadic {
      throw tooManyPositional(function, positional, names)
    }
    let firstDefault = layout.positionalCount - function.defaults.count
    for index in 0..<layout.positionalCount where bound[index].isUnbound && index < firstDefault {
      throw missingPositional(function, bound)
    }
    for index in 0..<layout.keywordOnlyCount
    where bound[layout.positionalCount + index].isUnbound && function.keywordDefaults[index].isUnbound {
      throw missingKeywordOnly(function, bound)
    }
    // Nothing can fail from here on.
    for index in max(firstDefault, 0)..<max(firstDefault, 0, layout.positionalCount) where bound[index].isUnbound {
      bound[index] = function.defaults[index - firstDefault].retained()
    }
    for index in 0..<layout.keywordOnlyCount where bound[layout.positionalCount + index].isUnbound {
      bound[layout.positionalCount + index] = function.keywordDefaults[index].retained()
    }
    if layout.hasVariadic {
      let surplus = max(positional - layout.positionalCount, 0)
      let rest = TupleObject.make(count: surplus, heap: heap)
      for index in 0..<surplus { rest.items[index] = arguments[layout.positionalCount + index] }
      bound[layout.variadicRegister] = Value(rest)
    }
    if layout.hasKeywordVariadic {
      let dict = DictObject.make(heap: heap)
      for (name, value) in extraKeywords { dict.set(interned: name, value) }
      bound[layout.keywordVariadicRegister] = Value(dict)
    }
    for index in layout.count..<max(count, layout.count) { arguments[index] = .unbound }
    for index in 0..<layout.count { arguments[index] = bound[index] }
  }

  private func keywordRegister(_ code: CodeObject, _ name: StrObject) -> Int? {
    let layout = code.parameters
    for index in layout.positionalOnlyCount..<(layout.positionalCount + layout.keywordOnlyCount)
    where code.localNames[index] === name || code.localNames[index].isEqual(to: name) { return index }
    return nil
  }

  // MARK: Errors, in CPython's words

  private func unexpectedKeyword(_ function: FunctionObject, _ names: TupleObject, _ positional: Int) -> Raised {
    let layout = function.code.parameters
    let given = names.values.compactMap { $0.asStr?.string }
    let positionalOnly = function.code.localNames.prefix(layout.positionalOnlyCount).map(\.string)
    let clashing = positionalOnly.filter { given.contains($0) }
    if !clashing.isEmpty {
      return raise(
        .typeError,
        "\(function.qualifiedName)() got some positional-only arguments passed as keyword arguments: "
          + "'\(clashing.joined(separator: ", "))'")
    }
    let unknown = given.first { name in keywordRegister(function.code, heap.intern(name)) == nil } ?? ""
    if let like = likeC(function) {
      let total = like.maximum + layout.keywordOnlyCount
      return unexpectedKeyword(like, unknown, given: positional + given.count - like.receiver, total: total)
    }
    return raise(.typeError, "\(function.qualifiedName)() got an unexpected keyword argument '\(unknown)'")
  }

  private func tooManyPositional(
    _ function: FunctionObject, _ given: Int, _ names: TupleObject?
  ) -> Raised {
    let layout = function.code.parameters
    if let like = likeC(function) {
      let count = given + (names?.count ?? 0) - like.receiver
      return wrongCount(like, count, like.maximum + layout.keywordOnlyCount)
    }
    let maximum = layout.positionalCount
    let minimum = maximum - function.defaults.count
    let takes = minimum == maximum ? "\(maximum)" : "from \(minimum) to \(maximum)"
    let plural = minimum != maximum || maximum != 1
    var was = "\(given) \(given == 1 ? "was" : "were") given"
    let keywordOnly = (0..<layout.keywordOnlyCount).filter { index in
      names?.values.contains { $0.asStr?.isEqual(to: function.code.localNames[maximum + index]) ?? false } ?? false
    }.count
    if keywordOnly > 0 {
      was =
        "\(given) positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument"
        + "\(keywordOnly == 1 ? "" : "s")) were given"
    }
    return raise(
      .typeError,
      "\(function.qualifiedName)() takes \(takes) positional argument\(plural ? "s" : "") but \(was)")
  }

  private func missingPositional(_ function: FunctionObject, _ bound: UnsafeMutableBufferPointer<Value>) -> Raised {
    let layout = function.code.parameters
    let required = layout.positionalCount - function.defaults.count
    if let like = likeC(function) {
      if like.receiver == 1, bound[0].isUnbound {
        return raise(.typeError, "unbound method \(function.qualifiedName)() needs an argument")
      }
      let index = (like.receiver..<max(required, like.receiver)).first { bound[$0].isUnbound } ?? like.receiver
      let given = (like.receiver..<layout.positionalCount).filter { !bound[$0].isUnbound }.count
      return missing(
        like, function.code.localNames[index].string, position: index - like.receiver, given: given,
        total: like.maximum + layout.keywordOnlyCount)
    }
    let names = (0..<required).filter { bound[$0].isUnbound }.map { function.code.localNames[$0].string }
    return missing(function.qualifiedName, names, "positional")
  }

  private func missingKeywordOnly(_ function: FunctionObject, _ bound: UnsafeMutableBufferPointer<Value>) -> Raised {
    let layout = function.code.parameters
    let names = (0..<layout.keywordOnlyCount).filter { index in
      bound[layout.positionalCount + index].isUnbound && function.keywordDefaults[index].isUnbound
    }.map { function.code.localNames[layout.positionalCount + $0].string }
    return missing(function.qualifiedName, names, "keyword-only")
  }
}

extension FunctionObject {
  /// Of a parameter: borrowed, `.unbound` if it has none.
  @inline(__always)
  fileprivate func defaultValue(_ place: Int, _ layout: CodeObject.ParameterLayout) -> Value {
    if place >= layout.positionalCount { return keywordDefaults[place - layout.positionalCount] }
    let index = place - (layout.positionalCount - defaults.count)
    return index < 0 ? .unbound : defaults[index]
  }
}
