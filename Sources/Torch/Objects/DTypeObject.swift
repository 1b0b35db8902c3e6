import Interpreter
import Tensors

/// `torch.float32`: one object per dtype.
final class DTypeObject: ForeignObject {
  let dtype: DType

  init(_ dtype: DType, type: TypeObject) {
    self.dtype = dtype
    super.init(type)
  }
}

extension TorchState {
  /// The object of a dtype, owned by the caller.
  func value(_ dtype: DType) -> Value { dtypes[Int(dtype.rawValue)].retained() }

  /// A dtype given as an argument: its object, or the Python type that stands for it.
  func dtype(_ value: Value) -> DType? {
    guard let object = value.object else { return nil }
    if let object = object as? DTypeObject { return object.dtype }
    let types = vm.heap.types!
    if object === types.float { return .float64 }
    if object === types.int { return .int64 }
    if object === types.bool { return .bool }
    return nil
  }
}

/// `torch.dtype`
enum DTypeType {
  static func install(_ state: TorchState) {
    let type = state.dtypeType
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, _) throws(Raised) in
      throw vm.raise(.typeError, "cannot create 'torch.dtype' instances")
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("torch.\(try dtype(vm, a[0], "__repr__").name)")
    }
    property(type, "is_floating_point") { .bool($0.isFloatingPoint) }
    property(type, "is_complex") { .bool($0.isComplex) }
    property(type, "is_signed") { .bool($0.isSigned) }
    property(type, "itemsize") { .int($0.itemSize) }
    type.define("__reduce__", "self, /") { (vm, a) throws(Raised) in
      vm.str(try dtype(vm, a[0], "__reduce__").name)
    }
  }

  private static func property(_ type: TypeObject, _ name: String, _ get: @escaping (DType) -> Value) {
    type.defineProperty(name) { (vm, value) throws(Raised) in get(try dtype(vm, value, name)) }
  }

  private static func dtype(_ vm: VM, _ value: Value, _ method: String) throws(Raised) -> DType {
    guard let object = value.object as? DTypeObject else { throw vm.raiseReceiver(method, "torch.dtype", value) }
    return object.dtype
  }
}
