extension StrType {
  static func installSplitting(_ type: TypeObject) {
    type.defineStr("split", "self, /, sep=None, maxsplit=-1") { (vm, s, a) throws(Raised) in
      let limit = max(try vm.limit(a.optional(2)), -1)
      let text = s.text
      guard let separator = try separator(a, vm) else {
        return try vm.parts(of: s) { (part) throws(Raised) in
          try Splitting.atSpaces(text.count, limit: limit, isSpace: { Characters.isSpace(text[$0]) }, part)
        }
      }
      return try vm.parts(of: s) { (part) throws(Raised) in
        try Splitting.at(
          text.count, width: separator.count, limit: limit, find: { text.firstIndex(of: separator, from: $0) }, part)
      }
    }
    type.defineStr("rsplit", "self, /, sep=None, maxsplit=-1") { (vm, s, a) throws(Raised) in
      let limit = try vm.limit(a.optional(2))
      let text = s.text
      let pieces: [Range<Int>]
      if let separator = try separator(a, vm) {
        pieces = Splitting.backward(text.count, width: separator.count, limit: limit) {
          text.lastIndex(of: separator, to: $0)
        }
      } else {
        pieces = Splitting.atSpacesBackward(text.count, limit: limit) { Characters.isSpace(text[$0]) }
      }
      return try vm.parts(of: s) { (part) throws(Raised) in for piece in pieces { try part(piece) } }
    }
    type.defineStr("splitlines", "self, /, keepends=False") { (vm, s, a) throws(Raised) in
      let keepsEnds = try a.optional(1).map { (value) throws(Raised) in try vm.smallInteger(value) != 0 } ?? false
      let text = s.text
      return try vm.parts(of: s) { (part) throws(Raised) in
        try Splitting.lines(
          text.count, keepsEnds: keepsEnds, unit: { text[$0] }, isBreak: Characters.isLineBreak, part)
      }
    }
    for (name, isBackward) in [("partition", false), ("rpartition", true)] {
      type.defineStr(name, "self, sep, /") { (vm, s, a) throws(Raised) in
        guard let separator = a[1].asStr else { throw mustBeStr(a[1], vm) }
        if separator.count == 0 { throw vm.raise(.valueError, "empty separator") }
        let found = isBackward ? s.text.lastIndex(of: separator.text) : s.text.firstIndex(of: separator.text)
        guard let place = found else {
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
        let text = s.text
        guard let value = a.optional(1), !value.isNone else {
          return s.slice(
            Splitting.stripped(text.count, left: left, right: right) { Characters.isSpace(text[$0]) }, vm)
        }
        guard let characters = a.text(1) else { throw vm.raise(.typeError, "\(name) arg must be None or str") }
        if characters.count > 32 {
          let stripped = Set(characters.codePoints)
          return s.slice(Splitting.stripped(text.count, left: left, right: right) { stripped.contains(text[$0]) }, vm)
        }
        return s.slice(Splitting.stripped(text.count, left: left, right: right) { characters.contains(text[$0]) }, vm)
      }
    }
    type.defineStr("join", "self, iterable, /") { (vm, s, a) throws(Raised) in
      if let list = a[1].reference(.list, to: ListObject.self), list._withUnsafeGuaranteedRef({ $0.isPlain(vm) }) {
        return try list.borrowed { (list) throws(Raised) in try s.joining(list.values, vm) }
      }
      if let tuple = a[1].reference(.tuple, to: TupleObject.self), tuple._withUnsafeGuaranteedRef({ $0.isPlain(vm) }) {
        return try tuple.borrowed { (tuple) throws(Raised) in try s.joining(tuple.values, vm) }
      }
      let items = try vm.ownedItems(a[1], notIterable: "can only join an iterable")
      defer { for item in items { item.release() } }
      return try items.withUnsafeBufferPointer { (items) throws(Raised) in try s.joining(items, vm) }
    }
  }

  /// nil for None: split at whitespace.
  @inline(__always)
  private static func separator(_ a: Arguments, _ vm: VM) throws(Raised) -> Text? {
    guard let value = a.optional(1), !value.isNone else { return nil }
    guard let separator = a.text(1) else {
      throw vm.raise(.typeError, "must be str or None, not \(vm.typeName(value))")
    }
    if separator.count == 0 { throw vm.raise(.valueError, "empty separator") }
    return separator
  }
}

extension ListObject {
  fileprivate func isPlain(_ vm: VM) -> Bool { type === vm.heap.types.list }
}

extension TupleObject {
  fileprivate func isPlain(_ vm: VM) -> Bool { type === vm.heap.types.tuple }
}
