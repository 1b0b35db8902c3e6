/// The code of one alphabet in one block: short for symbols that are frequent. Ties are broken as zlib breaks them, so
/// that its output is matched byte for byte.
struct PrefixTree {
  private(set) var lengths: [Int]
  /// The last symbol that has a code.
  private(set) var last = -1
  /// The bits that the block's symbols take, with those that follow them.
  private(set) var size = 0
  /// The same in the fixed code.
  private(set) var fixedSize = 0

  private let count: Int
  private var frequencies: [Int]
  private var depths: [Int]
  private var parents: [Int]
  private var heap: [Int] = [0]
  /// The nodes in the order they were joined, the root last.
  private var joined: [Int] = []

  /// - Parameter extra: the bits that follow each symbol.
  /// - Parameter fixed: the lengths of the fixed code.
  init(_ frequencies: [Int], extra: [Int], fixed: [Int]?, limit: Int) {
    count = frequencies.count
    lengths = [Int](repeating: 0, count: 2 * count + 1)
    depths = lengths
    parents = lengths
    self.frequencies = frequencies + [Int](repeating: 0, count: count + 1)
    collectSymbols(fixed)
    join()
    chooseLengths(extra, fixed, limit)
    lengths.removeLast(lengths.count - count)
  }

  /// Puts the symbols that occur into the heap; at least two, since a code of one is none.
  private mutating func collectSymbols(_ fixed: [Int]?) {
    for symbol in 0..<count where frequencies[symbol] > 0 {
      heap.append(symbol)
      last = symbol
    }
    while heap.count < 3 {
      let symbol = last < 2 ? last + 1 : 0
      last = max(last, symbol)
      heap.append(symbol)
      frequencies[symbol] = 1
      size -= 1
      fixedSize -= fixed?[symbol] ?? 0
    }
  }

  /// Joins the two rarest nodes until one is left.
  private mutating func join() {
    for place in stride(from: (heap.count - 1) / 2, through: 1, by: -1) { sink(place) }
    var node = count
    while heap.count > 2 {
      let first = heap[1]
      heap[1] = heap.removeLast()
      sink(1)
      let second = heap[1]
      joined += [first, second]
      frequencies[node] = frequencies[first] + frequencies[second]
      depths[node] = max(depths[first], depths[second]) + 1
      parents[first] = node
      parents[second] = node
      heap[1] = node
      node += 1
      sink(1)
    }
    joined.append(heap[1])
  }

  private func isRarer(_ a: Int, _ b: Int) -> Bool {
    frequencies[a] < frequencies[b] || frequencies[a] == frequencies[b] && depths[a] <= depths[b]
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let node = heap[place]
    while 2 * place < heap.count {
      var child = 2 * place
      if child + 1 < heap.count, isRarer(heap[child + 1], heap[child]) { child += 1 }
      if isRarer(node, heap[child]) { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = node
  }

  private mutating func chooseLengths(_ extra: [Int], _ fixed: [Int]?, _ limit: Int) {
    var counts = [Int](repeating: 0, count: limit + 1)
    var overflow = 0
    for node in joined.dropLast().reversed() {
      var length = lengths[parents[node]] + 1
      if length > limit {
        length = limit
        overflow += 1
      }
      lengths[node] = length
      if node >= count { continue }
      counts[length] += 1
      size += frequencies[node] * (length + extra[node])
      if let fixed { fixedSize += frequencies[node] * (fixed[node] + extra[node]) }
    }
    guard overflow > 0 else { return }
    while overflow > 0 {
      guard let length = (1..<limit).last(where: { counts[$0] > 0 }) else { break }
      counts[length] -= 1
      counts[length + 1] += 2
      counts[limit] -= 1
      overflow -= 2
    }
    // The rarest symbols get the longest codes.
    var leaves = joined.filter { $0 < count }.makeIterator()
    for length in stride(from: limit, to: 0, by: -1) {
      for _ in 0..<counts[length] {
        guard let leaf = leaves.next() else { return }
        size += (length - lengths[leaf]) * frequencies[leaf]
        lengths[leaf] = length
      }
    }
  }
}
