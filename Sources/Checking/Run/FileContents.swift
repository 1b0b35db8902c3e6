#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read or written.
package struct FileProblem: Error, Sendable, Equatable {
  /// Nil where the problem is the file as a whole.
  package let line: Int?
  package let column: Int?
  package let message: String

  package init(line: Int? = nil, column: Int? = nil, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// The system's words for the error of the last call.
  static func system() -> FileProblem {
    FileProblem(message: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }
}

/// Whole files and folders, by the system's own calls: Foundation would take longer to load than a notebook to check.
package enum FileContents {
  package static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system() }
    if isDirectory(status) { throw FileProblem(message: "Is a directory") }
    var bytes = [UInt8](repeating: 0, count: max(4096, Int(clamping: status.st_size) + 1))
    var count = 0
    while true {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let received = bytes.withUnsafeMutableBytes { buffer in
        Self.receive(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      if received < 0, errno == EINTR { continue }
      guard received >= 0 else { throw .system() }
      if received == 0 { break }
      count += received
    }
    bytes.removeSubrange(count...)
    return bytes
  }

  /// Makes the file, or writes over it.
  package static func write(_ text: String, to path: String) throws(FileProblem) {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system() }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileProblem) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { send(descriptor, UnsafeRawBufferPointer(rebasing: $0[offset...])) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .system() }
      offset += written
    }
  }

  package static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && isDirectory(status)
  }

  /// The files under a folder whose names pass, sorted by path. Hidden entries and links to folders are left out.
  package static func files(
    under folder: String, where passes: (_ name: String) -> Bool
  ) throws(FileProblem) -> [String] {
    guard let directory = opendir(folder) else { throw .system() }
    defer { closedir(directory) }
    var found: [String] = []
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = prefix + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if isDirectory(status) {
        found += try files(under: path, where: passes)
      } else if passes(name), !isDirectory(path) {
        found.append(path)
      }
    }
    return found.sorted()
  }

  private static func isDirectory(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func receive(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func send(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
