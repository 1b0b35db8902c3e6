/// Markdown in, cells out.
package struct NotebookReader: Sendable {
  private let codeReader: any CodeReader

  package init(codeReader: any CodeReader) {
    self.codeReader = codeReader
  }

  /// Reads a document. Throws only for what is not text; everything else is cells, prose or a `NotebookProblem`.
  package func read(_ bytes: [UInt8], path: String) throws(NotebookError) -> Notebook {
    let document = try Document(bytes: bytes)
    var scan = NotebookScan(document, codeReader)
    scan.run()
    return Notebook(
      path: path, document: document, cells: scan.cells, explanations: scan.explanations, problems: scan.problems)
  }
}
