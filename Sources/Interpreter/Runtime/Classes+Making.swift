// What `type(name, bases, namespace)` does.

extension VM {
  /// A new class. Owned.
  func makeClass(
    _ given: TypeObject, _ name: String, _ bases: TupleObject, _ attributes: DictObject,
    _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    // A copy: `__set_name__` and what `__slots__` iterates may change the one that was given.
    let namespace = DictType.copy(self, attributes)
    defer { namespace.release() }
    for base in bases.values where base.asType == nil {
      if try hasAttribute(base, "__mro_entries__") {
        throw raise(.typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
      }
    }
    let metatype = try commonMetatype(given, bases.values.map { heap.types.of($0) })
    var types: [TypeObject] = []
    for base in bases.values {
      guard let type = base.asType else { throw raise(.typeError, "bases must be types") }
      if type.isFinal { throw raise(.typeError, "type '\(type.qualifiedName)' is not an acceptable base type") }
      types.append(type)
    }
    if name.utf8.contains(0) { throw raise(.valueError, "type name must not contain null characters") }
    if types.isEmpty { types = [heap.types.object] }
    let base = try bestBase(types)
    let order = try linearize(name, types)
    let made = TypeObject(
      name: name, metatype: metatype, bases: types, mro: order, layout: base.layout, isUserDefined: true, heap: heap)
    let value = Value(made)
    made.base = base
    do throws(Raised) {
      try applySlots(made, namespace)
      try fill(made, from: namespace)
      try applyOwnOrder(made)
      if let cell = namespace.get("__classcell__")?.cast(.cell, to: CellObject.self), cell.value.isUnbound {
        cell.value = value.retained()
      }
      try announce(made, namespace, keywords)
    } catch {
      value.release()
      throw error
    }
    return value
  }

  private func hasAttribute(_ value: Value, _ name: String) throws(Raised) -> Bool {
    guard let found = try findAttribute(value, heap.intern(name)) else { return false }
    found.release()
    return true
  }

  /// The most derived of the metatypes of a class and its bases, which are given by their types.
  func commonMetatype(_ given: TypeObject, _ metatypes: [TypeObject]) throws(Raised) -> TypeObject {
    var meta = given
    for other in metatypes where !meta.isSubtype(of: other) {
      guard other.isSubtype(of: meta) else {
        throw raise(
          .typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
            + "metaclasses of all its bases")
      }
      meta = other
    }
    return meta
  }

  /// The namespace becomes the attributes of the class.
  private func fill(_ made: TypeObject, from namespace: DictObject) throws(Raised) {
    made.moduleName =
      namespace.get("__module__")?.asStr?.string
      ?? (state.pointee.frameCount > 0
        ? frames[state.pointee.frameCount - 1].globals.takeUnretainedValue().get("__name__")?.asStr?.string : nil)
      ?? "__main__"
    if namespace.get("__module__") == nil { made.set("__module__", str(made.moduleName)) }
    for index in 0..<namespace.entryCount {
      let entry = namespace.entries[index]
      guard let key = entry.key.asStr else { continue }
      switch key.string {
      case "__classcell__": continue
      case "__qualname__":
        guard let nested = entry.value.asStr else {
          throw raise(.typeError, "type __qualname__ must be a str, not \(typeName(entry.value))")
        }
        made.nestedName = nested.string
      case let name: made.set(heap.intern(name), adapted(name, entry.value))
      }
    }
    if made.hasAttributes, !made.hasSlotsOnly, !made.mro.dropFirst().contains(where: \.givesDictionary) {
      made.defineDictionary()
      // Numbers and sequences kept in their object have no room for it; sets have it already.
      if ![.int, .tuple, .bytes, .set].contains(made.layout) { made.defineWeakReference() }
    }
    // A class that compares by value is not hashable unless it says how.
    if namespace.get("__eq__") != nil, namespace.get("__hash__") == nil { made.set("__hash__", .none) }
    if namespace.get("__doc__") == nil { made.set("__doc__", .none) }
  }

  /// `__new__` is static and `__init_subclass__`, `__class_getitem__` are class methods without saying so. Owned.
  private func adapted(_ name: String, _ value: Value) -> Value {
    guard value.kind == .function else { return value.retained() }
    switch name {
    case "__new__": return Value(WrapperObject(value.retained(), kind: .staticMethod, heap: heap))
    case "__init_subclass__", "__class_getitem__":
      return Value(WrapperObject(value.retained(), kind: .classMethod, heap: heap))
    default: return value.retained()
    }
  }

  // MARK: Slots

  private func applySlots(_ type: TypeObject, _ namespace: DictObject) throws(Raised) {
    for base in type.bases { type.slotNames.formUnion(base.slotNames) }
    guard let slots = namespace.get("__slots__") else { return }
    let names = try slotNames(slots, type)
    let inheritsDict = type.bases.contains { $0.hasAttributes && !$0.hasSlotsOnly }
    type.hasSlotsOnly = !inheritsDict && !names.contains("__dict__")
    for name in names where name != "__dict__" && name != "__weakref__" {
      if namespace.get(name) != nil {
        throw raise(.valueError, "'\(name)' in __slots__ conflicts with class variable")
      }
      let interned = heap.intern(name)
      type.slotNames.insert(name)
      type.addsSlots = true
      type.set(interned, Value(MemberObject(interned, owner: type, heap: heap)))
    }
    if type.hasSlotsOnly, names.contains("__weakref__") { type.defineWeakReference() }
  }

  private func slotNames(_ slots: Value, _ type: TypeObject) throws(Raised) -> [String] {
    let items = slots.asStr == nil ? try array(slots) : [slots.retained()]
    defer { for item in items { item.release() } }
    var names: [String] = []
    if !items.isEmpty, type.layout.isVariableSized {
      throw raise(.typeError, "nonempty __slots__ not supported for subtype of '\(type.base?.name ?? "")'")
    }
    for item in items {
      guard let text = item.asStr else {
        throw raise(.typeError, "__slots__ items must be strings, not '\(typeName(item))'")
      }
      guard text.string.isIdentifier else { throw raise(.typeError, "__slots__ must be identifiers") }
      if text.string == "__dict__", type.bases.contains(where: { $0.hasAttributes && !$0.hasSlotsOnly }) {
        throw raise(.typeError, "__dict__ slot disallowed: we already got one")
      }
      if text.string == "__dict__", names.contains("__dict__") {
        throw raise(.typeError, "__dict__ slot disallowed: we already got one")
      }
      names.append(mangled(text.string, in: type.name))
    }
    return names
  }

  /// `__x` in class `A` is `_A__x`.
  private func mangled(_ name: String, in className: String) -> String {
    let stripped = className.drop { $0 == "_" }
    return name.hasPrefix("__") && !name.hasSuffix("__") && !stripped.isEmpty ? "_\(stripped)\(name)" : name
  }

  // MARK: Announcing

  /// `__set_name__` of the attributes, then `__init_subclass__` of the base.
  private func announce(
    _ type: TypeObject, _ namespace: DictObject, _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) {
    for index in 0..<namespace.entryCount {
      let entry = namespace.entries[index]
      guard entry.key.asStr != nil, !heap.types.special(.setName, of: entry.value).isUnbound else { continue }
      let (key, value) = (entry.key.retained(), entry.value.retained())
      defer {
        key.release()
        value.release()
      }
      do throws(Raised) {
        try callSpecial(.setName, value, Value(type), key)?.release()
      } catch {
        if stopReason != nil { throw error }
        let cause = takeRaised()
        let wrapped = raise(
          .runtimeError,
          "Error calling __set_name__ on '\(typeName(value))' instance '\(key.asStr?.string ?? "")' in '\(type.name)'")
        raised.asException?.cause = cause
        throw wrapped
      }
    }
    for base in type.mro.dropFirst() {
      guard let function = base.namespace.get(interned: heap.types.name(of: .initSubclass)) else { continue }
      let bound = try bindDescriptor(function, Value(type), type)
      defer { bound.release() }
      try call(bound, arguments: [], keywords: keywords).release()
      return
    }
  }

}

extension String {
  fileprivate var isIdentifier: Bool {
    guard let first = unicodeScalars.first else { return false }
    return (first == "_" || first.properties.isXIDStart) && unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }
}

extension Kind {
  /// Instances differ in size, so that nothing can stand after what they hold.
  fileprivate var isVariableSized: Bool { self == .int || self == .tuple || self == .bytes }
}
