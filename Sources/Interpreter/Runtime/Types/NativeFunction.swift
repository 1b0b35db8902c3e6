/// The arguments of a Swift function, bound to its declared parameters and borrowed: `.unbound` for an absent
/// optional one, a tuple for `*args`, a dict for `**kwargs`.
package struct Arguments {
  package let base: UnsafeMutablePointer<Value>
  package let count: Int

  @inline(__always)
  package init(base: UnsafeMutablePointer<Value>, count: Int) {
    self.base = base
    self.count = count
  }

  @inline(__always)
  package subscript(_ index: Int) -> Value { base[index] }

  /// The argument, or nil if it was left out.
  @inline(__always)
  package func optional(_ index: Int) -> Value? {
    let value = base[index]
    return value.isUnbound ? nil : value
  }
}

package typealias NativeBody = (VM, Arguments) throws(Raised) -> Value

/// The body of a method that is given its receiver, checked, beside the arguments, of which it is the first. In a struct,
/// because Swift wraps a function in another one when it casts it, and casts a struct as it is.
struct NativeMethod<Receiver: Object> {
  let body: (VM, Receiver, Arguments) throws(Raised) -> Value
}

/// A function written in Swift. Its parameters are declared as Python would show them, and bound before the
/// body runs: `"iterable, /, *, key=None, reverse=False"`, `"*args, **kwargs"`.
package final class NativeFunctionObject: Object {
  package final let name: String
  /// Borrowed from the type it is a method of; nil for a function.
  final unowned(unsafe) let owner: TypeObject?
  /// A special method, in CPython's terms; methods of other names have other words for themselves.
  final let isSlotWrapper: Bool
  final let signatureText: StaticString
  // One of the two runs; an optional would have Swift count what they capture at every call.
  private final let body: NativeBody
  private final let method: NativeMethod<Object>
  private final let isMethod: Bool
  /// What stands behind the receiver of `method`.
  private final let receiverKind: Kind
  package final let documentation: String?
  /// Of a module's function: the module, by which error messages name it too.
  @exclusivity(unchecked) package final var moduleName: String?
  /// Of a class method: the class it was declared on, which error messages do not count as an argument.
  @exclusivity(unchecked) final fileprivate(set) var className: String?
  /// Owned: what the body has captured; `.unbound` for most.
  @exclusivity(unchecked) package final var captured: Value = .unbound
  /// Parsed at the first call that needs more than a count of positional arguments.
  final private(set) lazy var signature = Signature(parsing: signatureText)
  /// How many parameters there are, if all may be given by position; -1 if they need binding or that is not known yet.
  @exclusivity(unchecked) final private(set) var exactCount: Int = -1
  /// How many parameters there are, if positional arguments need no binding; -1 if they do or that is not known yet.
  @exclusivity(unchecked) final private(set) var directCount: Int32 = -1
  @exclusivity(unchecked) final private(set) var requiredCount: Int32 = 0
  @exclusivity(unchecked) final private(set) var positionalCount: Int32 = 0
  @exclusivity(unchecked) private final var isPrepared = false

  /// Known after the first call that is not direct; nil too if binding needs the general way.
  @exclusivity(unchecked) final private(set) var layout: NativeLayout?

  /// How many arguments the body gets when `count` positional ones are given; -1 if they need binding.
  @inline(__always)
  final func argumentCount(whenGiven count: Int) -> Int {
    count >= requiredCount && count <= positionalCount ? Int(directCount) : -1
  }

  package convenience init(
    _ name: String, _ signature: StaticString, owner: TypeObject? = nil, documentation: String? = nil, heap: Heap,
    body: @escaping NativeBody
  ) {
    self.init(
      name, signature, owner: owner, documentation: documentation, heap: heap, body: body,
      method: NativeMethod { (_, _, _) in .none }, receiverKind: nil)
  }

  /// A method of the receivers that `kind` stands for.
  convenience init(
    _ name: String, _ signature: StaticString, owner: TypeObject, receiver kind: Kind, method: NativeMethod<Object>
  ) {
    self.init(
      name, signature, owner: owner, documentation: nil, heap: owner.heap, body: { (_, _) in .none }, method: method,
      receiverKind: kind)
  }

  private init(
    _ name: String, _ signature: StaticString, owner: TypeObject?, documentation: String?, heap: Heap,
    body: @escaping NativeBody, method: NativeMethod<Object>, receiverKind: Kind?
  ) {
    self.name = name
    self.owner = owner
    signatureText = signature
    self.documentation = documentation
    self.body = body
    self.method = method
    isMethod = receiverKind != nil
    self.receiverKind = receiverKind ?? .instance
    isSlotWrapper = owner != nil && NativeFunctionObject.isSlot(name, owner?.layout)
    super.init(
      kind: .native,
      type: owner == nil
        ? heap.types.builtinFunction : isSlotWrapper ? heap.types.wrapperDescriptor : heap.types.methodDescriptor)
  }

  /// Runs the body with bound arguments.
  @inline(__always)
  final func invoke(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if !isMethod { return try body(vm, arguments) }
    guard case .object(let receiver) = arguments[0],
      receiver._withUnsafeGuaranteedRef({ $0.kind == receiverKind })
    else { throw vm.raiseReceiver(name, owner?.name ?? "", arguments[0]) }
    return try receiver.borrowed { (receiver) throws(Raised) in
      try method.body(vm, receiver, arguments)
    }
  }

  /// What CPython keeps in the slots of a type, and wraps when it is asked for by name; other methods it has as such.
  private static func isSlot(_ name: String, _ layout: Kind?) -> Bool {
    guard name.hasPrefix("__"), name.hasSuffix("__") else { return false }
    switch name {
    case "__getitem__" where layout == .list || layout == .dict: return false
    case "__contains__" where layout == .dict || layout == .set: return false
    case "__format__", "__bytes__", "__dir__", "__reversed__", "__round__", "__trunc__", "__floor__", "__ceil__",
      "__missing__", "__length_hint__", "__complex__", "__sizeof__", "__reduce__", "__reduce_ex__", "__getstate__",
      "__setstate__", "__instancecheck__", "__subclasscheck__", "__subclasses__", "__set_name__", "__enter__",
      "__exit__", "__getnewargs__", "__copy__", "__deepcopy__", "__prepare__", "__init_subclass__",
      "__class_getitem__", "__getformat__", "__mro_entries__":
      return false
    default: return true
    }
  }

  package override func dropReferences() { captured.release() }

  deinit { layout?.free() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(captured) }

  /// Learns how to bind arguments; where there is nothing to bind, positional ones are passed on directly from now on.
  final func prepare() {
    if isPrepared { return }
    isPrepared = true
    layout = NativeLayout(signature, heap: type.heap)
    if layout == nil || signature.hasVariadic || signature.hasKeywordVariadic { return }
    requiredCount = Int32(truncatingIfNeeded: signature.requiredCount)
    positionalCount = Int32(truncatingIfNeeded: signature.positionalCount)
    directCount = Int32(truncatingIfNeeded: signature.parameters.count)
    if positionalCount == directCount { exactCount = Int(directCount) }
  }
}

