/// The files a notebook can reach. Paths are absolute, without `.`, `..` and doubled slashes.
package protocol FileSystem: AnyObject {
  /// What the path leads to, links followed.
  func status(of path: String) throws(FileError) -> FileStatus
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Makes the file, or replaces all it held.
  func write(_ bytes: [UInt8], to path: String) throws(FileError)
  func names(in folder: String) throws(FileError) -> [String]
  func makeFolder(_ path: String) throws(FileError)
  /// Removes a file, or a folder with nothing in it.
  func remove(_ path: String) throws(FileError)
  func rename(_ path: String, to target: String) throws(FileError)
  /// The path without symbolic links.
  func realPath(of path: String) -> String
  /// Bytes of memory that the files take.
  var heldBytes: Int { get }
}

package struct FileStatus: Sendable, Equatable {
  package let isFolder: Bool
  package let size: Int
  /// Seconds since the epoch.
  package let modified: Double
  /// The permission bits.
  package let mode: Int
  /// Tells files of one folder apart.
  package let number: Int

  package init(isFolder: Bool, size: Int, modified: Double, mode: Int, number: Int) {
    self.isFolder = isFolder
    self.size = size
    self.modified = modified
    self.mode = mode
    self.number = number
  }
}

/// Why the files could not be used, as POSIX numbers and words it.
package struct FileError: Error, Equatable, Sendable {
  package let number: Int
  package let words: String

  package init(number: Int, words: String) {
    self.number = number
    self.words = words
  }

  package static let notFound: FileError = FileError(number: 2, words: "No such file or directory")
  package static let exists: FileError = FileError(number: 17, words: "File exists")
  package static let notAFolder: FileError = FileError(number: 20, words: "Not a directory")
  package static let isAFolder: FileError = FileError(number: 21, words: "Is a directory")
  package static let notEmpty: FileError = FileError(number: 39, words: "Directory not empty")
  package static let denied: FileError = FileError(number: 13, words: "Permission denied")
  package static let outside: FileError = FileError(
    number: 13, words: "Permission denied (nbcheck reads only inside the notebook's folder)")
  package static let outsideForWriting: FileError = FileError(
    number: 13, words: "Permission denied (nbcheck writes only inside the notebook's folder)")
}

extension String {
  /// The path without `.`, `..` and doubled slashes, beginning in `folder` unless it is absolute.
  package func normalizedPath(in folder: String) -> String {
    var parts: [Substring] = []
    for part in (hasPrefix("/") ? self : "\(folder)/\(self)").split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether the path is the folder, or lies in it.
  package func isInside(_ folder: String) -> Bool {
    self == folder || hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// `/a` of `/a/b`
  package var parentPath: String {
    guard let slash = lastIndex(of: "/"), slash != startIndex else { return "/" }
    return String(self[..<slash])
  }

  /// `b` of `/a/b`
  package var lastPathPart: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
