import Interpreter

/// `torch.strided`, `torch.contiguous_format`: names that arguments take.
final class ConstantObject: ForeignObject {
  enum Family { case layout, memoryFormat }

  let name: String
  let family: Family

  init(_ name: String, _ family: Family, type: TypeObject) {
    self.name = name
    self.family = family
    super.init(type)
  }
}

enum ConstantType {
  static func install(_ state: TorchState) {
    state.constantType.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let constant = a[0].object as? ConstantObject else {
        throw vm.raiseReceiver("__repr__", "torch.memory_format", a[0])
      }
      return vm.str("torch.\(constant.name)")
    }
  }

  static func define(in names: DictObject, _ state: TorchState) {
    let layout = state.vm.heap.types.make("torch.layout", .foreign, base: state.constantType, isFinal: true)
    names.set("strided", Value(ConstantObject("strided", .layout, type: layout)))
    names.set("layout", layout.retainedValue)
    names.set("memory_format", state.constantType.retainedValue)
    for name in ["contiguous_format", "preserve_format"] {
      names.set(name, Value(ConstantObject(name, .memoryFormat, type: state.constantType)))
    }
  }
}
