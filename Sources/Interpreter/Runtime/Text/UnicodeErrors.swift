/// `UnicodeEncodeError` and `UnicodeDecodeError`: `(encoding, object, start, end, reason)`.
enum UnicodeErrors {
  static func encoding(_ codec: Codec, _ text: StrObject, _ range: Range<Int>, _ vm: VM) -> Raised {
    raise(.unicodeEncodeError, codec, text.retainedValue, range, reason(codec), vm)
  }

  /// Why a character has no place in an encoding.
  static func reason(_ codec: Codec) -> String {
    switch codec {
    case .ascii: "ordinal not in range(128)"
    case .latin1: "ordinal not in range(256)"
    default: "surrogates not allowed"
    }
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
        try check(a[1].tupleValues, names.count, type, vm)
        return .none
      }
      exception.define("__str__", "self, /") { (vm, a) throws(Raised) in
        guard let error = a[0].asException else { throw vm.raiseReceiver("__str__", type.name, a[0]) }
        return vm.str(try describe(error, vm) ?? "")
      }
      for (index, name) in names.enumerated() {
        exception.defineProperty(
          name,
          get: { (_, value) throws(Raised) in
            guard let error = value.asException, index < error.arguments.count else { return .none }
            return error.arguments.items[index].retained()
          },
          set: { (vm, value, new) throws(Raised) in
            if new.isUnbound { throw vm.raise(.typeError, "can't delete numeric/char attribute") }
            guard let error = value.asException, index < error.arguments.count else { return }
            let values = error.arguments.values.enumerated().map {
              ($0.offset == index ? new : $0.element).retained()
            }
            error.setArguments(owned: .make(values, type: vm.heap.types.tuple))
          })
      }
    }
  }

  /// What the arguments are to be: texts, but for the positions, and for the bytes that could not be decoded.
  private static func check(_ values: [Value], _ count: Int, _ type: ExceptionType, _ vm: VM) throws(Raised) {
    for (index, value) in values.enumerated() {
      switch count - index {
      case 2, 3: _ = try vm.index(value)
      case 4 where type == .unicodeDecodeError:
        if value.byteBuffer == nil {
          throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(value))'")
        }
      default:
        if value.asStr == nil {
          throw vm.raise(.typeError, "argument \(index + 1) must be str, not \(vm.argumentName(value))")
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
