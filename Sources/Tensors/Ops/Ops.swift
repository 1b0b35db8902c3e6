/// Every operation, family by family.
extension Operation {
  package static let all: [Operation] = [
    Creation.operations,
    Randomness.operations,
    Filling.operations,
    Conversion.operations,
    Queries.operations,
    Shaping.operations,
    Joining.operations,
    Indexing.operations,
    Gathering.operations,
    Arithmetic.operations,
    Division.operations,
    Signs.operations,
    Elementary.operations,
    Comparison.operations,
    Selecting.operations,
    Reductions.operations,
    Statistics.operations,
    Extremes.operations,
    Scans.operations,
    Linear.operations,
  ].flatMap { $0 }

  /// Operations by name, aliases included.
  package static let byName: [String: Operation] = {
    var table: [String: Operation] = [:]
    for operation in all {
      for name in [operation.name] + operation.aliases { table[name] = operation }
    }
    return table
  }()
}
