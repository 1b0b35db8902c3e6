/// Gathers the pieces of a `str` or of `bytes`; a `str` grows wide with its first code point beyond ASCII.
struct TextBuilder {
  private let isText: Bool
  private var narrow: [UInt8] = []
  private var wide: [UInt32] = []
  private var isWide = false
  /// The size at which memory is looked at next.
  private var checkpoint = 1 << 16

  init(isText: Bool) { self.isText = isText }

  mutating func append(_ piece: UnsafeBufferPointer<UInt32>, isNarrow: Bool, _ vm: VM) throws(Raised) {
    try makeRoom(piece.count, vm)
    if isNarrow && !isWide {
      narrow.append(contentsOf: piece.lazy.map { UInt8(truncatingIfNeeded: $0) })
    } else {
      widen()
      wide.append(contentsOf: piece)
    }
  }

  mutating func append(_ piece: [UInt32], _ vm: VM) throws(Raised) {
    let isNarrow = !isText || piece.allSatisfy { $0 < 0x80 }
    try piece.withUnsafeBufferPointer { (buffer) throws(Raised) in try append(buffer, isNarrow: isNarrow, vm) }
  }

  mutating func append(_ string: StrObject, _ vm: VM) throws(Raised) {
    try makeRoom(string.count, vm)
    if string.isASCII && !isWide {
      narrow.append(contentsOf: string.ascii)
    } else {
      widen()
      string.appendPoints(to: &wide)
    }
  }

  mutating func append(bytes: [UInt8], _ vm: VM) throws(Raised) {
    try makeRoom(bytes.count, vm)
    narrow += bytes
  }

  private mutating func widen() {
    if isWide { return }
    isWide = true
    wide = narrow.map { UInt32($0) }
    narrow = []
  }

  private mutating func makeRoom(_ count: Int, _ vm: VM) throws(Raised) {
    let size = (isWide ? wide.count : narrow.count) + count
    if size < checkpoint { return }
    try vm.checkSize(of: size, each: isText ? 8 : 2)
    checkpoint = size * 2
  }

  /// Owned.
  func finish(_ vm: VM) -> Value {
    if isWide { return vm.str(codePoints: wide) }
    if !isText { return vm.bytes(narrow) }
    return narrow.withUnsafeBufferPointer { source in
      Value(
        StrObject.make(asciiCount: source.count, heap: vm.heap) { target in
          if let base = source.baseAddress { target.update(from: base, count: source.count) }
        })
    }
  }
}
