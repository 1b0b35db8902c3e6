#if canImport(Testing)
  import Testing

  extension NotebookTests {
    /// Checks one notebook in a test of Swift Testing: each problem becomes an issue at its line of the notebook.
    ///
    /// - Parameters:
    ///   - notebook: What to check.
    ///   - options: How strictly.
    public static func check(_ notebook: NotebookCase, options: NotebookOptions = NotebookOptions()) {
      for problem in problems(of: notebook, options: options) {
        Issue.record(Comment(rawValue: problem.message), sourceLocation: problem.sourceLocation)
      }
    }
  }

  extension NotebookProblem {
    /// The place for Swift Testing, which wants a module in front of a file's name.
    var sourceLocation: SourceLocation {
      let name = path.split(separator: "/").last ?? "notebook"
      return SourceLocation(
        fileID: "notebooks/\(name)", filePath: path, line: max(1, line), column: max(1, column))
    }
  }
#endif
