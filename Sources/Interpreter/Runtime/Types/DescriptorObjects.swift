/// `staticmethod` and `classmethod`: a function with another way of binding.
package final class WrapperObject: Object {
  package let function: Value

  /// Takes over the caller's count.
  init(_ function: Value, kind: Kind, heap: Heap) {
    self.function = function
    super.init(kind: kind, type: kind == .staticMethod ? heap.types.staticMethod : heap.types.classMethod)
    heap.track(self)
  }

  package override func dropReferences() { function.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(function) }
}

/// `property`: getter, setter, deleter, each a callable or None.
package final class PropertyObject: Object {
  let getter: Value
  let setter: Value
  let deleter: Value
  let documentation: Value

  /// Retains all.
  init(getter: Value, setter: Value, deleter: Value, documentation: Value, type: TypeObject) {
    self.getter = getter.retained()
    self.setter = setter.retained()
    self.deleter = deleter.retained()
    self.documentation = documentation.retained()
    super.init(kind: .property, type: type)
    type.heap.track(self)
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(getter)
    visit(setter)
    visit(deleter)
    visit(documentation)
  }
}

/// `super()`: attributes are looked up on `object` after `start` in its type's order.
package final class SuperObject: Object {
  let start: TypeObject
  let object: Value
  let objectType: TypeObject

  /// Retains all.
  init(start: TypeObject, object: Value, objectType: TypeObject, heap: Heap) {
    self.start = start
    self.object = object.retained()
    self.objectType = objectType
    start.refCount &+= 1
    objectType.refCount &+= 1
    super.init(kind: .superProxy, type: heap.types.superType)
    heap.track(self)
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(start))
    visit(object)
    visit(Value(objectType))
  }
}
