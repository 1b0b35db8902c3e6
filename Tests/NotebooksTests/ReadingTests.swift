import Testing

@testable import Notebooks

@Suite struct SimilarityAndProseTests {
  @Test func similarity() {
    #expect(Similarity.of("same", "same") == 1)
    #expect(Similarity.of("", "abc") == 0)
    #expect(Similarity.of("hello", "hallo") >= Similarity.ofSameOrigin)
    #expect(Similarity.of("tensor([1., 2.])", "tensor([1., 3.])") > 0.8)
    #expect(Similarity.of("This is what we saw.", "tensor([4., 1.])") < 0.2)
    #expect(
      Similarity.of("The graph is built as we go.", "Only leaves keep their gradients.") < Similarity.ofSameOrigin)
  }

  @Test(arguments: [
    "This is what we saw.", "`x` has a gradient", "See [the docs](x).", "**Note**", "Next we look at gradients",
    "we now look at how gradients flow", "$x^2$", "Done now.",
  ])
  func prose(text: String) {
    #expect(Prose.resembles(text))
  }

  @Test(arguments: [
    "hello", "hallo world", "epoch 1 loss 0.5", "loss after step 10: 0.5", "a b c", "", "x = 3", "red, green",
  ])
  func printed(text: String) {
    #expect(!Prose.resembles(text))
  }

  @Test func brackets() {
    #expect(Brackets.depth("tensor([[1, 2],") == 2)
    #expect(Brackets.depth("tensor([1])") == 0)
    #expect(Brackets.depth("['(', \"[\", '\\'(']") == 0)
  }
}
