import Interpreter
import Tensors

extension TorchState {
  /// `torch.return_types.max(values=…, indices=…)`, owned by the caller.
  func namedTuple(_ name: String, _ fields: [(name: String, tensor: Tensor)]) -> Value {
    let type = returnTypes[name] ?? ReturnTypes.make(name, fields.map(\.name), self)
    return Value(TupleObject.make(fields.map { value($0.tensor) }, type: type))
  }
}

/// The tuples with named items that operations with several results return.
enum ReturnTypes {
  static func make(_ name: String, _ fields: [String], _ state: TorchState) -> TypeObject {
    let types = state.vm.heap.types!
    let type = types.make(name, .tuple, base: types.tuple, isFinal: true, module: "torch.return_types")
    for (index, field) in fields.enumerated() {
      type.defineProperty(field) { (vm, value) throws(Raised) in
        guard let tuple = value.asTuple, index < tuple.count else {
          throw vm.raiseReceiver(field, "torch.return_types.\(name)", value)
        }
        return tuple.items[index].retained()
      }
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let tuple = a[0].asTuple else { throw vm.raiseReceiver("__repr__", "torch.return_types.\(name)", a[0]) }
      var lines: [String] = []
      for (field, item) in zip(fields, tuple.values) { lines.append("\(field)=\(try vm.repr(item))") }
      return vm.str("torch.return_types.\(name)(\n\(lines.joined(separator: ",\n")))")
    }
    state.returnTypes[name] = type
    return type
  }
}
