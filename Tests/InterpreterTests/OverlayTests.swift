import Testing

@testable import Interpreter

/// The files below an overlay: one, in one folder.
private final class Below: FileSystem {
  var files: [String: [UInt8]] = ["/notes/data.txt": Array("below".utf8)]
  var heldBytes: Int { 0 }

  func status(of path: String) throws(FileError) -> FileStatus {
    if path == "/notes" || path == "/notes/old" {
      return FileStatus(isFolder: true, size: 0, modified: 0, mode: 0o755, number: 1)
    }
    guard let bytes = files[path] else { throw .notFound }
    return FileStatus(isFolder: false, size: bytes.count, modified: 0, mode: 0o644, number: 2)
  }
  func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let bytes = files[path] else { throw .notFound }
    return bytes
  }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) { files[path] = bytes }
  func names(in folder: String) throws(FileError) -> [String] {
    files.keys.filter { $0.parentPath == folder }.map(\.lastPathPart).sorted()
  }
  func makeFolder(_ path: String) throws(FileError) { throw .denied }
  func remove(_ path: String) throws(FileError) { files[path] = nil }
  func rename(_ path: String, to target: String) throws(FileError) { throw .denied }
  func realPath(of path: String) -> String { path }
}

@Suite struct OverlayTests {
  private let below = Below()
  private let overlay: Overlay

  init() { overlay = Overlay(over: below, root: "/notes", writesThrough: false) { 0 } }

  @Test func whatIsWrittenHidesWhatIsBelow() throws {
    try overlay.write([1, 2], to: "/notes/data.txt")
    #expect(try overlay.read("/notes/data.txt") == [1, 2])
    #expect(below.files["/notes/data.txt"] == Array("below".utf8))
  }

  @Test func whatIsRemovedIsGoneAboveAlone() throws {
    try overlay.remove("/notes/data.txt")
    #expect(throws: FileError.notFound) { try overlay.read("/notes/data.txt") }
    #expect(try overlay.names(in: "/notes") == [])
    #expect(below.files.count == 1)
  }

  @Test func foldersAndTheirNames() throws {
    try overlay.makeFolder("/notes/out")
    try overlay.write([], to: "/notes/out/a")
    #expect(try overlay.names(in: "/notes") == ["data.txt", "out"])
    #expect(throws: FileError.notEmpty) { try overlay.remove("/notes/out") }
    #expect(throws: FileError.notAFolder) { try overlay.write([], to: "/notes/data.txt/x") }
    #expect(throws: FileError.notFound) { try overlay.write([], to: "/notes/gone/x") }
    try overlay.rename("/notes/out", to: "/notes/moved")
    #expect(try overlay.names(in: "/notes/moved") == ["a"])
    #expect(throws: FileError.notFound) { try overlay.status(of: "/notes/out") }
  }

  @Test func aFolderMadeAgainIsEmpty() throws {
    below.files["/notes/old/x"] = [1]
    try overlay.remove("/notes/old/x")
    try overlay.remove("/notes/old")
    try overlay.makeFolder("/notes/old")
    #expect(try overlay.names(in: "/notes/old") == [])
    #expect(throws: FileError.notFound) { try overlay.read("/notes/old/x") }
  }

  @Test func outsideIsRefused() {
    #expect(throws: FileError.outside) { try overlay.read("/etc/passwd") }
    #expect(throws: FileError.outside) { try overlay.read("/notes2/x") }
    #expect(throws: FileError.outsideForWriting) { try overlay.write([], to: "/etc/passwd") }
  }

  @Test func temporaryFilesAreInMemory() throws {
    try overlay.write([7], to: "/tmp/x")
    #expect(try overlay.read("/tmp/x") == [7])
    #expect(throws: FileError.notFound) { try overlay.read("/tmp/of-the-machine") }
  }

  @Test func whatIsHeldIsCounted() throws {
    let before = overlay.heldBytes
    try overlay.write([UInt8](repeating: 0, count: 1000), to: "/notes/big")
    #expect(overlay.heldBytes >= before + 1000)
    try overlay.write([], to: "/notes/big")
    #expect(overlay.heldBytes < before + 1000)
  }

  @Test func writingThrough() throws {
    let overlay = Overlay(over: below, root: "/notes", writesThrough: true) { 0 }
    try overlay.write([3], to: "/notes/new")
    #expect(below.files["/notes/new"] == [3])
    try overlay.write([3], to: "/tmp/new")
    #expect(below.files["/tmp/new"] == nil)
  }

  @Test(arguments: [
    ("a", "/n/a"), ("../a", "/a"), ("/x/./y//z/..", "/x/y"), ("../../..", "/"), (".", "/n"),
  ])
  func normalizing(path: String, expected: String) { #expect(path.normalizedPath(in: "/n") == expected) }
}
