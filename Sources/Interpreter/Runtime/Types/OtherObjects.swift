/// An object without data of its own: attributes only.
package final class InstanceObject: Object {
  private init(type: TypeObject) {
    super.init(kind: .instance, type: type)
    track()
  }

  package static func make(type: TypeObject) -> Unmanaged<InstanceObject> {
    let kept = type.heapReference._withUnsafeGuaranteedRef {
      $0.reuse(PoolIndex.instance.rawValue, as: InstanceObject.self, type: type)
    }
    return kept ?? .passUnretained(InstanceObject(type: type))
  }
}

/// An imported module.
package final class ModuleObject: Object {
  package let name: String
  package let namespace: DictObject
  /// Has modules inside it.
  package var isPackage = false
  /// Was loaded from a file of the notebook's folder.
  var isFile = false
  /// Was made by calling `ModuleType`.
  private(set) var isMade = false
  /// Its code is still running.
  var isInitializing = false
  /// A package, written in Swift or a folder.
  var hasParts: Bool { isPackage || namespace.get("__path__") != nil }
  /// The message for a name that the real module has and this one lacks; nil for names neither has.
  package var unavailable: ((String) -> String?)?

  package init(name: String, heap: Heap) {
    self.name = name
    namespace = DictObject.make(heap: heap)
    super.init(kind: .module, type: heap.types.module)
    namespace.set("__name__", Value(StrObject.make(name, heap: heap)))
    track()
  }

  /// `ModuleType(name)`, of a class that may be the notebook's own.
  init(name: String, type: TypeObject) {
    self.name = name
    namespace = DictObject.make(heap: type.heap)
    isMade = true
    super.init(kind: .module, type: type)
    track()
  }

  /// A module whose names exist already; retains the namespace.
  init(name: String, namespace: DictObject, heap: Heap) {
    self.name = name
    self.namespace = namespace
    namespace.refCount &+= 1
    super.init(kind: .module, type: heap.types.module)
    track()
  }

  package override func dropReferences() { namespace.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(namespace)) }

  /// Declares a function of the module.
  package func define(_ name: String, _ signature: StaticString, _ body: @escaping NativeBody) {
    let function = NativeFunctionObject(name, signature, heap: type.heap, body: body)
    function.moduleName = self.name
    namespace.set(name, Value(function))
  }
}

package final class SliceObject: Object {
  @exclusivity(unchecked) package private(set) final var start: Value
  @exclusivity(unchecked) package private(set) final var stop: Value
  @exclusivity(unchecked) package private(set) final var step: Value

  private init(start: Value, stop: Value, step: Value, heap: Heap) {
    self.start = start
    self.stop = stop
    self.step = step
    super.init(kind: .slice, type: heap.types.slice)
  }

  /// Takes over the caller's counts of all; None where left out.
  @inline(__always)
  package static func make(start: Value, stop: Value, step: Value, heap: Heap) -> Unmanaged<SliceObject> {
    guard let kept = heap.reusePlain(PoolIndex.slice.rawValue, as: SliceObject.self, type: heap.plainSlice) else {
      return .passUnretained(SliceObject(start: start, stop: stop, step: step, heap: heap))
    }
    kept._withUnsafeGuaranteedRef { kept in
      kept.start = start
      kept.stop = stop
      kept.step = step
    }
    return kept
  }

  package override func dropReferences() {
    start.release()
    stop.release()
    step.release()
  }
}

/// A `range` whose bounds fit 64 bits.
package final class RangeObject: Object {
  package let start: Int
  package let stop: Int
  package let step: Int
  package let count: Int

  /// - Parameter step: not zero.
  package init(start: Int, stop: Int, step: Int, heap: Heap) {
    self.start = start
    self.stop = stop
    self.step = step
    if step > 0 ? start >= stop : start <= stop {
      count = 0
    } else {
      // As unsigned, where the distance always fits.
      let distance = step > 0 ? UInt(bitPattern: stop &- start) : UInt(bitPattern: start &- stop)
      let (quotient, remainder) = distance.quotientAndRemainder(dividingBy: step.magnitude)
      count = Int(truncatingIfNeeded: quotient &+ (remainder == 0 ? 0 : 1))
    }
    super.init(kind: .range, type: heap.types.range)
  }

  /// The item at an index within `0..<count`.
  package subscript(_ index: Int) -> Int { start &+ index &* step }
}

package final class BytesObject: Object {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8], type: TypeObject) {
    self.bytes = bytes
    super.init(kind: .bytes, type: type)
    charge(bytes.count)
  }

  package override func dropReferences() { discharge(bytes.count) }
}

/// An iterator written in Swift: `list_iterator`, `enumerate`, `zip`, `map`, …
package class IteratorObject: Object {
  /// - Parameter kind: one of the iterator kinds; those that `for` knows have their own.
  package init(type: TypeObject, kind: Kind = .iterator) {
    super.init(kind: kind, type: type)
    track()
  }

  /// The next value, owned by the caller; nil when there is none (and from then on).
  package func next(_ vm: VM) throws(Raised) -> Value? { nil }
}
