import Notebooks

/// What it takes to read and run notebooks in one language.
package struct Engine: Sendable {
  package let codeReader: any CodeReader
  package let makeExecutor: ExecutorFactory

  package init(codeReader: any CodeReader, makeExecutor: @escaping ExecutorFactory) {
    self.codeReader = codeReader
    self.makeExecutor = makeExecutor
  }
}
