/// `_source`: modules and the texts of code, for modules written in Python that look at them.
enum SourceModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_source", heap: vm.heap)
    module.define("loaded", "name, /") { (vm, a) throws(Raised) in
      (a[0].asStr.flatMap { vm.modules[$0.string] } ?? .none).retained()
    }
    module.define("text", "code, /") { (vm, a) throws(Raised) in
      guard let code = a[0].cast(.code, to: CodeObject.self), code.source.isListed else { return .none }
      try vm.checkSize(code.source.text.count * 4)
      return vm.str(String(decoding: code.source.text, as: UTF8.self))
    }
    return module
  }
}
