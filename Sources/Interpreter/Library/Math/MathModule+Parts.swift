import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension MathModule {
  static func defineParts(_ module: ModuleObject) {
    let roundings: [(String, SpecialMethod, FloatingPointRoundingRule)] = [
      ("floor", .floor, .down), ("ceil", .ceil, .up), ("trunc", .trunc, .towardZero),
    ]
    for (name, method, rule) in roundings {
      module.define(name, "x, /") { (vm, a) throws(Raised) in
        if case .bool(let flag) = a[0] { return .int(flag ? 1 : 0) }
        if a[0].bigInt != nil, a[0].object?.type.isUserDefined != true { return try vm.integer(a[0]) }
        if case .float(let number) = a[0] { return try vm.wholePart(number.rounded(rule)) }
        if let result = try vm.callSpecial(method, a[0]) { return result }
        if name == "trunc" {
          throw vm.raise(.typeError, "type \(vm.typeName(a[0])) doesn't define __trunc__ method")
        }
        return try vm.wholePart(vm.realNumber(a[0]).rounded(rule))
      }
    }
    module.define("isfinite", "x, /") { (vm, a) throws(Raised) in .bool(try vm.realNumber(a[0]).isFinite) }
    module.define("isinf", "x, /") { (vm, a) throws(Raised) in .bool(try vm.realNumber(a[0]).isInfinite) }
    module.define("isnan", "x, /") { (vm, a) throws(Raised) in .bool(try vm.realNumber(a[0]).isNaN) }
    module.define("modf", "x, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0])
      if x.isInfinite { return vm.tuple([.float(copysign(0, x)), .float(x)]) }
      if x.isNaN { return vm.tuple([.float(x), .float(x)]) }
      let whole = x.rounded(.towardZero)
      return vm.tuple([.float(copysign(x - whole, x)), .float(whole)])
    }
    module.define("frexp", "x, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0])
      if x == 0 || !x.isFinite { return vm.tuple([.float(x), .int(0)]) }
      let exponent = Int(x.exponent) + 1
      let fraction = Double(sign: x.sign, exponent: -1, significand: x.significand)
      return vm.tuple([.float(fraction), .int(exponent)])
    }
    module.define("ldexp", "x, i, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0])
      guard let exponent = a[1].bigInt else {
        throw vm.raise(.typeError, "Expected an int as second argument to ldexp.")
      }
      if x == 0 || !x.isFinite { return .float(x) }
      let result = ldexp(x, Int32(clamping: exponent))
      if result.isInfinite { throw rangeError(vm) }
      return .float(result)
    }
    module.define("ulp", "x, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0]).magnitude
      return .float(x.isFinite ? x.ulp : x)
    }
  }

  // MARK: Whole numbers

  static func defineIntegers(_ module: ModuleObject) {
    module.define("factorial", "n, /") { (vm, a) throws(Raised) in
      let n = try integer(vm, a[0])
      return vm.heap.integer(try factorial(vm, n))
    }
    for (name, isUnordered) in [("comb", true), ("perm", false)] {
      module.define(name, name == "comb" ? "n, k, /" : "n, k=None, /") { (vm, a) throws(Raised) in
        let n = try integer(vm, a[0])
        let isFull = !isUnordered && (a.optional(1)?.isNone ?? true)
        if isFull { return vm.heap.integer(try factorial(vm, n)) }
        var k = try integer(vm, a[1])
        if n < 0 { throw vm.raise(.valueError, "n must be a non-negative integer") }
        if k < 0 { throw vm.raise(.valueError, "k must be a non-negative integer") }
        if k > n { return .int(0) }
        if isUnordered { k = min(k, n - k) }
        guard let count = Int(exactly: k), count < 10_000_000 else {
          throw vm.raise(.overflowError, "\(name)() of more than 9999999 factors is not available in nbcheck")
        }
        return vm.heap.integer(try falling(vm, n, count, dividing: isUnordered))
      }
    }
    module.define("gcd", "*integers") { (vm, a) throws(Raised) in
      var result = BigInt(0)
      for value in a[0].tupleValues { result = result.greatestCommonDivisor(with: try integer(vm, value)) }
      return vm.heap.integer(result.magnitude.asInteger)
    }
    module.define("lcm", "*integers") { (vm, a) throws(Raised) in
      var result = BigInt(1)
      for value in a[0].tupleValues {
        let number = try integer(vm, value)
        if number.isZero { result = 0 }
        if result.isZero { continue }
        result = try Numbers.product(result / result.greatestCommonDivisor(with: number), number, vm)
      }
      return vm.heap.integer(result.magnitude.asInteger)
    }
    module.define("isqrt", "n, /") { (vm, a) throws(Raised) in
      let n = try integer(vm, a[0])
      if n < 0 { throw vm.raise(.valueError, "isqrt() argument must be nonnegative") }
      try vm.charge(n.bitWidth)
      return vm.heap.integer(n.squareRoot())
    }
  }

  private static func factorial(_ vm: VM, _ n: BigInt) throws(Raised) -> BigInt {
    if n < 0 { throw vm.raise(.valueError, "factorial() not defined for negative values") }
    guard let count = Int(exactly: n) else {
      throw vm.raise(.overflowError, "factorial() argument should not exceed \(Int.max)")
    }
    // More would not fit in any memory.
    if count >= 1 << 40 { throw vm.raise(.memoryError, "") }
    try vm.checkSize(count)
    return try product(vm, 1, count)
  }

  private static func integer(_ vm: VM, _ value: Value) throws(Raised) -> BigInt {
    let number = try vm.integer(value)
    defer { number.release() }
    return number.bigInt ?? 0
  }

  /// first * (first + 1) * … * last, by halves so that the factors stay alike in size.
  private static func product(_ vm: VM, _ first: Int, _ last: Int) throws(Raised) -> BigInt {
    if first > last { return 1 }
    if last - first < 8 {
      var result = BigInt(first)
      for factor in (first + 1)..<(last + 1) where factor > first { result *= BigInt(factor) }
      return result
    }
    let middle = (first + last) / 2
    return try Numbers.product(product(vm, first, middle), product(vm, middle + 1, last), vm)
  }

  /// n * (n - 1) * … of `count` factors, divided by `count` factorial for combinations.
  private static func falling(_ vm: VM, _ n: BigInt, _ count: Int, dividing: Bool) throws(Raised) -> BigInt {
    var result = BigInt(1)
    for index in 0..<count {
      result = try Numbers.product(result, n - BigInt(index), vm)
      if dividing {
        try vm.charge(result.bitWidth >> 10)
        result /= BigInt(index + 1)
      }
    }
    return result
  }
}

extension BigUInt {
  var asInteger: BigInt { BigInt(self) }
}
