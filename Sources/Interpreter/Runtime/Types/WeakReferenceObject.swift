/// `weakref.ref`, or what stands behind a proxy: it does not keep its object alive.
package final class WeakReferenceObject: Object {
  /// nil once the object is gone.
  @exclusivity(unchecked) private(set) final var target: Unmanaged<Object>?
  /// Called with the reference when the object goes; None if nothing is. Owned.
  @exclusivity(unchecked) private final var callback: Value
  /// The hash of the object, kept for when it is gone.
  @exclusivity(unchecked) final var knownHash: Int?

  /// Retains the callback.
  init(_ target: Object, callback: Value, type: TypeObject) {
    self.target = Unmanaged.passUnretained(target)
    self.callback = callback.retained()
    super.init(kind: .foreign, type: type)
    let heap = type.heap
    target.care.insert(.weaklyReferenced)
    heap.weakReferences[ObjectIdentifier(target), default: []].append(Unmanaged.passUnretained(self))
    track()
  }

  /// The object, owned, or nil.
  final var object: Value? { target?._withUnsafeGuaranteedRef { $0.refCount > 0 ? $0.retainedValue : nil } }

  final var hasCallback: Bool { !callback.isNone }

  final var callbackValue: Value { callback }

  /// The callback, owned by the caller from now on.
  final func takeCallback() -> Value {
    let value = callback
    callback = .none
    return value
  }

  final func clear() { target = nil }

  package override func dropReferences() {
    callback.release()
    callback = .none
    guard let target else { return }
    self.target = nil
    let key = target._withUnsafeGuaranteedRef { ObjectIdentifier($0) }
    let me = Unmanaged.passUnretained(self).toOpaque()
    type.heap.weakReferences[key]?.removeAll { $0.toOpaque() == me }
    if type.heap.weakReferences[key]?.isEmpty == true { type.heap.weakReferences[key] = nil }
  }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(callback) }
}

extension Heap {
  /// The weak references to an object give nothing from now on; those that are alive call back.
  final func clearWeakReferences(to object: Object) {
    object.care.remove(.weaklyReferenced)
    guard let references = weakReferences.removeValue(forKey: ObjectIdentifier(object)) else { return }
    for reference in references { reference._withUnsafeGuaranteedRef { $0.clear() } }
    let calling = references.filter { reference in
      reference._withUnsafeGuaranteedRef { $0.hasCallback && $0.isAlive }
    }
    for reference in calling { reference._withUnsafeGuaranteedRef { $0.refCount &+= 1 } }
    for reference in calling.reversed() { reference._withUnsafeGuaranteedRef { weakCallback?($0) } }
    for reference in calling { Value.object(Unmanaged<Object>.fromOpaque(reference.toOpaque())).release() }
  }

  /// The oldest reference of this type without a callback, borrowed: it is used again.
  final func plainWeakReference(to object: Object, type: TypeObject) -> WeakReferenceObject? {
    weakReferences[ObjectIdentifier(object)]?.first { reference in
      reference._withUnsafeGuaranteedRef { !$0.hasCallback && $0.type === type && $0.isAlive }
    }?.takeUnretainedValue()
  }
}
