import Foundation
import Testing

/// The built `nbcheck`, run as a process in a folder of its own.
final class CommandLineTool {
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let error: String
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("nbcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Runs to the end; `whileRunning` is called once the process has started.
  func run(
    _ arguments: String..., environment: [String: String] = [:], whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: a process that writes much must not wait for its reader.
    let output = folder.appendingPathComponent(".stdout")
    let error = folder.appendingPathComponent(".stderr")
    for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try whileRunning(process)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return Outcome(status: process.terminationStatus, output: try read(".stdout"), error: try read(".stderr"))
  }

  /// Beside the tests, where the package manager builds both.
  private static func executable() throws -> URL {
    let arguments = CommandLine.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path").flatMap { index in
      arguments.indices.contains(index + 1) ? arguments[index + 1] : nil
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var folders = [package.appendingPathComponent(".build/debug")]
    for path in [bundle, arguments.first].compactMap({ $0 }) {
      var folder = URL(fileURLWithPath: path)
      for _ in 0..<4 {
        folder.deleteLastPathComponent()
        folders.insert(folder, at: folders.count - 1)
      }
    }
    let candidates = folders.map { $0.appendingPathComponent("nbcheck") }
    return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) && !isFolder($0) })
  }

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }
}
