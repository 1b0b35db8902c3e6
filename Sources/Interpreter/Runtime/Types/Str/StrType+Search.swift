extension StrType {
  static func installSearch(_ type: TypeObject) {
    for (name, isBackward, mustExist) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      type.defineStr(name, "self, sub, start=None, end=None, /") { (vm, s, a) throws(Raised) in
        let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: s.count)
        guard let part = a[1].asStr else { throw mustBeStr(a[1], vm) }
        try vm.charge(s.count >> 8)
        let place =
          isBackward
          ? s.lastIndex(of: part, from: bounds.start, to: bounds.end)
          : s.firstIndex(of: part, from: bounds.start, to: bounds.end)
        if place == nil && mustExist { throw vm.raise(.valueError, "substring not found") }
        return .int(place ?? -1)
      }
    }
    type.defineStr("count", "self, sub, start=None, end=None, /") { (vm, s, a) throws(Raised) in
      let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: s.count)
      guard let part = a[1].asStr else { throw mustBeStr(a[1], vm) }
      if part.count == 0 { return .int(max(bounds.end - bounds.start + 1, 0)) }
      try vm.charge(s.count >> 6)
      var total = 0
      var start = bounds.start
      while let place = s.firstIndex(of: part, from: start, to: bounds.end) {
        total += 1
        start = place + part.count
      }
      return .int(total)
    }
    for (name, isAtEnd) in [("startswith", false), ("endswith", true)] {
      type.defineStr(name, "self, prefix, start=None, end=None, /") { (vm, s, a) throws(Raised) in
        let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: s.count)
        func holds(_ part: StrObject) -> Bool {
          if bounds.end - bounds.start < part.count { return false }
          return s.matches(part, at: isAtEnd ? bounds.end - part.count : bounds.start)
        }
        if let part = a[1].asStr { return .bool(holds(part)) }
        guard let parts = a[1].asTuple else {
          throw vm.raise(
            .typeError, "\(name) first arg must be str or a tuple of str, not \(vm.typeName(a[1]))")
        }
        for value in parts.values {
          guard let part = value.asStr else {
            throw vm.raise(.typeError, "tuple for \(name) must only contain str, not \(vm.typeName(value))")
          }
          if holds(part) { return .bool(true) }
        }
        return .bool(false)
      }
    }
    for (name, isSuffix) in [("removeprefix", false), ("removesuffix", true)] {
      type.defineStr(name, "self, prefix, /") { (vm, s, a) throws(Raised) in
        guard let part = a[1].asStr else {
          throw vm.raise(.typeError, "\(name)() argument must be str, not \(vm.argumentName(a[1]))")
        }
        let rest = s.count - part.count
        if part.count == 0 || rest < 0 || !s.matches(part, at: isSuffix ? rest : 0) { return s.plain(vm) }
        return s.slice(isSuffix ? 0..<rest : part.count..<s.count, vm)
      }
    }
    type.defineStr("replace", "self, old, new, count=-1, /") { (vm, s, a) throws(Raised) in
      guard let old = a[1].asStr else { throw argument("replace", 1, a[1], vm) }
      guard let new = a[2].asStr else { throw argument("replace", 2, a[2], vm) }
      return try replace(s, old, new, limit: try vm.limit(a.optional(3)), vm)
    }
  }

  static func mustBeStr(_ value: Value, _ vm: VM) -> Raised {
    vm.raise(.typeError, "must be str, not \(vm.typeName(value))")
  }

  static func argument(_ method: String, _ position: Int, _ value: Value, _ vm: VM) -> Raised {
    vm.raise(.typeError, "\(method)() argument \(position) must be str, not \(vm.argumentName(value))")
  }

  private static func replace(
    _ s: StrObject, _ old: StrObject, _ new: StrObject, limit: Int, _ vm: VM
  ) throws(Raised) -> Value {
    var places: [Int] = []
    if old.count == 0 {
      // Between all characters, and at both ends.
      places = Array(0..<(limit < 0 ? s.count + 1 : min(limit, s.count + 1)))
    } else {
      var start = 0
      while limit < 0 || places.count < limit, let place = s.firstIndex(of: old, from: start) {
        places.append(place)
        start = place + old.count
      }
    }
    if places.isEmpty { return s.plain(vm) }
    let (grown, overflow) = new.count.multipliedReportingOverflow(by: places.count)
    if overflow { throw Numbers.memoryError(vm) }
    let total = s.count - old.count * places.count &+ grown
    let isNarrow = s.isASCII && new.isASCII
    try vm.checkSize(of: total, each: isNarrow ? 1 : 8)
    try vm.charge(total >> 6)
    if isNarrow {
      let (source, insert) = (s.ascii, new.ascii)
      let made = StrObject.make(asciiCount: total, heap: vm.heap) { target in
        var output = target
        var start = 0
        for place in places {
          if let base = source.baseAddress { output.update(from: base + start, count: place - start) }
          output += place - start
          if let base = insert.baseAddress { output.update(from: base, count: insert.count) }
          output += insert.count
          start = place + old.count
        }
        if let base = source.baseAddress { output.update(from: base + start, count: source.count - start) }
      }
      return Value(made)
    }
    let (source, insert) = (s.codePoints, new.codePoints)
    var points: [UInt32] = []
    points.reserveCapacity(total)
    var start = 0
    for place in places {
      points += source[start..<place]
      points += insert
      start = place + old.count
    }
    return vm.str(codePoints: points + source[start...])
  }
}
