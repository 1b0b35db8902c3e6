import Foundation
import PythonSyntax
import Testing

@testable import Interpreter

/// Snippets whose outputs `record.py` took from CPython.
struct CorpusTests {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static let files = [
    "builtins", "collections", "dicts", "functools", "hazards", "iterators", "itertools", "lists", "math", "modules",
    "random", "ranges", "sets", "tuples",
  ]

  struct Section {
    let source: String
    let output: String
  }

  static func sections(_ file: String) throws -> [Section] {
    let text = try String(contentsOf: directory.appending(path: "\(file).py.txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { part in
      let lines = part.components(separatedBy: "\n")
      return Section(
        source: lines.filter { !$0.hasPrefix("#>") }.joined(separator: "\n"),
        output: lines.filter { $0.hasPrefix("#>") }.map { String($0.dropFirst(3)) }.joined(separator: "\n"))
    }
  }

  @Test(arguments: files)
  func givesWhatCPythonGives(_ file: String) throws {
    let sections = try Self.sections(file)
    #expect(sections.count > 10)
    for section in sections {
      #expect(trimmed(output(of: section.source)) == section.output, "\(section.source)")
    }
  }

  /// What a section prints, the repr of its last expression, the last line of its exception.
  private func output(of source: String) -> String {
    let test = TestSession()
    DeepStack.run {
      do throws(Failure) {
        let value = try test.session.run(Source(name: "corpus", text: source), returnsLastValue: true)
        defer { value.release() }
        if !value.isNone { test.host.output += repr(value, test.session.vm) + "\n" }
      } catch {
        test.host.output += lastLine(error, test.session.vm)
      }
    }
    return test.host.output
  }

  private func repr(_ value: Value, _ vm: VM) -> String {
    do throws(Raised) {
      return try vm.repr(value)
    } catch {
      let exception = vm.takeRaised()
      defer { exception.release() }
      return TracebackText(vm).lastLine(exception)
    }
  }

  private func lastLine(_ failure: Failure, _ vm: VM) -> String {
    switch failure {
    case .syntax(let diagnostic): return "SyntaxError: \(diagnostic.message)"
    case .raised(let exception):
      defer { exception.release() }
      return TracebackText(vm).lastLine(exception)
    }
  }

  /// Without blanks at the ends of lines, as the recorder writes them.
  private func trimmed(_ text: String) -> String {
    var lines = text.components(separatedBy: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
