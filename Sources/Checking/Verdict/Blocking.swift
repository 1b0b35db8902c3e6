import Notebooks

/// Remembers which names a failed cell would have set, so that a `NameError` further down is told from a mistake of its own.
struct Blocking {
  private let codeReader: any CodeReader
  /// The index of the cell at the root of each name's absence.
  private var roots: [String: Int] = [:]

  init(codeReader: any CodeReader) {
    self.codeReader = codeReader
  }

  mutating func note(_ result: CellResult) {
    let failed = [.raised, .skipped, .blocked].contains(result.verdict)
    guard failed || !roots.isEmpty, case .complete(let shape) = codeReader.read(result.cell.code) else { return }
    for name in shape.boundNames {
      if failed {
        roots[name] = result.blockedBy ?? result.cell.index
      } else if result.failure == nil {
        roots[name] = nil
      }
    }
  }

  /// The cell that should have set the name of a `NameError`.
  func root(of error: ExecutionError?) -> Int? {
    guard let error, error.type == "NameError" else { return nil }
    let message = error.message.utf8
    let parts = message.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("name ".utf8), parts[2].starts(with: " is not defined".utf8),
      let name = String(parts[1])
    else { return nil }
    return roots[name]
  }
}
