// Calling functions written in Swift.

extension VM {
  /// Calls the function in the window, and clears that, if its arguments need no binding and what is left out of them
  /// has room in the frame. Nil if it must be called the general way.
  @inline(__always)
  func callInPlace(_ window: UnsafeMutablePointer<Value>, _ count: Int) throws(Raised) -> Value? {
    let function = window[0].nativeReference
    let hasReceiver = !window[1].isUnbound
    let arguments = hasReceiver ? window + 1 : window + 2
    let given = hasReceiver ? count &+ 1 : count
    var total = given
    if function._withUnsafeGuaranteedRef({ $0.exactCount != given }) {
      total = function._withUnsafeGuaranteedRef { $0.argumentCount(whenGiven: given) }
      if total < 0 || arguments + total > state.pointee.top { return nil }
      var index = given
      while index < total {
        arguments[index] = .unbound
        index &+= 1
      }
    }
    let value = try function.borrowed { (function) throws(Raised) in
      try function.invoke(self, Arguments(base: arguments, count: total))
    }
    let end = arguments + given
    var used = window
    while used != end {
      used.drop(0)
      used += 1
    }
    return value
  }

  /// Calls a function with its receiver, if any, and the argument that the instruction at `next` would load, where that is
  /// all that it takes. `.unbound`, and nothing done, if it must be called the general way.
  @inline(never)
  func callAtOnce(
    _ function: Unmanaged<NativeFunctionObject>, _ receiver: Value, argumentCount: Int,
    _ next: UnsafeMutablePointer<Instruction>, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Value {
    let given = receiver.isUnbound ? 0 : 1
    let count = given &+ argumentCount
    var total = count
    if function._withUnsafeGuaranteedRef({ $0.exactCount != count }) {
      total = function._withUnsafeGuaranteedRef { $0.argumentCount(whenGiven: count) }
      if total < 0 { return .unbound }
    }
    // What is borrowed from the frame's registers lies above them meanwhile.
    let window = state.pointee.top
    if argumentCount > 0 {
      let argument: Value
      switch next.pointee.op {
      case .move: argument = regs[Int(next.pointee.b)]
      case .integer: argument = .int(Int(Int32(truncatingIfNeeded: next.pointee.k)))
      default: argument = code.constants[next.pointee.k]
      }
      if argument.isUnbound { return .unbound }
      window[given] = argument
    }
    if given > 0 { window[0] = receiver }
    var index = count
    while index < total {
      window[index] = .unbound
      index &+= 1
    }
    state.pointee.top = window + max(total, 2)
    // Code that the function calls may give its name to something else.
    function._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    defer {
      Value(function).release()
      window[0] = .unbound
      window[1] = .unbound
      state.pointee.top = window
    }
    return try function.borrowed { (function) throws(Raised) in
      try function.invoke(self, Arguments(base: window, count: total))
    }
  }

  /// The same for what a global name stands for: a function, or a type that a function makes objects of.
  @inline(__always)
  func callAtOnce(
    _ callee: Value, argumentCount: Int, _ next: UnsafeMutablePointer<Instruction>,
    _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Value {
    if callee.kind == .native {
      return try callAtOnce(callee.nativeReference, .unbound, argumentCount: argumentCount, next, regs, code)
    }
    guard callee.kind == .type, let new = callee.directConstructor else { return .unbound }
    return try callAtOnce(new, callee, argumentCount: argumentCount, next, regs, code)
  }

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
        try function.invoke(self, Arguments(base: arguments, count: total))
      }
    }
    function._withUnsafeGuaranteedRef { $0.prepare() }
    if let result = try bindQuickly(function, arguments, count, keywords) { return result }
    return try bindNative(function.takeUnretainedValue(), arguments, count, keywords)
  }

  /// Binds on the stack what is regular, and calls; nil where anything is amiss.
  private func bindQuickly(
    _ function: Unmanaged<NativeFunctionObject>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    _ keywords: Value?
  ) throws(Raised) -> Value? {
    guard let layout = function._withUnsafeGuaranteedRef({ $0.layout }) else { return nil }
    let top = state.pointee.top
    let window = max(top, arguments + count)
    let end = window + layout.count
    if end + 16 > stackEnd { return nil }
    for index in 0..<layout.count { window[index] = .unbound }
    defer {
      // What was bound is borrowed, but for these two.
      if layout.variadic >= 0 { window[layout.variadic].release() }
      if layout.keywordVariadic >= 0 { window[layout.keywordVariadic].release() }
      for index in 0..<layout.count { window[index] = .unbound }
    }
    guard bind(layout, window, arguments, count, keywords) else { return nil }
    state.pointee.top = end
    defer { state.pointee.top = top }
    return try function.borrowed { (function) throws(Raised) in
      try function.invoke(self, Arguments(base: window, count: layout.count))
    }
  }

  /// False if the arguments do not fit.
  private func bind(
    _ layout: NativeLayout, _ window: UnsafeMutablePointer<Value>, _ arguments: UnsafeMutablePointer<Value>,
    _ count: Int, _ keywords: Value?
  ) -> Bool {
    let names = keywords?.reference(.tuple, to: TupleObject.self)
    let named = names?._withUnsafeGuaranteedRef { $0.count } ?? 0
    let positional = count - named
    if layout.keywordVariadic >= 0 { window[layout.keywordVariadic] = Value(DictObject.make(heap: heap)) }
    if layout.variadic >= 0 {
      let extra = max(positional - layout.positionalCount, 0)
      window[layout.variadic] = Value(copies(arguments + layout.positionalCount, extra))
    } else if positional > layout.positionalCount {
      return false
    }
    for index in 0..<min(positional, layout.positionalCount) { window[index] = arguments[index] }
    for index in 0..<named {
      guard let name = names?._withUnsafeGuaranteedRef({ $0.items[index] }).reference(.str, to: StrObject.self) else {
        return false
      }
      let value = arguments[positional + index]
      if let place = layout.place(of: name) {
        if !window[place].isUnbound { return false }
        window[place] = value
      } else if layout.keywordVariadic >= 0 {
        guard let dict = window[layout.keywordVariadic].asDict else { return false }
        name._withUnsafeGuaranteedRef { dict.set(interned: $0, value.retained()) }
      } else {
        return false
      }
    }
    for index in 0..<layout.requiredCount where window[index].isUnbound { return false }
    return true
  }

  @inline(never)
  private func bindNative(
    _ function: NativeFunctionObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: Value?
  ) throws(Raised) -> Value {
    let signature = function.signature
    let names = keywords?.asTuple
    let positional = count - (names?.count ?? 0)
    // The receiver is looked at first, whatever else is wrong.
    if let owner = function.owner, function.name != "__new__", positional > 0, !isInstance(arguments[0], owner) {
      throw raiseReceiver(function.name, qualifiedName(owner), arguments[0])
    }
    var bound = [Value](repeating: .unbound, count: signature.parameters.count)
    var owned: [Value] = []
    defer { for value in owned { value.release() } }
    for index in 0..<min(positional, signature.positionalCount) { bound[index] = arguments[index] }
    if positional > signature.positionalCount && !signature.hasVariadic {
      if let name = likePython(function) { throw tooMany(name, function, positional) }
      throw wrongCount(function, positional)
    }
    var extra: [(StrObject, Value)] = []
    if let names {
      for index in 0..<names.count {
        guard let name = names.items[index].asStr else { continue }
        let value = arguments[positional + index]
        if let place = signature.keywordIndex(name.string) {
          if !bound[place].isUnbound {
            if let shown = likePython(function) {
              throw raise(.typeError, "\(shown)() got multiple values for argument '\(name.string)'")
            }
            // A receiver is not counted.
            let shown = function.owner == nil ? place + 1 : place
            throw raise(
              .typeError, "argument for \(function.name)() given by name ('\(name.string)') and position (\(shown))")
          }
          bound[place] = value
        } else if signature.hasKeywordVariadic {
          extra.append((name, value))
        } else if let shown = likePython(function) {
          throw raise(.typeError, "\(shown)() got an unexpected keyword argument '\(name.string)'")
        } else {
          // How many there are, and whether some are missing, is looked at before their names.
          if let error = wrongTotal(function, count, keywords: names.count) { throw error }
          let given = names.values.compactMap { $0.asStr.flatMap { signature.keywordIndex($0.string) } }
          for (place, parameter) in signature.parameters.enumerated()
          where parameter.variety == .positionalOrKeyword && parameter.defaultText == nil && bound[place].isUnbound {
            if !given.contains(place), function.constructedName != "enumerate" {
              throw missingArgument(function, place, positional)
            }
          }
          throw unknownKeyword(function, name.string, positional)
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
        if bound[index].isUnbound && parameter.defaultText == nil {
          if let name = likePython(function) { throw missing(name, function, bound: bound) }
          throw missingArgument(function, index, positional)
        }
      }
    }
    let top = state.pointee.top
    if arguments + count > top { state.pointee.top = arguments + count }
    defer { state.pointee.top = top }
    let total = bound.count
    return try bound.withUnsafeMutableBufferPointer { (buffer) throws(Raised) -> Value in
      guard let base = buffer.baseAddress else {
        return try function.invoke(self, Arguments(base: arguments, count: 0))
      }
      return try function.invoke(self, Arguments(base: base, count: total))
    }
  }

  // MARK: Errors, in CPython's words

  /// Methods do not count their receiver.
  private func wrongCount(_ function: NativeFunctionObject, _ given: Int) -> Raised {
    let signature = function.signature
    let receiver = function.owner == nil && function.className == nil && function.constructedName == nil ? 0 : 1
    let maximum = signature.positionalCount - receiver
    let minimum = signature.requiredCount - receiver
    let count = given - receiver
    // A constructor is known by the name of its class, and never by `__new__`.
    let name =
      function.constructedName.map { $0 == "super" ? "super()" : $0 == "ReferenceType" ? "__new__" : $0 }
      ?? function.name
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
      case 1 where function.constructedName == nil && name != "sorted" && function.owner?.name != "BaseExceptionGroup":
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

  /// More arguments, named or not, than there are parameters; nil where that is not what is wrong.
  private func wrongTotal(_ function: NativeFunctionObject, _ count: Int, keywords: Int) -> Raised? {
    let signature = function.signature
    let receiver = function.owner == nil && function.className == nil ? 0 : 1
    let most = signature.parameters.count - receiver
    guard count - receiver > most, !signature.hasVariadic, !signature.hasKeywordVariadic, function.name != "sorted",
      signature.parameters.contains(where: { $0.variety == .positionalOrKeyword || $0.variety == .keywordOnly })
    else { return nil }
    let word = count == keywords + receiver ? "keyword argument" : "argument"
    return raise(
      .typeError,
      "\(function.constructedName ?? function.name)() takes at most \(most) \(word)\(most == 1 ? "" : "s") "
        + "(\(count - receiver) given)")
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
      if function.name == "__call__" { return raise(.typeError, "\(function.owner?.name ?? "") \(words)") }
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
    if function.isSlotWrapper, index == 0 { return wrongSlotCount(function, -1, 0, 0) }
    if function.owner != nil && index == 0 {
      return raise(.typeError, "unbound method \(function.owner?.name ?? "").\(function.name)() needs an argument")
    }
    if parameter.variety == .positionalOnly { return wrongCount(function, given) }
    let receiver = function.owner == nil && function.className == nil ? 0 : 1
    return raise(
      .typeError,
      "\(function.constructedName ?? function.name)() missing required argument '\(parameter.name)'"
        + (function.constructedName == "enumerate" ? "" : " (pos \(index + 1 - receiver))"))
  }

  private func unknownKeyword(_ function: NativeFunctionObject, _ name: String, _ given: Int) -> Raised {
    let signature = function.signature
    let takesKeywords = signature.parameters.contains {
      $0.variety == .positionalOrKeyword || $0.variety == .keywordOnly
    }
    if !takesKeywords {
      if function.name == "__call__" {
        return raise(.typeError, "\(function.owner?.name ?? "")() takes no keyword arguments")
      }
      if function.isSlotWrapper, function.constructedName == nil {
        return raise(.typeError, "wrapper \(function.name)() takes no keyword arguments")
      }
      return raise(.typeError, "\(function.constructedName ?? function.qualifiedName)() takes no keyword arguments")
    }
    if function.constructedName == "zip_longest" {
      return raise(.typeError, "zip_longest() got an unexpected keyword argument")
    }
    // Functions that ask for what must stand alone before they look at names.
    if function.owner == nil, given == 0 {
      if function.name == "sorted" { return raise(.typeError, "sorted expected 1 argument, got 0") }
      if function.name == "sum" { return raise(.typeError, "sum() takes at least 1 positional argument (0 given)") }
    }
    // `sorted` leaves them to the list's own method.
    let shown = function.constructedName ?? (function.name == "sorted" ? "sort" : function.name)
    return raise(.typeError, "'\(name)' is an invalid keyword argument for \(shown)()")
  }
}

extension NativeFunctionObject {
  /// `list.append`, `math.sqrt`, `len`: as messages about its arguments name it.
  fileprivate var qualifiedName: String {
    // CPython's `operator` is another module's.
    (owner?.name ?? className ?? (moduleName == "operator" ? "_operator" : moduleName)).map { "\($0).\(name)" } ?? name
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
