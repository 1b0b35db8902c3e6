import PythonSyntax
import Testing

@Suite struct TreeTests {
  @Test func corpusIsThere() { #expect(RecordedCorpus.trees.count > 350) }

  @Test(arguments: RecordedCorpus.trees)
  func treeIsCPythons(_ record: RecordedCorpus.Tree) throws {
    let source = Source(name: "file.py", text: record.source)
    let dumper = TreeDumper(source)
    let tree = dumper.dump(try Parser.parseModule(source))
    #expect(tree == record.tree)
    #expect(dumper.positions == record.positions)
  }
}
