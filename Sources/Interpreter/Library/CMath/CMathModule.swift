#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `cmath`: the functions of complex numbers.
enum CMathModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "cmath", heap: vm.heap)
    let constants: [(String, Double)] = [
      ("pi", .pi), ("e", M_E), ("tau", 2 * .pi), ("inf", .infinity), ("nan", .nan),
    ]
    for (name, value) in constants { module.namespace.set(name, .float(value)) }
    module.namespace.set("infj", value(vm, Complex(0, .infinity)))
    module.namespace.set("nanj", value(vm, Complex(0, .nan)))
    defineFunctions(module)
    definePolar(module)
    defineLogarithms(module)
    defineTests(module)
    return module
  }

  private static func number(_ vm: VM, _ value: Value) throws(Raised) -> Complex {
    if let complex = value.cast(.complex, to: ComplexObject.self) { return Complex(complex.real, complex.imaginary) }
    if value.object?.type.isUserDefined == true, let method = try vm.findAttribute(value, vm.heap.intern("__complex__"))
    {
      defer { method.release() }
      let result = try vm.call(method)
      defer { result.release() }
      guard let complex = result.cast(.complex, to: ComplexObject.self) else {
        throw vm.raise(
          .typeError, "\(vm.typeName(value)).__complex__ returned non-complex (type \(vm.typeName(result)))")
      }
      return Complex(complex.real, complex.imaginary)
    }
    return Complex(try vm.realNumber(value), 0)
  }

  private static func value(_ vm: VM, _ number: Complex) -> Value {
    Value(ComplexObject(real: number.real, imaginary: number.imaginary, type: vm.heap.types.complex))
  }

  /// What the function gives, with its failures in Python's words.
  private static func result<T>(_ vm: VM, _ body: () throws(ComplexFailure) -> T) throws(Raised) -> T {
    do throws(ComplexFailure) {
      return try body()
    } catch {
      throw error == .domain ? MathModule.domainError(vm) : MathModule.rangeError(vm)
    }
  }

  private static func defineFunctions(_ module: ModuleObject) {
    typealias Function = (Complex) throws(ComplexFailure) -> Complex
    typealias Functions = ComplexFunctions
    let functions: [(String, Function)] = [
      ("exp", Functions.exponential), ("sqrt", Functions.squareRoot),
      ("sinh", Functions.sineHyperbolic), ("cosh", Functions.cosineHyperbolic),
      ("tanh", Functions.tangentHyperbolic), ("asinh", Functions.arcSineHyperbolic),
      ("acosh", Functions.arcCosineHyperbolic), ("atanh", Functions.arcTangentHyperbolic),
      ("acos", Functions.arcCosine),
      ("cos", { (z) throws(ComplexFailure) in try Functions.cosineHyperbolic(Complex(-z.imaginary, z.real)) }),
      ("sin", { (z) throws(ComplexFailure) in try Functions.turned(z, Functions.sineHyperbolic) }),
      ("tan", { (z) throws(ComplexFailure) in try Functions.turned(z, Functions.tangentHyperbolic) }),
      ("asin", { (z) throws(ComplexFailure) in try Functions.turned(z, Functions.arcSineHyperbolic) }),
      ("atan", { (z) throws(ComplexFailure) in try Functions.turned(z, Functions.arcTangentHyperbolic) }),
    ]
    for (name, function) in functions {
      module.define(name, "z, /") { (vm, a) throws(Raised) in
        let z = try number(vm, a[0])
        return value(vm, try result(vm) { () throws(ComplexFailure) in try function(z) })
      }
    }
  }

  private static func definePolar(_ module: ModuleObject) {
    module.define("phase", "z, /") { (vm, a) throws(Raised) in
      let z = try number(vm, a[0])
      return .float(atan2(z.imaginary, z.real))
    }
    module.define("polar", "z, /") { (vm, a) throws(Raised) in
      let z = try number(vm, a[0])
      let length = hypot(z.real, z.imaginary)
      if length.isInfinite && ComplexFunctions.isFinite(z) { throw MathModule.rangeError(vm) }
      return vm.tuple([.float(length), .float(atan2(z.imaginary, z.real))])
    }
    module.define("rect", "r, phi, /") { (vm, a) throws(Raised) in
      let (length, angle) = (try vm.realNumber(a[0]), try vm.realNumber(a[1]))
      return value(vm, try result(vm) { () throws(ComplexFailure) in try ComplexFunctions.rectangular(length, angle) })
    }
  }

  private static func defineLogarithms(_ module: ModuleObject) {
    module.define("log", "z, base=None, /") { (vm, a) throws(Raised) in
      let z = try number(vm, a[0])
      let base = try a.optional(1).map { (base) throws(Raised) in try number(vm, base) }
      guard let base else {
        return value(vm, try result(vm) { () throws(ComplexFailure) in try ComplexFunctions.logarithm(z) })
      }
      // Zero is outside the domain only where no base follows.
      let numerator = (try? ComplexFunctions.logarithm(z)) ?? Complex(-.infinity, atan2(z.imaginary, z.real))
      let denominator = try result(vm) { () throws(ComplexFailure) in try ComplexFunctions.logarithm(base) }
      guard let quotient = numerator.divided(by: denominator) else { throw MathModule.domainError(vm) }
      return value(vm, quotient)
    }
    module.define("log10", "z, /") { (vm, a) throws(Raised) in
      let z = try number(vm, a[0])
      let natural = try result(vm) { () throws(ComplexFailure) in try ComplexFunctions.logarithm(z) }
      return value(vm, Complex(natural.real / M_LN10, natural.imaginary / M_LN10))
    }
  }

  private static func defineTests(_ module: ModuleObject) {
    let tests: [(String, (Complex) -> Bool)] = [
      ("isnan", { $0.real.isNaN || $0.imaginary.isNaN }), ("isinf", { $0.real.isInfinite || $0.imaginary.isInfinite }),
      ("isfinite", ComplexFunctions.isFinite),
    ]
    for (name, test) in tests {
      module.define(name, "z, /") { (vm, a) throws(Raised) in .bool(test(try number(vm, a[0]))) }
    }
    module.define("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { (vm, a) throws(Raised) in
      let (x, y) = (try number(vm, a[0]), try number(vm, a[1]))
      let relative = try a.optional(2).map { (value) throws(Raised) in try vm.realNumber(value) } ?? 1e-9
      let absolute = try a.optional(3).map { (value) throws(Raised) in try vm.realNumber(value) } ?? 0
      if relative < 0 || absolute < 0 { throw vm.raise(.valueError, "tolerances must be non-negative") }
      if x.real == y.real && x.imaginary == y.imaginary { return .bool(true) }
      let hasInfinity = [x.real, x.imaginary, y.real, y.imaginary].contains { $0.isInfinite }
      if hasInfinity { return .bool(false) }
      let distance = hypot(x.real - y.real, x.imaginary - y.imaginary)
      return .bool(
        distance <= relative * hypot(y.real, y.imaginary) || distance <= relative * hypot(x.real, x.imaginary)
          || distance <= absolute)
    }
  }
}
