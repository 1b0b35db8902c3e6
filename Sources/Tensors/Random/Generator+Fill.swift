import CKernels

/// Values per step of a fill; the words behind them sit on the stack.
private let blockCount = 256

extension Generator {
  /// Stores `count` values, each drawn as a double, in `type`.
  func fill(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, draw: (Int) -> Double
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: blockCount) { block in
      store(block, NBK_F64, into: out, type, count: count, draw: draw)
    }
  }

  /// Stores `count` integers in `type`.
  func fillIntegers(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, draw: (Int) -> Int64
  ) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: blockCount) { block in
      store(block, NBK_I64, into: out, type, count: count, draw: draw)
    }
  }

  private func store<Value>(
    _ block: UnsafeMutableBufferPointer<Value>, _ drawn: nbk_dtype, into out: UnsafeMutableRawPointer,
    _ type: nbk_dtype, count: Int, draw: (Int) -> Value
  ) {
    guard let values = block.baseAddress else { return }
    let size = type.byteCount
    for start in stride(from: 0, to: count, by: blockCount) {
      let run = min(blockCount, count - start)
      for i in 0..<run { (values + i).initialize(to: draw(start + i)) }
      _ = nbk_cast(type, out + start * size, 1, drawn, values, 1, Int64(run))
    }
  }

  /// `count` floats in [low, high) from one word each.
  func fillUniform(_ out: UnsafeMutablePointer<Float>, count: Int, low: Float, high: Float) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blockCount) { block in
      guard let words = block.baseAddress else { return }
      for start in stride(from: 0, to: count, by: blockCount) {
        let run = min(blockCount, count - start)
        nextWords(words, count: run)
        nbk_random_uniform_f32(Int64(run), out + start, words, low, high)
      }
    }
  }
}

extension nbk_dtype {
  var byteCount: Int {
    switch self {
    case NBK_BOOL, NBK_U8, NBK_I8: 1
    case NBK_I16, NBK_F16, NBK_BF16: 2
    case NBK_I32, NBK_F32: 4
    default: 8
    }
  }
}
