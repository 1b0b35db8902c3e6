import CKernels

extension Float {
  /// The nearest half-precision number's bits. In C, since Swift's `Float16` does not exist on every Mac.
  var halfBits: UInt16 { nbk_to_f16(self) }
  var bfloatBits: UInt16 { nbk_to_bf16(self) }
}
