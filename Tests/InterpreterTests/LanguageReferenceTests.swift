import Foundation
import Testing

@testable import Interpreter

/// The lists of builtins and modules in `Docs/Language.md` are what the interpreter has; `NBCHECK_RECORD=1` writes them
/// anew.
struct LanguageReferenceTests {
  private static let begin = "<!-- generated: builtins and modules -->"
  private static let end = "<!-- end of generated text -->"

  private static var file: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Docs/Language.md")
  }

  @Test func listsWhatThereIs() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let head = try #require(text.range(of: Self.begin))
    let tail = try #require(text.range(of: Self.end))
    let expected = "\n\n" + Self.lists + "\n"
    if ProcessInfo.processInfo.environment["NBCHECK_RECORD"] == "1" {
      let renewed = text[..<head.upperBound] + expected + text[tail.lowerBound...]
      try String(renewed).write(to: Self.file, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[head.upperBound..<tail.lowerBound] == expected, "run the tests with NBCHECK_RECORD=1")
  }

  private static var lists: String {
    let vm = TestSession().session.vm
    var functions: [String] = []
    var types: [String] = []
    var exceptions: [String] = []
    for (name, value) in vm.builtins.keywordPairs where !name.string.hasPrefix("_") {
      if let type = value.asType {
        if type.isSubtype(of: vm.heap.types[.baseException]) {
          exceptions.append(name.string)
        } else {
          types.append(name.string)
        }
      } else if [.native, .function, .instance].contains(value.kind) {
        functions.append(name.string)
      }
    }
    let modules = (Array(vm.moduleMakers.keys) + PythonModules.names).filter { name in
      !name.split(separator: ".").contains { $0.hasPrefix("_") } || name == "__future__"
    }
    return """
      **Functions:** \(joined(functions)).

      **Types:** \(joined(types)).

      **Exceptions:** \(joined(exceptions)).

      **Modules** (with `torch` and what is inside it, see [Operations](Operations.md)): \(joined(Array(modules))).

      """
  }

  private static func joined(_ names: [String]) -> String {
    names.sorted().map { "`\($0)`" }.joined(separator: ", ")
  }
}
