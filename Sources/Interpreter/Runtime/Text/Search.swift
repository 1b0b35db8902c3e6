#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finding one run of bytes or code points in another.
enum Search {
  /// The first place of `needle` at or after `start`, ending at or before `end`.
  static func first<Unit: FixedWidthInteger>(
    _ needle: UnsafeBufferPointer<Unit>, in text: UnsafeBufferPointer<Unit>, from start: Int, to end: Int
  ) -> Int? {
    let last = min(end, text.count) - needle.count
    if start > last || start < 0 { return nil }
    guard let first = needle.first, let base = text.baseAddress, let pattern = needle.baseAddress else { return start }
    var index = start
    var work = 0
    while index <= last {
      if Unit.self == UInt8.self {
        guard let found = memchr(base + index, Int32(truncatingIfNeeded: first), last - index + 1) else { return nil }
        index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      } else if text[index] != first {
        index += 1
        continue
      }
      if matches(base + index, pattern, needle.count) { return index }
      index += 1
      work += needle.count
      // A pattern made to be slow: go on in a way that looks at every unit once.
      if work > 4096 && work > 4 * (index - start) { return firstByTable(needle, text, from: index, to: end) }
    }
    return nil
  }

  /// Knuth, Morris and Pratt: the table says how much of the pattern still matches after a difference.
  private static func firstByTable<Unit: FixedWidthInteger>(
    _ needle: UnsafeBufferPointer<Unit>, _ text: UnsafeBufferPointer<Unit>, from start: Int, to end: Int
  ) -> Int? {
    var table = [Int](repeating: 0, count: needle.count)
    var matched = 0
    for index in needle.indices.dropFirst() {
      while matched > 0 && needle[index] != needle[matched] { matched = table[matched - 1] }
      if needle[index] == needle[matched] { matched += 1 }
      table[index] = matched
    }
    matched = 0
    var index = start
    while index < min(end, text.count) {
      while matched > 0 && text[index] != needle[matched] { matched = table[matched - 1] }
      if text[index] == needle[matched] { matched += 1 }
      index += 1
      if matched == needle.count { return index - matched }
    }
    return nil
  }

  /// The last place of `needle` at or after `start`, ending at or before `end`.
  static func last<Unit: FixedWidthInteger>(
    _ needle: UnsafeBufferPointer<Unit>, in text: UnsafeBufferPointer<Unit>, from start: Int, to end: Int
  ) -> Int? {
    let last = min(end, text.count) - needle.count
    if start > last || start < 0 { return nil }
    guard let first = needle.first, let base = text.baseAddress, let pattern = needle.baseAddress else { return last }
    var index = last
    while index >= start {
      if text[index] == first, matches(base + index, pattern, needle.count) { return index }
      index -= 1
    }
    return nil
  }

  @inline(__always)
  private static func matches<Unit: FixedWidthInteger>(
    _ a: UnsafePointer<Unit>, _ b: UnsafePointer<Unit>, _ count: Int
  ) -> Bool {
    memcmp(a, b, count * MemoryLayout<Unit>.stride) == 0
  }
}

/// Where to look for a substring.
struct SearchRange {
  let start: Int
  let end: Int
}

extension Text {
  @inline(__always)
  func firstIndex(of needle: Text, from start: Int = 0, to end: Int = .max) -> Int? {
    if isASCII && needle.isASCII { return Search.first(needle.ascii, in: ascii, from: start, to: end) }
    return searchWide(needle, start, end, isBackward: false)
  }

  @inline(__always)
  func lastIndex(of needle: Text, from start: Int = 0, to end: Int = .max) -> Int? {
    if isASCII && needle.isASCII { return Search.last(needle.ascii, in: ascii, from: start, to: end) }
    return searchWide(needle, start, end, isBackward: true)
  }

  private func searchWide(_ needle: Text, _ start: Int, _ end: Int, isBackward: Bool) -> Int? {
    if isASCII { return nil }
    if !needle.isASCII {
      return isBackward
        ? Search.last(needle.wide, in: wide, from: start, to: end)
        : Search.first(needle.wide, in: wide, from: start, to: end)
    }
    return needle.codePoints.withUnsafeBufferPointer { points in
      isBackward
        ? Search.last(points, in: wide, from: start, to: end)
        : Search.first(points, in: wide, from: start, to: end)
    }
  }

  /// Whether the text at an index is `other`, which fits there.
  @inline(__always)
  func matches(_ other: Text, at index: Int) -> Bool {
    if isASCII && other.isASCII { return memcmp(storage + index, other.storage, other.count) == 0 }
    return matchesWide(other, at: index)
  }

  private func matchesWide(_ other: Text, at index: Int) -> Bool {
    for offset in 0..<other.count where self[index + offset] != other[offset] { return false }
    return true
  }

  private var ascii: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private var wide: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt32.self), count: count)
  }
}
