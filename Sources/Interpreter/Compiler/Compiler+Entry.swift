import PythonSyntax

extension Compiler {
  /// What a text is compiled for.
  enum Mode {
    /// A module or a script, whose names are its globals.
    case module
    /// The same; the code returns the value of a trailing expression statement.
    case cell
    /// `compile(…, "exec")`: names may be in any mapping.
    case exec
    /// `compile(…, "single")`: the same, and values of expression statements are shown.
    case single
    /// `compile(…, "eval")`: one expression, whose value the code returns.
    case eval
  }

  /// Compiles a text of any kind. The code returns None unless `mode` says otherwise.
  static func compile(
    _ module: Module, source: Source, mode: Mode, heap: Heap
  ) throws(Diagnostic) -> CodeObject {
    let analysis = try ScopeAnalysis(module.body)
    analysis.module.isDynamic = mode == .exec || mode == .single || mode == .eval
    let compiler = Compiler(
      heap: heap, source: source, analysis: analysis, scope: analysis.module, name: "<module>",
      qualifiedName: "<module>")
    compiler.showsValues = mode == .single
    try compiler.allocateLocals()
    if mode == .module || mode == .exec, let text = documentation(of: module.body), let first = module.body.first {
      let register = try compiler.temporary()
      compiler.emitK(.constant, register, k: compiler.string(text), at: first.range)
      try compiler.store("__doc__", from: register, at: first.range)
    }
    let end = SourceRange(start: Int32(source.text.count), end: Int32(source.text.count))
    if mode == .cell || mode == .eval, let last = module.body.last, case .expression(let value) = last.kind {
      try compiler.statements(Array(module.body.dropLast()))
      let register = try compiler.temporary()
      try compiler.evaluate(value, into: register)
      compiler.emitReturn(register, at: last.range)
    } else {
      try compiler.statements(module.body)
      compiler.emitReturnNone(at: end)
    }
    return compiler.finish()
  }

  func emitReturnNone(at range: SourceRange) { emit(.returnNone, 0, nextTemporary, at: range) }

  /// The docstring of a body, if it begins with one.
  static func documentation(of body: [Statement]) -> String? {
    guard let first = body.first, case .expression(let value) = first.kind,
      case .constant(.string(let points)) = value.kind
    else { return nil }
    var scalars = String.UnicodeScalarView()
    for point in points { scalars.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    return String(scalars)
  }
}
