extension StrType {
  static func installSearch(_ type: TypeObject) {
    for (name, isBackward, mustExist) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      type.defineStr(name, "self, sub, start=None, end=None, /") { (vm, s, a) throws(Raised) in
        let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: s.count)
        guard let part = a.text(1) else { throw mustBeStr(a[1], vm) }
        try vm.charge(s.count >> 8)
        let place =
          isBackward
          ? s.text.lastIndex(of: part, from: bounds.start, to: bounds.end)
          : s.text.firstIndex(of: part, from: bounds.start, to: bounds.end)
        if place == nil && mustExist { throw vm.raise(.valueError, "substring not found") }
        return .int(place ?? -1)
      }
    }
    type.defineStr("count", "self, sub, start=None, end=None, /") { (vm, s, a) throws(Raised) in
      let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: s.count)
      guard let part = a.text(1) else { throw mustBeStr(a[1], vm) }
      if part.count == 0 { return .int(max(bounds.end - bounds.start + 1, 0)) }
      try vm.charge(s.count >> 6)
      return .int(count(part, in: s.text, from: bounds.start, to: bounds.end, limit: .max))
    }
    for (name, isAtEnd) in [("startswith", false), ("endswith", true)] {
      type.defineStr(name, "self, prefix, start=None, end=None, /") { (vm, s, a) throws(Raised) in
        let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: s.count)
        if let part = a.text(1) { return .bool(holds(part, s.text, bounds, isAtEnd)) }
        guard let parts = a[1].asTuple else {
          throw vm.raise(
            .typeError, "\(name) first arg must be str or a tuple of str, not \(vm.typeName(a[1]))")
        }
        for value in parts.values {
          guard let part = value.asStr else {
            throw vm.raise(.typeError, "tuple for \(name) must only contain str, not \(vm.typeName(value))")
          }
          if holds(part.text, s.text, bounds, isAtEnd) { return .bool(true) }
        }
        return .bool(false)
      }
    }
    for (name, isSuffix) in [("removeprefix", false), ("removesuffix", true)] {
      type.defineStr(name, "self, prefix, /") { (vm, s, a) throws(Raised) in
        guard let part = a.text(1) else {
          throw vm.raise(.typeError, "\(name)() argument must be str, not \(vm.argumentName(a[1]))")
        }
        let rest = s.count - part.count
        if part.count == 0 || rest < 0 || !s.text.matches(part, at: isSuffix ? rest : 0) { return s.plain(vm) }
        return s.slice(isSuffix ? 0..<rest : part.count..<s.count, vm)
      }
    }
    type.defineStr("replace", "self, old, new, count=-1, /") { (vm, s, a) throws(Raised) in
      guard let old = a.text(1) else { throw argument("replace", 1, a[1], vm) }
      guard let new = a.text(2) else { throw argument("replace", 2, a[2], vm) }
      return try replace(s, old, new, limit: try vm.limit(a.optional(3)), vm)
    }
  }

  static func mustBeStr(_ value: Value, _ vm: VM) -> Raised {
    vm.raise(.typeError, "must be str, not \(vm.typeName(value))")
  }

  static func argument(_ method: String, _ position: Int, _ value: Value, _ vm: VM) -> Raised {
    vm.raise(.typeError, "\(method)() argument \(position) must be str, not \(vm.argumentName(value))")
  }

  /// Whether a part stands at the start or the end of a range.
  @inline(__always)
  private static func holds(_ part: Text, _ text: Text, _ bounds: SearchRange, _ isAtEnd: Bool) -> Bool {
    if bounds.end - bounds.start < part.count { return false }
    return text.matches(part, at: isAtEnd ? bounds.end - part.count : bounds.start)
  }

  /// How often a part that is not empty occurs, counted up to a limit.
  private static func count(_ part: Text, in text: Text, from start: Int, to end: Int, limit: Int) -> Int {
    var total = 0
    var start = start
    while total < limit, let place = text.firstIndex(of: part, from: start, to: end) {
      total += 1
      start = place + part.count
    }
    return total
  }

  private static func replace(
    _ s: StrObject, _ old: Text, _ new: Text, limit: Int, _ vm: VM
  ) throws(Raised) -> Value {
    let text = s.text
    let most = limit < 0 ? Int.max : limit
    // The empty text is between all characters, and at both ends.
    let places = old.count == 0 ? min(most, text.count + 1) : count(old, in: text, from: 0, to: .max, limit: most)
    if places == 0 { return s.plain(vm) }
    let (grown, overflow) = new.count.multipliedReportingOverflow(by: places)
    if overflow { throw Numbers.memoryError(vm) }
    let total = text.count - old.count * places &+ grown
    try vm.checkSize(of: total, each: text.isASCII && new.isASCII ? 1 : 8)
    try vm.charge(total >> 6)
    let writer = TextWriter(room: total, vm.heap)
    var start = 0
    for place in 0..<places {
      if old.count == 0 {
        writer.append(new)
        if place < text.count { writer.append(text[place..<(place + 1)]) }
        start = min(place + 1, text.count)
      } else if let found = text.firstIndex(of: old, from: start) {
        writer.append(text[start..<found])
        writer.append(new)
        start = found + old.count
      }
    }
    writer.append(text[start..<text.count])
    return writer.finish()
  }
}
