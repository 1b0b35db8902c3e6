import BigInt

/// Reads JSON.
struct JSONReader {
  /// What the caller makes of what was read; borrowed.
  struct Hooks {
    var object: Value?
    var pairs: Value?
    var float: Value?
    var int: Value?
    var constant: Value?
    /// Strings may not hold control characters.
    var isStrict = true
  }

  private let vm: VM
  private let points: [UInt32]
  private var position = 0
  private let document: Value
  /// `JSONDecodeError`
  private let error: Value
  private let hooks: Hooks

  /// - Parameter document: what `text` is the text of.
  init(_ vm: VM, _ text: [UInt32], document: Value, error: Value, hooks: Hooks) {
    self.vm = vm
    points = text
    self.document = document
    self.error = error
    self.hooks = hooks
  }

  /// The one value of the document, owned.
  mutating func read() throws(Raised) -> Value {
    skipBlanks()
    let value = try readValue()
    skipBlanks()
    if position < points.count {
      value.release()
      throw fail("Extra data", at: position)
    }
    return value
  }

  /// The value that begins at `start`, owned, and where it ends.
  mutating func read(from start: Int) throws(Raised) -> (value: Value, end: Int) {
    position = start
    return (try readValue(), position)
  }

  private func fail(_ message: String, at place: Int) -> Raised {
    let words = vm.str(message)
    defer { words.release() }
    do throws(Raised) {
      return vm.raise(try vm.call(error, arguments: [words, document, .int(place)]))
    } catch {
      return error
    }
  }

  private var current: UInt32? { position < points.count ? points[position] : nil }

  private mutating func skipBlanks() {
    while let point = current, point == 0x20 || point == 0x0A || point == 0x0D || point == 0x09 { position += 1 }
  }

  private mutating func take(_ word: String) -> Bool {
    let wanted = word.unicodeScalars.map(\.value)
    guard points[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func readValue() throws(Raised) -> Value {
    try vm.enter()
    defer { vm.leave() }
    guard let point = current else { throw fail("Expecting value", at: position) }
    switch point {
    case 0x22: return vm.str(codePoints: try readString())
    case 0x7B: return try readObject()
    case 0x5B: return try readArray()
    case 0x6E where take("null"): return .none
    case 0x74 where take("true"): return .bool(true)
    case 0x66 where take("false"): return .bool(false)
    case 0x4E where take("NaN"): return try constant("NaN", .nan)
    case 0x49 where take("Infinity"): return try constant("Infinity", .infinity)
    case 0x2D where take("-Infinity"): return try constant("-Infinity", -.infinity)
    default: return try readNumber()
    }
  }

  private func constant(_ name: String, _ value: Double) throws(Raised) -> Value {
    guard let hook = hooks.constant else { return .float(value) }
    return try call(hook, name)
  }

  private func call(_ hook: Value, _ text: String) throws(Raised) -> Value {
    let text = vm.str(text)
    defer { text.release() }
    return try vm.call(hook, arguments: [text])
  }

  private mutating func readNumber() throws(Raised) -> Value {
    let start = position
    func digits(_ from: Int) -> Int {
      var end = from
      while end < points.count, (0x30...0x39).contains(points[end]) { end += 1 }
      return end
    }
    var end = start
    if end < points.count, points[end] == 0x2D { end += 1 }
    let whole = digits(end)
    if whole == end { throw fail("Expecting value", at: start) }
    end = points[end] == 0x30 ? end + 1 : whole
    var isFloat = false
    if end + 1 < points.count, points[end] == 0x2E, digits(end + 1) > end + 1 {
      end = digits(end + 1)
      isFloat = true
    }
    if end < points.count, points[end] == 0x65 || points[end] == 0x45 {
      var exponent = end + 1
      if exponent < points.count, points[exponent] == 0x2B || points[exponent] == 0x2D { exponent += 1 }
      if digits(exponent) > exponent {
        end = digits(exponent)
        isFloat = true
      }
    }
    let text = String(String.UnicodeScalarView(points[start..<end].compactMap { Unicode.Scalar($0) }))
    position = end
    if let hook = isFloat ? hooks.float : hooks.int { return try call(hook, text) }
    if isFloat { return .float(Double(text) ?? .nan) }
    if let small = Int(text) { return .int(small) }
    try vm.charge(text.utf8.count)
    return vm.heap.integer(BigInt(text) ?? 0)
  }

  private mutating func readString() throws(Raised) -> [UInt32] {
    let start = position
    position += 1
    var result: [UInt32] = []
    while let point = current {
      position += 1
      if point == 0x22 { return result }
      if point < 0x20, hooks.isStrict { throw fail("Invalid control character at", at: position - 1) }
      if point != 0x5C {
        result.append(point)
        continue
      }
      guard let escape = current else { break }
      position += 1
      switch escape {
      case 0x22, 0x5C, 0x2F: result.append(escape)
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x75: result.append(try readUnicodeEscape())
      default: throw fail("Invalid \\escape", at: position - 2)
      }
    }
    throw fail("Unterminated string starting at", at: start)
  }

  private mutating func readUnicodeEscape() throws(Raised) -> UInt32 {
    guard let first = hex(at: position) else { throw fail("Invalid \\uXXXX escape", at: position - 1) }
    position += 4
    guard (0xD800..<0xDC00).contains(first), position + 1 < points.count, points[position] == 0x5C,
      points[position + 1] == 0x75, let second = hex(at: position + 2), (0xDC00..<0xE000).contains(second)
    else { return first }
    position += 6
    return 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00))
  }

