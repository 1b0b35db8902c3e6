/// The width of a float, which decides what a last place is worth.
package enum FloatType: String, Sendable, Equatable {
  case float64, float32, float16, bfloat16

  /// The distance between neighbouring values of this type around `value`; 0 for infinities and NaN.
  package func ulp(of value: Double) -> Double {
    guard value.isFinite else { return 0 }
    let (fractionBits, leastExponent) =
      switch self {
      case .float64: (52, -1022)
      case .float32: (23, -126)
      case .float16: (10, -14)
      case .bfloat16: (7, -126)
      }
    let exponent = value == 0 ? leastExponent : max(leastExponent, Int(value.exponent))
    return Double(sign: .plus, exponent: exponent - fractionBits, significand: 1)
  }

  /// From a tensor's `dtype=torch.…` suffix.
  init?(dtype: some StringProtocol) {
    switch dtype {
    case "float64", "double", "complex128": self = .float64
    case "float32", "float", "complex64": self = .float32
    case "float16", "half": self = .float16
    case "bfloat16": self = .bfloat16
    default: return nil
    }
  }
}
