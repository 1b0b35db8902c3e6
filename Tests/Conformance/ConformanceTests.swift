import Checking
import NotebookTesting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The notebooks and scripts that `record.py` ran with the real PyTorch and CPython, and the project's own notes.
struct ConformanceTests {
  @Test(arguments: NotebookTests.notebooks(in: "../../notebooks"))
  func notes(_ notebook: NotebookCase) {
    NotebookTests.check(notebook)
  }

  @Test(arguments: NotebookTests.notebooks(in: "."))
  func recording(_ notebook: NotebookCase) {
    NotebookTests.check(notebook)
  }

  /// A script's output, and the last line of its traceback if it ends in one.
  @Test(arguments: scripts())
  func script(_ name: String) throws {
    let folder = Self.folder()
    let code = try #require(Self.text(of: "\(folder)/\(name).py"))
    let expected = try #require(Self.text(of: "\(folder)/\(name).out"))
    let settings = ExecutorSettings(
      path: "\(folder)/\(name).py", limits: Limits(seconds: 60), interruption: Interruption())
    let execution = try #require(PlainRun.script(code, engine: .python, settings: settings))
    #expect(execution.shownText.trimmed == expected.trimmed)
  }

  private static func folder(file: String = #filePath) -> String {
    String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex)) + "/scripts"
  }

  private static func scripts() -> [String] {
    guard let directory = opendir(folder()) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name.hasSuffix(".py") { names.append(String(name.dropLast(3))) }
    }
    return names.sorted()
  }

  private static func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}

extension String {
  /// Without the line end at the end.
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
