// Sorting: stable, with CPython's runs and binary insertion, so that even orders that are not total (NaN) come
// out the same for short lists. Comparisons may raise, and may run code that looks at the list.

extension VM {
  /// `list.sort`: the list is empty while comparisons run, and whole again afterwards even if one raises.
  func sort(_ list: ListObject, key: Value?, isReversed: Bool) throws(Raised) {
    let held = list.retainedValue
    defer { held.release() }
    let values = list.takeAll()
    var order = Array(0..<values.count)
    var keys = values
    var ownsKeys = false
    var failure: Raised?
    do throws(Raised) {
      try charge(values.count)
      if let key, !key.isNone {
        keys = []
        ownsKeys = true
        for value in values { keys.append(try call(key, value)) }
      }
      if isReversed { order.reverse() }
      try sortIndices(&order, by: keys)
      if isReversed { order.reverse() }
    } catch {
      failure = error
    }
    let appeared = list.takeAll()
    for index in order { list.append(values[index]) }
    if ownsKeys { for key in keys { key.release() } }
    for value in appeared { value.release() }
    if let failure { throw failure }
    if !appeared.isEmpty { throw raise(.valueError, "list modified during sort") }
  }

  /// Sorts the indices of `keys` stably by `keys[index]`; a permutation at any time, also when a comparison raises.
  private func sortIndices(_ order: inout [Int], by keys: [Value]) throws(Raised) {
    if order.count < 2 { return }
    if let strings = exactStrings(keys) {
      try sortIndices(&order) { (a, b) in strings[a].precedes(strings[b]) }
    } else if let numbers = allInts(keys) {
      try sortIndices(&order) { (a, b) in numbers[a] < numbers[b] }
    } else if let numbers = allDoubles(keys) {
      try sortIndices(&order) { (a, b) in numbers[a] < numbers[b] }
    } else {
      try sortIndices(&order) { (a, b) throws(Raised) in try self.less(keys[a], keys[b]) }
    }
  }

  private func allInts(_ keys: [Value]) -> [Int]? {
    var numbers: [Int] = []
    numbers.reserveCapacity(keys.count)
    for key in keys {
      guard case .int(let number) = key else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private func allDoubles(_ keys: [Value]) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(keys.count)
    for key in keys {
      guard case .float(let number) = key else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private func exactStrings(_ keys: [Value]) -> [StrObject]? {
    var strings: [StrObject] = []
    for key in keys {
      guard let string = key.asStr, string.type === heap.types.str else { return nil }
      strings.append(string)
    }
    return strings
  }

  private func sortIndices(
    _ order: inout [Int], _ less: (Int, Int) throws(Raised) -> Bool
  ) throws(Raised) {
    let count = order.count
    let minimumRun = VM.minimumRun(count)
    var runs: [(start: Int, end: Int)] = []
    var start = 0
    while start < count {
      var end = try countRun(&order, from: start, less)
      if end - start < minimumRun {
        let forced = min(start + minimumRun, count)
        try insertByBisection(&order, start: start, sorted: end, end: forced, less)
        end = forced
      }
      try charge(end - start)
      runs.append((start, end))
      start = end
      // The upper run is kept shorter than the lower: merges stay balanced.
      while runs.count > 1 {
        let last = runs[runs.count - 1]
        let before = runs[runs.count - 2]
        if start < count && before.end - before.start > last.end - last.start { break }
        try merge(&order, before.start, before.end, last.end, less)
        runs.removeLast(2)
        runs.append((before.start, last.end))
      }
    }
  }

  private static func minimumRun(_ count: Int) -> Int {
    var rest = count
    var odd = 0
    while rest >= 64 {
      odd |= rest & 1
      rest >>= 1
    }
    return rest + odd
  }

  /// The end of the run that begins at `start`: ascending, or strictly descending (which is reversed).
  private func countRun(
    _ order: inout [Int], from start: Int, _ less: (Int, Int) throws(Raised) -> Bool
  ) throws(Raised) -> Int {
    var end = start + 1
    if end == order.count { return end }
    if try less(order[end], order[end - 1]) {
      end += 1
      while end < order.count, try less(order[end], order[end - 1]) { end += 1 }
      order[start..<end].reverse()
    } else {
      end += 1
      while end < order.count, try !less(order[end], order[end - 1]) { end += 1 }
    }
    return end
  }

  private func insertByBisection(
    _ order: inout [Int], start: Int, sorted: Int, end: Int, _ less: (Int, Int) throws(Raised) -> Bool
  ) throws(Raised) {
    for place in sorted..<end {
      let pivot = order[place]
      var low = start
      var high = place
      while low < high {
        let middle = low + (high - low) / 2
        if try less(pivot, order[middle]) { high = middle } else { low = middle + 1 }
      }
      var index = place
      while index > low {
        order[index] = order[index - 1]
        index -= 1
      }
      order[low] = pivot
    }
  }

  private func merge(
    _ order: inout [Int], _ start: Int, _ middle: Int, _ end: Int, _ less: (Int, Int) throws(Raised) -> Bool
  ) throws(Raised) {
    var merged: [Int] = []
    merged.reserveCapacity(end - start)
    var left = start
    var right = middle
    while left < middle && right < end {
      if try less(order[right], order[left]) {
        merged.append(order[right])
        right += 1
      } else {
        merged.append(order[left])
        left += 1
      }
    }
    merged.append(contentsOf: order[left..<middle])
    merged.append(contentsOf: order[right..<end])
    for (offset, index) in merged.enumerated() { order[start + offset] = index }
  }
}

extension StrObject {
  /// Whether the string comes before the other, by code points.
  final func precedes(_ other: StrObject) -> Bool {
    for index in 0..<min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }
}
