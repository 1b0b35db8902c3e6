import CKernels
import Foundation
import Testing

@testable import Tensors

@Suite struct TensorTextTests {
  @Test func metaTensorsShowTheirSizeOnly() {
    var text = TensorText()
    text.device = "meta"
    #expect(text.repr(shapeOnly: [1, 1]) == "tensor(..., device='meta', size=(1, 1))")
  }

  @Test func subclassesIndentByTheirName() {
    var text = TensorText()
    text.prefix = "Parameter("
    let elements = ShownElements(shape: [2, 1], values: .floats([1, 2]))
    #expect(text.repr(elements) == "Parameter([[1.],\n           [2.]])")
  }

  @Test func stridedMemoryIsReadInLogicalOrder() {
    let memory: [Float] = [1, 2, 3, 4, 5, 6]
    let turned = ShownElements(memory, NBK_F32, shape: [3, 2], strides: [1, 3], options: PrintOptions())
    #expect(TensorText().repr(turned) == "tensor([[1., 4.],\n        [2., 5.],\n        [3., 6.]])")
    let repeated = ShownElements(memory, NBK_F32, shape: [3], strides: [0], options: PrintOptions())
    #expect(TensorText().repr(repeated) == "tensor([1., 1., 1.])")
  }

  @Test func everyCallOfSetPrintOptionsAssignsTheScientificMode() {
    var options = PrintOptions()
    options.set(sciMode: true)
    #expect(options.sciMode == true)
    options.set(precision: 2)
    #expect(options.sciMode == nil && options.precision == 2)
    options.set(profile: .short)
    #expect(options.edgeItems == 2 && options.threshold == 1000)
    options.set(profile: .full)
    #expect(options.threshold == .infinity && options.precision == 4)
  }

  /// The fast decimals against the C library's, on values chosen to be hard: ties, neighbours of ties, all magnitudes.
  @Test func decimalsAreCorrectlyRounded() {
    var state: UInt64 = 1
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
    var values: [Double] = [
      0, -0.0, 0.5, 1.5, 2.5, 0.00005, 0.00015, 1e22, 9.5, 99999.5, 0.99999, 4_503_599_627_370_495.5,
    ]
    for _ in 0..<3000 {
      let tie = Double(random() % 2_000_000) / 65536
      values += [tie, tie.nextUp, tie.nextDown, (Double(random() % 2_000_001) + 0.5) / 10000]
      let any = Double(bitPattern: random())
      if any.isFinite { values.append(any) }
      values.append(Double(Float(bitPattern: UInt32(truncatingIfNeeded: random() & 0x4fff_ffff))))
    }
    for value in values {
      for precision in [0, 1, 4, 8] {
        var fixed = TextBuffer()
        fixed.append(fixed: value, precision: precision)
        #expect(fixed.text == String(format: "%.\(precision)f", value))
        var scientific = TextBuffer()
        scientific.append(scientific: value, precision: precision)
        #expect(scientific.text == String(format: "%.\(precision)e", value))
      }
    }
  }
}
