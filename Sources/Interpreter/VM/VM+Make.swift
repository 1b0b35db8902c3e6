extension VM {
  package func str(_ text: String) -> Value { Value(StrObject.make(text, heap: heap)) }

  package func str(codePoints: [UInt32]) -> Value { Value(StrObject.make(codePoints, heap: heap)) }

  /// Takes over the counts of `values`.
  package func list(_ values: [Value]) -> Value { Value(ListObject.make(values, type: heap.types.list)) }

  /// Takes over the counts of `values`.
  package func tuple(_ values: [Value]) -> Value { Value(TupleObject.make(values, type: heap.types.tuple)) }

  /// A tuple of two, whose counts it takes over.
  @inline(__always)
  func pair(_ first: Value, _ second: Value) -> Value { Value(heap.pair(first, second)) }

  package func bytes(_ bytes: [UInt8]) -> Value { Value(BytesObject(bytes, type: heap.types.bytes)) }

  /// The name of a value's type, as error messages show it.
  package func typeName(_ value: Value) -> String { heap.types.of(value).nameInErrors }

  package func isInstance(_ value: Value, _ type: TypeObject) -> Bool {
    if case .object(let reference) = value {
      return reference._withUnsafeGuaranteedRef { $0.type.isSubtype(of: type) }
    }
    return heap.types.of(value).isSubtype(of: type)
  }
}

extension Heap {
  /// A tuple of two, whose counts it takes over.
  @inline(__always)
  func pair(_ first: Value, _ second: Value) -> Unmanaged<TupleObject> {
    let made = TupleObject.makeReference(count: 2, heap: self)
    let items = made._withUnsafeGuaranteedRef { $0.items }
    items[0] = first
    items[1] = second
    return made
  }
}

extension TypeObject {
  /// The name in error messages: a type that CPython writes in C is known there by its module's name too.
  package var nameInErrors: String {
    let hasModule =
      switch moduleName {
      case "array", "datetime", "decimal", "itertools", "re", "time", "_io", "_sre": true
      case "collections": ["deque", "defaultdict", "OrderedDict"].contains(name)
      case "types": ["GenericAlias", "SimpleNamespace", "UnionType"].contains(name)
      case "functools": ["partial", "_lru_cache_wrapper"].contains(name)
      default: false
      }
    return hasModule ? "\(moduleName).\(name)" : name
  }
}
