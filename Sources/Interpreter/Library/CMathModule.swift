#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cmath`: the functions of complex numbers that notes use.
enum CMathModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "cmath", heap: vm.heap)
    let constants: [(String, Double)] = [
      ("pi", .pi), ("e", M_E), ("tau", 2 * .pi), ("inf", .infinity), ("nan", .nan),
    ]
    for (name, value) in constants { module.namespace.set(name, .float(value)) }
    definePolar(module)
    let functions: [(String, (Complex) -> Complex)] = [
      ("exp", exponential), ("sqrt", squareRoot),
      ("sin", { Complex(sin($0.real) * cosh($0.imaginary), cos($0.real) * sinh($0.imaginary)) }),
      ("cos", { Complex(cos($0.real) * cosh($0.imaginary), -sin($0.real) * sinh($0.imaginary)) }),
      ("sinh", { Complex(cos($0.imaginary) * sinh($0.real), sin($0.imaginary) * cosh($0.real)) }),
      ("cosh", { Complex(cos($0.imaginary) * cosh($0.real), sin($0.imaginary) * sinh($0.real)) }),
    ]
    for (name, function) in functions {
      module.define(name, "z, /") { (vm, a) throws(Raised) in
        let z = try number(vm, a[0])
        let result = function(z)
        if z.real.isFinite && z.imaginary.isFinite && !(result.real.isFinite && result.imaginary.isFinite) {
          throw MathModule.rangeError(vm)
        }
        return value(vm, result)
      }
    }
    defineLogarithms(module)
    let others: Set = ["tan", "tanh", "asin", "acos", "atan", "asinh", "acosh", "atanh"]
    module.unavailable = { others.contains($0) ? "cmath.\($0) is not available in nbcheck" : nil }
    return module
  }

  private static func number(_ vm: VM, _ value: Value) throws(Raised) -> Complex {
    if let complex = value.cast(.complex, to: ComplexObject.self) { return Complex(complex.real, complex.imaginary) }
    return Complex(try vm.realNumber(value), 0)
  }

  private static func value(_ vm: VM, _ number: Complex) -> Value {
    Value(ComplexObject(real: number.real, imaginary: number.imaginary, type: vm.heap.types.complex))
  }

  private static func definePolar(_ module: ModuleObject) {
    module.define("phase", "z, /") { (vm, a) throws(Raised) in
      let z = try number(vm, a[0])
      return .float(atan2(z.imaginary, z.real))
    }
    module.define("polar", "z, /") { (vm, a) throws(Raised) in
      let z = try number(vm, a[0])
      return vm.tuple([.float(hypot(z.real, z.imaginary)), .float(atan2(z.imaginary, z.real))])
    }
    module.define("rect", "r, phi, /") { (vm, a) throws(Raised) in
      let (length, angle) = (try vm.realNumber(a[0]), try vm.realNumber(a[1]))
      if angle == 0 { return value(vm, Complex(length, length * angle)) }
      return value(vm, Complex(length * cos(angle), length * sin(angle)))
    }
    let tests: [(String, (Complex) -> Bool)] = [
      ("isnan", { $0.real.isNaN || $0.imaginary.isNaN }), ("isinf", { $0.real.isInfinite || $0.imaginary.isInfinite }),
      ("isfinite", { $0.real.isFinite && $0.imaginary.isFinite }),
    ]
    for (name, test) in tests {
      module.define(name, "z, /") { (vm, a) throws(Raised) in .bool(test(try number(vm, a[0]))) }
    }
  }

  private static func defineLogarithms(_ module: ModuleObject) {
    module.define("log", "z, base=None, /") { (vm, a) throws(Raised) in
      let result = try logarithm(vm, try number(vm, a[0]))
      guard let base = a.optional(1) else { return value(vm, result) }
      guard let quotient = result.divided(by: try logarithm(vm, try number(vm, base))) else {
        throw MathModule.domainError(vm)
      }
      return value(vm, quotient)
    }
    module.define("log10", "z, /") { (vm, a) throws(Raised) in
      let result = try logarithm(vm, try number(vm, a[0]))
      return value(vm, Complex(result.real / M_LN10, result.imaginary / M_LN10))
    }
  }

  private static func logarithm(_ vm: VM, _ z: Complex) throws(Raised) -> Complex {
    let (larger, smaller) = (max(z.real.magnitude, z.imaginary.magnitude), min(z.real.magnitude, z.imaginary.magnitude))
    if larger == 0 { throw MathModule.domainError(vm) }
    let length = hypot(larger, smaller)
    // Near the unit circle log(length) would lose its digits.
    let real =
      0.71 <= length && length <= 1.73
      ? log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2
      : log(length)
    return Complex(real, atan2(z.imaginary, z.real))
  }

  private static func exponential(_ z: Complex) -> Complex {
    let length = exp(z.real)
    return Complex(length * cos(z.imaginary), length * sin(z.imaginary))
  }

  private static func squareRoot(_ z: Complex) -> Complex {
    if z.real == 0 && z.imaginary == 0 { return Complex(0, z.imaginary) }
    let x = z.real.magnitude / 8
    let y = z.imaginary.magnitude
    let large = 2 * (x + hypot(x, y / 8)).squareRoot()
    let small = y / (2 * large)
    return z.real >= 0
      ? Complex(large, copysign(small, z.imaginary))
      : Complex(small, copysign(large, z.imaginary))
  }
}
