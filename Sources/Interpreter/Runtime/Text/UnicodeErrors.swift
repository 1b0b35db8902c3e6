/// `UnicodeEncodeError` and `UnicodeDecodeError`: `(encoding, object, start, end, reason)`.
enum UnicodeErrors {
  static func encoding(_ codec: Codec, _ text: StrObject, _ range: Range<Int>, _ vm: VM) -> Raised {
    let reason: String
    switch codec {
    case .ascii: reason = "ordinal not in range(128)"
    case .latin1: reason = "ordinal not in range(256)"
    default: reason = "surrogates not allowed"
    }
    return raise(.unicodeEncodeError, codec, text.retainedValue, range, reason, vm)
  }

  static func decoding(
    _ codec: Codec, _ bytes: [UInt8], _ range: Range<Int>, _ reason: String, _ vm: VM
  ) -> Raised {
    raise(.unicodeDecodeError, codec, vm.bytes(bytes), range, reason, vm)
  }

  private static func raise(
    _ type: ExceptionType, _ codec: Codec, _ object: Value, _ range: Range<Int>, _ reason: String, _ vm: VM
  ) -> Raised {
    vm.raise(
      vm.heap.types[type],
      [vm.str(codec.name), object, .int(range.lowerBound), .int(range.upperBound), vm.str(reason)])
  }

  static func install(_ vm: VM) {
    for type in [ExceptionType.unicodeEncodeError, .unicodeDecodeError, .unicodeTranslateError] {
      let exception = vm.heap.types[type]
      // An error of translation has no encoding.
      let names = ["encoding", "object", "start", "end", "reason"].suffix(type == .unicodeTranslateError ? 4 : 5)
      exception.define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
        let given = a[1].tupleValues.count
        if given != names.count {
          throw vm.raise(.typeError, "function takes exactly \(names.count) arguments (\(given) given)")
        }
        return .none
      }
      exception.define("__str__", "self, /") { (vm, a) throws(Raised) in
        guard let error = a[0].asException else { throw vm.raiseReceiver("__str__", type.name, a[0]) }
        return vm.str(try describe(error, vm) ?? "")
      }
      for (index, name) in names.enumerated() {
        exception.defineProperty(name) { (vm, value) throws(Raised) in
          guard let error = value.asException, index < error.arguments.count else { return .none }
          return error.arguments.items[index].retained()
        }
      }
    }
  }

  /// nil if it was not made with the five arguments.
  private static func describe(_ error: ExceptionObject, _ vm: VM) throws(Raised) -> String? {
    let arguments = error.arguments
    if arguments.count == 4, let text = arguments.items[0].asStr, let start = arguments.items[1].smallInt,
      let end = arguments.items[2].smallInt, start >= 0
    {
      let reason = try vm.strText(arguments.items[3])
      if end == start + 1, start < text.count {
        return "can't translate character '\(StrText.escape(text[start]))' in position \(start): \(reason)"
      }
      return "can't translate characters in position \(start)-\(end &- 1): \(reason)"
    }
    guard arguments.count == 5, let start = arguments.items[2].smallInt, let end = arguments.items[3].smallInt,
      start >= 0
    else { return nil }
    let codec = try vm.strText(arguments.items[0])
    let reason = try vm.strText(arguments.items[4])
    if let text = arguments.items[1].asStr {
      if end == start + 1, start < text.count {
        let shown = StrText.escape(text[start])
        return "'\(codec)' codec can't encode character '\(shown)' in position \(start): \(reason)"
      }
      return "'\(codec)' codec can't encode characters in position \(start)-\(end - 1): \(reason)"
    }
    if let bytes = arguments.items[1].asBytes, end == start + 1, start < bytes.bytes.count {
      let byte = bytes.bytes[start]
      let shown = (byte < 16 ? "0" : "") + String(byte, radix: 16)
      return "'\(codec)' codec can't decode byte 0x\(shown) in position \(start): \(reason)"
    }
    return "'\(codec)' codec can't decode bytes in position \(start)-\(end - 1): \(reason)"
  }
}
