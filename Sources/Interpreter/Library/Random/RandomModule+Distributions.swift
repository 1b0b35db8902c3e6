#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RandomModule {
  static func defineDistributions(_ type: TypeObject) {
    type.defineRandom("uniform", "self, a, b") { (vm, random, a) throws(Raised) in
      guard let low = plain(a[1]), let high = plain(a[2]) else { return try uniformOfObjects(vm, random, a) }
      return .float(low + (high - low) * (try random.uniform(vm)))
    }
    type.defineRandom("triangular", "self, low=0.0, high=1.0, mode=None") { (vm, random, a) throws(Raised) in
      var low = try number(vm, a, 1, 0)
      var high = try number(vm, a, 2, 1)
      let mode = a.optional(3).flatMap { $0.isNone ? nil : $0 }
      var u = try random.uniform(vm)
      var c = 0.5
      if let mode {
        if high == low { return a.optional(1)?.retained() ?? .float(low) }
        c = (try vm.realNumber(mode) - low) / (high - low)
      }
      if u > c {
        u = 1 - u
        c = 1 - c
        swap(&low, &high)
      }
      return .float(low + (high - low) * (u * c).squareRoot())
    }
    type.defineRandom("gauss", "self, mu=0.0, sigma=1.0") { (vm, random, a) throws(Raised) in
      let (mu, sigma) = (try number(vm, a, 1, 0), try number(vm, a, 2, 1))
      if let cached = random.cachedNormal {
        random.cachedNormal = nil
        return .float(mu + cached * sigma)
      }
      let angle = try random.uniform(vm) * (2 * .pi)
      let radius = (-2 * log(1 - (try random.uniform(vm)))).squareRoot()
      random.cachedNormal = sin(angle) * radius
      return .float(mu + cos(angle) * radius * sigma)
    }
    type.defineRandom("normalvariate", "self, mu=0.0, sigma=1.0") { (vm, random, a) throws(Raised) in
      .float(try normal(vm, random, try number(vm, a, 1, 0), try number(vm, a, 2, 1)))
    }
    type.defineRandom("lognormvariate", "self, mu=0.0, sigma=1.0") { (vm, random, a) throws(Raised) in
      .float(exp(try normal(vm, random, try number(vm, a, 1, 0), try number(vm, a, 2, 1))))
    }
    type.defineRandom("expovariate", "self, lambd=1.0") { (vm, random, a) throws(Raised) in
      let rate = try number(vm, a, 1, 1)
      let draw = -log(1 - (try random.uniform(vm)))
      if rate == 0 { throw vm.raise(.zeroDivisionError, "float division by zero") }
      return .float(draw / rate)
    }
    type.defineRandom("paretovariate", "self, alpha") { (vm, random, a) throws(Raised) in
      let alpha = try vm.realNumber(a[1])
      let draw = 1 - (try random.uniform(vm))
      if alpha == 0 { throw vm.raise(.zeroDivisionError, "float division by zero") }
      return .float(pow(draw, -1 / alpha))
    }
    type.defineRandom("weibullvariate", "self, alpha, beta") { (vm, random, a) throws(Raised) in
      let (alpha, beta) = (try vm.realNumber(a[1]), try vm.realNumber(a[2]))
      let draw = 1 - (try random.uniform(vm))
      if beta == 0 { throw vm.raise(.zeroDivisionError, "float division by zero") }
      return .float(alpha * pow(-log(draw), 1 / beta))
    }
    type.defineRandom("gammavariate", "self, alpha, beta") { (vm, random, a) throws(Raised) in
      .float(try gamma(vm, random, try vm.realNumber(a[1]), try vm.realNumber(a[2])))
    }
    type.defineRandom("betavariate", "self, alpha, beta") { (vm, random, a) throws(Raised) in
      let first = try gamma(vm, random, try vm.realNumber(a[1]), 1)
      if first == 0 { return .float(0) }
      return .float(first / (first + (try gamma(vm, random, try vm.realNumber(a[2]), 1))))
    }
    type.defineRandom("vonmisesvariate", "self, mu, kappa") { (vm, random, a) throws(Raised) in
      .float(try vonMises(vm, random, try vm.realNumber(a[1]), try vm.realNumber(a[2])))
    }
  }

  /// A number that the VM calculates with itself.
  private static func plain(_ value: Value) -> Double? {
    switch value {
    case .int(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// Between numbers of any type: `a + (b - a) * random()`.
  private static func uniformOfObjects(_ vm: VM, _ random: RandomObject, _ a: Arguments) throws(Raised) -> Value {
    let width = try vm.binary(.sub, a[2], a[1])
    defer { width.release() }
    let part = try vm.binary(.mul, width, .float(random.uniform(vm)))
    defer { part.release() }
    return try vm.binary(.add, a[1], part)
  }

  private static func number(_ vm: VM, _ a: Arguments, _ index: Int, _ fallback: Double) throws(Raised) -> Double {
    guard let value = a.optional(index) else { return fallback }
    return try vm.realNumber(value)
  }

  /// The ratio of uniforms, by Kinderman and Monahan.
  private static func normal(
    _ vm: VM, _ random: RandomObject, _ mu: Double, _ sigma: Double
  ) throws(Raised) -> Double {
    let scale = 4 * exp(-0.5) / 2.0.squareRoot()
    while true {
      try vm.charge(1)
      let first = try random.uniform(vm)
      let second = 1 - (try random.uniform(vm))
      let z = scale * (first - 0.5) / second
      if z * z / 4 <= -log(second) { return mu + z * sigma }
    }
  }

  /// Cheng's method above 1, Ahrens and Dieter's below.
  private static func gamma(
    _ vm: VM, _ random: RandomObject, _ alpha: Double, _ beta: Double
  ) throws(Raised) -> Double {
    if !(alpha > 0 && beta > 0) { throw vm.raise(.valueError, "gammavariate: alpha and beta must be > 0.0") }
    if alpha == 1 { return -log(1 - (try random.uniform(vm))) * beta }
    if alpha > 1 {
      let root = (2 * alpha - 1).squareRoot()
      let offset = alpha - log(4.0)
      let slope = alpha + root
      while true {
        try vm.charge(1)
        let first = try random.uniform(vm)
        if !(1e-7 < first && first < 0.9999999) { continue }
        let second = 1 - (try random.uniform(vm))
        let v = log(first / (1 - first)) / root
        let x = alpha * exp(v)
        let z = first * first * second
        let r = offset + slope * v - x
        if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x * beta }
      }
    }
    while true {
      try vm.charge(1)
      let b = (M_E + alpha) / M_E
      let p = b * (try random.uniform(vm))
      let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
      let draw = try random.uniform(vm)
      if p > 1 ? draw <= pow(x, alpha - 1) : draw <= exp(-x) { return x * beta }
    }
  }

  private static func vonMises(_ vm: VM, _ random: RandomObject, _ mu: Double, _ kappa: Double) throws(Raised) -> Double
  {
    let turn = 2 * Double.pi
    if kappa <= 1e-6 { return turn * (try random.uniform(vm)) }
    let s = 0.5 / kappa
    let r = s + (1 + s * s).squareRoot()
    var z: Double
    while true {
      try vm.charge(1)
      z = cos(.pi * (try random.uniform(vm)))
      let d = z / (r + z)
      let draw = try random.uniform(vm)
      if draw < 1 - d * d || draw <= (1 - d) * exp(d) { break }
    }
    let q = 1 / r
    let f = (q + z) / (1 + q * z)
    let angle = try random.uniform(vm) > 0.5 ? mu + acos(f) : mu - acos(f)
    return Numbers.floorDivision(angle, turn).remainder
  }
}
