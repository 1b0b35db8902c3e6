// Calls with `*` and `**`.

extension VM {
  /// `f(*args, **kwargs)`: the window's arguments are an iterable, and a mapping or unbound. They are laid out above the
  /// caller's registers. True if a frame was entered.
  func callUnpacked(
    window: UnsafeMutablePointer<Value>, result: UInt16, caller: UnsafeMutablePointer<Value>
  ) throws(Raised) -> Bool {
    if !window[3].isUnbound { try makeKeywords(window) }
    if window[2].kind != .tuple { try makePositional(window) }
    guard let positional = window[2].asTuple else { throw raise(.systemError, "no argument tuple") }
    let keywords = window[3].asDict
    let target = state.pointee.top
    let total = positional.count + (keywords?.count ?? 0)
    if total > stackEnd - target - 320 { throw raise(.recursionError, "maximum recursion depth exceeded") }
    for index in 0..<positional.count { target[2 + index] = positional.items[index].retained() }
    var names: Value?
    if let keywords, keywords.count > 0 {
      let tuple = TupleObject.make(count: keywords.count, heap: heap)
      var index = 0
      for place in 0..<keywords.entryCount where !keywords.entries[place].key.isUnbound {
        tuple.items[index] = keywords.entries[place].key.retained()
        target[2 + positional.count + index] = keywords.entries[place].value.retained()
        index += 1
      }
      names = Value(tuple)
    }
    defer { names?.release() }
    for index in 0..<2 {
      target[index] = window[index]
      window[index] = .unbound
    }
    window.drop(2)
    window.drop(3)
    do throws(Raised) {
      return try call(window: target, count: total, keywords: names, result: result, caller: caller)
    } catch {
      for index in 0..<(2 + total) { target.drop(index) }
      throw error
    }
  }

  /// Puts a tuple in the place of what stands after `*`.
  private func makePositional(_ window: UnsafeMutablePointer<Value>) throws(Raised) {
    try checkUnpackable(window[2], callee: window[0])
    let items = try array(window[2])
    window.drop(2)
    window[2] = tuple(items)
  }

  /// Puts a dict in the place of what stands after `**`, if it is not a plain one with strings for keys.
  private func makeKeywords(_ window: UnsafeMutablePointer<Value>) throws(Raised) {
    if let dict = window[3].asDict, dict.type === heap.types.dict,
      (0..<dict.entryCount).allSatisfy({ dict.entries[$0].key.isUnbound || dict.entries[$0].key.kind == .str })
    {
      return
    }
    let merged = Value(DictObject.make(heap: heap))
    do throws(Raised) {
      try mergeKeywords(window[3], into: merged, callee: window[0])
    } catch {
      merged.release()
      throw error
    }
    window.drop(3)
    window[3] = merged
  }

  /// What stands after `*` must be iterable.
  func checkUnpackable(_ value: Value, callee: Value?) throws(Raised) {
    let type = heap.types.of(value)
    guard type[.iter].isUnbound && type[.getitem].isUnbound else { return }
    let words = callee.map { "\(callableName($0)) argument" } ?? "Value"
    throw raise(.typeError, "\(words) after * must be an iterable, not \(typeName(value))")
  }

  /// One of several keywords or mappings of a call.
  func mergeKeywords(_ regs: UnsafeMutablePointer<Value>, _ i: Instruction) throws(Raised) {
    try mergeKeywords(regs[Int(i.b)], into: regs[Int(i.a)], callee: regs[Int(i.c)])
    regs.drop(Int(i.b))
    regs.drop(Int(i.c))
  }

  /// Keywords of a call: strings only, none twice.
  private func mergeKeywords(_ source: Value, into target: Value, callee: Value) throws(Raised) {
    guard let dict = target.asDict else { return }
    try forEachItem(
      of: source,
      otherwise: "\(callableName(callee)) argument after ** must be a mapping, not \(typeName(source))"
    ) { (key, value) throws(Raised) in
      guard let keyword = key.asStr else { throw self.raise(.typeError, "keywords must be strings") }
      if dict.find(keyword) != nil {
        throw self.raise(
          .typeError, "\(self.callableName(callee)) got multiple values for keyword argument '\(keyword.string)'")
      }
      try self.dictSet(dict, key, value)
    }
  }

  /// `__main__.f()` as errors about a call name it.
  func callableName(_ callee: Value) -> String {
    if let function = callee.cast(.function, to: FunctionObject.self) { return "__main__.\(function.qualifiedName)()" }
    if let function = callee.cast(.native, to: NativeFunctionObject.self) { return "\(function.name)()" }
    if let method = callee.cast(.boundMethod, to: BoundMethodObject.self) { return callableName(method.function) }
    if let type = callee.asType { return "\(fullName(type))()" }
    return "\(typeName(callee)) object"
  }
}
