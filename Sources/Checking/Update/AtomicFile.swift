#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Replaces a file's content in one step: readers, and an interrupted write, see the old file or the new one.
enum AtomicFile {
  /// Writes only if the file still holds `expected`. Permissions stay; a link stays a link to the file it names.
  static func replace(_ path: String, holding expected: [UInt8], with bytes: [UInt8]) throws(FileProblem) {
    let target = try resolved(path)
    var status = stat()
    guard stat(target, &status) == 0 else { throw .system() }
    guard access(target, W_OK) == 0 else { throw .system() }
    let temporary = "\(target).nbcheck-\(getpid()).tmp"
    do throws(FileProblem) {
      try write(bytes, to: temporary, permissions: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid)
      guard try FileContents.read(target) == expected else {
        throw FileProblem(message: "changed on disk since it was read; nothing was written")
      }
      guard rename(temporary, target) == 0 else { throw FileProblem.system() }
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder(of: target)
  }

  private static func resolved(_ path: String) throws(FileProblem) -> String {
    guard let real = realpath(path, nil) else { throw .system() }
    defer { free(real) }
    return String(cString: real)
  }

  private static func write(
    _ bytes: [UInt8], to path: String, permissions: mode_t, owner: uid_t, group: gid_t
  ) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system() }
    defer { close(descriptor) }
    try FileContents.write(bytes, to: descriptor)
    // Only root may give a file away; for others the file is theirs already.
    if owner != geteuid() || group != getegid() { _ = fchown(descriptor, owner, group) }
    guard fchmod(descriptor, permissions) == 0, fsync(descriptor) == 0 else { throw .system() }
  }

  /// Makes the new name durable; a folder that cannot be opened for that is no reason to fail.
  private static func syncFolder(of path: String) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let descriptor = open(end == path.startIndex ? "/" : String(path[..<end]), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
