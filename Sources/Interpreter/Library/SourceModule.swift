import PythonSyntax

/// `_source`: what the modules written in Python need to write functions of their own.
enum SourceModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_source", heap: vm.heap)
    module.define("execute", "text, namespace, file=None, /") { (vm, a) throws(Raised) in
      guard let text = a[0].asStr, let namespace = a[1].asDict else {
        throw vm.raise(.typeError, "execute() takes a text and a dict")
      }
      let source = Source(name: a.optional(2)?.asStr?.string ?? "<string>", text: text.string)
      let code: CodeObject
      do throws(Diagnostic) {
        let tree = try Parser.parseModule(source)
        code = try Compiler.compile(tree, source: source, returnsLastValue: false, heap: vm.heap)
      } catch {
        throw vm.raise(.syntaxError, error.message)
      }
      return try vm.run(code, globals: namespace)
    }
    module.define("loaded", "name, /") { (vm, a) throws(Raised) in
      (a[0].asStr.flatMap { vm.modules[$0.string] } ?? .none).retained()
    }
    return module
  }
}
