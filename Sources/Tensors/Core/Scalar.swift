/// A Python number as an operation sees it.
package enum Scalar: Sendable, Equatable {
  case bool(Bool)
  case int(Int)
  case float(Double)

  package var isFloat: Bool { if case .float = self { true } else { false } }
  package var isBool: Bool { if case .bool = self { true } else { false } }

  package var double: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }

  /// Truncated; what does not fit becomes the least integer, as x86 has it.
  package var int: Int {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .float(let value): Int(exactly: value.rounded(.towardZero)) ?? Int.min
    }
  }

  package var isTrue: Bool { double != 0 }

  /// The dtype `torch.tensor(number)` would have.
  package func dtype(default floating: DType) -> DType {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .float: floating
    }
  }

  func promotionDType(_ floating: DType) -> DType { dtype(default: floating) }

  /// As it stands in messages.
  package var text: String {
    switch self {
    case .bool(let value): value ? "True" : "False"
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    }
  }
}

extension Scalar {
  /// The bytes of the number as an element of `dtype`, in the low end of a word.
  @inline(__always)
  func bits(as dtype: DType) -> UInt64 {
    switch dtype {
    case .float32: UInt64(Float(double).bitPattern)
    case .float64: double.bitPattern
    case .int64: UInt64(bitPattern: Int64(int))
    case .bool: isTrue ? 1 : 0
    case .uint8: UInt64(UInt8(truncatingIfNeeded: int))
    case .int8: UInt64(UInt8(truncatingIfNeeded: int))
    case .int16: UInt64(UInt16(truncatingIfNeeded: int))
    case .int32: UInt64(UInt32(truncatingIfNeeded: int))
    case .float16: UInt64(Float(double).halfBits)
    case .bfloat16: UInt64(Float(double).bfloatBits)
    }
  }

  /// Throws where the number is outside the dtype's range, as storing an element does.
  package func checked(as dtype: DType) throws(TensorError) -> Scalar {
    try checked(as: dtype, named: dtype.checkedName)
  }

  /// The same in the words of `torch.tensor(number, dtype=…)`.
  package func checkedLiteral(as dtype: DType) throws(TensorError) -> Scalar {
    try checked(as: dtype, named: dtype.name)
  }

  private func checked(as dtype: DType, named name: String) throws(TensorError) -> Scalar {
    func overflow() -> TensorError { .runtime("value cannot be converted to type \(name) without overflow") }
    switch dtype {
    case .bool, .float64: return self
    case .bfloat16:
      if double.isFinite && abs(double) > 3.3895e38 { throw overflow() }
      return self
    case .float32:
      if double.isFinite && abs(double) > Double(Float.greatestFiniteMagnitude) { throw overflow() }
      return self
    case .float16:
      if double.isFinite && abs(double) > 65504 { throw overflow() }
      return self
    default:
      guard let range = dtype.integerRange else { return self }
      if case .float(let value) = self {
        guard value.isFinite, let whole = Int(exactly: value.rounded(.towardZero)), range.contains(whole) else {
          throw overflow()
        }
        return .int(whole)
      }
      // Negative numbers wrap into unsigned types.
      if dtype == .uint8 && int < 0 && int >= -255 { return self }
      guard range.contains(int) else { throw overflow() }
      return self
    }
  }
}

extension DType {
  /// The C++ name that overflow messages use.
  fileprivate var checkedName: String {
    switch self {
    case .uint8: "uint8_t"
    case .int8: "int8_t"
    case .int16: "int16_t"
    case .int32: "int"
    case .int64: "int64_t"
    case .float16: "c10::Half"
    case .float32: "float"
    case .bfloat16: "c10::BFloat16"
    default: name
    }
  }
}
