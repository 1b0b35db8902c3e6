import Checking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the notebooks of a test suite and checks them.
///
/// With Swift Testing, each notebook becomes a case of one test:
///
///     import NotebookTesting
///     import Testing
///
///     @Test(arguments: NotebookTests.notebooks(in: "../../notebooks"))
///     func notebook(_ notebook: NotebookCase) {
///       NotebookTests.check(notebook)
///     }
///
/// With XCTest, call `XCTAssertNotebook` in a test method. Failures point at the notebook's own lines.
///
/// Where the environment variable `NBCHECK_UPDATE` is set (to anything but `0`), a check records what the cells show
/// instead of comparing it; a notebook whose record changed fails once, so that no one records by accident.
public enum NotebookTests {
  /// The notebooks in a folder and in the folders inside it, sorted.
  ///
  /// - Parameters:
  ///   - folder: An absolute path, or one relative to the folder of the calling file.
  ///   - file: The calling file.
  /// - Returns: The notebooks; a folder that cannot be read is a case of its own, which fails with the reason.
  public static func notebooks(in folder: String, file: String = #filePath) -> [NotebookCase] {
    let root = path(folder, relativeTo: file)
    return NotebookFile.find([root]).map { found in
      let inside = found.path.hasPrefix(root + "/") ? String(found.path.dropFirst(root.count + 1)) : found.path
      return NotebookCase(path: found.path, name: inside)
    }
  }

  /// Checks one notebook, or records it where `NBCHECK_UPDATE` is set.
  ///
  /// - Parameters:
  ///   - notebook: What to check.
  ///   - options: How strictly.
  /// - Returns: What is wrong with it; nothing if it is right.
  public static func problems(of notebook: NotebookCase, options: NotebookOptions = NotebookOptions())
    -> [NotebookProblem]
  {
    let engine = Engine.python
    let results = Checker(engine: engine, options: options.checkOptions).check([NotebookFile(path: notebook.path)])
    return results.flatMap { result -> [NotebookProblem] in
      guard isRecording, let update = NotebookUpdate(result, engine: engine, renumber: false), update.isChanged else {
        return NotebookProblem.all(in: result, strict: options.isStrict)
      }
      return record(update)
    }
  }

  private static func record(_ update: NotebookUpdate) -> [NotebookProblem] {
    do {
      try update.write()
      let line = update.cells.first?.cell.lines.lowerBound ?? 1
      return [
        NotebookProblem(path: update.path, line: line, column: 1, message: "recorded anew: \(update.description)")
      ]
    } catch {
      return [NotebookProblem(path: update.path, line: 1, column: 1, message: error.message)]
    }
  }

  private static var isRecording: Bool {
    guard let value = getenv("NBCHECK_UPDATE") else { return false }
    let text = String(cString: value)
    return !text.isEmpty && text != "0"
  }

  /// Resolves `.` and `..`, so that names in reports are short.
  static func path(_ path: String, relativeTo file: String) -> String {
    let base = path.hasPrefix("/") ? "" : String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex))
    var parts: [Substring] = []
    for part in (base + "/" + path).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (file.hasPrefix("/") || path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
