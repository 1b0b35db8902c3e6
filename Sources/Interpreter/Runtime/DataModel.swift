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

  // MARK: Iteration

  /// `iter(value)`, owned.
  package func iterate(_ value: Value) throws(Raised) -> Value {
    if case .object(let reference) = value {
      switch reference._withUnsafeGuaranteedRef({ $0.kind }) {
      case .list where reference._withUnsafeGuaranteedRef({ $0.type.address == state.pointee.listType }):
        return reference._withUnsafeGuaranteedRef {
          Value(ListIteratorObject.make(unsafeDowncast($0, to: ListObject.self), heap: heap))
        }
      case .range:
        return reference._withUnsafeGuaranteedRef {
          Value(RangeIteratorObject.make(unsafeDowncast($0, to: RangeObject.self), heap: heap))
        }
      case .generator, .iterator, .listIterator, .tupleIterator, .rangeIterator: return value.retained()
      default: break
      }
    }
    let function = heap.types.special(.iter, of: value)
    if !function.isUnbound && !function.isNone {
      let iterator = try callMethod(function, on: value)
      if iterator.object?.isIterator == true || !heap.types.special(.next, of: iterator).isUnbound { return iterator }
      defer { iterator.release() }
      throw raise(.typeError, "iter() returned non-iterator of type '\(typeName(iterator))'")
    }
    if function.isUnbound && !heap.types.special(.getitem, of: value).isUnbound {
      return Value(SequenceIteratorObject(value, heap: heap))
    }
    throw raise(.typeError, "'\(typeName(value))' object is not iterable")
  }

  /// The next item, owned; nil at the end.
  @inline(__always)
  package func next(_ iterator: Value) throws(Raised) -> Value? {
    let value = try step(iterator)
    return value.isUnbound ? nil : value
  }

  /// The next item, owned, after those of a generator that `sink` takes; nil at the end.
  @inline(__always)
  func next(_ iterator: Value, otherThan sink: Sink?) throws(Raised) -> Value? {
    if let sink, let generator = iterator.reference(.generator, to: GeneratorObject.self) {
      return try drain(generator, to: sink)
    }
    return try next(iterator)
  }

  /// The next item, owned; `.unbound` at the end.
  package func step(_ iterator: Value) throws(Raised) -> Value {
    if case .object(let reference) = iterator {
      switch reference._withUnsafeGuaranteedRef({ $0.kind }) {
      case .rangeIterator:
        let range = unsafeBitCast(reference, to: Unmanaged<RangeIteratorObject>.self)
        return range._withUnsafeGuaranteedRef { $0.take() }.map { .int($0) } ?? .unbound
      case .listIterator:
        let value = unsafeBitCast(reference, to: Unmanaged<ListIteratorObject>.self).take()
        return value.isUnbound ? try advance(reference) : value
      case .tupleIterator: return unsafeBitCast(reference, to: Unmanaged<TupleIteratorObject>.self).take()
      case .iterator:
        // It may draw from another one, and that from another, …
        try enter()
        defer { leave() }
        return try advance(reference)
      case .generator:
        let generator = unsafeBitCast(reference, to: Unmanaged<GeneratorObject>.self)
        return try resume(generator, sending: .none) ?? .unbound
      default: break
      }
    }
    let function = heap.types.special(.next, of: iterator)
    if function.isUnbound { throw raise(.typeError, "'\(typeName(iterator))' object is not an iterator") }
    do throws(Raised) {
      return try callMethod(function, on: iterator)
    } catch {
      if catches(.stopIteration) { return .unbound }
      throw error
    }
  }

  /// The next item of an iterator written in Swift, which is not counted meanwhile: its caller holds it.
  @inline(__always)
  private func advance(_ reference: Unmanaged<Object>) throws(Raised) -> Value {
    var isRaising = false
    let value = reference._withUnsafeGuaranteedRef { object -> Value in
      do throws(Raised) {
        return try unsafeDowncast(object, to: IteratorObject.self).next(self) ?? .unbound
      } catch {
        isRaising = true
        return .unbound
      }
    }
    if isRaising { throw Raised() }
    return value
  }

  /// Calls `body` with each item, borrowed, but with none that `sink` takes, to which a generator's go first.
  package func forEach(
    _ iterable: Value, sink: @autoclosure () -> Sink? = nil, _ body: (Value) throws(Raised) -> Void
  ) throws(Raised) {
    if let list = iterable.reference(.list, to: ListObject.self),
      list._withUnsafeGuaranteedRef({ $0.type === heap.types.list })
    {
      return try forEach(inList: list, body)
    }
    let iterator = try iterate(iterable)
    defer { iterator.release() }
    guard case .object(let reference) = iterator, reference._withUnsafeGuaranteedRef({ $0.isIterator }) else {
      let sink = sink()
      while let item = try next(iterator, otherThan: sink) { try hand(item, to: body) }
      return
    }
    // It may draw from another one, and that from another, …
    try enter()
    defer { leave() }
    let known = unsafeBitCast(reference, to: Unmanaged<IteratorObject>.self)
    while let item = try known.borrowed({ (iterator) throws(Raised) in try iterator.next(self) }) {
      try hand(item, to: body)
    }
  }

  /// Sees the list as it is at each step: the body may change it.
  private func forEach(
    inList list: Unmanaged<ListObject>, _ body: (Value) throws(Raised) -> Void
  ) throws(Raised) {
    list._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    defer { list._withUnsafeGuaranteedRef { Value($0).release() } }
    var index = 0
    while true {
      let item = list._withUnsafeGuaranteedRef { index < $0.count ? $0.items[index].retained() : .unbound }
      if item.isUnbound { return }
      index &+= 1
      try hand(item, to: body)
    }
  }

  /// Takes over the item's count.
  @inline(__always)
  private func hand(_ item: Value, to body: (Value) throws(Raised) -> Void) throws(Raised) {
    defer { item.release() }
    state.pointee.ticks &-= 1
    if state.pointee.ticks < 0 { try lookAtLimits() }
    try body(item)
  }

  /// All items, owned.
  package func array(_ iterable: Value) throws(Raised) -> [Value] {
    if let list = iterable.asList, list.type === heap.types.list { return list.values.map { $0.retained() } }
    if let tuple = iterable.asTuple, tuple.type === heap.types.tuple { return tuple.values.map { $0.retained() } }
    if iterable.kind == .range {
      let (bytes, overflow) = try length(iterable).multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
      try checkSize(overflow ? .max : bytes)
    }
    if let object = iterable.object, object.type.isUserDefined {
      let iterator = try iterate(iterable)
      defer { iterator.release() }
      try askLength(iterable)
      return try collect(iterator)
    }
    return try collect(iterable)
  }

  /// What is made of an iterable is as long as that says: an object of the notebook's own sees that it is asked, and may
  /// refuse to answer.
  func askLength(_ iterable: Value) throws(Raised) { try lengthHint(iterable)?.release() }

  /// How many items there are, as far as `__len__` or `__length_hint__` tell; nil if they do not.
  func lengthHint(_ iterable: Value) throws(Raised) -> Value? {
    let answer: Value?
    do throws(Raised) {
      if !heap.types.special(.len, of: iterable).isUnbound {
        do throws(Raised) {
          return .int(try length(iterable))
        } catch {
          guard catches(.typeError) else { throw error }
        }
      }
      answer = try callSpecial(.lengthHint, iterable)
    } catch {
      guard catches(.typeError) else { throw error }
      return nil
    }
    guard let hint = answer else { return nil }
    defer { hint.release() }
    if case .notImplemented = hint { return nil }
    guard let number = hint.bigInt else {
      throw raise(.typeError, "__length_hint__ must be an integer, not \(typeName(hint))")
    }
    if number < 0 { throw raise(.valueError, "__length_hint__() should return >= 0") }
    return heap.integer(number)
  }

  private func collect(_ iterable: Value) throws(Raised) -> [Value] {
    if iterable.kind == .generator {
      let list = ListObject.make([], type: heap.types.list)
      defer { Value(list).release() }
      try ListType.extend(self, list, iterable)
      return list.values.map { $0.retained() }
    }
    var items: [Value] = []
    do throws(Raised) {
      try forEach(iterable) { (item) throws(Raised) in
        items.append(item.retained())
        if items.count & 0xFFFF == 0 { try self.checkSize(items.count * MemoryLayout<Value>.stride) }
      }
    } catch {
      for item in items { item.release() }
      throw error
    }
    return items
  }
}
