extension Codec {
  func decode(
    _ bytes: [UInt8], errors: Value?, _ function: String, _ vm: VM
  ) throws(Raised) -> Value {
    let (handler, name) = try CodecErrors.named(errors, function, vm)
    try vm.checkSize(bytes.count * 4)
    try vm.charge(bytes.count >> 6)
    if units.width == 1, self != .utf8WithMark, bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.withUnsafeBufferPointer { Value(StrObject.make(utf8: $0, heap: vm.heap)) }
    }
    var points: [UInt32] = []
    var index = 0
    let codec = byMark(bytes, &index)
    while index < bytes.count {
      switch codec.next(bytes, index) {
      case .point(let point, let length):
        points.append(point)
        index += length
      case .failure(let length, let reason):
        let range = index..<(index + length)
        guard let handler else {
          let object = vm.bytes(bytes)
          defer { object.release() }
          let (replacement, place) = try codec.byteOrdered.ask(
            name, .unicodeDecodeError, object, bytes.count, range, reason, vm)
          defer { replacement.release() }
          points += replacement.asStr?.codePoints ?? []
          index = place
          continue
        }
        if handler == .characterReference || handler == .nameReference {
          throw vm.raise(.typeError, "don't know how to handle UnicodeDecodeError in error callback")
        }
        if handler == .surrogatePass, let point = codec.surrogate(bytes, index) {
          points.append(point)
          index += codec.units.width == 1 ? 3 : codec.units.width
          continue
        }
        guard let handled = Codec.replace(bytes[range], handler, &points) else {
          throw UnicodeErrors.decoding(codec.byteOrdered, bytes, range, reason, vm)
        }
        index += handled
      }
    }
    return vm.str(codePoints: points)
  }

  /// As errors name an encoding whose byte order is known by then.
  private var byteOrdered: Codec {
    switch self {
    case .utf16: .utf16Little
    case .utf32: .utf32Little
    default: self
    }
  }

  private enum Step {
    case point(UInt32, length: Int)
    case failure(length: Int, reason: String)
  }

  /// A byte order mark at the start decides, and is no text.
  private func byMark(_ bytes: [UInt8], _ index: inout Int) -> Codec {
    switch self {
    case .utf8WithMark where bytes.starts(with: [0xEF, 0xBB, 0xBF]): index = 3
    case .utf16 where bytes.starts(with: [0xFF, 0xFE]): index = 2
    case .utf16 where bytes.starts(with: [0xFE, 0xFF]):
      index = 2
      return .utf16Big
    case .utf32 where bytes.starts(with: [0xFF, 0xFE, 0, 0]): index = 4
    case .utf32 where bytes.starts(with: [0, 0, 0xFE, 0xFF]):
      index = 4
      return .utf32Big
    default: break
    }
    return self
  }

  private func next(_ bytes: [UInt8], _ index: Int) -> Step {
    switch self {
    case .utf8, .utf8WithMark: return Codec.nextUTF8(bytes, index)
    case .latin1: return .point(UInt32(bytes[index]), length: 1)
    case .ascii:
      if bytes[index] < 0x80 { return .point(UInt32(bytes[index]), length: 1) }
      return .failure(length: 1, reason: "ordinal not in range(128)")
    case .utf16, .utf16Little, .utf16Big: return nextUTF16(bytes, index)
    case .utf32, .utf32Little, .utf32Big:
      guard let point = unit(bytes, index) else {
        return .failure(length: bytes.count - index, reason: "truncated data")
      }
      if Unicode.Scalar(point) != nil { return .point(point, length: 4) }
      let reason =
        point < 0x110000
        ? "code point in surrogate code point range(0xd800, 0xe000)"
        : "code point not in range(0x110000)"
      return .failure(length: 4, reason: reason)
    }
  }

  /// Half of a pair, encoded as if it were a character.
  private func surrogate(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    switch self {
    case .ascii, .latin1: return nil
    case .utf8, .utf8WithMark:
      guard index + 3 <= bytes.count, bytes[index] == 0xED, 0xA0...0xBF ~= bytes[index + 1],
        0x80...0xBF ~= bytes[index + 2]
      else { return nil }
      return 0xD000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    default: return unit(bytes, index).flatMap { 0xD800...0xDFFF ~= $0 ? $0 : nil }
    }
  }

  private func unit(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    let (width, isLittle) = units
    guard index + width <= bytes.count else { return nil }
    var value: UInt32 = 0
    for place in 0..<width {
      value = value << 8 | UInt32(bytes[index + (isLittle ? width - 1 - place : place)])
    }
    return value
  }

  private func nextUTF16(_ bytes: [UInt8], _ index: Int) -> Step {
    guard let first = unit(bytes, index) else { return .failure(length: 1, reason: "truncated data") }
    if first < 0xD800 || first > 0xDFFF { return .point(first, length: 2) }
    if first >= 0xDC00 { return .failure(length: 2, reason: "illegal encoding") }
    guard let second = unit(bytes, index + 2) else {
      return .failure(length: bytes.count - index, reason: "unexpected end of data")
    }
    if second < 0xDC00 || second > 0xDFFF { return .failure(length: 2, reason: "illegal UTF-16 surrogate") }
    return .point(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), length: 4)
  }

  private static func nextUTF8(_ bytes: [UInt8], _ index: Int) -> Step {
    let first = bytes[index]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0..<0x80: return .point(UInt32(first), length: 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { lowest = 0xA0 }
      if first == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { lowest = 0x90 }
      if first == 0xF4 { highest = 0x8F }
    default: return .failure(length: 1, reason: "invalid start byte")
    }
    var point = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard index + offset < bytes.count else {
        return .failure(length: offset, reason: "unexpected end of data")
      }
      let byte = bytes[index + offset]
      if byte < lowest || byte > highest {
        return .failure(length: offset, reason: "invalid continuation byte")
      }
      (lowest, highest) = (0x80, 0xBF)
      point = point << 6 | UInt32(byte & 0x3F)
    }
    return .point(point, length: length)
  }

  /// How many of the bytes the handler dealt with; nil if it leaves the error standing.
  private static func replace(
    _ bytes: ArraySlice<UInt8>, _ handler: CodecErrors, _ points: inout [UInt32]
  ) -> Int? {
    switch handler {
    case .ignore: break
    case .replace: points.append(0xFFFD)
    case .backslash:
      for byte in bytes { points += (byte < 16 ? "\\x0" : "\\x").codePoints + String(byte, radix: 16).codePoints }
    case .surrogateEscape:
      let escaped = bytes.prefix { $0 >= 0x80 }
      points += escaped.map { 0xDC00 + UInt32($0) }
      return escaped.isEmpty ? nil : escaped.count
    case .strict, .characterReference, .nameReference, .surrogatePass: return nil
    }
    return bytes.count
  }
}
