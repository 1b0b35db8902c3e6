import Testing

@testable import Checking

/// IPython's lines in cells, run by nbcheck's own Python.
@Suite struct MagicTests {
  private func run(_ code: String) -> Execution {
    let settings = ExecutorSettings(path: "note.md", limits: Limits(seconds: 10), interruption: Interruption())
    return Engine.python.makeExecutor(settings).execute(
      ExecutableCell(code: code, name: "Cell In [1]", number: 1, display: .jupyter))
  }

  @Test(arguments: [
    ("%time 1 + 1", "2"), ("%%time\nx = 3\nx", "3"), ("%timeit 1 + 1", ""), ("%%timeit -n 10\n1 + 1", ""),
    ("%matplotlib inline\n%config InlineBackend.figure_format = 'retina'\n5", "5"),
    ("%load_ext autoreload\n%autoreload 2", ""), ("for i in range(2):\n    %time print(i)", "0\n1"),
    ("s = '''\n%time\n'''\ns", "'\\n%time\\n'"), ("x = (7\n%2)\nx", "1"), ("%%capture\nprint(1)", ""),
    ("%timeit -n 100 -r 3 print('x')", "x"),
  ])
  func measuring(_ code: String, _ shown: String) {
    let execution = run(code)
    #expect(execution.error == nil)
    #expect(execution.shownText == (shown.isEmpty ? "" : shown + "\n"))
  }

  @Test(arguments: [
    ("x = 1\n!ls -l", 2, "the shell command !ls -l"), ("%cd ..", 1, "the magic %cd"),
    ("1\n2\nlen?", 3, "the help len?"), ("?len", 1, "the help ?len"), ("%%bash\nls", 1, "the magic %%bash"),
    ("files = !ls", 1, "the line files = !ls"),
  ])
  func refused(_ code: String, _ line: Int, _ what: String) {
    let error = run(code).error
    #expect(error?.type == "NotImplementedError")
    #expect(error?.message == "\(what) is not available in nbcheck")
    #expect(error?.line == line)
    #expect(error?.isOutsideEngine == true)
  }

  @Test func durationsAreNotCompared() throws {
    let text = "```python\n%time 1 + 1\n```\n\n```output\nCPU times: user 2 µs, sys: 0 ns\nWall time: 4 µs\n2\n```\n"
    let folder = try TemporaryFolder()
    try FileContents.write(text, to: folder.path + "/note.md")
    let result = try #require(Checker(engine: .python).check([NotebookFile(path: folder.path + "/note.md")]).first)
    #expect(result.cells.map(\.verdict) == [.passed])
  }
}
