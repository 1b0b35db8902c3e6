/// `_source`: which modules there are, for those written in Python that only look at others.
enum SourceModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_source", heap: vm.heap)
    module.define("loaded", "name, /") { (vm, a) throws(Raised) in
      (a[0].asStr.flatMap { vm.modules[$0.string] } ?? .none).retained()
    }
    return module
  }
}
