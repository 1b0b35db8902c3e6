/// Compresses bytes as zlib does, byte for byte: finds repeats through chains of earlier places with the same three
/// bytes, as far as the level's patience goes.
struct Deflater {
  private typealias Alphabet = DeflateAlphabet

  /// How hard to look.
  private struct Patience {
    let good: Int
    let lazy: Int
    let nice: Int
    let chain: Int

    static let levels = [
      (0, 0, 0, 0), (4, 4, 8, 4), (4, 5, 16, 8), (4, 6, 32, 32), (4, 4, 16, 16), (8, 16, 32, 32), (8, 16, 128, 128),
      (8, 32, 128, 256), (32, 128, 258, 1024), (32, 258, 258, 4096),
    ].map { Patience(good: $0.0, lazy: $0.1, nice: $0.2, chain: $0.3) }
  }

  enum Strategy: Int { case usual, filtered, huffmanOnly, runs, fixed }
  enum Flush: Int { case none, partial, sync, full, finish }

  private let input: [UInt8]
  private let level: Int
  private let patience: Patience
  private let strategy: Strategy
  private let windowSize: Int
  private let hashBits: Int
  private var head: [Int32]
  private var previous: [Int32]
  private var blocks: DeflateBlocks

  /// Places in the input are counted from the window's start, which moves on as zlib's does: a place of 0 is none.
  private var base = 0
  private var position = 0
  /// The end of what the window holds, and of what may be read before the next flush.
  private var filled = 0
  private var end = 0
  private var blockStart = 0
  private var waiting = 0
  private var matchStart = 0
  private var matchLength = 2
  private var isLiteralWaiting = false
  /// Steps along chains, for the limit on time.
  private(set) var work = 0

  init(_ input: [UInt8], level: Int, windowBits: Int, memory: Int, strategy: Strategy) {
    self.input = input
    self.level = level
    self.strategy = strategy
    patience = Patience.levels[level]
    windowSize = 1 << windowBits
    hashBits = memory + 7
    head = [Int32](repeating: 0, count: 1 << hashBits)
    previous = [Int32](repeating: 0, count: windowSize)
    blocks = DeflateBlocks(capacity: (1 << (memory + 6)) - 1, usesFixedCodesOnly: strategy == .fixed)
  }

  var output: [UInt8] { blocks.output.bytes }

  /// Takes the beginning of the input as known to the reader.
  mutating func skip(to start: Int) {
    guard start > 0 else { return }
    (end, filled, position, blockStart) = (start, start, start, start)
    for place in 0..<max(0, start - 2) { _ = insert(place) }
    waiting = min(start, 2)
  }

  /// Compresses up to a place in the input.
  mutating func run(to end: Int, flush: Flush, charge: (Int) throws(Raised) -> Void) throws(Raised) {
    self.end = min(end, input.count)
    if level == 0 {
      store(isLast: flush == .finish)
    } else if strategy == .huffmanOnly {
      try compressLiterals()
    } else if level < 4 {
      try compressEagerly(charge)
    } else {
      try compressLazily(charge)
    }
    waiting = min(position, 2)
    if level > 0, flush == .finish || !blocks.isEmpty { writeBlock(isLast: flush == .finish) }
    switch flush {
    case .sync, .full:
      blocks.writeStored([], isLast: false)
      if flush == .full { for index in head.indices { head[index] = 0 } }
    case .partial:
      blocks.output.write(1 << 1, 3)
      blocks.output.write(0, 7)
    case .none, .finish: break
    }
    if flush == .finish { blocks.output.align() }
  }

  private mutating func store(isLast: Bool) {
    repeat {
      let next = min(blockStart + 0xffff, end)
      blocks.writeStored(input[blockStart..<next], isLast: isLast && next == end)
      blockStart = next
    } while blockStart < end
  }

  private mutating func writeBlock(isLast: Bool) {
    let text = blockStart >= 0 ? input[(base + blockStart)..<(base + position)] : nil
    blocks.write(text, isLast: isLast)
    blockStart = position
  }

  // MARK: The window

  private var furthest: Int { windowSize - (Alphabet.maximumMatch + Alphabet.minimumMatch + 1) }
  private var ahead: Int { filled - position }

  private func byte(_ place: Int) -> UInt8 {
    let index = base + place
    return index < end ? input[index] : 0
  }

  /// Sees to it that the longest repeat fits into what is ahead, unless the input ends.
  private mutating func fill() {
    guard ahead < Alphabet.maximumMatch + Alphabet.minimumMatch + 1 else { return }
    while ahead < Alphabet.maximumMatch + Alphabet.minimumMatch + 1, base + filled < end {
      if position >= windowSize + furthest { slide() }
      filled = min(2 * windowSize, end - base)
      while waiting > 0, ahead + waiting >= Alphabet.minimumMatch {
        _ = insert(position - waiting)
        waiting -= 1
      }
    }
  }

