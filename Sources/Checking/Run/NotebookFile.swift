import Notebooks

/// A file that was named, or found in a folder that was.
package struct NotebookFile: Sendable, Equatable {
  package let path: String
  /// What went wrong before the file was even opened.
  private let problem: FileProblem?

  package init(path: String) {
    self.path = path
    problem = nil
  }

  init(path: String, problem: FileProblem) {
    self.path = path
    self.problem = problem
  }

  package func read(codeReader: any CodeReader) -> Result<Notebook, FileProblem> {
    if let problem { return .failure(problem) }
    do {
      let bytes = try FileContents.read(path)
      return .success(try NotebookReader(codeReader: codeReader).read(bytes, path: path))
    } catch let problem as FileProblem {
      return .failure(problem)
    } catch let error as NotebookError {
      return .failure(FileProblem(line: error.line, column: error.column, message: error.description))
    } catch {
      return .failure(FileProblem(message: "\(error)"))
    }
  }

  /// Files as they are, folders as the notebooks inside, at any depth, sorted.
  package static func find(_ paths: [String]) -> [NotebookFile] {
    paths.flatMap { path -> [NotebookFile] in
      guard FileContents.isDirectory(path) else { return [NotebookFile(path: path)] }
      do throws(FileProblem) {
        return try FileContents.files(under: path) { $0.hasSuffix(".md") }.map { NotebookFile(path: $0) }
      } catch {
        return [NotebookFile(path: path, problem: error)]
      }
    }
  }
}
