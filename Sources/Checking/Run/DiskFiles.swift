import Interpreter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files on disk in one folder: what leads out of it, by `..` or by symbolic links, is refused.
final class DiskFiles: FileSystem {
  /// Absolute, without symbolic links.
  private let root: String

  init(root: String) { self.root = root }

  var heldBytes: Int { 0 }

  func status(of path: String) throws(FileError) -> FileStatus {
    try status(ofReal: try real(path))
  }

  private func status(ofReal path: String) throws(FileError) -> FileStatus {
    var status = stat()
    guard stat(path, &status) == 0 else { throw DiskFiles.system() }
    let kind = status.st_mode & S_IFMT
    // Reading a pipe or a device may never end.
    guard kind == S_IFDIR || kind == S_IFREG else { throw FileError(number: 1, words: "Operation not permitted") }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileStatus(
      isFolder: kind == S_IFDIR, size: Int(clamping: status.st_size),
      modified: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9, mode: Int(status.st_mode & 0o7777),
      number: Int(truncatingIfNeeded: status.st_ino))
  }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    let real = try real(path)
    if try status(ofReal: real).isFolder { throw .isAFolder }
    do { return try FileContents.read(real) } catch { throw FileError(number: 5, words: error.message) }
  }

  func names(in folder: String) throws(FileError) -> [String] {
    let real = try real(folder)
    guard let directory = opendir(real) else { throw DiskFiles.system() }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func realPath(of path: String) -> String { DiskFiles.resolved(path) ?? path }

  // MARK: Changing

  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = try targetOfWriting(path)
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskFiles.system() }
    defer { close(descriptor) }
    do { try FileContents.write(bytes, to: descriptor) } catch { throw FileError(number: 5, words: error.message) }
  }

  func makeFolder(_ path: String) throws(FileError) {
    if path == root { throw .exists }
    guard mkdir(try place(of: path), 0o755) == 0 else { throw DiskFiles.system() }
  }

  func remove(_ path: String) throws(FileError) {
    if path == root { throw .denied }
    let place = try place(of: path)
    guard unlink(place) == 0 || rmdir(place) == 0 else { throw DiskFiles.system() }
  }

  func rename(_ path: String, to target: String) throws(FileError) {
    if path == root || target == root { throw .denied }
    guard renamed(try place(of: path), try place(of: target)) else { throw DiskFiles.system() }
  }

  private func renamed(_ path: String, _ target: String) -> Bool {
    #if canImport(Glibc)
      Glibc.rename(path, target) == 0
    #elseif canImport(Musl)
      Musl.rename(path, target) == 0
    #else
      Darwin.rename(path, target) == 0
    #endif
  }

  // MARK: Staying inside

  /// Where the path leads, which must be inside.
  private func real(_ path: String) throws(FileError) -> String {
    guard path.isInside(root) else { throw .outside }
    guard let real = DiskFiles.resolved(path) else { throw DiskFiles.system() }
    guard real.isInside(root) else { throw .outside }
    return real
  }

  /// The path of an entry, itself perhaps a link, in a folder that is inside.
  private func place(of path: String) throws(FileError) -> String {
    guard path.isInside(root), path != root else { throw .outsideForWriting }
    let folder = try real(path.parentPath)
    return folder.hasSuffix("/") ? folder + path.lastPathPart : "\(folder)/\(path.lastPathPart)"
  }

  /// The file to write: where a link leads, if it leads to a file inside.
  private func targetOfWriting(_ path: String) throws(FileError) -> String {
    if let real = DiskFiles.resolved(path) {
      guard real.isInside(root) else { throw .outsideForWriting }
      if try status(ofReal: real).isFolder { throw .isAFolder }
      return real
    }
    // Nothing there, or a link that leads nowhere, which `O_NOFOLLOW` refuses.
    return try place(of: path)
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func system() -> FileError {
    let number = errno
    return FileError(number: Int(number), words: strerror(number).map { String(cString: $0) } ?? "error \(number)")
  }
}
