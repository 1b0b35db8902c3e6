#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StrObject {
  /// Part of the text as a string of its own.
  @inline(__always)
  func slice(_ range: Range<Int>, _ vm: VM) -> Value {
    if range.count == 1 && isASCII { return vm.heap.characterValue(ascii[range.lowerBound]) }
    if range.count == count && !type.isUserDefined { return retainedValue }
    let writer = TextWriter(room: range.count, vm.heap)
    writer.append(text[range])
    return writer.finish()
  }

  /// The text as a plain `str`: itself, unless it is an instance of a subclass.
  func plain(_ vm: VM) -> Value { slice(0..<count, vm) }

  /// Texts in a row, with this one between them.
  func joining(_ pieces: UnsafeBufferPointer<Value>, _ vm: VM) throws(Raised) -> Value {
    var total = pieces.count < 2 ? (0, false) : count.multipliedReportingOverflow(by: pieces.count - 1)
    var isNarrow = isASCII
    for index in 0..<pieces.count {
      guard let piece = pieces[index].reference(.str, to: StrObject.self) else {
        throw vm.raise(
          .typeError, "sequence item \(index): expected str instance, \(vm.typeName(pieces[index])) found")
      }
      let text = piece._withUnsafeGuaranteedRef { $0.text }
      let (sum, overflow) = total.0.addingReportingOverflow(text.count)
      total = (sum, total.1 || overflow)
      if !text.isASCII { isNarrow = false }
    }
    if total.1 { throw Numbers.memoryError(vm) }
    if pieces.count == 1, let only = pieces[0].asStr { return only.plain(vm) }
    try vm.checkSize(of: total.0, each: isNarrow ? 1 : 8)
    try vm.charge(total.0 >> 6)
    let writer = TextWriter(room: total.0, vm.heap)
    let separator = text
    for index in 0..<pieces.count {
      if index > 0 && separator.count > 0 { writer.append(separator) }
      if let piece = pieces[index].reference(.str, to: StrObject.self) {
        writer.append(piece._withUnsafeGuaranteedRef { $0.text })
      }
    }
    return writer.finish()
  }

  func appendPoints(to points: inout [UInt32]) {
    if isASCII { points.append(contentsOf: ascii.lazy.map { UInt32($0) }) } else { points.append(contentsOf: wide) }
  }

  /// The text and another one after it.
  func concatenated(_ other: StrObject, _ vm: VM) throws(Raised) -> Value {
    let total = count + other.count
    if total > 1 << 12 { try vm.checkSize(of: total, each: isASCII && other.isASCII ? 1 : 8) }
    let writer = TextWriter(room: total, vm.heap)
    writer.append(text)
    writer.append(other.text)
    return writer.finish()
  }

  func repeated(_ times: Int, _ vm: VM) throws(Raised) -> Value {
    if times <= 0 || count == 0 { return vm.str("") }
    if times == 1 { return plain(vm) }
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    if overflow { throw Numbers.memoryError(vm) }
    try vm.checkSize(of: total, each: isASCII ? 1 : 8)
    try vm.charge(total >> 6)
    if isASCII {
      let made = StrObject.make(asciiCount: total, heap: vm.heap) { target in
        guard let source = self.ascii.baseAddress else { return }
        if self.count == 1 {
          target.update(repeating: source[0], count: total)
        } else {
          for index in 0..<times { (target + index * self.count).update(from: source, count: self.count) }
        }
      }
      return Value(made)
    }
    var points: [UInt32] = []
    points.reserveCapacity(total)
    for _ in 0..<times { points.append(contentsOf: wide) }
    return vm.str(codePoints: points)
  }

  /// Below, at or above zero, by the first code points that differ, else by length.
  func order(_ other: StrObject) -> Int {
    let shared = min(count, other.count)
    if isASCII && other.isASCII {
      let result = Int(memcmp(storage, other.storage, shared))
      return result != 0 ? result : count - other.count
    }
    for index in 0..<shared {
      let (a, b) = (self[index], other[index])
      if a != b { return a < b ? -1 : 1 }
    }
    return count < other.count ? -1 : count == other.count ? 0 : 1
  }
}

extension VM {
  /// The decimal text of an integer.
  package func str(_ number: Int) -> Value {
    if number >= 0 && number < 10 { return heap.characterValue(Ascii.zero8 + UInt8(number)) }
    let writer = TextWriter(heap)
    writer.append(number)
    return writer.finish()
  }

  /// Refuses, before it is made, a buffer of so many elements that would not fit. A negative count is one that overflowed.
  func checkSize(of count: Int, each size: Int) throws(Raised) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    if overflow || count < 0 { throw Numbers.memoryError(self) }
    try checkSize(bytes)
  }
}
