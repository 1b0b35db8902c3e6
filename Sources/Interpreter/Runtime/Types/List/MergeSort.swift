/// A stable sort of trivial items: CPython's runs and binary insertion, so that even orders that are not total (NaN)
/// come out the same for short lists. Comparisons may raise: what stands there then is still a permutation.
struct MergeSort<Item> {
  private let items: UnsafeMutablePointer<Item>
  private let spare: UnsafeMutablePointer<Item>
  private let count: Int

  /// - Parameter spare: memory for as many items.
  init(_ items: UnsafeMutablePointer<Item>, spare: UnsafeMutablePointer<Item>, count: Int) {
    self.items = items
    self.spare = spare
    self.count = count
  }

  private struct Run {
    var start: Int
    var end: Int
  }

  /// - Parameter charge: is told how many items were looked at.
  @inline(__always)
  func sort(
    charge: (Int) throws(Raised) -> Void, by less: (Item, Item) throws(Raised) -> Bool
  ) throws(Raised) {
    let minimumRun = minimumRun
    var runs: [Run] = []
    var start = 0
    while start < count {
      let end = try extendRun(from: start, minimum: minimumRun, less)
      try charge(end - start)
      if start == 0 && end == count { return }
      runs.append(Run(start: start, end: end))
      start = end
      // The upper run is kept shorter than the lower: merges stay balanced.
      while runs.count > 1 {
        let last = runs[runs.count - 1]
        let before = runs[runs.count - 2]
        if start < count && before.end - before.start > last.end - last.start { break }
        try merge(before.start, before.end, last.end, less)
        runs.removeLast()
        runs[runs.count - 1].end = last.end
      }
    }
  }

  /// The end of a run that begins at an index: what is ascending, or strictly descending and then reversed, and made
  /// longer by bisection where it is short.
  @inline(__always)
  private func extendRun(
    from start: Int, minimum: Int, _ less: (Item, Item) throws(Raised) -> Bool
  ) throws(Raised) -> Int {
    var end = start + 1
    if end < count {
      let isDescending = try less(items[end], items[start])
      end += 1
      while end < count, try less(items[end], items[end - 1]) == isDescending { end += 1 }
      if isDescending {
        var run = UnsafeMutableBufferPointer(start: items + start, count: end - start)
        run.reverse()
      }
    }
    let forced = min(start + minimum, count)
    while end < forced {
      let pivot = items[end]
      var low = start
      var high = end
      while low < high {
        let middle = low + (high - low) / 2
        if try less(pivot, items[middle]) { high = middle } else { low = middle + 1 }
      }
      (items + low + 1).update(from: items + low, count: end - low)
      items[low] = pivot
      end += 1
    }
    return end
  }

  /// Merges two neighbouring runs. The left one moves aside; what is left of it fills the gap, even if a comparison
  /// raises.
  @inline(__always)
  private func merge(
    _ start: Int, _ middle: Int, _ end: Int, _ less: (Item, Item) throws(Raised) -> Bool
  ) throws(Raised) {
    // Runs that follow one another need no merging.
    if try !less(items[middle], items[middle - 1]) { return }
    let left = middle - start
    spare.update(from: items + start, count: left)
    var (taken, right, target) = (0, middle, start)
    defer { (items + target).update(from: spare + taken, count: left - taken) }
    while taken < left && right < end {
      if try less(items[right], spare[taken]) {
        items[target] = items[right]
        right += 1
      } else {
        items[target] = spare[taken]
        taken += 1
      }
      target += 1
    }
  }

  private var minimumRun: Int {
    var rest = count
    var odd = 0
    while rest >= 64 {
      odd |= rest & 1
      rest >>= 1
    }
    return rest + odd
  }
}
