import PythonSyntax

extension Compiler {
  /// Compiles a cell or a script. The code returns the value of a trailing expression statement if
  /// `returnsLastValue`, otherwise None.
  static func compile(
    _ module: Module, source: Source, returnsLastValue: Bool, heap: Heap
  ) throws(Diagnostic) -> CodeObject {
    let analysis = try ScopeAnalysis(module.body)
    let compiler = Compiler(
      heap: heap, source: source, analysis: analysis, scope: analysis.module, name: "<module>",
      qualifiedName: "<module>")
    try compiler.allocateLocals()
    let end = SourceRange(start: Int32(source.text.count), end: Int32(source.text.count))
    if returnsLastValue, let last = module.body.last, case .expression(let value) = last.kind {
      try compiler.statements(Array(module.body.dropLast()))
      let register = try compiler.temporary()
      try compiler.evaluate(value, into: register)
      compiler.emit(.return, register, at: last.range)
    } else {
      try compiler.statements(module.body)
      try compiler.emitReturnNone(at: end)
    }
    return compiler.finish()
  }

  func emitReturnNone(at range: SourceRange) throws(Diagnostic) {
    let mark = nextTemporary
    let register = try temporary()
    emit(.none, register, at: range)
    emit(.return, register, at: range)
    nextTemporary = mark
  }

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
