import Foundation
import Testing

/// What a script may read and write.
@Suite struct FileAccessTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  private func run(_ code: String, _ options: String...) throws -> String {
    try tool.write(code, to: "notes/a.py")
    let outcome =
      try options.isEmpty ? tool.run("run", "notes/a.py") : tool.run("run", options[0], "notes/a.py")
    #expect(outcome.error == "")
    return outcome.output
  }

  private func attempt(_ path: String, _ mode: String = "r") throws -> String {
    try run("try:\n  print(open('\(path)', '\(mode)').read())\nexcept OSError as e: print(type(e).__name__)\n")
  }

  @Test func readsInsideItsFolder() throws {
    try tool.write("text", to: "notes/inner/x.txt")
    #expect(try attempt("inner/x.txt") == "text\n")
    #expect(try attempt("inner/../inner/x.txt") == "text\n")
  }

  @Test func nothingOutside() throws {
    try tool.write("secret", to: "x.txt")
    // Where the system's folder for temporary files is `/tmp`, what is there is hidden by the one in memory.
    let refusals = ["PermissionError\n", "FileNotFoundError\n"]
    #expect(refusals.contains(try attempt("../x.txt")))
    #expect(refusals.contains(try attempt("../y.txt", "w")))
    #expect(try attempt("/etc/passwd") == "PermissionError\n")
  }

  @Test func noLinkLeadsOut() throws {
    try tool.write("secret", to: "x.txt")
    try tool.write("", to: "notes/b.txt")
    let link = tool.folder.appendingPathComponent("notes/link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../x.txt")
    #expect(try attempt("link") == "PermissionError\n")
    let code = "try: open('link', 'w').write('mine')\nexcept OSError as e: print(type(e).__name__)\n"
    #expect(try run(code, "--allow-write") == "PermissionError\n")
    #expect(try tool.read("x.txt") == "secret")
  }

  @Test func whatIsWrittenStaysInMemory() throws {
    let code = "with open('new.txt', 'w') as f: f.write('a\\n')\nprint(open('new.txt').read())\n"
    #expect(try run(code) == "a\n\n")
    #expect(throws: (any Error).self) { try tool.read("notes/new.txt") }
  }

  @Test func writingIsAllowedOnRequest() throws {
    #expect(try run("with open('new.txt', 'w') as f: f.write('a\\n')\n", "--allow-write") == "")
    #expect(try tool.read("notes/new.txt") == "a\n")
  }

  @Test func writtenFilesCountAsMemory() throws {
    try tool.write(
      "try:\n  for i in range(100):\n    with open(f'{i}', 'w') as f: f.write('x' * 10**6)\n"
        + "except MemoryError: print('full')\n", to: "a.py")
    let outcome = try tool.run("run", "--memory", "20", "a.py")
    #expect(outcome == .init(status: 0, output: "full\n", error: ""))
  }
}
