import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `math`.
enum MathModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "math", heap: vm.heap)
    module.namespace.set("pi", .float(.pi))
    module.namespace.set("e", .float(M_E))
    module.namespace.set("tau", .float(2 * .pi))
    module.namespace.set("inf", .float(.infinity))
    module.namespace.set("nan", .float(.nan))
    defineElementary(module)
    defineLogarithms(module)
    defineTwoArguments(module)
    defineParts(module)
    defineIntegers(module)
    defineSums(module)
    defineGamma(module)
    return module
  }

  static func domainError(_ vm: VM) -> Raised { vm.raise(.valueError, "math domain error") }

  static func rangeError(_ vm: VM) -> Raised { vm.raise(.overflowError, "math range error") }

  /// A libm result, refused where CPython refuses it: NaN from a number is outside the domain, infinity from a
  /// finite number too, unless the function can overflow.
  static func checked(
    _ vm: VM, _ result: Double, isNaNInput: Bool, isFiniteInput: Bool, overflows: Bool = false
  ) throws(Raised) -> Value {
    if result.isNaN && !isNaNInput { throw domainError(vm) }
    if result.isInfinite && isFiniteInput { throw overflows ? rangeError(vm) : domainError(vm) }
    return .float(result)
  }

  private static func defineElementary(_ module: ModuleObject) {
    let functions: [(String, (Double) -> Double, overflows: Bool)] = [
      ("acos", { acos($0) }, false), ("acosh", { acosh($0) }, false), ("asin", { asin($0) }, false),
      ("asinh", { asinh($0) }, false), ("atan", { atan($0) }, false), ("atanh", { atanh($0) }, false),
      ("cbrt", { cbrt($0) }, false), ("cos", { cos($0) }, false), ("cosh", { cosh($0) }, true),
      ("erf", { erf($0) }, false), ("erfc", { erfc($0) }, false), ("exp", { exp($0) }, true),
      ("exp2", { exp2($0) }, true), ("expm1", { expm1($0) }, true), ("fabs", { $0.magnitude }, false),
      ("sin", { sin($0) }, false), ("sinh", { sinh($0) }, true), ("sqrt", { $0.squareRoot() }, false),
      ("tan", { tan($0) }, false), ("tanh", { tanh($0) }, false),
      ("degrees", { $0 * (180.0 / .pi) }, true), ("radians", { $0 * (.pi / 180.0) }, true),
    ]
    for (name, function, overflows) in functions {
      module.define(name, "x, /") { (vm, a) throws(Raised) in
        let x = try vm.realNumber(a[0])
        if name == "degrees" || name == "radians" { return .float(function(x)) }
        return try checked(
          vm, function(x), isNaNInput: x.isNaN, isFiniteInput: x.isFinite, overflows: overflows)
      }
    }
  }

  private static func defineLogarithms(_ module: ModuleObject) {
    module.define("log", "x, base=None, /") { (vm, a) throws(Raised) in
      let numerator = try logarithm(vm, a[0], { log($0) })
      guard let base = a.optional(1) else { return .float(numerator) }
      let denominator = try logarithm(vm, base, { log($0) })
      if denominator == 0 { throw vm.raise(.zeroDivisionError, "float division by zero") }
      return .float(numerator / denominator)
    }
    module.define("log2", "x, /") { (vm, a) throws(Raised) in .float(try logarithm(vm, a[0], { log2($0) })) }
    module.define("log10", "x, /") { (vm, a) throws(Raised) in .float(try logarithm(vm, a[0], { log10($0) })) }
    module.define("log1p", "x, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0])
      return try checked(vm, x == 0 ? x : log1p(x), isNaNInput: x.isNaN, isFiniteInput: x.isFinite)
    }
  }

  /// Also of integers beyond the floats' range.
  private static func logarithm(_ vm: VM, _ value: Value, _ function: (Double) -> Double) throws(Raised) -> Double {
    if let big = value.asBigInt?.value {
      if big <= 0 { throw domainError(vm) }
      if big.bitWidth < 1020, let exact = BigInt.nearestDouble(big, over: 1) { return function(exact) }
      // As a fraction below one and a power of two.
      let exponent = big.bitWidth - 1
      let fraction = Double(Int(clamping: big >> max(exponent - 62, 0))) / 0x1p62
      return function(fraction) + function(2) * Double(exponent)
    }
    let x = try vm.realNumber(value)
    if x.isNaN || x == .infinity { return x }
    if x <= 0 { throw domainError(vm) }
    return function(x)
  }

  private static func defineTwoArguments(_ module: ModuleObject) {
    let functions: [(String, (Double, Double) -> Double)] = [
      ("atan2", { atan2($0, $1) }), ("copysign", { copysign($0, $1) }), ("nextafter", { nextafter($0, $1) }),
    ]
    for (name, function) in functions {
      module.define(name, "x, y, /") { (vm, a) throws(Raised) in
        .float(function(try vm.realNumber(a[0]), try vm.realNumber(a[1])))
      }
    }
    module.define("fmod", "x, y, /") { (vm, a) throws(Raised) in
      let (x, y) = (try vm.realNumber(a[0]), try vm.realNumber(a[1]))
      if y.isInfinite && x.isFinite { return .float(x) }
      return try checked(vm, fmod(x, y), isNaNInput: x.isNaN || y.isNaN, isFiniteInput: true)
    }
    module.define("remainder", "x, y, /") { (vm, a) throws(Raised) in
      let (x, y) = (try vm.realNumber(a[0]), try vm.realNumber(a[1]))
      if y.isInfinite && x.isFinite { return .float(x) }
      return try checked(vm, remainder(x, y), isNaNInput: x.isNaN || y.isNaN, isFiniteInput: true)
    }
    module.define("pow", "x, y, /") { (vm, a) throws(Raised) in
      let (x, y) = (try vm.realNumber(a[0]), try vm.realNumber(a[1]))
      let result = pow(x, y)
      if x.isFinite && y.isFinite {
        if result.isNaN { throw domainError(vm) }
        if result.isInfinite { throw x == 0 ? domainError(vm) : rangeError(vm) }
      }
      return .float(result)
    }
    module.define("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { (vm, a) throws(Raised) in
      let (x, y) = (try vm.realNumber(a[0]), try vm.realNumber(a[1]))
      let relative = try a.optional(2).map { (value) throws(Raised) in try vm.realNumber(value) } ?? 1e-9
      let absolute = try a.optional(3).map { (value) throws(Raised) in try vm.realNumber(value) } ?? 0
      if relative < 0 || absolute < 0 { throw vm.raise(.valueError, "tolerances must be non-negative") }
      if x == y { return .bool(true) }
      if x.isInfinite || y.isInfinite { return .bool(false) }
      let distance = (y - x).magnitude
      return .bool(
        distance <= (relative * y).magnitude || distance <= (relative * x).magnitude || distance <= absolute)
    }
  }
}
