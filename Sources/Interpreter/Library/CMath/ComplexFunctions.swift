#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a complex function has no value.
enum ComplexFailure: Error { case domain, range }

/// The elementary functions of complex numbers, with Kahan's care for cancellation, overflow and signed zeros.
enum ComplexFunctions {
  /// Beyond these, intermediate results would overflow or vanish.
  static let large = Double.greatestFiniteMagnitude / 4
  static let largeRoot = large.squareRoot()
  static let largeLogarithm = log(large)
  static let smallRoot = Double.leastNormalMagnitude.squareRoot()
  private static let smallest = Double.leastNormalMagnitude

  static func isFinite(_ z: Complex) -> Bool { z.real.isFinite && z.imaginary.isFinite }

  static func special(_ table: SpecialResults, _ row: Double, _ column: Double) throws(ComplexFailure) -> Complex {
    guard let result = table.result(row, column) else { throw .domain }
    return result
  }

  static func squareRoot(_ z: Complex) throws(ComplexFailure) -> Complex {
    if !isFinite(z) { return try special(.squareRoot, z.real, z.imaginary) }
    if z.real == 0 && z.imaginary == 0 { return Complex(0, z.imaginary) }
    var x = z.real.magnitude
    let y = z.imaginary.magnitude
    let larger: Double
    if x < smallest && y < smallest {
      x = scalbn(x, 53)
      larger = scalbn((x + hypot(x, scalbn(y, 53))).squareRoot(), -27)
    } else {
      x /= 8
      larger = 2 * (x + hypot(x, y / 8)).squareRoot()
    }
    let smaller = y / (2 * larger)
    return z.real >= 0
      ? Complex(larger, copysign(smaller, z.imaginary))
      : Complex(smaller, copysign(larger, z.imaginary))
  }

  static func exponential(_ z: Complex) throws(ComplexFailure) -> Complex {
    if !isFinite(z) {
      guard z.real.isInfinite, z.imaginary.isFinite, z.imaginary != 0 else {
        return try special(.exponential, z.real, z.imaginary)
      }
      let size = z.real > 0 ? Double.infinity : 0
      return Complex(copysign(size, cos(z.imaginary)), copysign(size, sin(z.imaginary)))
    }
    if z.real > largeLogarithm {
      let size = exp(z.real - 1)
      return try finite(Complex(size * cos(z.imaginary) * M_E, size * sin(z.imaginary) * M_E))
    }
    let size = exp(z.real)
    return try finite(Complex(size * cos(z.imaginary), size * sin(z.imaginary)))
  }

  static func logarithm(_ z: Complex) throws(ComplexFailure) -> Complex {
    if !isFinite(z) { return try special(.logarithm, z.real, z.imaginary) }
    let x = z.real.magnitude
    let y = z.imaginary.magnitude
    let real: Double
    if x > large || y > large {
      real = log(hypot(x / 2, y / 2)) + M_LN2
    } else if x < smallest && y < smallest {
      if x == 0 && y == 0 { throw .domain }
      real = log(hypot(scalbn(x, 53), scalbn(y, 53))) - 53 * M_LN2
    } else {
      let length = hypot(x, y)
      if 0.71 <= length && length <= 1.73 {
        // Near the unit circle the logarithm of the length would lose its digits.
        let (larger, smaller) = (max(x, y), min(x, y))
        real = log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2
      } else {
        real = log(length)
      }
    }
    return Complex(real, atan2(z.imaginary, z.real))
  }

  static func rectangular(_ length: Double, _ angle: Double) throws(ComplexFailure) -> Complex {
    if !length.isFinite || !angle.isFinite {
      guard length.isInfinite, angle.isFinite, angle != 0 else { return try special(.rectangular, length, angle) }
      let sign = length > 0 ? 1.0 : -1.0
      return Complex(
        sign * copysign(.infinity, cos(angle)), sign * copysign(.infinity, sin(angle)))
    }
    // Keeps the sign of a zero.
    if angle == 0 { return Complex(length, length * angle) }
    return Complex(length * cos(angle), length * sin(angle))
  }

  /// Refuses infinities that came out of finite numbers.
  static func finite(_ z: Complex) throws(ComplexFailure) -> Complex {
    if z.real.isInfinite || z.imaginary.isInfinite { throw .range }
    return z
  }

  /// Multiplies by i, applies the hyperbolic function, and turns back.
  static func turned(
    _ z: Complex, _ function: (Complex) throws(ComplexFailure) -> Complex
  ) throws(ComplexFailure) -> Complex {
    let result = try function(Complex(-z.imaginary, z.real))
    return Complex(result.imaginary, -result.real)
  }
}
