/// Reads the deflate format (RFC 1951), as far as there is input and room for output.
struct Inflater {
  private typealias Alphabet = DeflateAlphabet

  enum Outcome: Equatable {
    case done
    case needsInput
    case reachedLimit
    /// In zlib's words.
    case invalid(String)
  }

  /// Leaves the reader, for one of the outcomes.
  private struct Stop: Error { let outcome: Outcome }

  private let input: [UInt8]
  private var place: Int
  private var pending: UInt32 = 0
  private var count = 0
  private(set) var output: [UInt8]
  private let known: Int
  private let limit: Int
  private let windowSize: Int

  /// - Parameter dictionary: bytes that come before the output.
  init(_ input: [UInt8], from start: Int, dictionary: [UInt8], limit: Int, windowBits: Int) {
    self.input = input
    place = start
    output = dictionary
    known = dictionary.count
    self.limit = limit > Int.max - dictionary.count ? .max : limit + dictionary.count
    windowSize = 1 << windowBits
  }

  /// The first byte of the input that was not needed.
  var consumed: Int { place - count / 8 }
  var inflated: ArraySlice<UInt8> { output[known...] }

  mutating func run() -> Outcome {
    do throws(Stop) {
      var isLast = false
      repeat {
        isLast = try bits(1) == 1
        switch try bits(2) {
        case 0: try readStored()
        case 1: try readSymbols(Self.fixedLiterals, Self.fixedDistances)
        case 2:
          let (literals, distances) = try readCodes()
          try readSymbols(literals, distances)
        default: throw Stop(outcome: .invalid("invalid block type"))
        }
      } while !isLast
      return .done
    } catch {
      return error.outcome
    }
  }

  private mutating func bits(_ wanted: Int) throws(Stop) -> Int {
    while count < wanted {
      guard place < input.count else { throw Stop(outcome: .needsInput) }
      pending |= UInt32(input[place]) << UInt32(count)
      place += 1
      count += 8
    }
    let value = Int(pending & ((1 << UInt32(wanted)) - 1))
    pending >>= UInt32(wanted)
    count -= wanted
    return value
  }

  private mutating func readStored() throws(Stop) {
    _ = try bits(count % 8)
    let size = try bits(16)
    guard try bits(16) == ~size & 0xffff else { throw Stop(outcome: .invalid("invalid stored block lengths")) }
    for _ in 0..<size {
      if output.count >= limit { throw Stop(outcome: .reachedLimit) }
      output.append(UInt8(truncatingIfNeeded: try bits(8)))
    }
  }

  private mutating func readSymbols(_ literals: PrefixDecoder, _ distances: PrefixDecoder) throws(Stop) {
    while true {
      let symbol = try next(literals, "invalid literal/length code")
      if symbol == Alphabet.endOfBlock { return }
      if output.count >= limit { throw Stop(outcome: .reachedLimit) }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < Alphabet.literalCount else { throw Stop(outcome: .invalid("invalid literal/length code")) }
      let length = Alphabet.lengthBase[symbol - 257] + (try bits(Alphabet.lengthExtra[symbol - 257]))
      let back = try next(distances, "invalid distance code")
      guard back < Alphabet.distanceCount else { throw Stop(outcome: .invalid("invalid distance code")) }
      let distance = Alphabet.distanceBase[back] + (try bits(Alphabet.distanceExtra[back]))
      guard distance <= min(output.count, windowSize) else {
        throw Stop(outcome: .invalid("invalid distance too far back"))
      }
      for _ in 0..<length {
        if output.count >= limit { throw Stop(outcome: .reachedLimit) }
        output.append(output[output.count - distance])
      }
    }
  }

  private mutating func next(_ decoder: PrefixDecoder, _ words: String) throws(Stop) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= try bits(1)
      let count = decoder.counts[length]
      if code - count < first { return decoder.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Stop(outcome: .invalid(words))
  }

  /// The codes that a block brings with it.
  private mutating func readCodes() throws(Stop) -> (literals: PrefixDecoder, distances: PrefixDecoder) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let treeCount = try bits(4) + 4
    guard literalCount <= Alphabet.literalCount, distanceCount <= Alphabet.distanceCount else {
      throw Stop(outcome: .invalid("too many length or distance symbols"))
    }
    var order = [Int](repeating: 0, count: 19)
    for symbol in Alphabet.codeLengthOrder.prefix(treeCount) { order[symbol] = try bits(3) }
    guard let tree = PrefixDecoder(order, mayBeIncomplete: false) else {
      throw Stop(outcome: .invalid("invalid code lengths set"))
    }
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try next(tree, "invalid code lengths set")
      if symbol < 16 {
        lengths.append(symbol)
        continue
      }
      guard let last = symbol == 16 ? lengths.last : 0 else {
        throw Stop(outcome: .invalid("invalid bit length repeat"))
      }
      let times = try symbol == 16 ? bits(2) + 3 : symbol == 17 ? bits(3) + 3 : bits(7) + 11
      guard lengths.count + times <= literalCount + distanceCount else {
        throw Stop(outcome: .invalid("invalid bit length repeat"))
      }
      lengths += [Int](repeating: last, count: times)
    }
    guard lengths[Alphabet.endOfBlock] > 0 else {
      throw Stop(outcome: .invalid("invalid code -- missing end-of-block"))
    }
    guard let literals = PrefixDecoder(Array(lengths.prefix(literalCount)), mayBeIncomplete: true) else {
      throw Stop(outcome: .invalid("invalid literal/lengths set"))
    }
    guard let distances = PrefixDecoder(Array(lengths.dropFirst(literalCount)), mayBeIncomplete: true) else {
      throw Stop(outcome: .invalid("invalid distances set"))
    }
    return (literals, distances)
  }

  private static let fixedLiterals = PrefixDecoder(fixed: DeflateAlphabet.fixedLiteralLengths)
  private static let fixedDistances = PrefixDecoder(fixed: DeflateAlphabet.fixedDistanceLengths)
}

/// Symbols in the order of their codes.
private struct PrefixDecoder {
  private(set) var counts = [Int](repeating: 0, count: 16)
  private(set) var symbols: [Int] = []

  init(fixed lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
  }

  /// nil if there are too many short codes, or too few; a single code of one bit may stand alone.
  init?(_ lengths: [Int], mayBeIncomplete: Bool) {
    self.init(fixed: lengths)
    var left = 1
    for length in 1...15 {
      left = left << 1 - counts[length]
      if left < 0 { return nil }
    }
    if left > 0, !symbols.isEmpty, !mayBeIncomplete || symbols.count != 1 { return nil }
    if symbols.isEmpty, !mayBeIncomplete { return nil }
  }
}
