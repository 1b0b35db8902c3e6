import CKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Generator {
  /// `binomial(counts, probabilities)`, all of one dtype.
  package func binomial(
    _ out: UnsafeMutableRawPointer, counts: UnsafeRawPointer, probabilities: UnsafeRawPointer, _ type: nbk_dtype,
    count: Int
  ) {
    let size = type.byteCount
    fill(out, type, count: count) { i in
      var n = 0.0
      var p = 0.0
      _ = nbk_cast(NBK_F64, &n, 1, type, counts + i * size, 1, 1)
      _ = nbk_cast(NBK_F64, &p, 1, type, probabilities + i * size, 1, 1)
      return binomial(n, p)
    }
  }

  func binomial(_ n: Double, _ p: Double) -> Double {
    guard n.isFinite, p.isFinite else { return .nan }
    guard n > 0, p > 0 else { return 0 }
    guard p < 1 else { return n }
    let rare = p <= 0.5 ? p : 1 - p
    let hits = n * rare >= 10 ? rejected(n, rare) : counted(n, rare)
    return p <= 0.5 ? hits : n - hits
  }

  /// Geometric jumps from hit to hit.
  private func counted(_ n: Double, _ p: Double) -> Double {
    let logMiss = log1p(-p)
    var hits = 0.0
    var position = 0.0
    while true {
      position += ceil(log(uniform53()) / logMiss)
      if !(position <= n) { return hits }
      hits += 1
    }
  }

  /// Transformed rejection with squeeze.
  private func rejected(_ n: Double, _ p: Double) -> Double {
    let deviation = (n * p * (1 - p)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let c = n * p + 0.5
    let certain = 0.92 - 4.2 / b
    let ratio = p / (1 - p)
    let alpha = (2.83 + 5.1 / b) * deviation
    let m = floor((n + 1) * p)
    while true {
      let u = uniform53() - 0.5
      let v = uniform53()
      let us = 0.5 - abs(u)
      let k = floor((2 * a / us + b) * u + c)
      if k < 0 || k > n { continue }
      if us >= 0.07 && v <= certain { return k }
      let left = log(v * alpha / (a / (us * us) + b))
      var right = (m + 0.5) * log((m + 1) / (ratio * (n - m + 1)))
      right += (n + 1) * log((n - m + 1) / (n - k + 1))
      right += (k + 0.5) * log(ratio * (n - k + 1) / (k + 1))
      right += stirlingTail(m) + stirlingTail(n - m) - stirlingTail(k) - stirlingTail(n - k)
      if left <= right { return k }
    }
  }

  /// What Stirling's formula leaves out of log(k!).
  private func stirlingTail(_ k: Double) -> Double {
    let table = [
      0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
      0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287,
    ]
    if k >= 0 && k < 10 { return table[Int(k)] }
    let square = (k + 1) * (k + 1)
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1)
  }
}
