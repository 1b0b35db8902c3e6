extension StrType {
  static func installSplitting(_ type: TypeObject) {
    type.defineStr("split", "self, /, sep=None, maxsplit=-1") { (vm, s, a) throws(Raised) in
      let limit = try vm.limit(a.optional(2))
      guard let separator = try separator(a.optional(1), vm) else {
        return try vm.list(of: Splitting.atSpaces(s.count, limit: limit) { Characters.isSpace(s[$0]) }, in: s)
      }
      let pieces = Splitting.at(s.count, width: separator.count, limit: limit) {
        s.firstIndex(of: separator, from: $0)
      }
      return try vm.list(of: pieces, in: s)
    }
    type.defineStr("rsplit", "self, /, sep=None, maxsplit=-1") { (vm, s, a) throws(Raised) in
      let limit = try vm.limit(a.optional(2))
      guard let separator = try separator(a.optional(1), vm) else {
        return try vm.list(of: Splitting.atSpacesBackward(s.count, limit: limit) { Characters.isSpace(s[$0]) }, in: s)
      }
      let pieces = Splitting.backward(s.count, width: separator.count, limit: limit) {
        s.lastIndex(of: separator, to: $0)
      }
      return try vm.list(of: pieces, in: s)
    }
    type.defineStr("splitlines", "self, /, keepends=False") { (vm, s, a) throws(Raised) in
      let keepsEnds = try a.optional(1).map { (value) throws(Raised) in try vm.smallInteger(value) != 0 } ?? false
      let lines = Splitting.lines(
        s.count, keepsEnds: keepsEnds, unit: { s[$0] }, isBreak: Characters.isLineBreak)
      return try vm.list(of: lines, in: s)
    }
    for (name, isBackward) in [("partition", false), ("rpartition", true)] {
      type.defineStr(name, "self, sep, /") { (vm, s, a) throws(Raised) in
        guard let separator = a[1].asStr else { throw mustBeStr(a[1], vm) }
        if separator.count == 0 { throw vm.raise(.valueError, "empty separator") }
        guard let place = isBackward ? s.lastIndex(of: separator) : s.firstIndex(of: separator) else {
          let whole = s.plain(vm)
          return vm.tuple(isBackward ? [vm.str(""), vm.str(""), whole] : [whole, vm.str(""), vm.str("")])
        }
        return vm.tuple([
          s.slice(0..<place, vm), separator.plain(vm), s.slice((place + separator.count)..<s.count, vm),
        ])
      }
    }
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      type.defineStr(name, "self, chars=None, /") { (vm, s, a) throws(Raised) in
        guard let value = a.optional(1), !value.isNone else {
          return s.slice(
            Splitting.stripped(s.count, left: left, right: right) { Characters.isSpace(s[$0]) }, vm)
        }
        guard let characters = value.asStr else { throw vm.raise(.typeError, "\(name) arg must be None or str") }
        let stripped = Set(characters.codePoints)
        return s.slice(Splitting.stripped(s.count, left: left, right: right) { stripped.contains(s[$0]) }, vm)
      }
    }
    type.defineStr("join", "self, iterable, /") { (vm, s, a) throws(Raised) in
      let items = try vm.ownedItems(a[1], notIterable: "can only join an iterable")
      defer { for item in items { item.release() } }
      var pieces: [StrObject] = []
      pieces.reserveCapacity(items.count)
      for (index, item) in items.enumerated() {
        guard let piece = item.asStr else {
          throw vm.raise(
            .typeError, "sequence item \(index): expected str instance, \(vm.typeName(item)) found")
        }
        pieces.append(piece)
      }
      return try s.joining(pieces, vm)
    }
  }

  /// nil for None: split at whitespace.
  private static func separator(_ value: Value?, _ vm: VM) throws(Raised) -> StrObject? {
    guard let value, !value.isNone else { return nil }
    guard let separator = value.asStr else {
      throw vm.raise(.typeError, "must be str or None, not \(vm.typeName(value))")
    }
    if separator.count == 0 { throw vm.raise(.valueError, "empty separator") }
    return separator
  }
}
