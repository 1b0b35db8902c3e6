/// `typing.List`, `typing.Any`, …: a name that may be subscripted.
package final class TypingFormObject: Object {
  let name: String
  /// The class it stands for where a class is needed; nil for pure annotations.
  let runtimeType: TypeObject?

  init(_ name: String, runtimeType: TypeObject?, type: TypeObject) {
    self.name = name
    self.runtimeType = runtimeType
    super.init(kind: .foreign, type: type)
  }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("_SpecialForm", .foreign, isFinal: true, module: "typing")
    func receiver(_ vm: VM, _ value: Value) throws(Raised) -> TypingFormObject {
      guard let form = value.foreign(TypingFormObject.self) else {
        throw vm.raiseReceiver("__repr__", "typing._SpecialForm", value)
      }
      return form
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in vm.str("typing.\(try receiver(vm, a[0]).name)") }
    type.define("__getitem__", "self, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
    type.define("__or__", "self, other, /") { (vm, a) throws(Raised) in a[0].retained() }
    type.define("__ror__", "self, other, /") { (vm, a) throws(Raised) in a[0].retained() }
    type.define("__mro_entries__", "self, bases, /") { (vm, a) throws(Raised) in
      guard let base = try receiver(vm, a[0]).runtimeType else { return vm.tuple([]) }
      return vm.tuple([base.retainedValue])
    }
    type.define("__call__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let form = try receiver(vm, a[0])
      guard let base = form.runtimeType else {
        throw vm.raise(.typeError, "Cannot instantiate typing.\(form.name)")
      }
      return try vm.construct(base, a[1].tupleValues, a[2].keywordArguments)
    }
    type.define("__instancecheck__", "self, instance, /") { (vm, a) throws(Raised) in
      let form = try receiver(vm, a[0])
      if form.name == "Callable" { return .bool(Builtins.isCallable(vm, a[1])) }
      guard let base = form.runtimeType else {
        throw vm.raise(.typeError, "typing.\(form.name) cannot be used with isinstance()")
      }
      return .bool(vm.isInstance(a[1], base))
    }
    return type
  }
}
