// Binding arguments to parameters.

extension VM {
  /// Puts the arguments in the registers of their parameters, in place. `keywords` names the last arguments.
  @inline(__always)
  func bind(
    _ function: Unmanaged<FunctionObject>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: Value?
  ) throws(Raised) {
    let fits = function._withUnsafeGuaranteedRef {
      $0.codeReference._withUnsafeGuaranteedRef { count == $0.parameterCount && $0.hasSimpleParameters }
    }
    if fits && keywords == nil { return }
    try bindSlow(function.takeUnretainedValue(), arguments, count, keywords)
  }

  @inline(never)
  private func bindSlow(
    _ function: FunctionObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: Value?
  ) throws(Raised) {
    let code = function.code
    let layout = code.parameters
    let names = keywords?.asTuple
    let positional = count - (names?.count ?? 0)
    if arguments + layout.count + 300 > stackEnd { throw raise(.recursionError, "maximum recursion depth exceeded") }
    // Errors leave the arguments where they are, for the caller to release: work on a copy.
    var bound = [Value](repeating: .unbound, count: layout.count)
    for index in 0..<min(positional, layout.positionalCount) { bound[index] = arguments[index] }
    if positional > layout.positionalCount && !layout.hasVariadic {
      throw tooManyPositional(function, positional, bound, names)
    }
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
          throw unexpectedKeyword(function, names)
        }
      }
    }
    var defaulted: [Int] = []
    let firstDefault = layout.positionalCount - function.defaults.count
    for index in 0..<layout.positionalCount where bound[index].isUnbound && index >= firstDefault {
      bound[index] = function.defaults[index - firstDefault]
      defaulted.append(index)
    }
    for index in 0..<layout.keywordOnlyCount where bound[layout.positionalCount + index].isUnbound {
      bound[layout.positionalCount + index] = function.keywordDefaults[index]
      defaulted.append(layout.positionalCount + index)
    }
    try checkMissing(function, bound)
    // Nothing can fail from here on.
    for index in defaulted { _ = bound[index].retained() }
    if layout.hasVariadic {
      let rest = positional > layout.positionalCount ? (layout.positionalCount..<positional).map { arguments[$0] } : []
      bound[layout.variadicRegister] = tuple(rest)
    }
    if layout.hasKeywordVariadic {
      let dict = DictObject(heap: heap)
      for (name, value) in extraKeywords { dict.set(interned: name, value) }
      bound[layout.keywordVariadicRegister] = Value(dict)
    }
    for index in 0..<max(count, bound.count) { arguments[index] = index < bound.count ? bound[index] : .unbound }
  }

  private func keywordRegister(_ code: CodeObject, _ name: StrObject) -> Int? {
    let layout = code.parameters
    for index in layout.positionalOnlyCount..<(layout.positionalCount + layout.keywordOnlyCount)
    where code.localNames[index].isEqual(to: name) { return index }
    return nil
  }

  // MARK: Errors, in CPython's words

  private func unexpectedKeyword(_ function: FunctionObject, _ names: TupleObject) -> Raised {
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
    return raise(.typeError, "\(function.qualifiedName)() got an unexpected keyword argument '\(unknown)'")
  }

  private func tooManyPositional(
    _ function: FunctionObject, _ given: Int, _ bound: [Value], _ names: TupleObject?
  ) -> Raised {
    let layout = function.code.parameters
    let maximum = layout.positionalCount
    let minimum = maximum - function.defaults.count
    let takes = minimum == maximum ? "\(maximum)" : "from \(minimum) to \(maximum)"
    let plural = minimum == maximum ? maximum != 1 : maximum != 1
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

  private func checkMissing(_ function: FunctionObject, _ bound: [Value]) throws(Raised) {
    let layout = function.code.parameters
    let names = function.code.localNames
    let positional = (0..<layout.positionalCount).filter { bound[$0].isUnbound }.map { names[$0].string }
    if !positional.isEmpty { throw missing(function, positional, "positional") }
    let keywordOnly = (layout.positionalCount..<(layout.positionalCount + layout.keywordOnlyCount))
      .filter { bound[$0].isUnbound }.map { names[$0].string }
    if !keywordOnly.isEmpty { throw missing(function, keywordOnly, "keyword-only") }
  }

  private func missing(_ function: FunctionObject, _ names: [String], _ variety: String) -> Raised {
    let quoted = names.map { "'\($0)'" }
    let list: String =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
      }
    return raise(
      .typeError,
      "\(function.qualifiedName)() missing \(names.count) required \(variety) argument"
        + "\(names.count == 1 ? "" : "s"): \(list)")
  }
}
