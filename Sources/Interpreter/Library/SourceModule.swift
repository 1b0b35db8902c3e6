import PythonSyntax

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
    // A text as a tree of nodes, whose classes are given by name.
    module.define("tree", "source, filename, mode, classes, marks, /") { (vm, a) throws(Raised) in
      let text = try Builtins.sourceText(vm, a[0], "compile() arg 1 must be a string, bytes or AST object")
      let source = Source(name: try Builtins.fileName(vm, a[1]), text: text, isListed: false)
      guard let mode = a[2].asStr?.string, ["exec", "eval", "single"].contains(mode) else {
        throw vm.raise(.valueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
      }
      guard let classes = a[3].asDict, let marks = a[4].asDict else {
        throw vm.raise(.typeError, "dicts of classes and marks are needed")
      }
      let item = try vm.described(source, mode)
      return try TreeBuilder(vm: vm, source: source, classes: classes, marks: marks).build(item)
    }
    return module
  }
}

extension VM {
  /// A text as `ast` describes it.
  fileprivate func described(_ source: Source, _ mode: String) throws(Raised) -> TreeItem {
    let description = TreeDescription(source: source)
    do throws(Diagnostic) {
      if mode == "eval" {
        let expression = try Parser.parseExpression(source, isChecked: false)
        return .node("Expression", nil, [("body", description.expression(expression))])
      }
      let module = try Parser.parseModule(source, isChecked: false)
      let body = description.body(module.body)
      if mode == "single" {
        try VM.checkSingle(module, source)
        return .node("Interactive", nil, [("body", body)])
      }
      return .node("Module", nil, [("body", body), ("type_ignores", .list([]))])
    } catch {
      throw raise(error, in: source, endsLines: mode == "exec")
    }
  }
}
