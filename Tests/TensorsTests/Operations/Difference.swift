import Foundation

@testable import Tensors

/// How far a tensor is from a recorded one.
struct Difference {
  private(set) var message: String?
  /// The largest distance of an element, in units in the last place of the larger of itself and a hundredth of the largest.
  private(set) var units = 0.0

  init(_ tensor: Tensor, _ recorded: GoldenTests.Recorded.Value) {
    if tensor.dtype.name != recorded.dtype {
      message = "dtype \(tensor.dtype.name), expected \(recorded.dtype)"
      return
    }
    if tensor.sizes.array != recorded.sizes {
      message = "sizes \(tensor.sizes.text), expected \(recorded.sizes)"
      return
    }
    guard tensor.count > 0, let expected = Self.decode(recorded, tensor) else { return }
    let (found, wanted) = (tensor.elements, expected.elements)
    let largest = wanted.map { abs($0.double) }.filter(\.isFinite).max() ?? 0
    for (index, (a, b)) in zip(found, wanted).enumerated() where a != b {
      if a.double.isNaN && b.double.isNaN { continue }
      guard a.double.isFinite, b.double.isFinite, tensor.dtype.isFloatingPoint else {
        message = "element \(index) is \(a.text), expected \(b.text)"
        return
      }
      let scale = max(abs(b.double), largest / 100)
      let unit = tensor.dtype == .float64 ? scale.ulp : Double(Float(scale).ulp)
      units = max(units, abs(a.double - b.double) / unit)
    }
  }

  private static func decode(_ recorded: GoldenTests.Recorded.Value, _ like: Tensor) -> Tensor? {
    guard let target = try? Tensor.zeros(like.engine, like.sizes, like.dtype) else { return nil }
    let digits = Array(recorded.data.utf8)
    func nibble(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
    for index in 0..<(digits.count / 2) {
      target.data.storeBytes(
        of: nibble(digits[2 * index]) << 4 | nibble(digits[2 * index + 1]), toByteOffset: index, as: UInt8.self)
    }
    return target
  }
}
