#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StrObject {
  /// Part of the text as a string of its own.
  func slice(_ range: Range<Int>, _ vm: VM) -> Value {
    if range.count == count && !type.isUserDefined { return retainedValue }
    if isASCII {
      if range.count == 1 { return vm.heap.character(ascii[range.lowerBound]).retainedValue }
      let source = ascii.baseAddress
      let made = StrObject.make(asciiCount: range.count, heap: vm.heap) { target in
        if let source { target.update(from: source + range.lowerBound, count: range.count) }
      }
      return Value(made)
    }
    return Value(StrObject.make(codePoints: UnsafeBufferPointer(rebasing: wide[range]), heap: vm.heap))
  }

  /// The text as a plain `str`: itself, unless it is an instance of a subclass.
  func plain(_ vm: VM) -> Value { slice(0..<count, vm) }

  /// Texts in a row, with this one between them; the size has been checked.
  func joining(_ pieces: [StrObject], _ vm: VM) throws(Raised) -> Value {
    guard let first = pieces.first else { return vm.str("") }
    if pieces.count == 1 { return first.plain(vm) }
    var total = count.multipliedReportingOverflow(by: pieces.count - 1)
    var isNarrow = isASCII
    for piece in pieces {
      let (sum, overflow) = total.partialValue.addingReportingOverflow(piece.count)
      total = (sum, total.overflow || overflow)
      if !piece.isASCII { isNarrow = false }
    }
    if total.overflow { throw Numbers.memoryError(vm) }
    try vm.checkSize(of: total.partialValue, each: isNarrow ? 1 : 8)
    try vm.charge(total.partialValue >> 6)
    if isNarrow {
      let made = StrObject.make(asciiCount: total.partialValue, heap: vm.heap) { target in
        var place = target
        for (index, piece) in pieces.enumerated() {
          if index > 0, let source = self.ascii.baseAddress {
            place.update(from: source, count: self.count)
            place += self.count
          }
          if let source = piece.ascii.baseAddress { place.update(from: source, count: piece.count) }
          place += piece.count
        }
      }
      return Value(made)
    }
    var points: [UInt32] = []
    points.reserveCapacity(total.partialValue)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { appendPoints(to: &points) }
      piece.appendPoints(to: &points)
    }
    return vm.str(codePoints: points)
  }

  func appendPoints(to points: inout [UInt32]) {
    if isASCII { points.append(contentsOf: ascii.lazy.map { UInt32($0) }) } else { points.append(contentsOf: wide) }
  }

  /// The text and another one after it.
  func concatenated(_ other: StrObject, _ vm: VM) throws(Raised) -> Value {
    let narrow = isASCII && other.isASCII
    try vm.checkSize(of: count + other.count, each: narrow ? 1 : 8)
    if narrow {
      let made = StrObject.make(asciiCount: count + other.count, heap: vm.heap) { target in
        if let source = self.ascii.baseAddress { target.update(from: source, count: self.count) }
        if let source = other.ascii.baseAddress { (target + self.count).update(from: source, count: other.count) }
      }
      return Value(made)
    }
    var points: [UInt32] = []
    points.reserveCapacity(count + other.count)
    appendPoints(to: &points)
    other.appendPoints(to: &points)
    return vm.str(codePoints: points)
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
    var magnitude = number.magnitude
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    return withUnsafeMutableBytes(of: &digits) { buffer in
      var start = buffer.count
      repeat {
        start -= 1
        let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
        buffer[start] = UInt8(truncatingIfNeeded: remainder) + Ascii.zero8
        magnitude = quotient
      } while magnitude > 0
      if number < 0 {
        start -= 1
        buffer[start] = Ascii.minus
      }
      let text = UnsafeRawBufferPointer(rebasing: buffer[start...])
      return Value(
        StrObject.make(asciiCount: text.count, heap: heap) { target in
          for index in 0..<text.count { target[index] = text[index] }
        })
    }
  }

  /// Refuses, before it is made, a buffer of so many elements that would not fit. A negative count is one that overflowed.
  func checkSize(of count: Int, each size: Int) throws(Raised) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    if overflow || count < 0 { throw Numbers.memoryError(self) }
    try checkSize(bytes)
  }
}
