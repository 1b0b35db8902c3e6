import Interpreter
import Tensors

extension TensorType {
  static func defineText(_ type: TypeObject, _ state: TorchState) {
    for name in ["__repr__", "__str__"] {
      type.define(name, "self, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
        vm.str(text(state, a[0], try state.receiver(a[0], name)))
      }
    }
    type.define("__format__", "self, spec, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__format__")
      let spec = a[1].asStr?.string ?? ""
      if tensor.dim == 0 && a[0].object?.type === state.tensorType {
        if tensor.isUnseeded { vm.showedUnseeded = true }
        let number = state.value(try state.run { () throws(TensorError) in try tensor.item() })
        return try vm.format(number, spec)
      }
      if !spec.isEmpty {
        throw vm.raise(.typeError, "unsupported format string passed to \(vm.typeName(a[0])).__format__")
      }
      return vm.str(try vm.strText(a[0]))
    }
  }

  private static func text(_ state: TorchState, _ value: Value, _ tensor: Tensor) -> String {
    if tensor.isUnseeded { state.vm.showedUnseeded = true }
    let name = value.object?.type === state.tensorType ? "tensor" : state.vm.typeName(value)
    let prefix = "\(name)("
    let shown = tensor.shown(state.printOptions, prefix: prefix)
    note(shown.floats, in: shown.text.utf8.dropFirst(prefix.utf8.count), tensor.dtype, state.vm)
    return shown.text
  }

  /// Tells whoever compares the text what the rounded numbers in it are.
  private static func note(_ floats: [Double], in body: Substring.UTF8View, _ dtype: DType, _ vm: VM) {
    // A long print loop need not be remembered whole.
    if floats.isEmpty || vm.shownNumbers.count > 1 << 16 { return }
    let numerals = body.split { " ,[]()\n".utf8.contains($0) }.filter { !$0.elementsEqual("...".utf8) }
    for (numeral, value) in zip(numerals, floats) {
      vm.shownNumbers.append(ShownNumber(text: String(numeral) ?? "", value: value, dtype: dtype.name))
    }
  }
}
