import CKernels

extension Generator {
  /// `bernoulli_(p)` with a number: also what dropout draws.
  package func bernoulli(_ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, p: Double) {
    fill(out, type, count: count) { _ in uniform53() < p ? 1 : 0 }
  }

  /// `bernoulli(probabilities)` with a tensor, whose dtype decides how much is drawn for each element.
  package func bernoulli(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, probabilities: UnsafeRawPointer,
    _ probabilityType: nbk_dtype
  ) {
    let isWide = probabilityType == NBK_F64
    let size = probabilityType.byteCount
    fill(out, type, count: count) { i in
      var p = 0.0
      _ = nbk_cast(NBK_F64, &p, 1, probabilityType, probabilities + i * size, 1, 1)
      return (isWide ? uniform53() : Double(uniform24())) < p ? 1 : 0
    }
  }

  /// `multinomial`: `samples` indices for each of the `rows` of `categories` weights, as float32 or float64.
  ///
  /// Without replacement, or for a single sample, every weight is divided by an exponential number and the largest
  /// results win; otherwise each sample is looked up in the cumulative weights.
  package func multinomial(
    _ out: UnsafeMutablePointer<Int64>, weights: UnsafeRawPointer, _ type: nbk_dtype, rows: Int, categories: Int,
    samples: Int, replacement: Bool
  ) {
    if type == NBK_F64 {
      multinomial(
        out, weights.assumingMemoryBound(to: Double.self), type, rows, categories, samples, replacement)
    } else {
      multinomial(
        out, weights.assumingMemoryBound(to: Float.self), type, rows, categories, samples, replacement)
    }
  }

  private func multinomial<Weight: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<Int64>, _ weights: UnsafePointer<Weight>, _ type: nbk_dtype, _ rows: Int,
    _ categories: Int, _ samples: Int, _ replacement: Bool
  ) {
    guard replacement, samples > 1 else {
      race(out, weights, type, rows, categories, samples)
      return
    }
    for row in 0..<rows {
      let cumulative = cumulativeShares(weights + row * categories, categories)
      for k in 0..<samples {
        let u = uniform53()
        var low = 0
        var high = categories
        while low < high {
          let middle = low + (high - low) / 2
          if Double(cumulative[middle]) < u { low = middle + 1 } else { high = middle }
        }
        out[row * samples + k] = Int64(low)
      }
    }
  }

  private func race<Weight: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<Int64>, _ weights: UnsafePointer<Weight>, _ type: nbk_dtype, _ rows: Int,
    _ categories: Int, _ samples: Int
  ) {
    var scores = [Weight](repeating: 0, count: rows * categories)
    scores.withUnsafeMutableBytes { bytes in
      if let base = bytes.baseAddress { exponential(base, type, count: rows * categories) }
    }
    for i in scores.indices { scores[i] = weights[i] / scores[i] }
    for row in 0..<rows {
      let start = row * categories
      if samples == 1 {
        var best = 0
        for i in 1..<max(categories, 1) where scores[start + i] > scores[start + best] { best = i }
        out[row] = Int64(best)
      } else {
        let order = (0..<categories).sorted { first, second in
          let (a, b) = (scores[start + first], scores[start + second])
          return a == b ? first < second : a > b
        }
        for k in 0..<min(samples, categories) { out[row * samples + k] = Int64(order[k]) }
      }
    }
  }

  private func cumulativeShares<Weight: BinaryFloatingPoint>(
    _ weights: UnsafePointer<Weight>, _ count: Int
  ) -> [Weight] {
    var total: Weight = 0
    var shares = (0..<count).map { i in
      total += weights[i]
      return total
    }
    for i in shares.indices { shares[i] /= total }
    if count > 0 { shares[count - 1] = 1 }
    return shares
  }
}
