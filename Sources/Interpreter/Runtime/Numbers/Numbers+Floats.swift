#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Numbers {
  /// nil for the operators that floats lack.
  @inline(__always)
  static func floats(_ op: BinaryOp, _ x: Double, _ y: Double, _ vm: VM) throws(Raised) -> Value? {
    switch op {
    case .add: return .float(x + y)
    case .sub: return .float(x - y)
    case .mul: return .float(x * y)
    case .truediv:
      if y == 0 { throw vm.raise(.zeroDivisionError, "float division by zero") }
      return .float(x / y)
    case .floordiv:
      if y == 0 { throw vm.raise(.zeroDivisionError, "float floor division by zero") }
      return .float(floorDivision(x, y).quotient)
    case .mod:
      if y == 0 { throw vm.raise(.zeroDivisionError, "float modulo") }
      return .float(floorDivision(x, y).remainder)
    case .pow:
      // The most frequent exponent: exact as one product.
      if y == 2 && abs(x) < 1e154 { return .float(x * x) }
      return try floatPower(x, y, vm)
    case .matmul, .lshift, .rshift, .and, .or, .xor: return nil
    }
  }

  /// The remainder has the sign of `y` (not zero), and the quotient is the whole number that fits it.
  static func floorDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder != 0 {
      if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
      }
    } else {
      remainder = Double(signOf: y, magnitudeOf: 0)
    }
    if quotient != 0 {
      // The division may have rounded away from the whole number it stands for.
      var whole = quotient.rounded(.down)
      if quotient - whole > 0.5 { whole += 1 }
      return (whole, remainder)
    }
    return (Double(signOf: x / y, magnitudeOf: 0), remainder)
  }
}
