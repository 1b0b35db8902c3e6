extension BytesType {
  static func installSearch(_ type: TypeObject) {
    for (name, isBackward, mustExist) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      type.defineBytes(name, "self, sub, start=None, end=None, /") { (vm, b, a) throws(Raised) in
        let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: b.bytes.count)
        let part = try needle(a[1], vm)
        let place =
          isBackward
          ? findLast(part, in: b.bytes, from: bounds.start, to: bounds.end)
          : find(part, in: b.bytes, from: bounds.start, to: bounds.end)
        if place == nil && mustExist { throw vm.raise(.valueError, "subsection not found") }
        return .int(place ?? -1)
      }
    }
    type.defineBytes("count", "self, sub, start=None, end=None, /") { (vm, b, a) throws(Raised) in
      let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: b.bytes.count)
      let part = try needle(a[1], vm)
      if part.isEmpty { return .int(max(bounds.end - bounds.start + 1, 0)) }
      var total = 0
      var start = bounds.start
      while let place = find(part, in: b.bytes, from: start, to: bounds.end) {
        total += 1
        start = place + part.count
      }
      return .int(total)
    }
    for (name, isAtEnd) in [("startswith", false), ("endswith", true)] {
      type.defineBytes(name, "self, prefix, start=None, end=None, /") { (vm, b, a) throws(Raised) in
        let bounds = try vm.textBounds(a.optional(2), a.optional(3), count: b.bytes.count)
        func holds(_ part: [UInt8]) -> Bool {
          if bounds.start > bounds.end { return false }
          let text = b.bytes[bounds.start..<bounds.end]
          return isAtEnd ? text.suffix(part.count).elementsEqual(part) : text.starts(with: part)
        }
        if let part = a[1].byteBuffer { return .bool(holds(part)) }
        guard let parts = a[1].asTuple else {
          throw vm.raise(
            .typeError, "\(name) first arg must be bytes or a tuple of bytes, not \(vm.typeName(a[1]))")
        }
        for value in parts.values {
          guard let part = value.byteBuffer else { throw needsBytes(value, vm) }
          if holds(part) { return .bool(true) }
        }
        return .bool(false)
      }
    }
    for (name, isSuffix) in [("removeprefix", false), ("removesuffix", true)] {
      type.defineBytes(name, "self, prefix, /") { (vm, b, a) throws(Raised) in
        guard let part = a[1].byteBuffer else { throw needsBytes(a[1], vm) }
        if isSuffix {
          let holds = b.bytes.count >= part.count && b.bytes.suffix(part.count).elementsEqual(part)
          return b.make(holds ? Array(b.bytes.dropLast(part.count)) : b.bytes)
        }
        return b.make(b.bytes.starts(with: part) ? Array(b.bytes.dropFirst(part.count)) : b.bytes)
      }
    }
    type.defineBytes("replace", "self, old, new, count=-1, /") { (vm, b, a) throws(Raised) in
      guard let old = a[1].byteBuffer else { throw needsBytes(a[1], vm) }
      guard let new = a[2].byteBuffer else { throw needsBytes(a[2], vm) }
      return b.make(try replace(b.bytes, old, new, limit: try vm.limit(a.optional(3)), vm))
    }
  }

  /// What is searched for: bytes, or one of them as an int.
  private static func needle(_ value: Value, _ vm: VM) throws(Raised) -> [UInt8] {
    if let bytes = value.byteBuffer { return bytes }
    guard let number = try vm.indexNumber(value) else {
      throw vm.raise(
        .typeError, "argument should be integer or bytes-like object, not '\(vm.typeName(value))'")
    }
    guard let byte = UInt8(exactly: number) else {
      throw vm.raise(.valueError, "byte must be in range(0, 256)")
    }
    return [byte]
  }

  private static func replace(
    _ source: [UInt8], _ old: [UInt8], _ new: [UInt8], limit: Int, _ vm: VM
  ) throws(Raised) -> [UInt8] {
    var places: [Int] = []
    if old.isEmpty {
      places = Array(0..<(limit < 0 ? source.count + 1 : min(limit, source.count + 1)))
    } else {
      var start = 0
      while limit < 0 || places.count < limit, let place = find(old, in: source, from: start) {
        places.append(place)
        start = place + old.count
      }
    }
    let (grown, overflow) = new.count.multipliedReportingOverflow(by: places.count)
    if overflow { throw Numbers.memoryError(vm) }
    try vm.checkSize(source.count &+ grown)
    var result: [UInt8] = []
    var start = 0
    for place in places {
      result += source[start..<place]
      result += new
      start = place + old.count
    }
    return result + source[start...]
  }
}
