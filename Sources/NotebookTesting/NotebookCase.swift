/// One notebook of a test suite: an argument for a parametrised test.
public struct NotebookCase: Sendable, Hashable, CustomStringConvertible {
  /// The absolute path of the notebook.
  public let path: String
  /// The path inside the folder that was searched, as tests are called in reports.
  public let name: String

  /// A notebook by its path.
  public init(path: String) {
    self.init(path: path, name: path.split(separator: "/").last.map(String.init) ?? path)
  }

  init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// The name.
  public var description: String { name }
}
