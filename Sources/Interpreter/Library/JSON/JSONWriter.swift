/// `json.dumps`, in CPython's layout.
struct JSONWriter {
  let vm: VM
  /// nil: on one line.
  var indent: String?
  var itemSeparator = ", "
  var keySeparator = ": "
  var sortsKeys = false
  var escapesNonASCII = true
  var allowsNaN = true
  var skipsKeys = false
  var fallback: Value?
  private(set) var text = ""
  private var open: [ObjectIdentifier] = []

  init(_ vm: VM) { self.vm = vm }

  mutating func write(_ value: Value, depth: Int = 0) throws(Raised) {
    try vm.enter()
    defer { vm.leave() }
    switch value {
    case .noneTag: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int, .float: text += try number(value)
    default:
      if let string = value.asStr {
        writeString(string)
      } else if value.bigInt != nil || value.double != nil {
        text += try number(value)
      } else if value.asList != nil || value.asTuple != nil {
        try nested(value) { (writer, value) throws(Raised) in try writer.writeArray(value, depth) }
      } else if let dict = value.asDict {
        try nested(value) { (writer, _) throws(Raised) in try writer.writeObject(dict, depth) }
      } else if let fallback {
        let replacement = try vm.call(fallback, value)
        defer { replacement.release() }
        try write(replacement, depth: depth)
      } else {
        throw vm.raise(.typeError, "Object of type \(vm.typeName(value)) is not JSON serializable")
      }
    }
  }

  private func number(_ value: Value) throws(Raised) -> String {
    if let double = value.double {
      if !double.isFinite && !allowsNaN {
        throw vm.raise(.valueError, "Out of range float values are not JSON compliant")
      }
      if double.isNaN { return "NaN" }
      if double.isInfinite { return double < 0 ? "-Infinity" : "Infinity" }
      return FloatText.repr(double)
    }
    guard let number = value.bigInt else { return "null" }
    try vm.charge(number.bitWidth >> 4)
    return String(number)
  }

  private mutating func nested(
    _ value: Value, _ body: (inout JSONWriter, Value) throws(Raised) -> Void
  ) throws(Raised) {
    guard let object = value.object else { return }
    if open.contains(ObjectIdentifier(object)) { throw vm.raise(.valueError, "Circular reference detected") }
    open.append(ObjectIdentifier(object))
    try body(&self, value)
    open.removeLast()
  }

  private mutating func newLine(_ depth: Int) {
    guard let indent else { return }
    text += "\n" + String(repeating: indent, count: depth)
  }

  private mutating func writeArray(_ value: Value, _ depth: Int) throws(Raised) {
    let items = try vm.ownedItems(value)
    defer { for item in items { item.release() } }
    if items.isEmpty {
      text += "[]"
      return
    }
    text += "["
    for (index, item) in items.enumerated() {
      if index > 0 { text += itemSeparator }
      newLine(depth + 1)
      try write(item, depth: depth + 1)
    }
    newLine(depth)
    text += "]"
  }

  private mutating func writeObject(_ dict: DictObject, _ depth: Int) throws(Raised) {
    let view = Value(DictViewObject(dict, .items, heap: vm.heap))
    defer { view.release() }
    let pairs = ListObject.make(try vm.array(view), type: vm.heap.types.list)
    defer { Value(pairs).release() }
    if sortsKeys { try vm.sort(pairs, key: nil, isReversed: false) }
    var isFirst = true
    text += "{"
    for pair in pairs.values {
      guard let pair = pair.asTuple, let key = try keyText(pair.items[0]) else { continue }
      defer { Value(key).release() }
      if !isFirst { text += itemSeparator }
      isFirst = false
      newLine(depth + 1)
      writeString(key)
      text += keySeparator
      try write(pair.items[1], depth: depth + 1)
    }
    if !isFirst { newLine(depth) }
    text += "}"
  }

  /// Owned; nil for a key that is left out.
  private func keyText(_ key: Value) throws(Raised) -> StrObject? {
    if let string = key.asStr { return string.retainedValue.asStr }
    switch key {
    case .noneTag: return StrObject.make("null", heap: vm.heap)
    case .bool(let flag): return StrObject.make(flag ? "true" : "false", heap: vm.heap)
    default:
      if key.bigInt != nil || key.double != nil { return StrObject.make(try number(key), heap: vm.heap) }
      if skipsKeys { return nil }
      throw vm.raise(
        .typeError, "keys must be str, int, float, bool or None, not \(vm.typeName(key))")
    }
  }

  private mutating func writeString(_ string: StrObject) {
    text += "\""
    for index in 0..<string.count {
      let point = string[index]
      switch point {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      case 0x08: text += "\\b"
      case 0x0C: text += "\\f"
      case 0..<0x20: escape(point)
      case 0x7F... where escapesNonASCII: escape(point)
      default: text.unicodeScalars.append(Unicode.Scalar(point) ?? "\u{FFFD}")
      }
    }
    text += "\""
  }

  private mutating func escape(_ point: UInt32) {
    if point >= 0x10000 {
      let offset = point - 0x10000
      escape(0xD800 + (offset >> 10))
      escape(0xDC00 + (offset & 0x3FF))
      return
    }
    let digits = String(point, radix: 16)
    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
