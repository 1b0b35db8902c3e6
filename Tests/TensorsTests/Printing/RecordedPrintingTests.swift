import CKernels
import Foundation
import Testing

@testable import Tensors

/// The text of tensors against PyTorch's.
@Suite struct RecordedPrintingTests {
  struct Case: Decodable {
    var text: String
    var shape: [Int]
    var dtype: String
    var `default`: String
    var options: Options
    var requires_grad: Bool
    var grad_fn: String?
    var floats: [String]?
    var imaginary: [String]?
    var integers: [Int64]?
  }

  struct Options: Decodable {
    var profile: String?
    var precision: Int?
    var threshold: Double?
    var edgeitems: Int?
    var linewidth: Int?
    var sci_mode: Bool?
  }

  @Test func everyRecordedTensor() throws {
    let url = Bundle.module.url(forResource: "printing", withExtension: "json", subdirectory: "PrintingRecordings")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: try #require(url)))
    #expect(cases.count > 400)
    for recorded in cases {
      var text = TensorText()
      text.dtype = recorded.dtype
      text.defaultDType = recorded.default
      text.requiresGrad = recorded.requires_grad
      text.gradFn = recorded.grad_fn
      let options = recorded.options
      text.options.set(
        profile: options.profile.flatMap(PrintOptions.Profile.init), precision: options.precision,
        threshold: options.threshold, edgeItems: options.edgeitems, lineWidth: options.linewidth,
        sciMode: options.sci_mode)
      #expect(text.repr(shown(recorded, text.options)) == recorded.text)
    }
  }

  /// Reads the elements through memory where a dtype for them exists, so that the selection is tested too.
  private func shown(_ recorded: Case, _ options: PrintOptions) -> ShownElements {
    let floats = (recorded.floats ?? []).map { Double(bitPattern: UInt64($0, radix: 16) ?? 0) }
    let imaginary = (recorded.imaginary ?? []).map { Double(bitPattern: UInt64($0, radix: 16) ?? 0) }
    var strides = [Int](repeating: 1, count: recorded.shape.count)
    for i in stride(from: recorded.shape.count - 2, through: 0, by: -1) {
      strides[i] = strides[i + 1] * max(recorded.shape[i + 1], 1)
    }
    func read(_ memory: UnsafeRawPointer, _ type: nbk_dtype) -> ShownElements {
      ShownElements(memory, type, shape: recorded.shape, strides: strides, options: options)
    }
    if let integers = recorded.integers {
      return recorded.dtype == "bool" ? read(integers.map { UInt8($0) }, NBK_BOOL) : read(integers, NBK_I64)
    }
    let real = read(floats, NBK_F64)
    guard recorded.imaginary != nil else { return real }
    guard case .floats(let parts) = real.values, case .floats(let others) = read(imaginary, NBK_F64).values
    else { return real }
    return ShownElements(shape: recorded.shape, values: .complex(real: parts, imaginary: others))
  }
}
