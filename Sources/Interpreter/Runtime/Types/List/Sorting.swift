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

  /// The places of `keys` in sorted order; a permutation at any time, also when a comparison raises.
  private func sortIndices(_ order: inout [Int], by keys: [Value]) throws(Raised) {
    if order.count < 2 { return }
    let kinds = commonKey(keys)
    switch kinds {
    case .int: try sort(&order, { keys[$0].smallInt ?? 0 }, { (a, b) throws(Raised) in a < b })
    case .float: try sort(&order, { keys[$0].double ?? 0 }, { (a, b) throws(Raised) in a < b })
    case .string:
      try sort(
        &order, { keys[$0] }, { (a, b) throws(Raised) in self.quickCompare(.lt, a, b) ?? false })
    case .other: try sort(&order, { keys[$0] }, { (a, b) throws(Raised) in try self.less(a, b) })
    }
  }

  private enum CommonKey { case int, float, string, other }

  /// Keys that are all alike are compared without asking each time what they are.
  private func commonKey(_ keys: [Value]) -> CommonKey {
    let types = heap.types!
    switch keys[0] {
    case .int: return keys.allSatisfy { if case .int = $0 { true } else { false } } ? .int : .other
    case .float: return keys.allSatisfy { if case .float = $0 { true } else { false } } ? .float : .other
    default: return keys.allSatisfy { $0.plainString(types) != nil } ? .string : .other
    }
  }

  @inline(__always)
  private func sort<Key>(
    _ order: inout [Int], _ key: (Int) -> Key, _ less: (Key, Key) throws(Raised) -> Bool
  ) throws(Raised) {
    let count = order.count
    let items = UnsafeMutablePointer<Sortable<Key>>.allocate(capacity: 2 * count)
    for (place, index) in order.enumerated() {
      (items + place).initialize(to: Sortable(key: key(index), place: index))
    }
    defer {
      for place in 0..<count { order[place] = items[place].place }
      items.deallocate()
    }
    try sort(items, items + count, count, less)
  }

  @inline(__always)
  private func sort<Key>(
    _ items: UnsafeMutablePointer<Sortable<Key>>, _ spare: UnsafeMutablePointer<Sortable<Key>>, _ count: Int,
    _ less: (Key, Key) throws(Raised) -> Bool
  ) throws(Raised) {
    let minimumRun = VM.minimumRun(count)
    var runs: [(start: Int, end: Int)] = []
    var start = 0
    while start < count {
      // A run: ascending, or strictly descending (which is reversed).
      var end = start + 1
      if end < count {
        if try less(items[end].key, items[start].key) {
          end += 1
          while end < count, try less(items[end].key, items[end - 1].key) { end += 1 }
          var run = UnsafeMutableBufferPointer(start: items + start, count: end - start)
          run.reverse()
        } else {
          end += 1
          while end < count, try !less(items[end].key, items[end - 1].key) { end += 1 }
        }
      }
      // Short runs are made longer by bisection.
      let forced = min(start + minimumRun, count)
      while end < forced {
        let pivot = items[end]
        var low = start
        var high = end
        while low < high {
          let middle = low + (high - low) / 2
          if try less(pivot.key, items[middle].key) { high = middle } else { low = middle + 1 }
        }
        (items + low + 1).update(from: items + low, count: end - low)
        items[low] = pivot
        end += 1
      }
      try charge(end - start)
      runs.append((start, end))
      start = end
      // The upper run is kept shorter than the lower: merges stay balanced.
      while runs.count > 1 {
        let last = runs[runs.count - 1]
        let before = runs[runs.count - 2]
        if start < count && before.end - before.start > last.end - last.start { break }
        // The left run moves aside; what is left of it fills the gap, even if a comparison raises.
        let left = before.end - before.start
        spare.update(from: items + before.start, count: left)
        var (taken, right, target) = (0, before.end, before.start)
        defer { (items + target).update(from: spare + taken, count: left - taken) }
        while taken < left && right < last.end {
          if try less(items[right].key, spare[taken].key) {
            items[target] = items[right]
            right += 1
          } else {
            items[target] = spare[taken]
            taken += 1
          }
          target += 1
        }
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
}

/// A key with the place that its value had; trivial, so that it moves as bytes.
private struct Sortable<Key> {
  let key: Key
  let place: Int
}
