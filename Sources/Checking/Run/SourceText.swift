import Notebooks

/// The text of a script.
package enum SourceText {
  package static func read(_ path: String) throws(FileProblem) -> String {
    let bytes = try FileContents.read(path)
    do {
      let document = try Document(bytes: bytes)
      return String(decoding: bytes.dropFirst(document.markLength), as: UTF8.self)
    } catch {
      throw FileProblem(line: error.line, column: error.column, message: error.description)
    }
  }
}
