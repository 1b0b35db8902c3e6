/// Writes literals and repeats as blocks, each in the shortest of the three forms there are.
struct DeflateBlocks {
  private typealias Alphabet = DeflateAlphabet

  var output = BitWriter()
  /// A literal with a distance of 0, or a length with a distance.
  private var symbols: [(value: UInt16, distance: UInt16)] = []
  private var literals = [Int](repeating: 0, count: Alphabet.literalCount)
  private var distances = [Int](repeating: 0, count: Alphabet.distanceCount)
  private let capacity: Int
  private let usesFixedCodesOnly: Bool

  private static let literalExtra = [Int](repeating: 0, count: 257) + Alphabet.lengthExtra
  private static let fixedLiterals = Alphabet.codes(Alphabet.fixedLiteralLengths)
  private static let fixedDistances = Alphabet.codes(Alphabet.fixedDistanceLengths)

  init(capacity: Int, usesFixedCodesOnly: Bool) {
    self.capacity = capacity
    self.usesFixedCodesOnly = usesFixedCodesOnly
    symbols.reserveCapacity(capacity)
  }

  var isEmpty: Bool { symbols.isEmpty }
  /// It is time to write a block.
  var isFull: Bool { symbols.count >= capacity }

  mutating func add(literal: UInt8) {
    symbols.append((UInt16(literal), 0))
    literals[Int(literal)] += 1
  }

  mutating func add(length: Int, distance: Int) {
    symbols.append((UInt16(length), UInt16(truncatingIfNeeded: distance)))
    literals[257 + Int(Alphabet.lengthSymbols[length])] += 1
    distances[Int(Alphabet.distanceSymbols[distance])] += 1
  }

  /// Writes what was added.
  /// - Parameter text: what it stands for; nil if it is no longer at hand.
  mutating func write(_ text: ArraySlice<UInt8>?, isLast: Bool) {
    literals[Alphabet.endOfBlock] += 1
    let literalTree = PrefixTree(
      literals, extra: Self.literalExtra, fixed: Alphabet.fixedLiteralLengths, limit: 15)
    let distanceTree = PrefixTree(
      distances, extra: Alphabet.distanceExtra, fixed: Alphabet.fixedDistanceLengths, limit: 15)
    let header = Header(literalTree, distanceTree)
    let ownBytes = (literalTree.size + distanceTree.size + header.size + 10) >> 3
    let fixedBytes = (literalTree.fixedSize + distanceTree.fixedSize + 10) >> 3
    let isFixed = fixedBytes <= ownBytes || usesFixedCodesOnly
    if let text, text.count + 4 <= (isFixed ? fixedBytes : ownBytes), text.count <= 0xffff {
      writeStored(text, isLast: isLast)
    } else if isFixed {
      output.write(1 << 1 | (isLast ? 1 : 0), 3)
      writeSymbols(
        (Self.fixedLiterals, Alphabet.fixedLiteralLengths), (Self.fixedDistances, Alphabet.fixedDistanceLengths))
    } else {
      output.write(2 << 1 | (isLast ? 1 : 0), 3)
      header.write(to: &output)
      writeSymbols(
        (Alphabet.codes(literalTree.lengths), literalTree.lengths),
        (Alphabet.codes(distanceTree.lengths), distanceTree.lengths))
    }
    if isLast { output.align() }
    symbols.removeAll(keepingCapacity: true)
    for index in literals.indices { literals[index] = 0 }
    for index in distances.indices { distances[index] = 0 }
  }

  /// A block of bytes as they are.
  mutating func writeStored(_ text: ArraySlice<UInt8>, isLast: Bool) {
    output.write(isLast ? 1 : 0, 3)
    output.align()
    output.write(text.count, 16)
    output.write(~text.count & 0xffff, 16)
    output.append(text)
  }

  private mutating func writeSymbols(
    _ literal: (codes: [UInt32], lengths: [Int]), _ distance: (codes: [UInt32], lengths: [Int])
  ) {
    for symbol in symbols {
      let value = Int(symbol.value)
      if symbol.distance == 0 {
        output.write(Int(literal.codes[value]), literal.lengths[value])
        continue
      }
      let length = Int(Alphabet.lengthSymbols[value])
      output.write(Int(literal.codes[257 + length]), literal.lengths[257 + length])
      output.write(value - Alphabet.lengthBase[length], Alphabet.lengthExtra[length])
      let back = Int(Alphabet.distanceSymbols[Int(symbol.distance)])
      output.write(Int(distance.codes[back]), distance.lengths[back])
      output.write(Int(symbol.distance) - Alphabet.distanceBase[back], Alphabet.distanceExtra[back])
    }
    output.write(Int(literal.codes[Alphabet.endOfBlock]), literal.lengths[Alphabet.endOfBlock])
  }

  /// A block's own codes, as they are written before it: the lengths, in which runs are shortened, in a third code.
  private struct Header {
    private var items: [(symbol: Int, extra: Int)] = []
    private let literalCount: Int
    private let distanceCount: Int
    private let tree: PrefixTree
    private let treeCount: Int

    init(_ literals: PrefixTree, _ distances: PrefixTree) {
      literalCount = literals.last + 1
      distanceCount = distances.last + 1
      items = Self.runs(literals.lengths.prefix(literalCount)) + Self.runs(distances.lengths.prefix(distanceCount))
      var frequencies = [Int](repeating: 0, count: 19)
      for item in items { frequencies[item.symbol] += 1 }
      let tree = PrefixTree(frequencies, extra: Alphabet.codeLengthExtra, fixed: nil, limit: 7)
      self.tree = tree
      treeCount = 1 + (Alphabet.codeLengthOrder.lastIndex { tree.lengths[$0] != 0 } ?? 3)
    }

    var size: Int { tree.size + 3 * max(treeCount, 4) + 14 }

    func write(to output: inout BitWriter) {
      output.write(literalCount - 257, 5)
      output.write(distanceCount - 1, 5)
      output.write(max(treeCount, 4) - 4, 4)
      for symbol in Alphabet.codeLengthOrder.prefix(max(treeCount, 4)) { output.write(tree.lengths[symbol], 3) }
      let codes = Alphabet.codes(tree.lengths)
      for item in items {
        output.write(Int(codes[item.symbol]), tree.lengths[item.symbol])
        output.write(item.extra, Alphabet.codeLengthExtra[item.symbol])
      }
    }

    private static func runs(_ lengths: ArraySlice<Int>) -> [(symbol: Int, extra: Int)] {
      var items: [(symbol: Int, extra: Int)] = []
      var before = -1
      var index = 0
      while index < lengths.count {
        let length = lengths[index]
        let longest = length == 0 ? 138 : length == before ? 6 : 7
        let shortest = length == 0 || length == before ? 3 : 4
        var end = index + 1
        while end < lengths.count, lengths[end] == length, end - index < longest { end += 1 }
        var count = end - index
        if count < shortest {
          for _ in 0..<count { items.append((length, 0)) }
        } else if length != 0 {
          if length != before {
            items.append((length, 0))
            count -= 1
          }
          items.append((16, count - 3))
        } else {
          items.append(count <= 10 ? (17, count - 3) : (18, count - 11))
        }
        before = length
        index = end
      }
      return items
    }
  }
}
