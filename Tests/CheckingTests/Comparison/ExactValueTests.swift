import Testing

@testable import Checking

/// The number rule where the engine says what is behind the digits.
@Suite struct ExactValueTests {
  private func rule(
    _ recorded: String, _ actual: String, _ numbers: [(String, Double)], _ type: FloatType = .float32
  ) -> Rule? {
    Agreement.rule(
      recorded: recorded, actual: actual,
      numbers: numbers.map { PrintedNumber(text: $0.0, value: $0.1, type: type) }, options: ComparisonOptions())
  }

  /// The float32 neighbours of 0.12345: 0.12344999611 prints `0.1234`, the next ones print `0.1235`.
  @Test func aLastDigitMayDifferWhereRoundingTurns() {
    let value = Double(Float(0.12345))
    #expect(rule("tensor([0.1235])", "tensor([0.1234])", [("0.1234", value)]) == .numbers)
    #expect(rule("tensor([0.1235])", "tensor([0.1234])", [("0.1234", 0.1234)]) == nil)
    #expect(rule("tensor([0.1236])", "tensor([0.1234])", [("0.1234", value)]) == nil)
    #expect(rule("tensor([0.1233])", "tensor([0.1234])", [("0.1234", value)]) == nil)
  }

  @Test func toleranceFollowsTheType() {
    let value = 0.12345 - 1e-9
    #expect(rule("tensor([0.1235])", "tensor([0.1234])", [("0.1234", value)], .float32) == .numbers)
    #expect(
      rule(
        "tensor([0.1235], dtype=torch.float64)", "tensor([0.1234], dtype=torch.float64)", [("0.1234", value)], .float64)
        == nil)
  }

  @Test func aDtypeIsNeverExcused() {
    let value = Double(Float(0.12345))
    #expect(rule("tensor([0.1235])", "tensor([0.1234], dtype=torch.float64)", [("0.1234", value)]) == nil)
    #expect(rule("tensor([0.1235], requires_grad=True)", "tensor([0.1234])", [("0.1234", value)]) == nil)
    #expect(rule("tensor([[0.1235]])", "tensor([0.1234])", [("0.1234", value)]) == nil)
  }

  @Test func wholeNumbersMayTurnIntoFractionsTogether() {
    let almost = Double(Float(1).nextDown)
    let values = [("1.0000", almost), ("2.0000", 2.0)]
    #expect(rule("tensor([1., 2.])", "tensor([1.0000, 2.0000])", values) == .numbers)
    #expect(rule("tensor([1., 3.])", "tensor([1.0000, 2.0000])", values) == nil)
    #expect(rule("tensor([1., 2.0000])", "tensor([1.0000, 2.0000])", values) == nil)
  }

  @Test func paddingShiftsWithDigits() {
    let value = Double(Float(9.99995))
    let numbers = [("9.9999", value), ("1.5000", 1.5)]
    #expect(rule("tensor([10.0000,  1.5000])", "tensor([9.9999, 1.5000])", numbers) == .numbers)
    #expect(rule("tensor([10.0000,  1.6000])", "tensor([9.9999, 1.5000])", numbers) == nil)
  }

  @Test func theSignOfZeroIsASide() {
    #expect(rule("tensor([-0.0000])", "tensor([0.0000])", [("0.0000", 1e-5)]) == nil)
    #expect(rule("tensor([-0.0000])", "tensor([0.0000])", [("0.0000", 1e-45)]) == .numbers)
  }

  @Test func textThatWasKeptIsFoundAgain() {
    let low = Double(Float(0.12345))
    let numbers = [("0.1234", low), ("0.5000", 0.5), ("0.1234", 0.1234)]
    // The first entry belongs to a text that is shown last.
    #expect(rule("tensor(0.5000) tensor(0.1234)", "tensor(0.5000) tensor(0.1234)", numbers) == .exact)
    #expect(rule("tensor(0.1235) tensor(0.5000)", "tensor(0.1234) tensor(0.5000)", numbers) == .numbers)
    #expect(rule("tensor(0.5000) tensor(0.1235)", "tensor(0.5000) tensor(0.1234)", numbers) == nil)
  }

  @Test(arguments: [
    (FloatType.float32, 1.0, 1.1920928955078125e-07), (.float64, 1.0, 2.220446049250313e-16),
    (.float16, 1.0, 0.0009765625), (.bfloat16, 1.0, 0.0078125), (.float32, 0.0, 1.401298464324817e-45),
    (.float64, .infinity, 0.0),
  ])
  func ulp(_ type: FloatType, _ value: Double, _ expected: Double) {
    #expect(type.ulp(of: value) == expected)
  }
}
