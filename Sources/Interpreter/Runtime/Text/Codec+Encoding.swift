extension Codec {
  func encode(
    _ text: StrObject, errors: Value?, _ function: String, _ vm: VM
  ) throws(Raised) -> Value {
    let (handler, name) = try CodecErrors.named(errors, function, vm)
    try vm.checkSize(text.count * 4)
    try vm.charge(text.count >> 6)
    var bytes: [UInt8] = []
    switch self {
    case .utf8WithMark: bytes = [0xEF, 0xBB, 0xBF]
    case .utf16: bytes = [0xFF, 0xFE]
    case .utf32: bytes = [0xFF, 0xFE, 0, 0]
    case .utf8, .ascii, .latin1:
      if text.isASCII { return vm.bytes(Array(text.ascii)) }
    default: break
    }
    var index = 0
    while index < text.count {
      if append(text[index], &bytes) {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count && !isEncodable(text[end]) { end += 1 }
      guard let handler else {
        let reason = UnicodeErrors.reason(self)
        let (replacement, place) = try ask(
          name, .unicodeEncodeError, Value(text), text.count, index..<end, reason, vm)
        defer { replacement.release() }
        if let given = replacement.asBytes {
          bytes += given.bytes
        } else if let given = replacement.asStr {
          for point in given.codePoints where !append(point, &bytes) {
            throw UnicodeErrors.encoding(self, text, index..<end, vm)
          }
        }
        index = place
        continue
      }
      if try !replace(text, index..<end, handler, &bytes, vm) {
        throw UnicodeErrors.encoding(self, text, index..<end, vm)
      }
      index = end
    }
    return vm.bytes(bytes)
  }

  private func isEncodable(_ point: UInt32) -> Bool {
    switch self {
    case .ascii: point < 0x80
    case .latin1: point < 0x100
    default: Unicode.Scalar(point) != nil
    }
  }

  /// False if the encoding lacks the code point.
  private func append(_ point: UInt32, _ bytes: inout [UInt8]) -> Bool {
    if !isEncodable(point) { return false }
    appendUnchecked(point, &bytes)
    return true
  }

  private func appendUnchecked(_ point: UInt32, _ bytes: inout [UInt8]) {
    switch units.width {
    case 4: appendUnit(point, &bytes)
    case 2:
      if point > 0xFFFF {
        appendUnit(0xD800 + (point - 0x10000) >> 10, &bytes)
        appendUnit(0xDC00 + (point - 0x10000) & 0x3FF, &bytes)
      } else {
        appendUnit(point, &bytes)
      }
    default:
      if self == .latin1 || point < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: point))
      } else if point < 0x800 {
        bytes += [UInt8(0xC0 | point >> 6), Codec.tail(point)]
      } else if point < 0x10000 {
        bytes += [UInt8(0xE0 | point >> 12), Codec.tail(point >> 6), Codec.tail(point)]
      } else {
        bytes += [
          UInt8(truncatingIfNeeded: 0xF0 | point >> 18), Codec.tail(point >> 12), Codec.tail(point >> 6),
          Codec.tail(point),
        ]
      }
    }
  }

  private static func tail(_ point: UInt32) -> UInt8 { UInt8(0x80 | point & 0x3F) }

  private func appendUnit(_ unit: UInt32, _ bytes: inout [UInt8]) {
    let (width, isLittle) = units
    for place in 0..<width {
      let shift = UInt32(isLittle ? place : width - 1 - place) * 8
      bytes.append(UInt8(truncatingIfNeeded: unit >> shift))
    }
  }

  /// False if the handler leaves the error standing.
  private func replace(
    _ text: StrObject, _ range: Range<Int>, _ handler: CodecErrors, _ bytes: inout [UInt8], _ vm: VM
  ) throws(Raised) -> Bool {
    for index in range {
      let point = text[index]
      switch handler {
      case .strict: return false
      case .ignore: break
      case .replace: appendUnchecked(0x3F, &bytes)
      case .backslash: for scalar in StrText.escape(point).unicodeScalars { appendUnchecked(scalar.value, &bytes) }
      case .characterReference: for scalar in "&#\(point);".unicodeScalars { appendUnchecked(scalar.value, &bytes) }
      case .nameReference:
        let properties = Unicode.Scalar(point)?.properties
        // Ideographs are named by their numbers.
        let isIdeograph = properties?.isUnifiedIdeograph ?? false
        let name = isIdeograph ? "CJK UNIFIED IDEOGRAPH-\(String(point, radix: 16, uppercase: true))" : properties?.name
        let shown = name.map { "\\N{\($0)}" } ?? StrText.escape(point)
        for scalar in shown.unicodeScalars { appendUnchecked(scalar.value, &bytes) }
      case .surrogateEscape:
        guard point >= 0xDC80 && point <= 0xDCFF else { return false }
        bytes.append(UInt8(point - 0xDC00))
      case .surrogatePass:
        guard Unicode.Scalar(point) == nil, self != .ascii, self != .latin1 else { return false }
        appendUnchecked(point, &bytes)
      }
    }
    return true
  }
}
