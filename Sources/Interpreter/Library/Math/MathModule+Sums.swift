import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension MathModule {
  static func defineSums(_ module: ModuleObject) {
    module.define("prod", "iterable, /, *, start=1") { (vm, a) throws(Raised) in
      var total = (a.optional(1) ?? .int(1)).retained()
      do throws(Raised) {
        try vm.forEach(a[0]) { (item) throws(Raised) in
          let next = try vm.binary(.mul, total, item)
          total.release()
          total = next
        }
      } catch {
        total.release()
        throw error
      }
      return total
    }
    module.define("fsum", "seq, /") { (vm, a) throws(Raised) in
      var sum = ExactSum()
      try vm.forEach(a[0]) { (item) throws(Raised) in
        if !sum.add(try vm.realNumber(item)) {
          throw vm.raise(.overflowError, "intermediate overflow in fsum")
        }
      }
      if sum.hasOppositeInfinities { throw vm.raise(.valueError, "-inf + inf in fsum") }
      return .float(sum.result)
    }
    module.define("hypot", "*coordinates") { (vm, a) throws(Raised) in
      var coordinates: [Double] = []
      for value in a[0].tupleValues { coordinates.append(try vm.realNumber(value).magnitude) }
      return .float(norm(coordinates))
    }
    module.define("dist", "p, q, /") { (vm, a) throws(Raised) in
      let first = try vm.ownedItems(a[0])
      defer { for item in first { item.release() } }
      let second = try vm.ownedItems(a[1])
      defer { for item in second { item.release() } }
      let p = try numbers(vm, first)
      let q = try numbers(vm, second)
      if p.count != q.count {
        throw vm.raise(.valueError, "both points must have the same number of dimensions")
      }
      return .float(norm(zip(p, q).map { ($0 - $1).magnitude }))
    }
  }

  private static func numbers(_ vm: VM, _ items: [Value]) throws(Raised) -> [Double] {
    var result: [Double] = []
    for item in items { result.append(try vm.realNumber(item)) }
    return result
  }

  /// The Euclidean length of magnitudes: scaled by a power of two, squares summed in twice the precision, and the
  /// root corrected by what it leaves.
  static func norm(_ magnitudes: [Double]) -> Double {
    if magnitudes.contains(where: { $0.isInfinite }) { return .infinity }
    if magnitudes.contains(where: { $0.isNaN }) { return .nan }
    guard let largest = magnitudes.max(), largest > 0 else { return 0 }
    if magnitudes.count == 1 { return largest }
    let exponent = Int(largest.exponent) + 1
    var high = 0.0
    var low = 0.0
    for magnitude in magnitudes {
      let x = scalbn(magnitude, -exponent)
      let square = x * x
      let rest = fma(x, x, -square)
      let sum = high + square
      let larger = max(high, square)
      low += (larger - sum) + min(high, square) + rest
      high = sum
    }
    let total = high + low
    let root = total.squareRoot()
    let remainder = fma(-root, root, high) + low
    return scalbn(root + remainder / (2 * root), exponent)
  }
}

/// A sum of floats without any rounding: a list of parts that do not overlap, smallest first.
struct ExactSum {
  private var parts: [Double] = []
  private var special = 0.0
  private var infinities = 0.0

  /// False if finite numbers overflowed.
  mutating func add(_ number: Double) -> Bool {
    var x = number
    var kept = 0
    for index in 0..<parts.count {
      var y = parts[index]
      if x.magnitude < y.magnitude { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        parts[kept] = low
        kept += 1
      }
      x = high
    }
    parts.removeLast(parts.count - kept)
    if x == 0 { return true }
    if x.isFinite {
      parts.append(x)
      return true
    }
    if number.isFinite { return false }
    if number.isInfinite { infinities += number }
    special += number
    parts.removeAll()
    return true
  }

  var hasOppositeInfinities: Bool { infinities.isNaN }

  /// The sum, rounded once to nearest, ties to even.
  var result: Double {
    if special != 0 { return special }
    guard var index = parts.indices.last else { return 0 }
    var high = parts[index]
    var low = 0.0
    while index > 0 {
      index -= 1
      let x = high
      let y = parts[index]
      high = x + y
      low = y - (high - x)
      if low != 0 { break }
    }
    if index > 0, (low < 0 && parts[index - 1] < 0) || (low > 0 && parts[index - 1] > 0) {
      let doubled = low * 2
      let candidate = high + doubled
      if candidate - high == doubled { high = candidate }
    }
    return high
  }
}
