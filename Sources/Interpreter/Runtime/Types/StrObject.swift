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
  @exclusivity(unchecked) package private(set) final var isASCII: Bool
  /// The heap's only object for this identifier: equal means identical.
  @exclusivity(unchecked) final var isInterned = false
  /// The number of code points.
  @exclusivity(unchecked) package private(set) final var count: Int
  /// `UInt8` elements if ASCII, else `UInt32`: in `room` if they fit there, else in memory of their own.
  @exclusivity(unchecked) private(set) final var storage: UnsafeMutableRawPointer
  /// The size of `storage`.
  @exclusivity(unchecked) private final var byteCapacity = StrObject.roomSize
  /// 0 until computed.
  @exclusivity(unchecked) final var cachedHash = 0
  /// Most strings are so short that they need no memory but this.
  @exclusivity(unchecked) private final var room: (UInt64, UInt64) = (0, 0)

  private static let roomSize: Int = 16
  /// Dead strings are kept with no more memory than this.
  private static let keptStorage: Int = 64

  /// The bytes of an object; `room` is the last part of it.
  static let size: Int = 112

  /// An empty string in memory that Swift frees.
  init(type: TypeObject) {
    count = 0
    isASCII = true
    // Known only afterwards.
    storage = type.address
    super.init(kind: .str, type: type)
    storage = roomAddress
    assert(storage + StrObject.roomSize - address == StrObject.size)
  }

  /// What a copy of an empty string has to put right: that its room is its own.
  @inline(__always)
  final func settle() { storage = roomAddress }

  /// The next of the heap's dead strings, for which no hash is kept.
  @inline(__always)
  final var nextDead: Unmanaged<StrObject>? {
    get { UnsafeRawPointer(bitPattern: cachedHash).map { .fromOpaque($0) } }
    set { cachedHash = Int(bitPattern: newValue?.toOpaque()) }
  }

  /// A string of `count` code points that the caller writes at once. Whoever makes anything large has asked
  /// `VM.checkSize` before.
  @inline(__always)
  private static func makeReference(count: Int, isASCII: Bool, heap: Heap) -> Unmanaged<StrObject> {
    let made = heap.takeStr()
    let capacity = made._withUnsafeGuaranteedRef { made -> Int in
      made.reserve(isASCII ? count : count &* 4)
      made.count = count
      made.isASCII = isASCII
      made.cachedHash = 0
      return made.byteCapacity
    }
    heap.charge(capacity)
    return made
  }

  /// The same, counted by Swift.
  @inline(__always)
  private static func make(count: Int, isASCII: Bool, heap: Heap) -> StrObject {
    makeReference(count: count, isASCII: isASCII, heap: heap).takeUnretainedValue()
  }

  /// Where `room` is: an object does not move.
  @inline(__always)
  private final var roomAddress: UnsafeMutableRawPointer {
    withUnsafeMutablePointer(to: &room) { UnsafeMutableRawPointer($0) }
  }

  /// Memory for so many bytes, in place of what was there.
  @inline(__always)
  private final func reserve(_ bytes: Int) {
    if bytes <= byteCapacity { return }
    freeStorage()
    byteCapacity = bytes
    storage = .allocated(bytes)
  }

  /// Prepares a dead string to be kept: without memory that few strings need.
  @inline(__always)
  final func trim() {
    if byteCapacity <= StrObject.keptStorage { return }
    freeStorage()
    storage = roomAddress
    byteCapacity = StrObject.roomSize
  }

  @inline(__always)
  final func freeStorage() {
    if byteCapacity > StrObject.roomSize { storage.giveBack() }
  }

  package static func make(_ string: String, heap: Heap) -> StrObject {
    var string = string
    return string.withUTF8 { make(utf8: $0, heap: heap) }
  }

  /// The one object for an identifier. Swift frees it, because Swift's own objects hold such names to their end.
  static func makeInterned(_ name: String, type: TypeObject) -> StrObject {
    let made = StrObject(type: type)
    made.isInterned = true
    made.charge(made.byteCapacity)
    var name = name
    name.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) {
        if let base = bytes.baseAddress { made.append(base, count: bytes.count) }
      } else {
        let points = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
        made.append(points, count: points.count)
      }
    }
    return made
  }

  /// Well-formed UTF-8 (ill-formed bytes become U+FFFD).
  package static func make(utf8: UnsafeBufferPointer<UInt8>, heap: Heap) -> StrObject {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      let made = make(asciiCount: utf8.count, heap: heap) { target in
        if let base = utf8.baseAddress { target.update(from: base, count: utf8.count) }
      }
      return made.takeUnretainedValue()
    }
    let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
    let made = make(count: scalars.count, isASCII: false, heap: heap)
    let points = made.storage.assumingMemoryBound(to: UInt32.self)
    for (index, scalar) in scalars.enumerated() { points[index] = scalar.value }
    return made
  }

  /// Code points, narrowed to ASCII if all are.
  package static func make(codePoints: UnsafeBufferPointer<UInt32>, heap: Heap) -> StrObject {
    let count = codePoints.count
    let isASCII = codePoints.allSatisfy { $0 < 0x80 }
    let made = make(count: count, isASCII: isASCII, heap: heap)
    if isASCII {
      let bytes = made.storage.assumingMemoryBound(to: UInt8.self)
      for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: codePoints[index]) }
    } else if let base = codePoints.baseAddress {
      made.storage.assumingMemoryBound(to: UInt32.self).update(from: base, count: count)
    }
    return made
  }

  package static func make(_ codePoints: [UInt32], heap: Heap) -> StrObject {
    codePoints.withUnsafeBufferPointer { make(codePoints: $0, heap: heap) }
  }

  /// `count` ASCII bytes that `fill` writes.
  @inline(__always)
  package static func make(
    asciiCount count: Int, heap: Heap, fill: (UnsafeMutablePointer<UInt8>) -> Void
  ) -> Unmanaged<StrObject> {
    let made = makeReference(count: count, isASCII: true, heap: heap)
    fill(made._withUnsafeGuaranteedRef { $0.storage }.assumingMemoryBound(to: UInt8.self))
    return made
  }

  deinit { freeStorage() }

  package override func dropReferences() {
    discharge(byteCapacity)
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

  /// The first eight characters of an ASCII string as a number that orders as they do, zeros after its end.
  @inline(__always)
  final var asciiPrefix: UInt64 {
    // There is always room for more than eight.
    let bytes = storage.loadUnaligned(as: UInt64.self).bigEndian
    return count < 8 ? bytes & ~(UInt64.max >> UInt64(count &* 8)) : bytes
  }

  /// Over eight bytes at a time, mixed by multiplication; the same in every run.
  @inline(__always)
  package final var hash: Int { cachedHash != 0 ? cachedHash : computeHash() }

  @inline(never)
  private final func computeHash() -> Int {
    if count == 0 { return 0 }
    let bytes = isASCII ? count : count &* 4
    var state = UInt64(truncatingIfNeeded: count) ^ 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset + 8 <= bytes {
      state = StrObject.mix(state ^ storage.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes {
      rest = rest << 8 | UInt64(storage.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    state = StrObject.mix(state ^ rest)
    cachedHash = Int(truncatingIfNeeded: state)
    if cachedHash == 0 || cachedHash == -1 { cachedHash = 1 }
    return cachedHash
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }

  // MARK: Growing in place

  /// An empty string that its one owner writes; see `TextWriter`.
  static func makeEmpty(room: Int, heap: Heap) -> Unmanaged<StrObject> {
    let made = makeReference(count: room, isASCII: true, heap: heap)
    made._withUnsafeGuaranteedRef { $0.count = 0 }
    return made
  }

  /// Makes room for `added` more code points. Only for a string that one owner holds (`refCount == 1`, not interned),
  /// so that nobody sees it change; the caller has checked the size, and sets the new count.
  @inline(__always)
  final func makeRoom(_ added: Int, isASCII narrow: Bool) {
    let bytes = narrow && isASCII ? count &+ added : (count &+ added) &* 4
    if bytes > byteCapacity || isASCII && !narrow { grow(bytes, isASCII: narrow && isASCII) }
    cachedHash = 0
  }

  @inline(never)
  private final func grow(_ bytes: Int, isASCII narrow: Bool) {
    let grown = bytes > byteCapacity ? bytes + bytes / 2 : max(byteCapacity, StrObject.roomSize + 1)
    let heap = type.heap
    heap.discharge(byteCapacity)
    heap.charge(grown)
    if narrow == isASCII, byteCapacity > StrObject.roomSize {
      storage = storage.reallocated(grown)
    } else {
      let fresh = UnsafeMutableRawPointer.allocated(grown)
      if narrow == isASCII {
        fresh.copyMemory(from: storage, byteCount: narrow ? count : count * 4)
      } else {
        let points = fresh.assumingMemoryBound(to: UInt32.self)
        for index in 0..<count { points[index] = UInt32(ascii[index]) }
      }
      freeStorage()
      storage = fresh
    }
    byteCapacity = grown
    isASCII = narrow
  }

  /// Appends in place, under the conditions of `makeRoom`.
  @inline(__always)
  final func append(_ source: UnsafePointer<UInt8>, count added: Int) {
    makeRoom(added, isASCII: true)
    if isASCII {
      storage.advanced(by: count).copyMemory(from: source, byteCount: added)
    } else {
      let points = storage.assumingMemoryBound(to: UInt32.self) + count
      for index in 0..<added { points[index] = UInt32(source[index]) }
    }
    count &+= added
  }

  final func append(_ source: UnsafePointer<UInt32>, count added: Int) {
    makeRoom(added, isASCII: (0..<added).allSatisfy { source[$0] < 0x80 })
    if isASCII {
      let bytes = storage.assumingMemoryBound(to: UInt8.self) + count
      for index in 0..<added { bytes[index] = UInt8(truncatingIfNeeded: source[index]) }
    } else {
      storage.advanced(by: count * 4).copyMemory(from: source, byteCount: added * 4)
    }
    count &+= added
  }

  final func append(_ point: UInt32, times: Int) {
    if times <= 0 { return }
    makeRoom(times, isASCII: point < 0x80)
    if isASCII {
      let bytes = storage.assumingMemoryBound(to: UInt8.self) + count
      bytes.update(repeating: UInt8(truncatingIfNeeded: point), count: times)
    } else {
      (storage.assumingMemoryBound(to: UInt32.self) + count).update(repeating: point, count: times)
    }
    count &+= times
  }

  @inline(__always)
  final func append(_ other: Text) {
    if other.isASCII {
      append(other.storage.assumingMemoryBound(to: UInt8.self), count: other.count)
    } else {
      append(other.storage.assumingMemoryBound(to: UInt32.self), count: other.count)
    }
  }
}
