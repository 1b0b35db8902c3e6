import CKernels

/// The element types. The raw values are the kernels' own, so dispatch is a cast.
package enum DType: UInt8, Sendable, CaseIterable {
  case bool, uint8, int8, int16, int32, int64, float16, bfloat16, float32, float64

  package static let float: DType = .float32
  package static let double: DType = .float64
  package static let long: DType = .int64

  @inline(__always) var kernel: nbk_dtype { nbk_dtype(rawValue: Int32(rawValue)) }

  /// Bytes per element.
  @inline(__always)
  package var itemSize: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .int16, .float16, .bfloat16: 2
    case .int32, .float32: 4
    case .int64, .float64: 8
    }
  }

  @inline(__always) package var isFloatingPoint: Bool { rawValue >= DType.float16.rawValue }
  @inline(__always) package var isComplex: Bool { false }
  /// Integers without bool.
  @inline(__always) package var isIntegral: Bool { !isFloatingPoint && self != .bool }
  @inline(__always) package var isSigned: Bool { self != .bool && self != .uint8 }
  @inline(__always) var isReducedFloat: Bool { self == .float16 || self == .bfloat16 }

  /// Only these can require a gradient.
  @inline(__always) package var isDifferentiable: Bool { isFloatingPoint || isComplex }

  /// The least and greatest value of an integer type.
  package var integerRange: ClosedRange<Int>? {
    switch self {
    case .bool: 0...1
    case .uint8: 0...255
    case .int8: -128...127
    case .int16: -32768...32767
    case .int32: Int(Int32.min)...Int(Int32.max)
    case .int64: Int.min...Int.max
    default: nil
    }
  }
}

extension DType {
  /// `float32`, as in `torch.float32`.
  package var name: String {
    switch self {
    case .bool: "bool"
    case .uint8: "uint8"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .float16: "float16"
    case .bfloat16: "bfloat16"
    case .float32: "float32"
    case .float64: "float64"
    }
  }

  /// `Long`, as error messages call it.
  package var scalarName: String {
    switch self {
    case .bool: "Bool"
    case .uint8: "Byte"
    case .int8: "Char"
    case .int16: "Short"
    case .int32: "Int"
    case .int64: "Long"
    case .float16: "Half"
    case .bfloat16: "BFloat16"
    case .float32: "Float"
    case .float64: "Double"
    }
  }

  /// `long int`, as messages from the C++ side call it.
  package var cppName: String {
    switch self {
    case .bool: "bool"
    case .uint8: "unsigned char"
    case .int8: "signed char"
    case .int16: "short int"
    case .int32: "int"
    case .int64: "long int"
    case .float16: "c10::Half"
    case .bfloat16: "c10::BFloat16"
    case .float32: "float"
    case .float64: "double"
    }
  }

  /// `torch.LongTensor`, what `tensor.type()` answers.
  package var tensorTypeName: String { "torch.\(scalarName)Tensor" }

  /// Every name under which `torch` offers the type.
  package static let byName: [String: DType] = {
    var names: [String: DType] = [
      "float": .float32, "double": .float64, "half": .float16, "long": .int64, "int": .int32, "short": .int16,
    ]
    for dtype in allCases { names[dtype.name] = dtype }
    return names
  }()
}
