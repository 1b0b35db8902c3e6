/// `bool`, a subclass of `int` with two instances.
enum BoolType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.bool!
    type.define("__new__", "cls, x=False, /") { (vm, a) throws(Raised) in
      _ = try vm.classArgument(a[0], vm.heap.types.bool)
      guard let value = a.optional(1) else { return .bool(false) }
      return .bool(try vm.isTrue(value))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard case .bool(let flag) = a[0] else { throw vm.raiseReceiver("__repr__", "bool", a[0]) }
      return vm.str(flag ? "True" : "False")
    }
  }
}
