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

  /// The bytes of a file inside the folder, links followed; nil if there is none.
  func read(_ path: String) -> [UInt8]? {
    if self.path.isEmpty || path.utf8.contains(0) { return nil }
    guard let real = NotebookFolder.resolved(path.hasPrefix("/") ? path : "\(self.path)/\(path)"),
      real.hasPrefix(self.path.hasSuffix("/") ? self.path : self.path + "/")
    else { return nil }
    return try? FileContents.read(real)
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
