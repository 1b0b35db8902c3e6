import PythonSyntax
import Testing

@testable import Interpreter

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The expressions of `Values/*.txt`, each against what CPython showed for it.
@Suite struct ValueTests {
  @Test(arguments: ["numbers", "strings", "bytes", "formatting"])
  func valuesAreShownAsRecorded(file: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Values/\(file).txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    let notebook = Notebook()
    for index in stride(from: 0, to: lines.count - 1, by: 2) {
      #expect(notebook.show(lines[index]) == String(lines[index + 1].dropFirst(2)), "\(lines[index])")
    }
  }

  /// Values come and go without leaving anything behind.
  @Test(arguments: ["numbers", "strings", "bytes", "formatting"])
  func valuesAreFreed(file: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Values/\(file).txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    let notebook = Notebook()
    for index in stride(from: 0, to: lines.count - 1, by: 2) {
      // The first evaluation interns names.
      _ = notebook.show(lines[index])
      let before = notebook.liveObjects
      _ = notebook.show(lines[index])
      #expect(notebook.liveObjects == before, "\(lines[index])")
    }
  }

  /// Sizes are refused before anything is made.
  @Test(arguments: [
    "2 ** 10 ** 12", "3 ** 10 ** 12", "1 << 10 ** 12", "'ab' * 10 ** 12", "b'ab' * 10 ** 12", "'%*d' % (10 ** 12, 1)",
    "format(1, '1000000000000')", "'a'.ljust(10 ** 12)", "'a'.center(10 ** 12)", "'a'.zfill(10 ** 12)",
    "bytes(10 ** 12)", "(1).to_bytes(10 ** 12, 'big')", "('a' * 10 ** 6).replace('a', 'b' * 10 ** 6)",
    "('\\t' * 10 ** 4).expandtabs(10 ** 9)", "'é' * (2 ** 63 - 1)", "'a'.zfill(2 ** 63 - 1)",
    "f'{1.0:.2000000000f}'", "('a' * 10 ** 6).join(['b'] * 10 ** 4)",
  ])
  func largeSizesAreRefused(expression: String) {
    #expect(Notebook().show(expression) == "MemoryError: ")
  }
}

/// Evaluates expressions.
private final class Notebook: Host {
  private var session: Session?

  func show(_ expression: String) -> String {
    let session = session ?? Session(host: self)
    self.session = session
    let vm = session.vm
    do throws(Failure) {
      let value = try session.run(Source(name: "test", text: expression), returnsLastValue: true)
      defer { value.release() }
      do throws(Raised) { return try vm.repr(value) } catch { return shown(vm.takeRaised(), vm) }
    } catch {
      switch error {
      case .syntax(let diagnostic): return "SyntaxError: \(diagnostic)"
      case .raised(let exception): return shown(exception, vm)
      }
    }
  }

  private func shown(_ exception: Value, _ vm: VM) -> String {
    defer { exception.release() }
    do throws(Raised) { return "\(vm.typeName(exception)): \(try vm.strText(exception))" } catch {
      vm.takeRaised().release()
      return vm.typeName(exception)
    }
  }

  var liveObjects: Int { session?.vm.heap.liveObjects ?? 0 }

  deinit { session = nil }

  func write(_ text: String, to stream: OutputStream) {}
  func time() -> Double { 0 }
  func monotonicTime() -> Double { 0 }
  func sleep(_ seconds: Double) {}
  var isInterrupted: Bool { false }
}
