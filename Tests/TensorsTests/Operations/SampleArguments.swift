@testable import Tensors

/// Samples stand beside the operations as argument lists: `T(2, 3), 2, alpha=0.5`.
///
/// - `T(…)` numbers around 0, `P(…)` positive, `U(…)` between -1 and 1, `NT` and `NP` the same for arguments without gradient
/// - `I(…)` integers from -5 to 5, `I1(…)` from 1 to 5, `IX(…)` positions 0 and 1, `B(…)` booleans, `ones(…)`
/// - numbers, strings, `True`, `False`, `None`, `torch.float64`, lists of integers or tensors
///
/// `record.py` reads the same notation, so the elements come from a formula that both can compute.
struct SampleArguments {
  enum Value {
    case tensor(kind: String, sizes: [Int], ordinal: Int)
    case list([Value])
    case plain(ArgumentValue)
  }

  private(set) var positional: [Value] = []
  private(set) var named: [String: Value] = [:]
  private var text: Substring
  private var ordinal = 0

  init(_ sample: String) {
    text = Substring(sample)
    while !text.isEmpty {
      skipSpace()
      if let name = keyword() { named[name] = value() } else { positional.append(value()) }
      skipSpace()
      if text.first == "," { text.removeFirst() }
    }
  }

  private mutating func skipSpace() { text = text.drop { $0 == " " } }

  /// `name=`, if that is what follows.
  private mutating func keyword() -> String? {
    let word = text.prefix { $0.isLetter || $0 == "_" }
    guard !word.isEmpty, text.dropFirst(word.count).first == "=" else { return nil }
    text = text.dropFirst(word.count + 1)
    return String(word)
  }

  private mutating func value() -> Value {
    skipSpace()
    if text.first == "[" {
      text.removeFirst()
      var items: [Value] = []
      while let next = text.first, next != "]" {
        items.append(value())
        skipSpace()
        if text.first == "," { text.removeFirst() }
        skipSpace()
      }
      text = text.dropFirst()
      return .list(items)
    }
    let word = text.prefix { $0.isLetter || $0.isNumber || "._-+'".contains($0) }
    text = text.dropFirst(word.count)
    if text.first == "(" {
      let inner = text.dropFirst().prefix { $0 != ")" }
      text = text.dropFirst(inner.count + 2)
      ordinal += 1
      return .tensor(
        kind: String(word), sizes: inner.split(separator: ",").compactMap { Int($0.filter { $0 != " " }) },
        ordinal: ordinal)
    }
    return .plain(Self.plain(String(word)))
  }

  private static func plain(_ word: String) -> ArgumentValue {
    switch word {
    case "None": return .none
    case "True": return .number(.bool(true))
    case "False": return .number(.bool(false))
    default:
      if let int = Int(word) { return .number(.int(int)) }
      if let double = Double(word) { return .number(.float(double)) }
      if word.hasPrefix("torch."), let dtype = DType.byName[String(word.dropFirst(6))] { return .dtype(dtype) }
      return .string(word.filter { $0 != "'" })
    }
  }
}

/// Elements by formula.
enum SampleTensor {
  static func residues(_ count: Int, _ ordinal: Int) -> [Int] {
    var state = ordinal * 7919 + 12345
    return (0..<count).map { _ in
      state = (state * 1_103_515_245 + 12345) & 0x7fff_ffff
      return (state >> 8) % 1000
    }
  }

  static func make(
    _ engine: Engine, _ kind: String, _ sizes: [Int], _ ordinal: Int, floating: DType
  ) throws -> Tensor {
    let residues = residues(sizes.reduce(1, *), ordinal)
    let shape = Shape(sizes)
    switch kind {
    case "I": return try .from(engine, integers: residues.map { $0 % 11 - 5 }, shape, .int64)
    case "I1": return try .from(engine, integers: residues.map { $0 % 5 + 1 }, shape, .int64)
    case "IX": return try .from(engine, integers: residues.map { $0 / 7 % 2 }, shape, .int64)
    case "B": return try .from(engine, integers: residues.map { $0 / 7 % 2 }, shape, .bool)
    case "ones": return try .full(engine, shape, .int(1), floating)
    case "P", "NP": return try .from(engine, doubles: residues.map { Double($0) / 250 + 0.1 }, shape, floating)
    case "U": return try .from(engine, doubles: residues.map { Double($0 - 500) / 550 }, shape, floating)
    default: return try .from(engine, doubles: residues.map { Double($0 - 500) / 125 + 0.0009765625 }, shape, floating)
    }
  }

  /// Whether an argument of this kind takes part in gradient tests.
  static func isDifferentiable(_ kind: String) -> Bool { ["T", "P", "U"].contains(kind) }
}
