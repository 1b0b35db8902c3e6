#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder of a notebook or a script: the only place that its code may read.
struct NotebookFolder: Sendable {
  /// Absolute, without symbolic links; empty if the system cannot tell.
  let path: String
  /// The notebook itself.
  let file: String

  init(of file: String) {
    let slash = file.lastIndex(of: "/")
    path = NotebookFolder.resolved(slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? ".") ?? ""
    let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
    self.file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
