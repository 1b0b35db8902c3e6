import CKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Computed in double for every dtype and rounded once, at the end.
extension Generator {
  /// `exponential_(lambda)`.
  package func exponential(_ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, lambda: Double = 1) {
    fill(out, type, count: count) { _ in (-1 / lambda) * log1p(-uniform53()) }
  }

  /// `cauchy_(median, sigma)`.
  package func cauchy(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, median: Double = 0, sigma: Double = 1
  ) {
    fill(out, type, count: count) { _ in median.addingProduct(sigma, tan(Double.pi * (uniform53() - 0.5))) }
  }

  /// `log_normal_(mean, std)`: drawn one by one at every size.
  package func logNormal(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, mean: Double = 1, std: Double = 2
  ) {
    fill(out, type, count: count) { _ in exp(mean.addingProduct(standardNormal(), std)) }
  }

  /// `geometric_(p)`.
  package func geometric(_ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, p: Double) {
    fill(out, type, count: count) { _ in ceil(log(uniform53()) / log1p(-p)) }
  }

  /// `poisson(rates)`, rates and result of one dtype.
  package func poisson(_ out: UnsafeMutableRawPointer, rates: UnsafeRawPointer, _ type: nbk_dtype, count: Int) {
    let size = type.byteCount
    fill(out, type, count: count) { i in
      var rate = 0.0
      _ = nbk_cast(NBK_F64, &rate, 1, type, rates + i * size, 1, 1)
      return poisson(rate: rate)
    }
  }

  /// Small rates count how many uniforms multiply to exp(-rate); larger ones go by transformed rejection.
  func poisson(rate: Double) -> Double {
    guard rate > 0 else { return 0 }
    guard rate.isFinite else { return rate }
    guard rate >= 10 else {
      let limit = exp(-rate)
      var count = 0.0
      var product = uniform53()
      while product > limit {
        count += 1
        product *= uniform53()
      }
      return count
    }
    let b = 0.931 + 2.53 * rate.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let certain = 0.9277 - 3.6224 / (b - 2)
    let logRate = log(rate)
    while true {
      let u = uniform53() - 0.5
      let v = uniform53()
      let us = 0.5 - abs(u)
      let k = floor((2 * a / us + b) * u + rate + 0.43)
      if us >= 0.07 && v <= certain { return k }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = log(v) + log(inverseAlpha) - log(a / (us * us) + b)
      if left <= -rate + k * logRate - lgamma(k + 1) { return k }
    }
  }
}
