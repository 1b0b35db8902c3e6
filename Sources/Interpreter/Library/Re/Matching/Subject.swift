/// A text to search in, as code points: borrowed from a wide string, or a copy.
final class Subject {
  let points: UnsafePointer<UInt32>
  let count: Int
  /// No code point above 0x7F, or bytes.
  let isNarrow: Bool
  let isText: Bool
  /// Owned: while it is, the text cannot change in place.
  let value: Value
  private let copy: UnsafeMutablePointer<UInt32>?
  private let heap: Heap

  init(_ string: StrObject, _ vm: VM) throws(Raised) {
    if string.isASCII {
      try vm.checkSize(of: string.count, each: 4)
      let copy = UnsafeMutablePointer<UInt32>.allocate(capacity: max(string.count, 1))
      let source = string.ascii
      for index in 0..<string.count { copy[index] = UInt32(source[index]) }
      self.copy = copy
      points = UnsafePointer(copy)
    } else {
      copy = nil
      // A string that is not ASCII is not empty.
      points = string.wide.baseAddress ?? UnsafePointer(bitPattern: 4)!
    }
    isNarrow = string.isASCII
    isText = true
    count = string.count
    heap = vm.heap
    value = string.retainedValue
    heap.charge(isNarrow ? count * 4 : 0)
  }

  init(bytes: [UInt8], of value: Value, _ vm: VM) throws(Raised) {
    try vm.checkSize(of: bytes.count, each: 4)
    let copy = UnsafeMutablePointer<UInt32>.allocate(capacity: max(bytes.count, 1))
    for (index, byte) in bytes.enumerated() { copy[index] = UInt32(byte) }
    self.copy = copy
    points = UnsafePointer(copy)
    isNarrow = true
    isText = false
    count = bytes.count
    heap = vm.heap
    self.value = value.retained()
    heap.charge(count * 4)
  }

  deinit {
    if let copy {
      copy.deallocate()
      heap.discharge(count * 4)
    }
    value.release()
  }

  /// The part of the text, as `str` or `bytes`; owned.
  func slice(_ start: Int, _ end: Int, _ vm: VM) -> Value {
    Subject.slice(value, start, end, vm)
  }

  /// The bytes of a bytes-like object; nil for others.
  static func bytes(of value: Value) -> [UInt8]? { value.asStr == nil ? value.byteBuffer : nil }

  /// A part of a string or of bytes, as `str` or `bytes`; owned. Bounds beyond the end are cut.
  static func slice(_ value: Value, _ start: Int, _ end: Int, _ vm: VM) -> Value {
    if let string = value.asStr {
      let start = min(start, string.count)
      return string.slice(start..<max(start, min(end, string.count)), vm)
    }
    guard let bytes = bytes(of: value) else { return .none }
    let start = min(start, bytes.count)
    if start == 0, end >= bytes.count, vm.heap.types.of(value) === vm.heap.types.bytes { return value.retained() }
    return vm.bytes(Array(bytes[start..<max(start, min(end, bytes.count))]))
  }
}
