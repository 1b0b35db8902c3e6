import Testing

@testable import Checking

@Suite struct AgreementTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let recorded: String
    let actual: String
    let rule: Rule?

    init(_ recorded: String, _ actual: String, _ rule: Rule?) {
      self.recorded = recorded
      self.actual = actual
      self.rule = rule
    }

    var testDescription: String { "\(recorded) | \(actual)" }
  }

  private func rule(_ pair: Pair, _ options: ComparisonOptions = ComparisonOptions()) -> Rule? {
    Agreement.rule(recorded: pair.recorded, actual: pair.actual, options: options)
  }

  @Test(arguments: [
    Pair("False", "False\n", .exact),
    Pair("a  \r\nb\t\r\n", "a\nb", .exact),
    Pair("\n\na\n\nb\n\n", "a\n\nb", .exact),
    Pair("", "", .exact),
    Pair("a b", "a  b", nil),
    Pair("a", "b", nil),
    Pair("a", "", nil),
  ])
  func exactly(_ pair: Pair) { #expect(rule(pair) == pair.rule) }

  @Test(arguments: [
    Pair("a\n...\nd", "a\nb\nc\nd", .wildcards),
    Pair("a\n...\nd", "a\nd", .wildcards),
    Pair("...\nd", "a\nb\nd", .wildcards),
    Pair("a\n...", "a\nb", .wildcards),
    Pair("...\nb\n...\nd", "a\nb\nc\nb\nd", .wildcards),
    Pair("a\n...\nd", "a\nb\nc", nil),
    Pair("a ... d", "a b d", nil),
    Pair("took [..] s", "took 12.5 s", .wildcards),
    Pair("took [..] s", "took 12\n s", nil),
    Pair("[..]", "x", .wildcards),
    Pair("<function f at 0x7f1234>", "<function f at 0x10ac9>", .wildcards),
    Pair("<function f at 0x...>", "<function f at 0x10ac9>", .wildcards),
    Pair("<function g at 0x7f1234>", "<function f at 0x10ac9>", nil),
    Pair("0x7f1234", "0x10ac9", nil),
    Pair("tensor([0, 1,  ..., 8, 9])", "tensor([0, 1,  ..., 8, 9])", .exact),
    Pair("tensor([0, 1,  ..., 8, 9])", "tensor([0, 1, 2, 3, 8, 9])", nil),
  ])
  func byWildcards(_ pair: Pair) { #expect(rule(pair) == pair.rule) }

  @Test func anEllipsisAnywhereNeedsItsFlag() {
    var options = ComparisonOptions()
    options.ellipsis = true
    #expect(rule(Pair("a ... d", "a b c\n d", nil), options) == .wildcards)
    #expect(rule(Pair("a...d", "ad", nil), options) == .wildcards)
    #expect(rule(Pair("a...d", "ac", nil), options) == nil)
  }

  @Test func whiteSpaceNeedsItsFlag() {
    var options = ComparisonOptions()
    options.normalizesWhitespace = true
    #expect(rule(Pair("a  b\nc", "a b c", nil), options) == .whitespace)
    #expect(rule(Pair("a b", "ab", nil), options) == nil)
  }

  /// Without the exact values behind the digits, the text is all that is known.
  @Test(arguments: [
    Pair("0.30000000000000004", "0.3", .numbers),
    Pair("0.1", "0.10000000000000002", .numbers),
    Pair("0.30000000000000003", "0.3", nil),
    Pair("0.5", "0.5000000001", nil),
    Pair("11.26", "11.25", nil),
    Pair("3", "3.0", nil),
    Pair("3", "4", nil),
    Pair("12345678901234567890", "12345678901234567891", nil),
    Pair("[0.1, 2.5]", "[0.10000000000000002, 2.5]", .numbers),
    Pair("[0.1, 2.5, 1]", "[0.10000000000000002, 2.5]", nil),
    Pair("loss 0.1", "cost 0.10000000000000002", nil),
    Pair("1e-05", "1.0000000000000003e-05", .numbers),
    Pair("nan", "inf", nil),
    Pair("tensor([0.1235])", "tensor([0.1234])", nil),
    Pair("tensor([1., 2.])", "tensor([1.0000, 2.0000])", nil),
    Pair("tensor([1.,  2.])", "tensor([1., 2.])", nil),
    Pair("version 2.13.0", "version 2.13.1", nil),
    Pair("2.200000047683716", "2.200000286102295", .numbers),
  ])
  func byNumbersAlone(_ pair: Pair) { #expect(rule(pair) == pair.rule) }

  @Test func tolerancesReplaceTheDefault() {
    var options = ComparisonOptions()
    options.relativeTolerance = 1e-2
    #expect(rule(Pair("tensor([0.1000])", "tensor([0.1005])", nil), options) == .numbers)
    #expect(rule(Pair("tensor([0.1000])", "tensor([0.1020])", nil), options) == nil)
    #expect(rule(Pair("100", "101", nil), options) == nil)
    #expect(rule(Pair("tensor([1.], dtype=torch.float64)", "tensor([1.001])", nil), options) == nil)
    options.relativeTolerance = nil
    options.absoluteTolerance = 0.5
    #expect(rule(Pair("1.5", "1.9", nil), options) == .numbers)
  }

  @Test func recordedDigitsAreEnoughWithTheirFlag() {
    var options = ComparisonOptions()
    options.comparesRecordedDigits = true
    #expect(rule(Pair("3.14", "3.14159", nil), options) == .numbers)
    #expect(rule(Pair("3.24", "3.14159", nil), options) == nil)
  }

  @Test(arguments: [
    Pair("tensor([0.1234, 0.5000])", "tensor([0.9876, 0.0001])", .unseeded),
    Pair("tensor([ 0.1234, -0.5000])", "tensor([-0.9876,  0.0001])", .unseeded),
    Pair("tensor([ 0.1234, -0.5000])", "tensor([0.9876, 0.0001])", nil),
    Pair("tensor([0.1234])", "tensor([0.9876, 0.0001])", nil),
    Pair("tensor([0.1234])", "tensor([0.9876], dtype=torch.float64)", nil),
    Pair("tensor([0.1234])", "tensor([0.9876], grad_fn=<MulBackward0>)", nil),
    Pair("tensor([0.1234], grad_fn=<AddBackward0>)", "tensor([0.9876], grad_fn=<MulBackward0>)", nil),
    Pair("tensor([[0.1234, 0.2345]])", "tensor([0.1234, 0.9876])", nil),
    Pair("tensor([3, 10])", "tensor([7, 2])", .unseeded),
    Pair("tensor([3, 10])", "tensor([7., 2.])", nil),
    Pair("loss 0.5", "loss 1.25", .unseeded),
    Pair("loss 0.5", "cost 1.25", nil),
    Pair("tensor([True])", "tensor([False])", nil),
  ])
  func unseeded(_ pair: Pair) {
    var options = ComparisonOptions()
    options.isUnseeded = true
    #expect(rule(pair, options) == pair.rule)
    if pair.rule == .unseeded { #expect(rule(pair) == nil) }
  }
}
