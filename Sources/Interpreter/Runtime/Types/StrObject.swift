#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A string: ASCII bytes, or code points where there is any other (so that an index is always one step).
/// Lone surrogates are code points like any other, as in Python.
package final class StrObject: Object {
  /// The number of code points.
  @exclusivity(unchecked) package private(set) final var count: Int
  @exclusivity(unchecked) package private(set) final var isASCII: Bool
  /// `UInt8` elements if ASCII, else `UInt32`.
  @exclusivity(unchecked) private(set) final var storage: UnsafeMutableRawPointer
  /// In elements.
  @exclusivity(unchecked) private(set) final var capacity: Int
  /// 0 until computed.
  @exclusivity(unchecked) final var cachedHash = 0
  /// The heap's only object for this identifier: equal means identical.
  @exclusivity(unchecked) final var isInterned = false

  package init(_ string: String, heap: Heap) {
    var string = string
    (storage, count, isASCII) = string.withUTF8 { utf8 in StrObject.decode(utf8) }
    capacity = max(count, 1)
    super.init(kind: .str, type: heap.types.str)
    account(heap)
  }

  /// Well-formed UTF-8 (ill-formed bytes become U+FFFD).
  package init(utf8: UnsafeBufferPointer<UInt8>, heap: Heap) {
    (storage, count, isASCII) = StrObject.decode(utf8)
    capacity = max(count, 1)
    super.init(kind: .str, type: heap.types.str)
    account(heap)
  }

  /// Code points, narrowed to ASCII if all are.
  package init(codePoints: UnsafeBufferPointer<UInt32>, heap: Heap) {
    count = codePoints.count
    isASCII = codePoints.allSatisfy { $0 < 0x80 }
    (storage, capacity) = StrObject.allocate(count, isASCII: isASCII)
    if isASCII {
      let bytes = storage.assumingMemoryBound(to: UInt8.self)
      for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: codePoints[index]) }
    } else if let base = codePoints.baseAddress {
      storage.assumingMemoryBound(to: UInt32.self).update(from: base, count: count)
    }
    super.init(kind: .str, type: heap.types.str)
    account(heap)
  }

  package static func make(_ codePoints: [UInt32], heap: Heap) -> StrObject {
    codePoints.withUnsafeBufferPointer { StrObject(codePoints: $0, heap: heap) }
  }

  /// `count` ASCII bytes that `fill` writes.
  package init(asciiCount count: Int, heap: Heap, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    self.count = count
    isASCII = true
    (storage, capacity) = StrObject.allocate(count, isASCII: true)
    fill(storage.assumingMemoryBound(to: UInt8.self))
    super.init(kind: .str, type: heap.types.str)
    account(heap)
  }

  deinit { storage.deallocate() }

  package override func dropReferences() {
    type.heap.discharge(capacity * (isASCII ? 1 : 4))
  }

  private func account(_ heap: Heap) {
    // The caller asked `VM.checkSize` before it made anything large; this only keeps the account.
    heap.charge(capacity * (isASCII ? 1 : 4))
  }

  private static func allocate(_ count: Int, isASCII: Bool) -> (UnsafeMutableRawPointer, Int) {
    let capacity = max(count, 1)
    let bytes = capacity * (isASCII ? 1 : 4)
    return (.allocate(byteCount: bytes, alignment: 4), capacity)
  }

  private static func decode(_ utf8: UnsafeBufferPointer<UInt8>) -> (UnsafeMutableRawPointer, Int, Bool) {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      let (storage, _) = allocate(utf8.count, isASCII: true)
      if let base = utf8.baseAddress { storage.copyMemory(from: base, byteCount: utf8.count) }
      return (storage, utf8.count, true)
    }
    let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
    let count = scalars.count
    let (storage, _) = allocate(count, isASCII: false)
    let points = storage.assumingMemoryBound(to: UInt32.self)
    for (index, scalar) in scalars.enumerated() { points[index] = scalar.value }
    return (storage, count, false)
  }

  // MARK: Reading

  /// The bytes of an ASCII string.
  @inline(__always)
  package final var ascii: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The code points of a string that is not ASCII.
  @inline(__always)
  package final var wide: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt32.self), count: count)
  }

  /// The code point at an index within `0..<count`.
  @inline(__always)
  package final subscript(_ index: Int) -> UInt32 {
    isASCII ? UInt32(ascii[index]) : wide[index]
  }

  /// All code points.
  package final var codePoints: [UInt32] {
    isASCII ? ascii.map { UInt32($0) } : Array(wide)
  }

  /// As a Swift string; lone surrogates become U+FFFD.
  package final var string: String {
    if isASCII { return String(decoding: ascii, as: UTF8.self) }
    var result = String.UnicodeScalarView()
    for point in wide { result.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    return String(result)
  }

  package final func isEqual(to other: StrObject) -> Bool {
    if self === other { return true }
    if count != other.count || isASCII != other.isASCII || (isInterned && other.isInterned) { return false }
    return memcmp(storage, other.storage, count * (isASCII ? 1 : 4)) == 0
  }

  /// FNV-1a over the code points, mixed; the same in every run.
  package final var hash: Int {
    if cachedHash != 0 { return cachedHash }
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<count {
      state = (state ^ UInt64(self[index])) &* 0x0000_0100_0000_01b3
    }
    state ^= state >> 32
    cachedHash = Int(truncatingIfNeeded: state)
    if cachedHash == 0 || cachedHash == -1 { cachedHash = 1 }
    return cachedHash
  }

  // MARK: Growing in place

  /// Appends in place. Only for a string that one owner holds (`refCount == 1`, not interned), so that
  /// nobody sees it change; the caller has checked the size.
  final func append(_ other: StrObject) {
    let total = count + other.count
    let heap = type.heap
    let narrow = isASCII && other.isASCII
    if total > capacity || narrow != isASCII {
      let width = narrow ? 1 : 4
      let grown = total > capacity ? total + total / 2 : capacity
      let fresh = UnsafeMutableRawPointer.allocate(byteCount: grown * width, alignment: 4)
      if narrow == isASCII {
        fresh.copyMemory(from: storage, byteCount: count * width)
      } else {
        let points = fresh.assumingMemoryBound(to: UInt32.self)
        for index in 0..<count { points[index] = UInt32(ascii[index]) }
      }
      heap.discharge(capacity * (isASCII ? 1 : 4))
      heap.charge(grown * width)
      storage.deallocate()
      storage = fresh
      capacity = grown
      isASCII = narrow
    }
    if narrow {
      storage.advanced(by: count).copyMemory(from: other.storage, byteCount: other.count)
    } else {
      let points = storage.assumingMemoryBound(to: UInt32.self)
      for index in 0..<other.count { points[count + index] = other[index] }
    }
    count = total
    cachedHash = 0
  }
}
