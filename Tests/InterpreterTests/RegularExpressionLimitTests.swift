import Testing

@testable import Interpreter

/// Patterns that would run for ages end with the cell.
struct RegularExpressionLimitTests {
  @Test(arguments: [
    "re.match('(a+)+b', 'a' * 60 + 'cb')",
    "re.search('(x+x+)+y', 'x' * 50000 + 'zy')",
    "re.search('[a-z]+[0-9]', 'a' * 3000000)",
    "re.fullmatch('(?:a|aa)+', 'a' * 70 + 'b')",
    "re.findall('(é+)+b', 'é' * 60 + 'cb')",
    "re.sub('(x*)*,', '', 'x' * 60 + 'z,')",
  ])
  func catastrophicPatternsEnd(_ code: String) {
    var limits = Limits()
    limits.seconds = 1
    let session = TestSession(limits: limits)
    #expect(session.run("import re\n\(code)") == "TimeoutError: the cell took longer than 1 s")
    #expect(session.run("print(re.findall('a', 'banana'))") == "['a', 'a', 'a']\n")
  }

  @Test(arguments: [
    "re.compile('(?:(?:(?:ab){1000}){1000}){1000}')", "re.compile('(' * 2000 + ')' * 2000)",
    "re.sub('', 'x' * 100000, 'y' * 1000000)",
  ])
  func hugePatternsAndResultsAreRefused(_ code: String) {
    var limits = Limits()
    limits.bytes = 200_000_000
    let shown = TestSession(limits: limits).run("import re\n\(code)")
    #expect(["NotImplementedError", "RecursionError", "MemoryError"].contains { shown.hasPrefix($0) })
  }

  @Test func deepMatchesWork() {
    let code = "import re\nprint(re.match('(?:(a)|b|\\\\n)*', 'ab' * 300000).span())"
    #expect(TestSession().run(code) == "(0, 600000)\n")
  }
}
