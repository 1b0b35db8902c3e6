/// How the numbers of one tensor are written: one notation and one width for all of them.
struct ElementFormatter {
  enum Notation { case boolean, integer, whole, fixed, scientific }

  let notation: Notation
  let width: Int
  private let precision: Int

  init(booleans values: [Int64]) {
    notation = .boolean
    precision = 0
    width = values.contains(0) ? 5 : values.isEmpty ? 1 : 4
  }

  init(integers values: [Int64]) {
    notation = .integer
    precision = 0
    // The longest texts are those of the two extremes.
    var text = TextBuffer()
    text.append(integer: values.max() ?? 0)
    let longest = text.count
    text.append(integer: values.min() ?? 0)
    width = max(longest, text.count - longest)
  }

  /// Zeros, infinities and NaN have no say, not even in the width.
  init(floats values: [Double], options: PrintOptions) {
    let range = Magnitudes(values)
    precision = options.precision
    guard range.largest > 0 else {
      notation = .whole
      width = 1
      return
    }
    let isSpread = range.largest / range.smallest > 1000 || range.largest > 1e8 || range.smallest < 1e-4
    let notation: Notation = options.sciMode ?? isSpread ? .scientific : range.areWhole ? .whole : .fixed
    self.notation = notation
    // Within one sign, texts get longer towards one of the ends.
    var longest = 1
    for candidate in [range.positive, range.negative].compactMap({ $0 }) {
      for end in [candidate.lowerBound, candidate.upperBound] {
        var text = TextBuffer()
        Self.write(end, notation, options.precision, into: &text)
        longest = max(longest, text.count)
      }
    }
    width = longest
  }

  func write(_ value: Double, into text: inout TextBuffer) {
    let start = text.count
    Self.write(value, notation, precision, into: &text)
    text.padLeft(from: start, to: width)
  }

  func write(_ value: Int64, into text: inout TextBuffer) {
    let start = text.count
    if notation == .boolean {
      text.append(value != 0 ? "True" : "False" as StaticString)
    } else {
      text.append(integer: value)
    }
    text.padLeft(from: start, to: width)
  }

  private static func write(_ value: Double, _ notation: Notation, _ precision: Int, into text: inout TextBuffer) {
    guard value.isFinite else {
      text.append(value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" as StaticString)
      return
    }
    switch notation {
    case .scientific: text.append(scientific: value, precision: precision)
    case .fixed: text.append(fixed: value, precision: precision)
    default:
      text.append(fixed: value, precision: 0)
      text.append(UInt8(ascii: "."))
    }
  }
}

/// The extent of the finite, non-zero elements.
private struct Magnitudes {
  private(set) var largest = 0.0
  private(set) var smallest = Double.infinity
  private(set) var areWhole = true
  private(set) var positive: ClosedRange<Double>?
  private(set) var negative: ClosedRange<Double>?

  init(_ values: [Double]) {
    var (highest, least) = (-Double.infinity, Double.infinity)
    var (lowest, nearest) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite && value != 0 {
      if value > 0 {
        highest = max(highest, value)
        least = min(least, value)
      } else {
        lowest = min(lowest, value)
        nearest = max(nearest, value)
      }
      if areWhole, value != value.rounded(.up) { areWhole = false }
    }
    if highest > 0 { positive = least...highest }
    if lowest < 0 { negative = lowest...nearest }
    largest = max(highest, -lowest)
    smallest = min(least, -nearest)
  }
}
