import PythonSyntax
import Testing

@Suite struct DiagnosticTests {
  @Test func corpusIsThere() { #expect(RecordedCorpus.failures.count > 500) }

  @Test(arguments: RecordedCorpus.failures)
  func errorIsCPythons(_ record: RecordedCorpus.Failure) {
    let source = Source(name: "file.py", text: record.source)
    let error = #expect(throws: Diagnostic.self) { try Parser.parseModule(source) }
    guard let error else { return }
    #expect(error.kind.rawValue == record.type)
    #expect(error.message == record.message)
    if record.isInCopy { return }
    #expect(source.line(at: error.range.start) == record.line)
    guard record.column != 0 else { return }
    #expect(source.column(at: error.range.start) == record.column)
    // Of a range over several lines CPython 3.11 mixes the first line with the last column.
    if let endLine = record.endLine, endLine != record.line { return }
    #expect(error.rendered(in: source).debugDescription == record.rendered.debugDescription)
  }
}