/// An attribute computed in Swift: `tensor.grad`, `complex.real`.
package final class NativePropertyObject: Object {
  package let name: String
  /// The type it is an attribute of, borrowed; nil for a class of the notebook, which may go before it.
  final unowned(unsafe) let owner: TypeObject?
  final let ownerName: String
  package let get: (VM, Value) throws(Raised) -> Value
  /// The second value is `.unbound` for `del`; nil if the attribute is read-only.
  package let set: ((VM, Value, Value) throws(Raised) -> Void)?
  /// Owned; what a program gave it.
  @exclusivity(unchecked) final var documentation: Value = .none

  package init(
    _ name: String, owner: TypeObject? = nil, heap: Heap, get: @escaping (VM, Value) throws(Raised) -> Value,
    set: ((VM, Value, Value) throws(Raised) -> Void)?, type: TypeObject? = nil
  ) {
    self.name = name
    self.owner = owner.flatMap { $0.isUserDefined ? nil : $0 }
    ownerName = owner?.name ?? ""
    self.get = get
    self.set = set
    super.init(kind: .nativeProperty, type: type ?? heap.types.getsetDescriptor)
  }

  package override func dropReferences() { documentation.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(documentation) }
}

extension TypeObject {
  /// Declares a method written in Swift; `self` is the first parameter and argument 0. `__new__` is static, as ever.
  package func define(_ name: String, _ signature: StaticString, _ body: @escaping NativeBody) {
    let function = Value(NativeFunctionObject(name, signature, owner: self, heap: heap, body: body))
    set(name, name == "__new__" ? Value(WrapperObject(function, kind: .staticMethod, heap: heap)) : function)
  }

  /// Declares a static method: no receiver.
  package func defineStatic(_ name: String, _ signature: StaticString, _ body: @escaping NativeBody) {
    let function = NativeFunctionObject(name, signature, heap: heap, body: body)
    set(name, Value(WrapperObject(Value(function), kind: .staticMethod, heap: heap)))
  }

  /// Declares a class method: argument 0 is the class.
  package func defineClass(_ name: String, _ signature: StaticString, _ body: @escaping NativeBody) {
    let function = NativeFunctionObject(name, signature, heap: heap, body: body)
    function.className = self.name
    let type = heap.types.classMethodDescriptor
    set(name, Value(WrapperObject(Value(function), kind: .classMethod, type: type, heap: heap)))
  }

  /// Declares a computed attribute.
  package func defineProperty(
    _ name: String, get: @escaping (VM, Value) throws(Raised) -> Value,
    set setter: ((VM, Value, Value) throws(Raised) -> Void)? = nil
  ) {
    set(name, Value(NativePropertyObject(name, owner: self, heap: heap, get: get, set: setter)))
  }
}
