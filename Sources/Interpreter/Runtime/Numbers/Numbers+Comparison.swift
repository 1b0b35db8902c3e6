import BigInt

extension Numbers {
  /// `a op b` for plain numbers, exact also between ints and floats; nil for anything else.
  @inline(__always)
  package static func compare(_ op: ComparisonOp, _ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return op.holds(x, y)
    case (.float(let x), .float(let y)): return op.holds(x, y)
    default:
      if a.isPlainNumber && b.isPlainNumber { return generalCompare(op, a, b) }
      return nil
    }
  }

  /// Numbers of any kind, instances of subclasses included; nil if either is none.
  @inline(never)
  static func generalCompare(_ op: ComparisonOp, _ a: Value, _ b: Value) -> Bool? {
    guard let x = Operand(a), let y = Operand(b) else { return nil }
    switch (x, y) {
    case (.float(let left), .float(let right)): return op.holds(left, right)
    case (.float(let left), _): return op.swapped.holds(order(y, left), 0, unordered: left.isNaN)
    case (_, .float(let right)): return op.holds(order(x, right), 0, unordered: right.isNaN)
    default: break
    }
    if let left = x.small, let right = y.small { return op.holds(left, right) }
    let (left, right) = (x.big, y.big)
    return op.holds(left < right ? -1 : left == right ? 0 : 1, 0)
  }

  /// Below, at or above zero as the integer is below, at or above the float (which is not NaN).
  private static func order(_ integer: Operand, _ float: Double) -> Int {
    if float.isNaN { return 0 }
    if let small = integer.small {
      if small.magnitude <= 1 << 53 {
        let value = Double(small)
        return value < float ? -1 : value == float ? 0 : 1
      }
      if float >= 0x1p63 { return -1 }
      if float < -0x1p63 { return 1 }
      // So large an int can only equal a float without a fraction.
      let whole = Int(float)
      return small < whole ? -1 : small == whole ? 0 : 1
    }
    let big = integer.big
    if float.isInfinite { return float > 0 ? -1 : 1 }
    let whole = BigInt(truncating: float)
    return big < whole ? -1 : big == whole ? 0 : 1
  }
}

extension ComparisonOp {
  /// The comparison of two floats: with NaN only `!=` holds.
  @inline(__always)
  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .lt: a < b
    case .le: a <= b
    case .eq: a == b
    case .ne: a != b
    case .gt: a > b
    case .ge: a >= b
    }
  }

  fileprivate func holds(_ a: Int, _ b: Int, unordered: Bool) -> Bool {
    unordered ? self == .ne : holds(a, b)
  }
}
