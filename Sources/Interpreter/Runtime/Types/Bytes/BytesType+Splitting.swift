extension BytesType {
  static func installSplitting(_ type: TypeObject) {
    for (name, isBackward) in [("split", false), ("rsplit", true)] {
      type.defineBytes(name, "self, /, sep=None, maxsplit=-1") { (vm, b, a) throws(Raised) in
        let limit = try vm.limit(a.optional(2))
        let bytes = b.bytes
        guard let value = a.optional(1), !value.isNone else {
          func isSpace(_ index: Int) -> Bool { ByteText.isSpace(bytes[index]) }
          if isBackward {
            return try vm.list(of: Splitting.atSpacesBackward(bytes.count, limit: limit, isSpace: isSpace), in: b)
          }
          var pieces: [Range<Int>] = []
          try Splitting.atSpaces(bytes.count, limit: limit, isSpace: isSpace) { pieces.append($0) }
          return try vm.list(of: pieces, in: b)
        }
        guard let separator = value.byteBuffer else { throw needsBytes(value, vm) }
        if separator.isEmpty { throw vm.raise(.valueError, "empty separator") }
        var pieces: [Range<Int>] = []
        if isBackward {
          pieces = Splitting.backward(bytes.count, width: separator.count, limit: limit) {
            findLast(separator, in: bytes, to: $0)
          }
        } else {
          try Splitting.at(
            bytes.count, width: separator.count, limit: limit, find: { find(separator, in: bytes, from: $0) }
          ) { pieces.append($0) }
        }
        return try vm.list(of: pieces, in: b)
      }
    }
    type.defineBytes("splitlines", "self, /, keepends=False") { (vm, b, a) throws(Raised) in
      let keepsEnds = try a.optional(1).map { (value) throws(Raised) in try vm.smallInteger(value) != 0 } ?? false
      let bytes = b.bytes
      var lines: [Range<Int>] = []
      try Splitting.lines(
        bytes.count, keepsEnds: keepsEnds, unit: { UInt32(bytes[$0]) }, isBreak: Characters.isASCIILineBreak
      ) { lines.append($0) }
      return try vm.list(of: lines, in: b)
    }
    for (name, isBackward) in [("partition", false), ("rpartition", true)] {
      type.defineBytes(name, "self, sep, /") { (vm, b, a) throws(Raised) in
        guard let separator = a[1].byteBuffer else { throw needsBytes(a[1], vm) }
        if separator.isEmpty { throw vm.raise(.valueError, "empty separator") }
        guard let place = isBackward ? findLast(separator, in: b.bytes) : find(separator, in: b.bytes) else {
          let whole = b.make(b.bytes)
          return vm.tuple(isBackward ? [b.make([]), b.make([]), whole] : [whole, b.make([]), b.make([])])
        }
        let rest = Array(b.bytes[(place + separator.count)...])
        return vm.tuple([b.make(Array(b.bytes[..<place])), b.make(separator), b.make(rest)])
      }
    }
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      type.defineBytes(name, "self, bytes=None, /") { (vm, b, a) throws(Raised) in
        let bytes = b.bytes
        guard let value = a.optional(1), !value.isNone else {
          let range = Splitting.stripped(bytes.count, left: left, right: right) { ByteText.isSpace(bytes[$0]) }
          return b.make(Array(bytes[range]))
        }
        guard let characters = value.byteBuffer else { throw needsBytes(value, vm) }
        let stripped = Set(characters)
        let range = Splitting.stripped(bytes.count, left: left, right: right) { stripped.contains(bytes[$0]) }
        return b.make(Array(bytes[range]))
      }
    }
    type.defineBytes("join", "self, iterable_of_bytes, /") { (vm, b, a) throws(Raised) in
      let items = try vm.ownedItems(a[1], notIterable: "can only join an iterable")
      defer { for item in items { item.release() } }
      var result: [UInt8] = []
      for (index, item) in items.enumerated() {
        guard let piece = item.byteBuffer else {
          throw vm.raise(
            .typeError,
            "sequence item \(index): expected a bytes-like object, \(vm.typeName(item)) found")
        }
        try vm.checkSize((result.count + piece.count + b.bytes.count) * 2)
        if index > 0 { result += b.bytes }
        result += piece
      }
      return b.make(result)
    }
  }
}
