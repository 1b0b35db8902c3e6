import CKernels

extension Generator {
  /// `randint(from, from + range)` and `random_(from, to)`, for every dtype. A range of 0 stands for all 2^64 numbers.
  package func integers(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, from low: Int64, range: UInt64
  ) {
    fillIntegers(out, type, count: count) { _ in
      let drawn =
        switch range {
        case 0: next64()
        case (1 << 28)...: next64() % range
        default: UInt64(next32()) % range
        }
      return low &+ Int64(bitPattern: drawn)
    }
  }

  /// The largest integer `random_(from, None)` gives: the dtype's own, or the largest a float holds without gaps.
  package static func largestRandom(_ type: nbk_dtype) -> Int64 {
    switch type {
    case NBK_BOOL: 1
    case NBK_U8: 255
    case NBK_I8: 127
    case NBK_I16: 32767
    case NBK_I32: 1 << 31 - 1
    case NBK_I64: .max
    case NBK_F16: 1 << 11
    case NBK_BF16: 1 << 8
    case NBK_F32: 1 << 24
    default: 1 << 53
    }
  }

  /// `random_()`: 0 up to the largest.
  package func integers(_ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int) {
    let range = UInt64(Self.largestRandom(type)) + 1
    let isWide = type == NBK_I64 || type == NBK_F64
    fillIntegers(out, type, count: count) { _ in
      Int64(bitPattern: (isWide ? next64() : UInt64(next32())) % range)
    }
  }

  /// `randperm(count)`.
  package func permutation(_ out: UnsafeMutablePointer<Int64>, count: Int) {
    for i in 0..<max(count, 0) { out[i] = Int64(i) }
    guard count < Int(UInt32.max / 20) else {
      for i in 0..<count {
        let z = Int(next64() % UInt64(i + 1))
        out[i] = out[z]
        out[z] = Int64(i)
      }
      return
    }
    for i in 0..<max(count - 1, 0) {
      let z = i + Int(next32()) % (count - i)
      (out[i], out[z]) = (out[z], out[i])
    }
  }
}
