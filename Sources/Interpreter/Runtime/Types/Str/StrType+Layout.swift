extension StrType {
  static func installLayout(_ type: TypeObject) {
    type.defineStr("ljust", "self, width, fillchar=' ', /") { (vm, s, a) throws(Raised) in
      try pad(s, a, vm) { _, _ in 0 }
    }
    type.defineStr("rjust", "self, width, fillchar=' ', /") { (vm, s, a) throws(Raised) in
      try pad(s, a, vm) { missing, _ in missing }
    }
    type.defineStr("center", "self, width, fillchar=' ', /") { (vm, s, a) throws(Raised) in
      // The odd blank goes left where the width is odd.
      try pad(s, a, vm) { missing, width in missing / 2 + (missing & width & 1) }
    }
    type.defineStr("zfill", "self, width, /") { (vm, s, a) throws(Raised) in
      let width = try vm.index(a[1])
      if width <= s.count { return s.plain(vm) }
      try checkWidth(width, vm)
      let missing = width - s.count
      let sign = s.count > 0 && (s[0] == UInt32(Ascii.plus) || s[0] == UInt32(Ascii.minus)) ? 1 : 0
      let writer = TextWriter(room: width, vm.heap)
      writer.append(s.text[0..<sign])
      writer.append(Ascii.zero, times: missing)
      writer.append(s.text[sign..<s.count])
      return writer.finish()
    }
    type.defineStr("expandtabs", "self, /, tabsize=8") { (vm, s, a) throws(Raised) in
      let size = try a.optional(1).map { (value) throws(Raised) in try vm.smallInteger(value) } ?? 8
      var points: [UInt32] = []
      var column = 0
      for index in 0..<s.count {
        let point = s[index]
        if point == 0x09 {
          if size > 0 {
            let blanks = size - column % size
            try checkWidth(points.count &+ blanks, vm)
            points.append(contentsOf: repeatElement(Ascii.space, count: blanks))
            column += blanks
          }
        } else {
          points.append(point)
          column = point == 0x0A || point == 0x0D ? 0 : column + 1
        }
      }
      return vm.str(codePoints: points)
    }
  }

  /// The code points of a text take four bytes while it is put together.
  private static func checkWidth(_ count: Int, _ vm: VM) throws(Raised) {
    try vm.checkSize(of: count, each: 8)
    try vm.charge(count >> 6)
  }

  private static func pad(
    _ s: StrObject, _ a: Arguments, _ vm: VM, _ before: (Int, Int) -> Int
  ) throws(Raised) -> Value {
    let width = try vm.index(a[1])
    var fill = Ascii.space
    if let value = a.optional(2) {
      guard let text = a.text(2) else {
        throw vm.raise(.typeError, "The fill character must be a unicode character, not \(vm.typeName(value))")
      }
      if text.count != 1 {
        throw vm.raise(.typeError, "The fill character must be exactly one character long")
      }
      fill = text[0]
    }
    if width <= s.count { return s.plain(vm) }
    let missing = width - s.count
    try checkWidth(width, vm)
    let left = before(missing, width)
    let writer = TextWriter(room: width, vm.heap)
    writer.append(fill, times: left)
    writer.append(s.text)
    writer.append(fill, times: missing - left)
    return writer.finish()
  }
}
