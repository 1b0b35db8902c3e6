import PythonSyntax

/// What the executor wants to know of a cell before it runs.
struct CellShape {
  /// Names of the notebook that the cell reads and sets.
  private(set) var readNames: Set<String> = []
  private(set) var boundNames: Set<String> = []
  /// The last statement ends in `;`: its value is not shown.
  private(set) var isSilenced = false

  init(_ source: Source) {
    guard let module = try? Parser.parseModule(source) else { return }
    var reader = ShapeReader()
    reader.read(module.body)
    readNames = reader.readNames
    boundNames = reader.shape.boundNames
    isSilenced = module.endsInSemicolon(source)
  }
}
