import PythonSyntax
import Testing

@Suite struct EncodingTests {
  private func failure(_ bytes: [UInt8]) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Parser.parseModule(Source(name: "f", text: bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test func byteOrderMarkIsSkipped() throws {
    let module = try Parser.parseModule(Source(name: "f", text: [0xEF, 0xBB, 0xBF] + Array("x = 1\n".utf8)))
    #expect(module.body.first?.range == SourceRange(start: 3, end: 8))
  }

  @Test func nullBytesAndInvalidTextAreRefused() {
    #expect(failure([0x78, 0])?.message == "source code cannot contain null bytes")
    #expect(
      failure(Array("x = '".utf8) + [0xFF, 0x27])?.message
        == "(unicode error) 'utf-8' codec can't decode byte 0xff in position 5: invalid start byte")
    #expect(
      failure(Array("x = '".utf8) + [0xE9, 0x27])?.message
        == "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 5: invalid continuation byte")
    #expect(
      failure(Array("x = '".utf8) + [0xE2, 0x82])?.message
        == "(unicode error) 'utf-8' codec can't decode bytes in position 5-6: unexpected end of data")
  }

  @Test func fieldsOfFormattedStringsPointIntoTheSource() throws {
    let text = "y = f'é{ value + 1 !r:>{width}}'"
    let source = Source(name: "f", text: text)
    let module = try Parser.parseModule(source)
    guard case .assign(_, let value)? = module.body.first?.kind, case .formattedString(let parts) = value.kind,
      case .value(let sum, let conversion, let spec, _) = parts[1], case .value(let width, _, _, _) = spec[1]
    else {
      return #expect(Bool(false), "not the expected tree")
    }
    func written(_ range: SourceRange) -> String {
      String(decoding: source.text[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }
    #expect(written(sum.range) == "value + 1")
    #expect(written(width.range) == "width")
    #expect(conversion == .repr)
  }

  @Test func errorsInFormattedStringsPointIntoTheSource() {
    let source = Source(name: "file.py", text: "x = 1\ny = f'a{b c}d'")
    let error = #expect(throws: Diagnostic.self) { try Parser.parseModule(source) }
    #expect(
      error?.rendered(in: source) == """
          File "file.py", line 2
            y = f'a{b c}d'
                    ^^^
        SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?

        """)
  }

  @Test func longDecimalsAreRefused() {
    let text = "x = " + String(repeating: "9", count: 4301)
    #expect(failure(Array(text.utf8))?.message.hasPrefix("Exceeds the limit (4300 digits)") == true)
  }
}