  private mutating func slide() {
    let size = Int32(windowSize)
    base += windowSize
    position -= windowSize
    filled -= windowSize
    blockStart -= windowSize
    matchStart -= windowSize
    for index in head.indices { head[index] = max(0, head[index] - size) }
    for index in previous.indices { previous[index] = max(0, previous[index] - size) }
  }

  /// Remembers the three bytes at a place; where they were last, 0 for nowhere.
  private mutating func insert(_ place: Int) -> Int {
    let shift = (hashBits + 2) / 3
    let bytes = Int(byte(place)) << (2 * shift) ^ Int(byte(place + 1)) << shift ^ Int(byte(place + 2))
    let hash = bytes & ((1 << hashBits) - 1)
    let before = head[hash]
    previous[place & (windowSize - 1)] = before
    head[hash] = Int32(place)
    return Int(before)
  }

  /// The longest repeat at the position that is longer than `best`; its start goes to `matchStart`.
  private mutating func longestMatch(_ start: Int, longerThan best: Int) -> Int {
    var best = best
    var candidate = start
    var chain = best >= patience.good ? patience.chain >> 2 : patience.chain
    let nice = min(patience.nice, ahead)
    let limit = max(0, position - furthest)
    let scan = base + position
    let most = min(Alphabet.maximumMatch, end - scan)
    input.withUnsafeBufferPointer { text in
      repeat {
        work += 1
        let other = base + candidate
        if best >= most || text[other + best] == text[scan + best] && text[other + best - 1] == text[scan + best - 1] {
          var length = 0
          while length < most, text[other + length] == text[scan + length] { length += 1 }
          if length > best {
            matchStart = candidate
            best = length
            if length >= nice { break }
          }
        }
        candidate = Int(previous[candidate & (windowSize - 1)])
        chain -= 1
      } while candidate > limit && chain > 0
    }
    return min(best, ahead)
  }

  // MARK: The ways to look for repeats

  private mutating func compressLiterals() throws(Raised) {
    while true {
      fill()
      if ahead == 0 { return }
      blocks.add(literal: byte(position))
      position += 1
      if blocks.isFull { writeBlock(isLast: false) }
    }
  }

  /// Takes the first repeat there is.
  private mutating func compressEagerly(_ charge: (Int) throws(Raised) -> Void) throws(Raised) {
    while true {
      try chargeWork(charge)
      fill()
      if ahead == 0 { return }
      let before = ahead >= Alphabet.minimumMatch ? insert(position) : 0
      var length = 2
      if before != 0, position - before <= furthest { length = longestMatch(before, longerThan: 2) }
      if length >= Alphabet.minimumMatch {
        blocks.add(length: length, distance: position - matchStart)
        if length <= patience.lazy, ahead - length >= Alphabet.minimumMatch {
          for place in (position + 1)..<(position + length) { _ = insert(place) }
        }
        position += length
      } else {
        blocks.add(literal: byte(position))
        position += 1
      }
      if blocks.isFull { writeBlock(isLast: false) }
    }
  }

  /// Takes a repeat only if there is no longer one a byte further on.
  private mutating func compressLazily(_ charge: (Int) throws(Raised) -> Void) throws(Raised) {
    matchLength = 2
    while true {
      try chargeWork(charge)
      fill()
      if ahead == 0 { break }
      let before = ahead >= Alphabet.minimumMatch ? insert(position) : 0
      let (lastLength, lastStart) = (matchLength, matchStart)
      matchLength = 2
      if before != 0, lastLength < patience.lazy, position - before <= furthest {
        matchLength = longestMatch(before, longerThan: lastLength)
        let isTooFar = matchLength == 3 && position - matchStart > 4096
        if matchLength <= 5, strategy == .filtered || isTooFar { matchLength = 2 }
      }
      if lastLength >= Alphabet.minimumMatch, matchLength <= lastLength {
        let lastInsert = position + ahead - Alphabet.minimumMatch
        blocks.add(length: lastLength, distance: position - 1 - lastStart)
        for place in (position + 1)..<(position + lastLength - 1) where place <= lastInsert { _ = insert(place) }
        position += lastLength - 1
        isLiteralWaiting = false
        matchLength = 2
        if blocks.isFull { writeBlock(isLast: false) }
      } else {
        if isLiteralWaiting {
          blocks.add(literal: byte(position - 1))
          if blocks.isFull { writeBlock(isLast: false) }
        }
        isLiteralWaiting = true
        position += 1
      }
    }
    if isLiteralWaiting { blocks.add(literal: byte(position - 1)) }
    isLiteralWaiting = false
  }

  private mutating func chargeWork(_ charge: (Int) throws(Raised) -> Void) throws(Raised) {
    work += 1
    guard work > 4096 else { return }
    try charge(work / 8)
    work = 0
  }
}
