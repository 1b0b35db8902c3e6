/// The encodings between text and bytes.
enum Codec {
  case utf8, utf8WithMark, ascii, latin1
  case utf16, utf16Little, utf16Big
  case utf32, utf32Little, utf32Big

  /// By any of its names; nil as a name stands for UTF-8, nil as the result for an encoding that is none of these.
  static func named(_ value: Value?, _ function: String, _ vm: VM) throws(Raised) -> Codec? {
    guard let value else { return .utf8 }
    guard let text = value.asStr else {
      throw vm.raise(
        .typeError, "\(function)() argument 'encoding' must be str, not \(vm.argumentName(value))")
    }
    switch text.string.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8", "u8", "cp65001": return .utf8
    case "utf-8-sig": return .utf8WithMark
    case "ascii", "us-ascii", "646": return .ascii
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin": return .latin1
    case "utf-16", "utf16", "u16": return .utf16
    case "utf-16-le", "utf-16le": return .utf16Little
    case "utf-16-be", "utf-16be": return .utf16Big
    case "utf-32", "utf32", "u32": return .utf32
    case "utf-32-le", "utf-32le": return .utf32Little
    case "utf-32-be", "utf-32be": return .utf32Big
    default: return nil
    }
  }

  /// `str(object, encoding, errors)` and the same of bytes: what is given of the last two must be text.
  static func checkArguments(_ a: Arguments, _ function: String, _ vm: VM) throws(Raised) {
    for (index, name) in [(2, "encoding"), (3, "errors")] {
      if let given = a.optional(index), given.asStr == nil {
        throw vm.raise(.typeError, "\(function)() argument '\(name)' must be str, not \(vm.argumentName(given))")
      }
    }
  }

  /// The text's bytes; owned.
  static func encode(
    _ text: StrObject, _ encoding: Value?, errors: Value?, _ function: String, _ vm: VM
  ) throws(Raised) -> Value {
    if let codec = try named(encoding, function, vm) { return try codec.encode(text, errors: errors, function, vm) }
    return try other("encode", text.retainedValue, encoding, errors, function, vm)
  }

  /// The bytes' text; owned.
  static func decode(
    _ bytes: [UInt8], _ encoding: Value?, errors: Value?, _ function: String, _ vm: VM
  ) throws(Raised) -> Value {
    if bytes.isEmpty { return vm.str("") }
    if let codec = try named(encoding, function, vm) { return try codec.decode(bytes, errors: errors, function, vm) }
    return try other("decode", vm.bytes(bytes), encoding, errors, function, vm)
  }

  /// By the encodings that are written in Python, since they are rare; takes the count of `content`.
  private static func other(
    _ direction: String, _ content: Value, _ encoding: Value?, _ errors: Value?, _ function: String, _ vm: VM
  ) throws(Raised) -> Value {
    defer { content.release() }
    let (_, name) = try CodecErrors.named(errors, function, vm)
    let handler = vm.str(name)
    defer { handler.release() }
    let convert = try vm.getAttribute(try vm.importAbsolute("_encodings"), vm.heap.intern(direction))
    defer { convert.release() }
    return try vm.call(convert, arguments: [content, encoding ?? .none, handler])
  }

  /// As errors name it.
  var name: String {
    switch self {
    case .utf8, .utf8WithMark: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    case .utf16: "utf-16"
    case .utf16Little: "utf-16-le"
    case .utf16Big: "utf-16-be"
    case .utf32: "utf-32"
    case .utf32Little: "utf-32-le"
    case .utf32Big: "utf-32-be"
    }
  }

  /// Bytes of a unit, and whether the low one comes first.
  var units: (width: Int, isLittle: Bool) {
    switch self {
    case .utf8, .utf8WithMark, .ascii, .latin1: (1, true)
    case .utf16, .utf16Little: (2, true)
    case .utf16Big: (2, false)
    case .utf32, .utf32Little: (4, true)
    case .utf32Big: (4, false)
    }
  }
}

/// What to do with what cannot be converted.
enum CodecErrors {
  case strict, ignore, replace, backslash, characterReference, nameReference, surrogateEscape, surrogatePass

  static func named(_ value: Value?, _ function: String, _ vm: VM) throws(Raised) -> (CodecErrors?, name: String) {
    guard let value else { return (.strict, "strict") }
    guard let text = value.asStr else {
      throw vm.raise(.typeError, "\(function)() argument 'errors' must be str, not \(vm.argumentName(value))")
    }
    let name = text.string
    switch name {
    case "strict": return (.strict, name)
    case "ignore": return (.ignore, name)
    case "replace": return (.replace, name)
    case "backslashreplace": return (.backslash, name)
    case "xmlcharrefreplace": return (.characterReference, name)
    case "namereplace": return (.nameReference, name)
    case "surrogateescape": return (.surrogateEscape, name)
    case "surrogatepass": return (.surrogatePass, name)
    // An unknown name only matters once there is an error.
    default: return (nil, name)
    }
  }
}
