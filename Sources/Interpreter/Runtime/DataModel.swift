// What syntax and builtins ask of any value: truth, length, hash, text, items, iteration.

extension VM {
  package func isTrue(_ value: Value) throws(Raised) -> Bool {
    switch value {
    case .bool(let flag): return flag
    case .int(let number): return number != 0
    case .float(let number): return number != 0
    case .noneTag, .unboundTag: return false
    case .ellipsis, .notImplemented: return true
    case .object: break
    }
    if let count = plainLength(value) { return count != 0 }
    if let result = try callSpecial(.bool, value) {
      defer { result.release() }
      guard case .bool(let flag) = result else {
        throw raise(.typeError, "__bool__ should return bool, returned \(typeName(result))")
      }
      return flag
    }
    if heap.types.special(.len, of: value).isUnbound { return true }
    return try length(value) != 0
  }

  /// How many items a plain str, list, tuple or dict has; nil for anything else.
  @inline(__always)
  private func plainLength(_ value: Value) -> Int? {
    guard case .object(let reference) = value else { return nil }
    return reference._withUnsafeGuaranteedRef { object in
      let type = object.type.address
      switch object.kind {
      case .list where type == state.pointee.listType: return unsafeDowncast(object, to: ListObject.self).count
      case .tuple where type == state.pointee.tupleType: return unsafeDowncast(object, to: TupleObject.self).count
      case .dict where type == state.pointee.dictType: return unsafeDowncast(object, to: DictObject.self).count
      case .str: return object.type.isUserDefined ? nil : unsafeDowncast(object, to: StrObject.self).count
      default: return nil
      }
    }
  }

  package func length(_ value: Value) throws(Raised) -> Int {
    if let count = plainLength(value) { return count }
    if let result = try callSpecial(.len, value) {
      defer { result.release() }
      let number = try integer(result)
      defer { number.release() }
      guard let count = number.smallInt else {
        if number.bigInt.map({ $0 < 0 }) == true { throw raise(.valueError, "__len__() should return >= 0") }
        throw raise(.overflowError, "cannot fit 'int' into an index-sized integer")
      }
      if count < 0 { throw raise(.valueError, "__len__() should return >= 0") }
      return count
    }
    throw raise(.typeError, "object of type '\(typeName(value))' has no len()")
  }

  package func hash(_ value: Value) throws(Raised) -> Int {
    if let string = value.asStr, string.type === heap.types.str { return string.hash }
    if let tuple = value.asTuple, tuple.type === heap.types.tuple {
      let hash = try TupleType.hash(self, tuple)
      return hash == -1 ? -2 : hash
    }
    let function = heap.types.special(.hash, of: value)
    if function.isUnbound || function.isNone { throw raise(.typeError, "unhashable type: '\(typeName(value))'") }
    let result = try callMethod(function, on: value)
    defer { result.release() }
    if let number = result.smallInt { return number == -1 ? -2 : number }
    guard let number = result.bigInt else {
      throw raise(.typeError, "__hash__ method should return an integer")
    }
    return Int(truncatingIfNeeded: number % 2_305_843_009_213_693_951)
  }

  // MARK: Text

  package func repr(_ value: Value) throws(Raised) -> String {
    let text = try reprValue(value)
    defer { text.release() }
    return text.asStr?.string ?? ""
  }

  /// `str(value)`.
  package func strText(_ value: Value) throws(Raised) -> String {
    let text = try strValue(value)
    defer { text.release() }
    return text.asStr?.string ?? ""
  }

  /// `repr(value)` as a string object, owned.
  package func reprValue(_ value: Value) throws(Raised) -> Value {
    if case .int(let number) = value { return str(number) }
    if let text = value.plainString {
      let writer = TextWriter(heap)
      StrText.write(text._withUnsafeGuaranteedRef { $0.text }, isASCII: false, to: writer)
      return writer.finish()
    }
    return try textValue(value, .repr, "__repr__")
  }

  /// `str(value)` as a string object, owned.
  package func strValue(_ value: Value) throws(Raised) -> Value {
    if case .int(let number) = value { return str(number) }
    if value.plainString != nil { return value.retained() }
    return try textValue(value, .str, "__str__")
  }

  private func textValue(_ value: Value, _ method: SpecialMethod, _ name: String) throws(Raised) -> Value {
    if case .float(let number) = value { return str(FloatText.repr(number)) }
    try enter(method == .repr ? "while getting the repr of an object" : "while getting the str of an object")
    defer { leave() }
    guard let result = try callSpecial(method, value) else { return str(defaultRepr(value)) }
    if result.kind == .str { return result }
    defer { result.release() }
    throw raise(.typeError, "\(name) returned non-string (type \(typeName(result)))")
  }

  /// Writes `repr(value)`.
  func writeRepr(_ value: Value, to writer: TextWriter) throws(Raised) {
    switch value {
    case .int(let number): writer.append(number)
    case .noneTag: writer.append("None")
    case .bool(let flag): flag ? writer.append("True") : writer.append("False")
    default:
      if let text = value.plainString {
        return StrText.write(text._withUnsafeGuaranteedRef { $0.text }, isASCII: false, to: writer)
      }
      try write(try reprValue(value), to: writer)
    }
  }

  /// Writes a string object, which it takes over.
  func write(_ text: Value, to writer: TextWriter) throws(Raised) {
    defer { text.release() }
    if let text = text.reference(.str, to: StrObject.self) {
      try writer.append(text._withUnsafeGuaranteedRef { $0.text }, self)
    }
  }

  /// An instance of a number's subclass without a format specification is shown as `str` shows it.
  func plainFormat(_ value: Value, _ spec: Value) throws(Raised) -> Value? {
    guard let object = value.object, object.type.isUserDefined, spec.asStr?.count == 0 else { return nil }
    return try strValue(value)
  }

