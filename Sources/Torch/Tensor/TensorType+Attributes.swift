import Interpreter
import Tensors

extension TensorType {
  static func defineAttributes(_ type: TypeObject, _ state: TorchState) {
    define("shape", on: type, state) { (state, tensor) throws(Raised) in state.size(tensor.sizes) }
    define("dtype", on: type, state) { (state, tensor) throws(Raised) in state.value(tensor.dtype) }
    define("device", on: type, state) { (state, _) throws(Raised) in state.cpu }
    define("layout", on: type, state) { (state, _) throws(Raised) in
      guard let torch = state.vm.modules["torch"] else { return .none }
      return try state.vm.getAttribute(torch, state.vm.heap.intern("strided"))
    }
    define("ndim", on: type, state) { (_, tensor) throws(Raised) in .int(tensor.dim) }
    define("itemsize", on: type, state) { (_, tensor) throws(Raised) in .int(tensor.dtype.itemSize) }
    define("nbytes", on: type, state) { (_, tensor) throws(Raised) in .int(tensor.count * tensor.dtype.itemSize) }
    define("_version", on: type, state) { (_, tensor) throws(Raised) in .int(tensor.version) }
    define("name", on: type, state) { (_, _) throws(Raised) in .none }
    define("is_cpu", on: type, state) { (_, _) throws(Raised) in .bool(true) }
    for name in [
      "is_cuda", "is_sparse", "is_sparse_csr", "is_quantized", "is_meta", "is_mps", "is_xpu", "is_xla", "is_mkldnn",
      "is_nested", "is_vulkan", "is_ipu", "is_maia", "is_mtia",
    ] {
      define(name, on: type, state) { (_, _) throws(Raised) in .bool(false) }
    }
    method("is_complex", on: type, state) { (_, tensor) throws(Raised) in .bool(tensor.dtype.isComplex) }
    method("is_signed", on: type, state) { (_, tensor) throws(Raised) in .bool(tensor.dtype.isSigned) }
    method("is_conj", on: type, state) { (_, _) throws(Raised) in .bool(false) }
    method("is_neg", on: type, state) { (_, _) throws(Raised) in .bool(false) }
    method("is_inference", on: type, state) { (_, _) throws(Raised) in .bool(false) }
    method("is_pinned", on: type, state) { (_, _) throws(Raised) in .bool(false) }
    method("get_device", on: type, state) { (_, _) throws(Raised) in .int(-1) }
    method("data_ptr", on: type, state) { (_, tensor) throws(Raised) in .int(Int(bitPattern: tensor.data)) }
    method("_is_view", on: type, state) { (_, tensor) throws(Raised) in .bool(tensor.base != nil) }
    define("_base", on: type, state) { (state, tensor) throws(Raised) in tensor.base.map(state.value) ?? .none }
    define("output_nr", on: type, state) { (_, tensor) throws(Raised) in .int(tensor.outputNumber) }
    type.define("__len__", "self, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__len__")
      if tensor.dim == 0 { throw vm.raise(.typeError, "len() of a 0-d tensor") }
      return .int(tensor.sizes[0])
    }
    type.define("__hash__", "self, /") { (_, a) throws(Raised) in
      guard case .object(let reference) = a[0] else { return .int(0) }
      return .int(Int(bitPattern: reference.toOpaque()) >> 4)
    }
  }
}
