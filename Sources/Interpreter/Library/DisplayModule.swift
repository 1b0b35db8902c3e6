/// `_display`: what a notebook shows by itself, as it would show the value of a cell.
package enum DisplayModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_display", heap: vm.heap)
    module.namespace.set("display", function(vm))
    module.define("clear", "") { (vm, _) throws(Raised) in
      vm.host.clear()
      return .none
    }
    return module
  }

  /// `display`, which every cell of a notebook finds without an import. Owned.
  package static func function(_ vm: VM) -> Value {
    Value(
      NativeFunctionObject(
        "display",
        "*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, **kwargs",
        heap: vm.heap
      ) { (vm, a) throws(Raised) in
        for object in a[0].tupleValues {
          if vm.host.showsValues {
            vm.host.show(try DisplayText.text(of: object, vm))
          } else {
            vm.host.write(try vm.strText(object) + "\n", to: .stdout)
          }
        }
        return .none
      })
  }
}
