/// `staticmethod` and `classmethod`: a function with another way of binding.
package final class WrapperObject: Object {
  package let function: Value

  /// Takes over the caller's count.
  init(_ function: Value, kind: Kind, type: TypeObject? = nil, heap: Heap) {
    self.function = function
    super.init(kind: kind, type: type ?? (kind == .staticMethod ? heap.types.staticMethod : heap.types.classMethod))
    track()
  }

  package override func dropReferences() { function.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(function) }
}

/// `property`: getter, setter, deleter, each a callable or None.
package final class PropertyObject: Object {
  @exclusivity(unchecked) final private(set) var getter: Value
  @exclusivity(unchecked) final private(set) var setter: Value
  @exclusivity(unchecked) final private(set) var deleter: Value
  @exclusivity(unchecked) final var documentation: Value
  /// What a class calls it, or `.unbound`; owned.
  @exclusivity(unchecked) final var name: Value = .unbound

  /// The documentation is that of the getter.
  @exclusivity(unchecked) final var takesDocumentation = true

  /// Takes over the counts of all, in place of what there was.
  final func fill(getter: Value, setter: Value, deleter: Value, documentation: Value) {
    let old = [self.getter, self.setter, self.deleter, self.documentation]
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.documentation = documentation
    for value in old { value.release() }
  }

  /// Retains all.
  init(getter: Value, setter: Value, deleter: Value, documentation: Value, type: TypeObject) {
    self.getter = getter.retained()
    self.setter = setter.retained()
    self.deleter = deleter.retained()
    self.documentation = documentation.retained()
    super.init(kind: .property, type: type)
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(getter)
    visit(setter)
    visit(deleter)
    visit(documentation)
    visit(name)
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
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(start))
    visit(object)
    visit(Value(objectType))
  }
}

/// A name in `__slots__`, as the class has it: the value is the object's own attribute of that name.
package final class MemberObject: Object {
  /// Interned, borrowed.
  unowned(unsafe) let name: StrObject
  /// Retained.
  let owner: TypeObject

  var ownerName: String { owner.name }

  /// None until it is set, where others raise.
  let isOptional: Bool

  init(_ name: StrObject, owner: TypeObject, isOptional: Bool = false, heap: Heap) {
    self.isOptional = isOptional
    self.name = name
    self.owner = owner
    super.init(kind: .member, type: heap.types.memberDescriptor)
    owner.refCount &+= 1
    track()
  }

  package override func dropReferences() { Value(owner).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(owner)) }
}
