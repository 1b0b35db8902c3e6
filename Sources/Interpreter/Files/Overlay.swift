/// What a notebook wrote, held in memory over the files that are there: later reads see it, and the disk does not.
///
/// It has a folder for temporary files as well, which is empty at first and in memory alone.
package final class Overlay: FileSystem {
  package static let temporaryFolder: String = "/tmp"

  private enum Entry {
    case file([UInt8], modified: Double, number: Int)
    case folder(modified: Double, number: Int)
    /// Removed, if it is there below.
    case nothing
  }

  private let base: any FileSystem
  private let root: String
  private let writesThrough: Bool
  private let clock: () -> Double
  private var entries: [String: Entry] = [:]
  private var lastNumber = 1 << 40
  package private(set) var heldBytes = 0

  /// - Parameters:
  ///   - root: the folder that `base` knows.
  ///   - writesThrough: whether what is written there goes to `base` after all.
  package init(over base: any FileSystem, root: String, writesThrough: Bool, clock: @escaping () -> Double) {
    self.base = base
    self.root = root
    self.writesThrough = writesThrough
    self.clock = clock
    entries[Overlay.temporaryFolder] = .folder(modified: 0, number: lastNumber)
  }

  /// What each entry costs beside the bytes in it.
  private static let entrySize = 200

  // MARK: Looking

  /// Whether the path lies where the base decides alone.
  private func passes(_ path: String) -> Bool { writesThrough && path.isInside(root) }

  /// Whether the base has a say: the path is not in a folder that was removed or made here.
  private func reachesBase(_ path: String) throws(FileError) -> Bool {
    if path.isInside(root) {
      var folder = path
      while folder != root, folder != "/" {
        folder = folder.parentPath
        switch entries[folder] {
        case .file: throw .notAFolder
        case .folder, .nothing: return false
        case nil: break
        }
      }
      return true
    }
    if path.isInside(Overlay.temporaryFolder) { return false }
    throw .outside
  }

  package func status(of path: String) throws(FileError) -> FileStatus {
    let reachesBase = try reachesBase(path)
    switch entries[path] {
    case .file(let bytes, let modified, let number):
      return FileStatus(isFolder: false, size: bytes.count, modified: modified, mode: 0o644, number: number)
    case .folder(let modified, let number):
      return FileStatus(isFolder: true, size: 4096, modified: modified, mode: 0o755, number: number)
    case .nothing: throw .notFound
    case nil:
      if reachesBase { return try base.status(of: path) }
      throw .notFound
    }
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let reachesBase = try reachesBase(path)
    switch entries[path] {
    case .file(let bytes, _, _): return bytes
    case .folder: throw .isAFolder
    case .nothing: throw .notFound
    case nil:
      if reachesBase { return try base.read(path) }
      throw .notFound
    }
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    guard try status(of: folder).isFolder else { throw .notAFolder }
    var names: Set<String> = []
    // A folder made here hides all that is below.
    if entries[folder] == nil, try reachesBase(folder) { names = Set(try base.names(in: folder)) }
    let prefix = folder == "/" ? "/" : folder + "/"
    for (path, entry) in entries where path.hasPrefix(prefix) {
      let name = String(path.dropFirst(prefix.count))
      if name.isEmpty || name.contains("/") { continue }
      if case .nothing = entry { names.remove(name) } else { names.insert(name) }
    }
    return names.sorted()
  }

  package func realPath(of path: String) -> String {
    entries[path] == nil && path.isInside(root) ? base.realPath(of: path) : path
  }

  // MARK: Changing

  private func set(_ path: String, _ entry: Entry?) {
    if case .file(let bytes, _, _)? = entries[path] { heldBytes -= bytes.count }
    if entries[path] != nil { heldBytes -= Overlay.entrySize + path.utf8.count }
    if case .file(let bytes, _, _)? = entry { heldBytes += bytes.count }
    if entry != nil { heldBytes += Overlay.entrySize + path.utf8.count }
    entries[path] = entry
  }

  private func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// The folder that the path is to be in must be there.
  private func checkParent(_ path: String) throws(FileError) {
    guard path.isInside(root) && path != root || path.isInside(Overlay.temporaryFolder) else {
      throw .outsideForWriting
    }
    guard try status(of: path.parentPath).isFolder else { throw .notAFolder }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if passes(path) { return try base.write(bytes, to: path) }
    try checkParent(path)
    var number: Int?
    if let status = try statusIfAny(path) {
      if status.isFolder { throw .isAFolder }
      number = status.number
    }
    set(path, .file(bytes, modified: clock(), number: number ?? nextNumber()))
  }

  private func statusIfAny(_ path: String) throws(FileError) -> FileStatus? {
    do { return try status(of: path) } catch {
      if error.number == FileError.notFound.number { return nil }
      throw error
    }
  }

  package func makeFolder(_ path: String) throws(FileError) {
    if passes(path) { return try base.makeFolder(path) }
    if path == root { throw .exists }
    try checkParent(path)
    if try statusIfAny(path) != nil { throw .exists }
    set(path, .folder(modified: clock(), number: nextNumber()))
  }

  package func remove(_ path: String) throws(FileError) {
    if passes(path) { return try base.remove(path) }
    let status = try status(of: path)
    try checkParent(path)
    if status.isFolder, !(try names(in: path).isEmpty) { throw .notEmpty }
    forget(path)
  }

  /// Takes the path away, with what was made and removed inside it.
  private func forget(_ path: String) {
    for inner in entries.keys where inner != path && inner.isInside(path) { set(inner, nil) }
    set(path, path.isInside(root) ? .nothing : nil)
  }

  package func rename(_ path: String, to target: String) throws(FileError) {
    if passes(path) && passes(target) { return try base.rename(path, to: target) }
    let source = try status(of: path)
    try checkParent(path)
    try checkParent(target)
    if path == target { return }
    if source.isFolder, target.isInside(path) { throw FileError(number: 22, words: "Invalid argument") }
    if let old = try statusIfAny(target) {
      if source.isFolder != old.isFolder { throw source.isFolder ? .notAFolder : .isAFolder }
      if old.isFolder, !(try names(in: target).isEmpty) { throw .notEmpty }
    }
    try copy(path, to: target)
    try removeAll(path)
  }

  private func copy(_ path: String, to target: String) throws(FileError) {
    guard try status(of: path).isFolder else { return try write(try read(path), to: target) }
    if try statusIfAny(target) == nil { try makeFolder(target) }
    for name in try names(in: path) { try copy("\(path)/\(name)", to: "\(target)/\(name)") }
  }

  private func removeAll(_ path: String) throws(FileError) {
    if try status(of: path).isFolder { for name in try names(in: path) { try removeAll("\(path)/\(name)") } }
    try remove(path)
  }
}
