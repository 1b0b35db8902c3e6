import Foundation
import PythonSyntax
import Testing

/// Texts nested deeper than any stack: all must end in a tree or a clear error.
@Suite struct NestingTests {
  private static let tooDeep = "maximum recursion depth exceeded during compilation"

  /// Parses on a thread with the stack that the parser asks of its callers; nil if it parses.
  private func message(_ text: String) async -> String? {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        do throws(Diagnostic) {
          _ = try Parser.parseModule(Source(name: "f", text: text))
          continuation.resume(returning: nil)
        } catch {
          continuation.resume(returning: error.message)
        }
      }
      thread.stackSize = 64 << 20
      thread.start()
    }
  }

  private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func whatCPythonTakesIsTaken() async {
    #expect(await message("x = " + times("'a' + ", 500) + "'b'") == nil)
    #expect(await message(times("(", 199) + "1" + times(")", 199)) == nil)
    #expect(await message("x" + times(".a", 1000)) == nil)
    #expect(await message("x" + times("(1)", 900)) == nil)
    #expect(await message("if a: b\n" + times("elif a: b\n", 900)) == nil)
    #expect(await message("[" + times("x.a, f(1), ", 100_000) + "]") == nil)
    #expect(await message(times("x = 1\n", 100_000)) == nil)
    #expect(await message("x = " + times("not ", 900) + "y") == nil)
    #expect(await message((0..<99).map { times(" ", $0) + "if x:\n" }.joined() + times(" ", 99) + "y") == nil)
  }

  @Test func bracketsAreCounted() async {
    for bracket in ["(", "[", "{1:", "f("] {
      #expect(await message(times(bracket, 201)) == "too many nested parentheses")
      #expect(await message(times(bracket, 100_000)) == "too many nested parentheses")
    }
  }

  @Test func deepTreesAreRefused() async {
    #expect(await message("x = " + times("1 + ", 10_000) + "1") == Self.tooDeep)
    #expect(await message("x" + times(".a", 100_000)) == Self.tooDeep)
    #expect(await message("x" + times("[0]", 100_000)) == Self.tooDeep)
    #expect(await message("x" + times("()", 100_000)) == Self.tooDeep)
    #expect(await message(times("not ", 100_000) + "x") == Self.tooDeep)
    #expect(await message(times("-", 100_000) + "x") == Self.tooDeep)
    #expect(await message(times("2 ** ", 100_000) + "2") == Self.tooDeep)
    #expect(await message(times("lambda: ", 100_000) + "x") == Self.tooDeep)
    #expect(await message(times("a if b else ", 100_000) + "c") == Self.tooDeep)
    #expect(await message("if a: b\n" + times("elif a: b\n", 100_000)) == Self.tooDeep)
    let shelf = times("(", 190) + "1" + times(times(" + 1", 1000) + ")", 190)
    #expect(await message(shelf) == Self.tooDeep)
  }

  @Test func indentationIsCounted() async {
    let text = (0..<150).map { times(" ", $0) + "if x:\n" }.joined()
    #expect(await message(text) == "too many levels of indentation")
  }

  @Test(.timeLimit(.minutes(1))) func errorsInDeepTexts() async {
    let text = times("[f(", 90) + "a b" + times(")]", 90)
    #expect(await message(text) == "invalid syntax. Perhaps you forgot a comma?")
    #expect(await message(times("{1: 2, {", 90) + "3 4" + times("}: 1}", 90)) != nil)
    #expect(await message(times("[x for (", 90) + "1 2" + times(") in y]", 90)) != nil)
    #expect(await message(times("f(a=1, b=(x := ", 60) + "$" + times("))", 60)) != nil)
    #expect(await message(times("(x = ", 90) + "$" + times(")", 90)) != nil)
  }

  @Test func anyBytesEndInATreeOrAnError() async {
    var state: UInt64 = 88_172_645_463_325_252
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let pieces = RecordedCorpus.failures.prefix(200).map { Array($0.source.utf8) }
    for _ in 0..<3000 {
      var text = pieces[Int(next() % UInt64(pieces.count))]
      for _ in 0..<3 where !text.isEmpty { text[Int(next() % UInt64(text.count))] = UInt8(truncatingIfNeeded: next()) }
      _ = try? Parser.parseModule(Source(name: "f", text: text))
    }
  }
}
