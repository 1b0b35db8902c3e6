import Interpreter
import Tensors

/// A tensor as Python holds it. A tensor has at most one such object at a time.
final class TensorObject: ForeignObject {
  let tensor: Tensor

  init(_ tensor: Tensor, type: TypeObject) {
    self.tensor = tensor
    super.init(type)
    tensor.wrapper = Unmanaged.passUnretained(self).toOpaque()
  }

  override func dropReferences() {
    if tensor.wrapper == Unmanaged.passUnretained(self).toOpaque() { tensor.wrapper = nil }
  }
}

extension TorchState {
  /// The tensor behind a value; nil if it is something else.
  @inline(__always)
  func tensor(_ value: Value) -> Tensor? {
    guard case .object(let reference) = value else { return nil }
    return reference._withUnsafeGuaranteedRef { object in
      if object.type === tensorType { return unsafeDowncast(object, to: TensorObject.self).tensor }
      return object.kind == .foreign ? (object as? TensorObject)?.tensor : nil
    }
  }

  /// The receiver of a method.
  @inline(__always)
  func receiver(_ value: Value, _ method: String) throws(Raised) -> Tensor {
    guard let tensor = tensor(value) else { throw vm.raiseReceiver(method, "torch._C.TensorBase", value) }
    return tensor
  }

  /// The Python object of a tensor, owned by the caller.
  @inline(__always)
  func value(_ tensor: Tensor) -> Value {
    if let known = tensor.wrapper {
      let known = Unmanaged<TensorObject>.fromOpaque(known).takeUnretainedValue()
      if known.isAlive { return known.retainedValue }
    }
    return Value(TensorObject(tensor, type: tensorType))
  }
}
