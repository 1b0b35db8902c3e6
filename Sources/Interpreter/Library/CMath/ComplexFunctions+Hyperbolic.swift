#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ComplexFunctions {
  static func cosineHyperbolic(_ z: Complex) throws(ComplexFailure) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !isFinite(z) {
      guard x.isInfinite, y.isFinite, y != 0 else { return try special(.cosineHyperbolic, x, y) }
      let imaginary = copysign(.infinity, sin(y))
      return Complex(copysign(.infinity, cos(y)), x > 0 ? imaginary : -imaginary)
    }
    if x.magnitude > largeLogarithm {
      let rest = x - copysign(1, x)
      return try finite(Complex(cos(y) * cosh(rest) * M_E, sin(y) * sinh(rest) * M_E))
    }
    return try finite(Complex(cos(y) * cosh(x), sin(y) * sinh(x)))
  }

  static func sineHyperbolic(_ z: Complex) throws(ComplexFailure) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !isFinite(z) {
      guard x.isInfinite, y.isFinite, y != 0 else { return try special(.sineHyperbolic, x, y) }
      let real = copysign(.infinity, cos(y))
      return Complex(x > 0 ? real : -real, copysign(.infinity, sin(y)))
    }
    if x.magnitude > largeLogarithm {
      let rest = x - copysign(1, x)
      return try finite(Complex(cos(y) * sinh(rest) * M_E, sin(y) * cosh(rest) * M_E))
    }
    return try finite(Complex(cos(y) * sinh(x), sin(y) * cosh(x)))
  }

  static func tangentHyperbolic(_ z: Complex) throws(ComplexFailure) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !isFinite(z) {
      guard x.isInfinite, y.isFinite, y != 0 else { return try special(.tangentHyperbolic, x, y) }
      return Complex(x > 0 ? 1 : -1, copysign(0, 2 * sin(y) * cos(y)))
    }
    if x.magnitude > largeLogarithm {
      return Complex(copysign(1, x), 4 * sin(y) * cos(y) * exp(-2 * x.magnitude))
    }
    let across = tanh(x)
    let along = tan(y)
    let secant = 1 / cosh(x)
    let product = across * along
    let size = 1 + product * product
    return Complex(across * (1 + along * along) / size, ((along / size) * secant) * secant)
  }

  static func arcCosine(_ z: Complex) throws(ComplexFailure) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !isFinite(z) { return try special(.arcCosine, x, y) }
    if x.magnitude > large || y.magnitude > large {
      let size = logarithmOfLargeLength(z)
      return Complex(atan2(y.magnitude, x), x < 0 ? -copysign(size, y) : copysign(size, -y))
    }
    let less = try squareRoot(Complex(1 - x, -y))
    let more = try squareRoot(Complex(1 + x, y))
    return Complex(
      2 * atan2(less.real, more.real), asinh(more.real * less.imaginary - more.imaginary * less.real))
  }

  static func arcCosineHyperbolic(_ z: Complex) throws(ComplexFailure) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !isFinite(z) { return try special(.arcCosineHyperbolic, x, y) }
    if x.magnitude > large || y.magnitude > large { return Complex(logarithmOfLargeLength(z), atan2(y, x)) }
    let less = try squareRoot(Complex(x - 1, y))
    let more = try squareRoot(Complex(x + 1, y))
    return Complex(
      asinh(less.real * more.real + less.imaginary * more.imaginary), 2 * atan2(less.imaginary, more.real))
  }

  static func arcSineHyperbolic(_ z: Complex) throws(ComplexFailure) -> Complex {
    let (x, y) = (z.real, z.imaginary)
    if !isFinite(z) { return try special(.arcSineHyperbolic, x, y) }
    if x.magnitude > large || y.magnitude > large {
      let size = logarithmOfLargeLength(z)
      return Complex(y >= 0 ? copysign(size, x) : -copysign(size, -x), atan2(y, x.magnitude))
    }
    let more = try squareRoot(Complex(1 + y, -x))
    let less = try squareRoot(Complex(1 - y, x))
    return Complex(
      asinh(more.real * less.imaginary - less.real * more.imaginary),
      atan2(y, more.real * less.real - more.imaginary * less.imaginary))
  }

  static func arcTangentHyperbolic(_ z: Complex) throws(ComplexFailure) -> Complex {
    if !isFinite(z) { return try special(.arcTangentHyperbolic, z.real, z.imaginary) }
    if z.real.sign == .minus {
      let mirrored = try arcTangentHyperbolic(Complex(-z.real, -z.imaginary))
      return Complex(-mirrored.real, -mirrored.imaginary)
    }
    let (x, y) = (z.real, z.imaginary.magnitude)
    if x > largeRoot || y > largeRoot {
      let half = hypot(x / 2, z.imaginary / 2)
      return Complex(x / 4 / half / half, -copysign(.pi / 2, -z.imaginary))
    }
    if x == 1 && y < smallRoot {
      if y == 0 { throw .domain }
      return Complex(-log(y.squareRoot() / hypot(y, 2).squareRoot()), copysign(atan2(2, -y) / 2, z.imaginary))
    }
    return Complex(
      log1p(4 * x / ((1 - x) * (1 - x) + y * y)) / 4,
      -atan2(-2 * z.imaginary, (1 - x) * (1 + x) - y * y) / 2)
  }

  private static func logarithmOfLargeLength(_ z: Complex) -> Double {
    log(hypot(z.real / 2, z.imaginary / 2)) + M_LN2 * 2
  }
}
