import Notebooks

/// How a document was read, block by block, and what of it turned out to be output.
package enum Explanation {
  /// `result` gives the resolved outputs if the notebook was run.
  package static func text(of notebook: Notebook, result: NotebookResult?, style: Style) -> String {
    var lines = notebook.problems.map { problem in
      "\(notebook.path):\(problem.line):1: \(style.red("error:")) \(problem.message)"
    }
    for block in notebook.explanations {
      let place = "\(notebook.path):\(range(block.lines)):"
      lines.append("\(style.bold(place)) \(role(block, notebook, result, style)) – \(block.reason.rawValue)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func range(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
  }

  private static func role(
    _ block: BlockExplanation, _ notebook: Notebook, _ result: NotebookResult?, _ style: Style
  ) -> String {
    switch block.role {
    case .code(let index): return style.green("code of \(name(index, notebook))")
    case .candidate(let index, let reading):
      guard let cell = result?.cells.first(where: { $0.cell.index == index }) else {
        return style.yellow("perhaps output of \(name(index, notebook)), a \(reading.rawValue)")
      }
      let isOutput = cell.recorded.map { $0.lines.overlaps(block.lines) } ?? false
      return isOutput ? style.yellow("output of \(name(index, notebook))") : "prose"
    case .directive: return style.cyan("directive")
    case .frontMatter: return "front matter"
    case .prose: return "prose"
    }
  }

  private static func name(_ index: Int, _ notebook: Notebook) -> String {
    notebook.cells.indices.contains(index) ? notebook.cells[index].name : "cell \(index + 1)"
  }
}
