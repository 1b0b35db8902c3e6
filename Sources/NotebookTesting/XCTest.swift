#if canImport(XCTest)
  import XCTest

  extension XCTestCase {
    /// Checks a notebook: each problem is recorded as a failure at its line of the notebook.
    ///
    /// - Parameters:
    ///   - path: An absolute path, or one relative to the folder of the calling file.
    ///   - options: How strictly.
    ///   - file: The calling file.
    public func XCTAssertNotebook(
      _ path: String, options: NotebookOptions = NotebookOptions(), file: String = #filePath
    ) {
      let notebook = NotebookCase(path: NotebookTests.path(path, relativeTo: file))
      for problem in NotebookTests.problems(of: notebook, options: options) { record(problem) }
    }

    private func record(_ problem: NotebookProblem) {
      #if canImport(Darwin)
        let location = XCTSourceCodeLocation(filePath: problem.path, lineNumber: problem.line)
        record(
          XCTIssue(
            type: .assertionFailure, compactDescription: problem.message,
            sourceCodeContext: XCTSourceCodeContext(location: location)))
      #else
        recordFailure(withDescription: problem.message, inFile: problem.path, atLine: problem.line, expected: true)
      #endif
    }
  }
#endif
