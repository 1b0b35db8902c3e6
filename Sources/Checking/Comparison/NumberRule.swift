/// Rule 3: a recorded number is right if some value within the tolerance of the actual one prints as it.
struct NumberRule {
  private let options: ComparisonOptions
  /// The exact value behind each actual number, where it is known.
  private let exact: [PrintedNumber?]
  /// Recorded tensors whose floats are all written in one form, as a formatter writes them.
  private let uniformTensors: Set<Int>

  /// The default tolerance, in units of the last place.
  private static let ulps: Double = 4

  init(recorded: [Numeral], actual: [Numeral], printed: [PrintedNumber], options: ComparisonOptions) {
    self.options = options
    exact = Self.align(actual, with: printed)
    uniformTensors = Self.uniformTensors(recorded)
  }

  func agree(_ recorded: Numeral, _ actual: Numeral, _ index: Int) -> Bool {
    guard !recorded.isInteger, !actual.isInteger, recorded.form != .special, actual.form != .special else {
      return false
    }
    guard (recorded.tensor == nil) == (actual.tensor == nil) else { return false }
    let exact = index < self.exact.count ? self.exact[index] : nil
    let value = exact?.value ?? actual.value
    if options.comparesRecordedDigits, abs(recorded.value - value) <= recorded.unit { return true }
    if options.hasExplicitTolerance {
      let tolerance = (options.absoluteTolerance ?? 0) + (options.relativeTolerance ?? 0) * abs(value)
      return isNear(recorded, value, tolerance, slack: exact == nil ? 0 : recorded.halfUnit)
    }
    guard let exact else { return agreeByText(recorded, actual) }
    guard recorded.hasForm(of: actual) || mayChangeForm(recorded) else { return false }
    return isNear(recorded, value, Self.ulps * exact.type.ulp(of: value), slack: recorded.halfUnit)
  }

  /// Whether a value that rounds to the recorded text lies within the tolerance. The sign of a zero says on which side.
  private func isNear(_ recorded: Numeral, _ value: Double, _ tolerance: Double, slack: Double) -> Bool {
    let below = recorded.value == 0 && !recorded.isNegative ? 0 : slack
    let above = recorded.value == 0 && recorded.isNegative ? 0 : slack
    return recorded.value - below - tolerance <= value && value <= recorded.value + above + tolerance
  }

  /// Without the exact value, digits that were rounded away are unknown: only what the text says counts.
  private func agreeByText(_ recorded: Numeral, _ actual: Numeral) -> Bool {
    if actual.tensor != nil {
      guard recorded.hasForm(of: actual) else { return false }
      return isNear(recorded, actual.value, Self.ulps * actual.type.ulp(of: actual.value), slack: 0)
    }
    // A Python float shows all its digits, so a recorded one must be what some float shows.
    guard recorded.isShortest, actual.isShortest else { return false }
    let type: FloatType = cameFromFloat32(recorded, actual) ? .float32 : .float64
    return isNear(recorded, actual.value, Self.ulps * type.ulp(of: actual.value), slack: 0)
  }

  /// `item()` and `tolist()` turn a tensor's element into a Python float: a float32 shows as a double with many digits
  /// that is exactly a float32. Among doubles that come from anywhere else, one in 2²⁹ is.
  private func cameFromFloat32(_ recorded: Numeral, _ actual: Numeral) -> Bool {
    let digits = max(
      Numeral.significantDigits(recorded.text).count, Numeral.significantDigits(actual.text).count)
    return digits > 9 && [recorded.value, actual.value].allSatisfy { Double(Float($0)) == $0 }
  }

  /// Whole numbers, fixed point or powers of ten: the last digit of one element can decide for the whole tensor.
  private func mayChangeForm(_ recorded: Numeral) -> Bool {
    recorded.tensor.map(uniformTensors.contains) ?? false
  }

  private static func uniformTensors(_ numerals: [Numeral]) -> Set<Int> {
    var first: [Int: Numeral] = [:]
    var mixed: Set<Int> = []
    for numeral in numerals where numeral.form != .special {
      guard let tensor = numeral.tensor else { continue }
      if let known = first[tensor] {
        if !numeral.hasForm(of: known) { mixed.insert(tensor) }
      } else {
        first[tensor] = numeral
      }
    }
    return Set(first.keys).subtracting(mixed)
  }

  /// Finds the exact value of each number. Both sequences run in the order of formatting, except for text that was kept
  /// and shown later, or never.
  private static func align(_ actual: [Numeral], with printed: [PrintedNumber]) -> [PrintedNumber?] {
    guard !printed.isEmpty else { return [] }
    var places: [String: [Int]] = [:]
    for (index, number) in printed.enumerated() { places[number.text, default: []].append(index) }
    var next = 0
    return actual.map { numeral in
      guard let candidates = places[numeral.text] else { return nil }
      var (low, high) = (0, candidates.count)
      while low < high {
        let middle = (low + high) / 2
        if candidates[middle] < next { low = middle + 1 } else { high = middle }
      }
      guard low < candidates.count else { return printed[candidates[0]] }
      next = candidates[low] + 1
      return printed[candidates[low]]
    }
  }
}
