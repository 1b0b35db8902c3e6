/// What `copy` and `pickle` ask an object: the parts it can be made of anew. `copyreg`, in Python, knows them.
enum Reduction {
  static func install(_ object: TypeObject) {
    object.define("__reduce_ex__", "self, protocol, /") { (vm, a) throws(Raised) in
      if let iterator = a[0].object as? any ReducibleIterator { return try iterator.reduced(vm) }
      let type = vm.heap.types.of(a[0])
      let name = vm.heap.intern("__reduce__")
      if let own = type.lookup(name), own.cast(.native, to: NativeFunctionObject.self)?.owner !== vm.heap.types.object {
        return try vm.callMethod(a[0], "__reduce__")
      }
      return try ask(vm, "_reduce_ex", a[0], .int(try vm.index(a[1])))
    }
    object.define("__reduce__", "self, /") { (vm, a) throws(Raised) in
      if let iterator = a[0].object as? any ReducibleIterator { return try iterator.reduced(vm) }
      return try ask(vm, "_reduce_ex", a[0], .int(0))
    }
    object.define("__getstate__", "self, /") { (vm, a) throws(Raised) in try ask(vm, "_getstate", a[0]) }
    object.define("__sizeof__", "self, /") { (vm, a) throws(Raised) in
      .int(try ObjectSize.of(a[0], default: nil, vm))
    }
  }

  private static func ask(_ vm: VM, _ name: String, _ arguments: Value...) throws(Raised) -> Value {
    let function = try vm.getAttribute(try vm.importAbsolute("copyreg"), vm.heap.intern(name))
    defer { function.release() }
    return try vm.call(function, arguments: arguments)
  }

  /// Whether a class of the notebook says how its objects are taken apart or put together.
  static func isCustom(_ type: TypeObject, _ heap: Heap) -> Bool {
    guard type.isUserDefined else { return false }
    return ["__reduce_ex__", "__reduce__", "__getstate__", "__setstate__", "__getnewargs__", "__getnewargs_ex__"]
      .contains { name in
        guard let found = type.lookup(heap.intern(name)) else { return false }
        return found.cast(.function, to: FunctionObject.self) != nil
      }
  }
}
