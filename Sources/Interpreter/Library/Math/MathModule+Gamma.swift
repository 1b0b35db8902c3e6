#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The gamma function by Lanczos' approximation with the well-known 13 coefficients for g = 6.0246…, as CPython
// computes it, so that results agree to the last bit.
extension MathModule {
  private static let g = 6.024680040776729583740234375
  private static let gMinusHalf = 5.524680040776729583740234375
  private static let numerator: [Double] = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let denominator: [Double] = [
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
  ]

  static func defineGamma(_ module: ModuleObject) {
    module.define("gamma", "x, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0])
      if x.isNaN || x == .infinity { return .float(x) }
      if x == -.infinity || x == 0 { throw domainError(vm) }
      if x == x.rounded(.down) {
        if x < 0 { throw domainError(vm) }
        if x <= 23 {
          var product = 1.0
          for factor in stride(from: 2, to: x, by: 1) { product *= factor }
          return .float(product)
        }
      }
      let result = gamma(x)
      if result.isInfinite { throw rangeError(vm) }
      return .float(result)
    }
    module.define("lgamma", "x, /") { (vm, a) throws(Raised) in
      let x = try vm.realNumber(a[0])
      if x.isNaN { return .float(x) }
      if x.isInfinite { return .float(.infinity) }
      if x == x.rounded(.down) && x <= 2 {
        if x <= 0 { throw domainError(vm) }
        return .float(0)
      }
      let result = logGamma(x)
      if result.isInfinite { throw rangeError(vm) }
      return .float(result)
    }
  }

  private static func lanczosSum(_ x: Double) -> Double {
    var top = 0.0
    var bottom = 0.0
    if x < 5 {
      for index in stride(from: 12, through: 0, by: -1) {
        top = top * x + numerator[index]
        bottom = bottom * x + denominator[index]
      }
    } else {
      for index in 0...12 {
        top = top / x + numerator[index]
        bottom = bottom / x + denominator[index]
      }
    }
    return top / bottom
  }

  /// sin(pi x), exact where it is.
  private static func sinPi(_ x: Double) -> Double {
    let y = fmod(x.magnitude, 2)
    let result: Double
    switch Int((2 * y).rounded()) {
    case 0: result = sin(.pi * y)
    case 1: result = cos(.pi * (y - 0.5))
    case 2: result = sin(.pi * (1 - y))
    case 3: result = -cos(.pi * (y - 1.5))
    default: result = sin(.pi * (y - 2))
    }
    return copysign(1, x) * result
  }

  private static func gamma(_ x: Double) -> Double {
    let size = x.magnitude
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + gMinusHalf
    // What y lost when it was rounded.
    var rest: Double
    if size > gMinusHalf {
      let q = y - size
      rest = q - gMinusHalf
    } else {
      let q = y - gMinusHalf
      rest = q - size
    }
    rest = rest * g / y
    var result: Double
    if x < 0 {
      result = -Double.pi / sinPi(size) / size * exp(y) / lanczosSum(size)
      result -= rest * result
      if size < 140 {
        result /= pow(y, size - 0.5)
      } else {
        let root = pow(y, size / 2 - 0.25)
        result /= root
        result /= root
      }
    } else {
      result = lanczosSum(size) / exp(y)
      result += rest * result
      if size < 140 {
        result *= pow(y, size - 0.5)
      } else {
        let root = pow(y, size / 2 - 0.25)
        result *= root
        result *= root
      }
    }
    return result
  }

  private static func logGamma(_ x: Double) -> Double {
    let size = x.magnitude
    if size < 1e-20 { return -log(size) }
    var result = log(lanczosSum(size)) - g
    result += (size - 0.5) * (log(size + g - 0.5) - 1)
    if x < 0 {
      let logOfPi = 1.144729885849400174143427351353058711647
      result = logOfPi - log(sinPi(size).magnitude) - log(size) - result
    }
    return result
  }
}
