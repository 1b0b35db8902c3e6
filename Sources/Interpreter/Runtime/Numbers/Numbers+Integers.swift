import BigInt

extension Numbers {
  /// Integers of 64 bits, going over to larger ones where the result needs it; nil for `@`.
  @inline(__always)
  static func integers(_ op: BinaryOp, _ x: Int, _ y: Int, _ vm: VM) throws(Raised) -> Value? {
    switch op {
    case .add:
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .int(sum) }
    case .sub:
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return .int(difference) }
    case .mul:
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return .int(product) }
    case .and: return .int(x & y)
    case .or: return .int(x | y)
    case .xor: return .int(x ^ y)
    case .floordiv:
      if y == 0 { throw divisionByZero(vm) }
      if y != -1 { return .int(floorQuotient(x, y)) }
      if x != Int.min { return .int(0 &- x) }
    case .mod:
      if y == 0 { throw vm.raise(.zeroDivisionError, "integer modulo by zero") }
      return .int(y == -1 ? 0 : floorRemainder(x, y))
    case .truediv:
      // Up to 2^53 both are exact as floats, and one division rounds once.
      if y == 0 { throw vm.raise(.zeroDivisionError, "division by zero") }
      if x.magnitude <= 1 << 53 && y.magnitude <= 1 << 53 { return .float(Double(x) / Double(y)) }
    case .pow:
      if y >= 0, let power = smallPower(x, y) { return .int(power) }
    case .lshift:
      if y >= 0 && y < 64 {
        let shifted = x << y
        if shifted >> y == x { return .int(shifted) }
      }
    case .rshift:
      if y >= 0 { return .int(x >> min(y, 63)) }
    case .matmul: return nil
    }
    return try bigIntegers(op, BigInt(x), BigInt(y), vm)
  }

  /// Rounded down; `y` is neither 0 nor -1.
  @inline(__always)
  private static func floorQuotient(_ x: Int, _ y: Int) -> Int {
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    return remainder != 0 && (remainder < 0) != (y < 0) ? quotient &- 1 : quotient
  }

  /// With the sign of `y`, which is neither 0 nor -1.
  @inline(__always)
  private static func floorRemainder(_ x: Int, _ y: Int) -> Int {
    let remainder = x % y
    return remainder != 0 && (remainder < 0) != (y < 0) ? remainder &+ y : remainder
  }

  private static func smallPower(_ x: Int, _ y: Int) -> Int? {
    var result = 1
    var base = x
    var exponent = y
    while true {
      if exponent & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: base)
        if overflow { return nil }
        result = product
      }
      exponent >>= 1
      if exponent == 0 { return result }
      let (square, overflow) = base.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      base = square
    }
  }

  static func divisionByZero(_ vm: VM) -> Raised {
    vm.raise(.zeroDivisionError, "integer division or modulo by zero")
  }

  /// Integers of any size; nil for `@`.
  @inline(never)
  static func bigIntegers(_ op: BinaryOp, _ x: BigInt, _ y: BigInt, _ vm: VM) throws(Raised) -> Value? {
    switch op {
    case .add: return vm.heap.integer(x + y)
    case .sub: return vm.heap.integer(x - y)
    case .mul: return vm.heap.integer(try product(x, y, vm))
    case .and: return vm.heap.integer(x.bitwiseAnd(y))
    case .or: return vm.heap.integer(x.bitwiseOr(y))
    case .xor: return vm.heap.integer(x.bitwiseXor(y))
    case .floordiv: return vm.heap.integer(try floorDivision(x, y, vm).quotient)
    case .mod:
      if y.isZero { throw vm.raise(.zeroDivisionError, "integer modulo by zero") }
      return vm.heap.integer(try floorDivision(x, y, vm).remainder)
    case .truediv: return .float(try trueQuotient(x, y, vm))
    case .pow: return try power(x, y, vm)
    case .lshift: return try shiftLeft(x, y, vm)
    case .rshift: return try shiftRight(x, y, vm)
    case .matmul: return nil
    }
  }

  static func product(_ x: BigInt, _ y: BigInt, _ vm: VM) throws(Raised) -> BigInt {
    try chargeProduct(x.magnitude.bitWidth, y.magnitude.bitWidth, vm)
    return x * y
  }

  /// Counts the work of a product or division of numbers with so many bits.
  private static func chargeProduct(_ x: Int, _ y: Int, _ vm: VM) throws(Raised) {
    let (words, others) = (x >> 6, y >> 6)
    if words + others < 64 { return }
    try vm.checkSize((words + others) * 8)
    let (work, overflow) = max(words, 1).multipliedReportingOverflow(by: max(others, 1))
    try vm.charge(overflow ? Int.max >> 8 : work >> 4)
  }

  /// The quotient rounded down, and the remainder with the sign of the divisor.
  static func floorDivision(
    _ x: BigInt, _ y: BigInt, _ vm: VM
  ) throws(Raised) -> (quotient: BigInt, remainder: BigInt) {
    if y.isZero { throw divisionByZero(vm) }
    try chargeProduct(x.magnitude.bitWidth, y.magnitude.bitWidth, vm)
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    if !remainder.isZero && (remainder.sign == .minus) != (y.sign == .minus) {
      return (quotient - 1, remainder + y)
    }
    return (quotient, remainder)
  }

  private static func trueQuotient(_ x: BigInt, _ y: BigInt, _ vm: VM) throws(Raised) -> Double {
    if y.isZero { throw vm.raise(.zeroDivisionError, "division by zero") }
    guard let quotient = BigInt.nearestDouble(x, over: y) else {
      throw vm.raise(.overflowError, "integer division result too large for a float")
    }
    return quotient
  }
}