  private func hex(at place: Int) -> UInt32? {
    guard place + 4 <= points.count else { return nil }
    var value: UInt32 = 0
    for point in points[place..<(place + 4)] {
      guard let digit = Unicode.Scalar(point).flatMap({ Character($0).hexDigitValue }), point < 0x80 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func readArray() throws(Raised) -> Value {
    position += 1
    let list = ListObject.make(heap: vm.heap)
    do throws(Raised) {
      skipBlanks()
      if current == 0x5D {
        position += 1
        return Value(list)
      }
      while true {
        skipBlanks()
        list.append(try readValue())
        skipBlanks()
        let separator = current
        if separator == 0x5D {
          position += 1
          return Value(list)
        }
        if separator != 0x2C { throw fail("Expecting ',' delimiter", at: position) }
        position += 1
      }
    } catch {
      Value(list).release()
      throw error
    }
  }

  private mutating func readObject() throws(Raised) -> Value {
    position += 1
    let dict = DictObject.make(heap: vm.heap)
    var pairs: [Value] = []
    let wantsPairs = hooks.pairs != nil
    do throws(Raised) {
      try readMembers { (vm, key, value) throws(Raised) in
        if !wantsPairs { return try vm.dictSet(dict, key, value) }
        pairs.append(vm.tuple([key.retained(), value.retained()]))
      }
      return try finished(dict, pairs)
    } catch {
      Value(dict).release()
      for pair in pairs { pair.release() }
      throw error
    }
  }

  /// What the hooks make of an object, whose parts are used up unless this throws.
  private func finished(_ dict: DictObject, _ pairs: [Value]) throws(Raised) -> Value {
    if let hook = hooks.pairs {
      let list = vm.list(pairs.map { $0.retained() })
      defer { list.release() }
      let result = try vm.call(hook, arguments: [list])
      Value(dict).release()
      for pair in pairs { pair.release() }
      return result
    }
    guard let hook = hooks.object else { return Value(dict) }
    let result = try vm.call(hook, arguments: [Value(dict)])
    Value(dict).release()
    return result
  }

  private mutating func readMembers(
    _ add: (VM, _ key: Value, _ value: Value) throws(Raised) -> Void
  ) throws(Raised) {
    skipBlanks()
    if current == 0x7D {
      position += 1
      return
    }
    while true {
      skipBlanks()
      if current != 0x22 {
        throw fail("Expecting property name enclosed in double quotes", at: position)
      }
      let key = vm.str(codePoints: try readString())
      defer { key.release() }
      skipBlanks()
      if current != 0x3A { throw fail("Expecting ':' delimiter", at: position) }
      position += 1
      skipBlanks()
      let value = try readValue()
      defer { value.release() }
      try add(vm, key, value)
      skipBlanks()
      let separator = current
      if separator == 0x7D {
        position += 1
        return
      }
      if separator != 0x2C { throw fail("Expecting ',' delimiter", at: position) }
      position += 1
    }
  }
}
