#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Complex arithmetic, step by step as CPython does it, so that the last digits agree.
struct Complex: CustomStringConvertible {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  static func + (a: Complex, b: Complex) -> Complex { Complex(a.real + b.real, a.imaginary + b.imaginary) }

  static func - (a: Complex, b: Complex) -> Complex { Complex(a.real - b.real, a.imaginary - b.imaginary) }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(
      a.real * b.real - a.imaginary * b.imaginary,
      a.real * b.imaginary + a.imaginary * b.real)
  }

  /// The quotient; nil for a divisor of zero.
  func divided(by divisor: Complex) -> Complex? {
    if abs(divisor.real) >= abs(divisor.imaginary) {
      if divisor.real == 0 { return nil }
      let ratio = divisor.imaginary / divisor.real
      let size = divisor.real + divisor.imaginary * ratio
      return Complex((real + imaginary * ratio) / size, (imaginary - real * ratio) / size)
    }
    if abs(divisor.imaginary) >= abs(divisor.real) {
      let ratio = divisor.real / divisor.imaginary
      let size = divisor.real * ratio + divisor.imaginary
      return Complex((real * ratio + imaginary) / size, (imaginary * ratio - real) / size)
    }
    return Complex(.nan, .nan)
  }

  func power(_ exponent: Complex, _ vm: VM) throws(Raised) -> Complex {
    let result: Complex?
    if exponent.imaginary == 0 && exponent.real == exponent.real.rounded(.down) && abs(exponent.real) <= 100 {
      result = power(Int(exponent.real))
    } else {
      result = generalPower(exponent)
    }
    guard let result else {
      throw vm.raise(.zeroDivisionError, "0.0 to a negative or complex power")
    }
    if result.real.isInfinite || result.imaginary.isInfinite {
      throw vm.raise(.overflowError, "complex exponentiation")
    }
    return result
  }

  private func power(_ exponent: Int) -> Complex? {
    var result = Complex(1, 0)
    var square = self
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return exponent > 0 ? result : Complex(1, 0).divided(by: result)
  }

  private func generalPower(_ exponent: Complex) -> Complex? {
    if exponent.real == 0 && exponent.imaginary == 0 { return Complex(1, 0) }
    if real == 0 && imaginary == 0 {
      return exponent.imaginary != 0 || exponent.real < 0 ? nil : Complex(0, 0)
    }
    let size = hypot(real, imaginary)
    let angle = atan2(imaginary, real)
    var length = pow(size, exponent.real)
    var phase = angle * exponent.real
    if exponent.imaginary != 0 {
      length /= exp(angle * exponent.imaginary)
      phase += exponent.imaginary * log(size)
    }
    return Complex(length * cos(phase), length * sin(phase))
  }

  /// `(1+2j)`, `1j`
  var description: String {
    if real == 0 && real.sign == .plus { return FloatText.plain(imaginary) + "j" }
    let sign = imaginary.sign == .minus && !imaginary.isNaN ? "" : "+"
    return "(\(FloatText.plain(real))\(sign)\(FloatText.plain(imaginary))j)"
  }
}
