import Testing

@testable import Notebooks

@Suite struct DirectiveTests {
  private func read(_ line: String) -> DirectiveParser.Parsed {
    DirectiveParser.comment(in: line).map { DirectiveParser.options(inCodeComment: $0) } ?? .init()
  }

  @Test func dialects() {
    #expect(read("# NBVAL_SKIP").directives.skips)
    #expect(read("#NBVAL_IGNORE_OUTPUT").directives.ignoresOutput)
    #expect(read("# NBVAL_CHECK_OUTPUT").directives.checksOutput)
    #expect(read("# NBVAL_RAISES_EXCEPTION").directives.mustRaise)
    #expect(read("#| eval: false").directives.skips)
    #expect(!read("#| eval: true").directives.skips)
    #expect(read("#| error: true").directives.mustRaise)
    #expect(read("x  # may vary").directives.ignoresOutput)
    #expect(read("torch.rand(2)  # random").directives.ignoresOutput)
    #expect(!read("x = random()  # random numbers here").directives.ignoresOutput)
  }

  @Test func doctestFlags() {
    let parsed = read("f()  # doctest: +ELLIPSIS, -NUMBER +REPORT_NDIFF").directives
    #expect(parsed.has(.ellipsis))
    #expect(parsed.flags[.number] == false)
    #expect(read("f()  # doctest: +SKIP").directives.skips)
  }

  @Test func quotesHideComments() {
    #expect(DirectiveParser.comment(in: "print(\"# NBVAL_SKIP\")") == nil)
    #expect(DirectiveParser.comment(in: "print('it\\'s # x') # y") == " y")
  }

  @Test func unknownOnesAreNamed() {
    #expect(read("# doctest: +ELIPSIS").unknown == ["unknown doctest option ELIPSIS"])
    #expect(read("# doctest: SKIP").unknown == ["a doctest option begins with + or -, not SKIP"])
    #expect(read("# NBVAL_SKIPP").unknown == ["unknown directive NBVAL_SKIPP"])
    #expect(DirectiveParser.options(inComment: " rtol=x").unknown == ["rtol=x is not a tolerance"])
  }

  @Test func commentOptions() {
    let parsed = DirectiveParser.options(inComment: " skip, +NUMBER rtol=1e-3 raises-exception ")
    #expect(parsed.unknown.isEmpty)
    #expect(parsed.directives.skips && parsed.directives.mustRaise && parsed.directives.has(.number))
    #expect(parsed.directives.relativeTolerance == 1e-3)
  }

  @Test func tags() {
    #expect(DirectiveParser.options(inFenceInfo: "python tags=[\"raises-exception\"]").mustRaise)
    #expect(DirectiveParser.options(inFenceInfo: "{python, eval=FALSE}").skips)
    #expect(DirectiveParser.options(inFenceInfo: "python").skips == false)
  }
}