  func defaultRepr(_ value: Value) -> String {
    "<\(fullName(heap.types.of(value))) object at \(address(value))>"
  }

  /// As in `<… at 0x7f…>`.
  package func address(_ value: Value) -> String {
    guard case .object(let reference) = value else { return "0x0" }
    return "0x" + String(UInt(bitPattern: reference.toOpaque()), radix: 16)
  }

  /// False if the object's repr is being written already: it contains itself.
  package func enterRepr(_ object: Object) throws(Raised) -> Bool {
    let id = ObjectIdentifier(object)
    if printing.contains(id) { return false }
    try enter("while getting the repr of an object")
    printing.append(id)
    return true
  }

  package func leaveRepr(_ object: Object) {
    leave()
    printing.removeLast()
  }

  /// `format(value, spec)`.
  package func format(_ value: Value, _ spec: String) throws(Raised) -> Value {
    let text = str(spec)
    defer { text.release() }
    return try format(value, spec: text)
  }

  /// `format(value, spec)` of a string object.
  func format(_ value: Value, spec: Value) throws(Raised) -> Value {
    if Formatting.knows(value), let spec = spec.reference(.str, to: StrObject.self) {
      let writer = TextWriter(heap)
      do throws(Raised) {
        try Formatting.write(value, spec._withUnsafeGuaranteedRef { $0.text }, to: writer, self)
      } catch {
        writer.discard()
        throw error
      }
      return writer.finish()
    }
    guard let result = try callSpecial(.format, value, spec) else {
      throw raise(.typeError, "unsupported format string passed to \(typeName(value)).__format__")
    }
    if result.kind != .str {
      defer { result.release() }
      throw raise(.typeError, "__format__ must return a str, not \(typeName(result))")
    }
    return result
  }

  // MARK: Items

  package func getItem(_ object: Value, _ key: Value) throws(Raised) -> Value {
    if let dict = object.asDict, dict.type === heap.types.dict {
      if let value = try dictGet(dict, key) { return value.retained() }
      throw raiseKeyError(key)
    }
    if let result = try callSpecial(.getitem, object, key) { return result }
    if let type = object.asType {
      if let function = type.lookup(heap.types.name(of: .classGetitem)) {
        let bound = try bindDescriptor(function, object, type)
        defer { bound.release() }
        return try call(bound, key)
      }
      if type === heap.types.type { return genericAlias(object, key) }
      throw raise(.typeError, "type '\(type.name)' is not subscriptable")
    }
    throw raise(.typeError, "'\(typeName(object))' object is not subscriptable")
  }

  package func setItem(_ object: Value, _ key: Value, _ value: Value) throws(Raised) {
    if let dict = object.asDict, dict.type === heap.types.dict { return try dictSet(dict, key, value) }
    guard let result = try callSpecial(.setitem, object, key, value) else {
      throw raise(.typeError, "'\(typeName(object))' object does not support item assignment")
    }
    result.release()
  }

  package func deleteItem(_ object: Value, _ key: Value) throws(Raised) {
    guard let result = try callSpecial(.delitem, object, key) else {
      let verb = isSequence(object) && isIndex(key) ? "doesn't" : "does not"
      throw raise(.typeError, "'\(typeName(object))' object \(verb) support item deletion")
    }
    result.release()
  }

  /// Of a type that CPython has as a sequence, among them all classes made in Python.
  private func isSequence(_ value: Value) -> Bool {
    switch value.kind {
    case .str, .bytes, .tuple, .range, .set: true
    case .instance: heap.types.of(value) !== heap.types.object
    default: heap.types.of(value).isUserDefined
    }
  }

  private func isIndex(_ value: Value) -> Bool { !heap.types.special(.index, of: value).isUnbound }

  package func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool {
    let function = heap.types.special(.contains, of: container)
    if !function.isUnbound && !function.isNone {
      let result = try callMethod(function, on: container, item)
      defer { result.release() }
      return try isTrue(result)
    }
    let type = heap.types.of(container)
    if function.isNone { throw raise(.typeError, "'\(type.name)' object is not a container") }
    if type[.iter].isNone || type[.iter].isUnbound && type[.getitem].isUnbound {
      throw raise(.typeError, "argument of type '\(type.name)' is not iterable")
    }
    let iterator: Value
    do throws(Raised) {
      iterator = try iterate(container)
    } catch {
      guard catches(.typeError) else { throw error }
      throw raise(.typeError, "argument of type '\(type.name)' is not iterable")
    }
    defer { iterator.release() }
    while let value = try next(iterator) {
      defer { value.release() }
      try charge(1)
      if try equals(value, item) { return true }
    }
    return false
  }

  /// An integer for a position, from an int or through `__index__`.
  package func index(_ value: Value) throws(Raised) -> Int {
    if case .int(let number) = value { return number }
    if case .bool(let flag) = value { return flag ? 1 : 0 }
    let number = try integer(value)
    defer { number.release() }
    guard let small = number.smallInt else {
      throw raise(.indexError, "cannot fit '\(typeName(value))' into an index-sized integer")
    }
    return small
  }

  /// An int of any size, from an int or through `__index__`. Owned.
  package func integer(_ value: Value) throws(Raised) -> Value {
    if value.bigInt != nil { return value.retained() }
    if let result = try callSpecial(.index, value) {
      if result.bigInt != nil { return result }
      defer { result.release() }
      throw raise(.typeError, "__index__ returned non-int (type \(typeName(result)))")
    }
    throw raise(.typeError, "'\(typeName(value))' object cannot be interpreted as an integer")
  }
}
