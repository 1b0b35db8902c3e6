/// Where text is divided, as ranges: the same for strings and bytes, whose units are asked for by index.
enum Splitting {
  /// At runs of whitespace, at most `limit` times (negative: any number).
  @inline(__always)
  static func atSpaces(
    _ count: Int, limit: Int, isSpace: (Int) -> Bool, _ piece: (Range<Int>) throws(Raised) -> Void
  ) throws(Raised) {
    var pieces = 0
    var index = 0
    while true {
      while index < count && isSpace(index) { index &+= 1 }
      if index == count { return }
      // Beyond the limit the rest stays one piece, without the blanks at its start only.
      if pieces == limit { return try piece(index..<count) }
      let start = index
      while index < count && !isSpace(index) { index &+= 1 }
      try piece(start..<index)
      pieces &+= 1
    }
  }

  /// The same from the right.
  static func atSpacesBackward(_ count: Int, limit: Int, isSpace: (Int) -> Bool) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var end = count
    while true {
      while end > 0 && isSpace(end - 1) { end -= 1 }
      if end == 0 { return pieces.reversed() }
      if limit >= 0 && pieces.count >= limit {
        pieces.append(0..<end)
        return pieces.reversed()
      }
      var start = end
      while start > 0 && !isSpace(start - 1) { start -= 1 }
      pieces.append(start..<end)
      end = start
    }
  }

  /// At a separator of `width` units, found from an index on.
  @inline(__always)
  static func at(
    _ count: Int, width: Int, limit: Int, find: (Int) -> Int?, _ piece: (Range<Int>) throws(Raised) -> Void
  ) throws(Raised) {
    var pieces = 0
    var start = 0
    while pieces != limit, let place = find(start) {
      try piece(start..<place)
      start = place + width
      pieces &+= 1
    }
    try piece(start..<count)
  }

  /// At a separator of `width` units, found before an index.
  static func backward(_ count: Int, width: Int, limit: Int, find: (Int) -> Int?) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var end = count
    while limit < 0 || pieces.count < limit, let place = find(end) {
      pieces.append((place + width)..<end)
      end = place
    }
    pieces.append(0..<end)
    return pieces.reversed()
  }

  /// After line ends, which belong to the lines only if `keepsEnds`.
  @inline(__always)
  static func lines(
    _ count: Int, keepsEnds: Bool, unit: (Int) -> UInt32, isBreak: (UInt32) -> Bool,
    _ piece: (Range<Int>) throws(Raised) -> Void
  ) throws(Raised) {
    var start = 0
    var index = 0
    while index < count {
      let point = unit(index)
      guard isBreak(point) else {
        index += 1
        continue
      }
      let end = index
      index += point == 0x0D && index + 1 < count && unit(index + 1) == 0x0A ? 2 : 1
      try piece(start..<(keepsEnds ? index : end))
      start = index
    }
    if start < count { try piece(start..<count) }
  }

  /// What is left when units that satisfy `isStripped` go from the chosen ends.
  @inline(__always)
  static func stripped(_ count: Int, left: Bool, right: Bool, isStripped: (Int) -> Bool) -> Range<Int> {
    var start = 0
    var end = count
    if left { while start < end && isStripped(start) { start += 1 } }
    if right { while end > start && isStripped(end - 1) { end -= 1 } }
    return start..<end
  }
}
