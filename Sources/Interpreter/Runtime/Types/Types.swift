/// The builtin types of a heap, by name, and the interned names of the special methods.
package final class Types {
  package let object: TypeObject
  package let type: TypeObject
  package let str: TypeObject
  package let dict: TypeObject
  /// Whether the types of the beginning have their documentation, so that later ones declare their own.
  @exclusivity(unchecked) final var areDocumented = false
  @exclusivity(unchecked) package final private(set) var none: TypeObject!
  @exclusivity(unchecked) package final private(set) var ellipsis: TypeObject!
  @exclusivity(unchecked) package final private(set) var notImplemented: TypeObject!
  @exclusivity(unchecked) package final private(set) var int: TypeObject!
  @exclusivity(unchecked) package final private(set) var bool: TypeObject!
  @exclusivity(unchecked) package final private(set) var float: TypeObject!
  @exclusivity(unchecked) package final private(set) var complex: TypeObject!
  @exclusivity(unchecked) package final private(set) var bytes: TypeObject!
  @exclusivity(unchecked) package final private(set) var byteArray: TypeObject!
  @exclusivity(unchecked) package final private(set) var memoryView: TypeObject!
  @exclusivity(unchecked) package final private(set) var list: TypeObject!
  @exclusivity(unchecked) package final private(set) var tuple: TypeObject!
  @exclusivity(unchecked) package final private(set) var set: TypeObject!
  @exclusivity(unchecked) package final private(set) var frozenset: TypeObject!
  @exclusivity(unchecked) package final private(set) var range: TypeObject!
  @exclusivity(unchecked) package final private(set) var slice: TypeObject!
  @exclusivity(unchecked) package final private(set) var function: TypeObject!
  @exclusivity(unchecked) package final private(set) var builtinFunction: TypeObject!
  @exclusivity(unchecked) package final private(set) var methodDescriptor: TypeObject!
  @exclusivity(unchecked) package final private(set) var wrapperDescriptor: TypeObject!
  @exclusivity(unchecked) package final private(set) var methodWrapper: TypeObject!
  @exclusivity(unchecked) package final private(set) var boundMethod: TypeObject!
  @exclusivity(unchecked) package final private(set) var builtinMethod: TypeObject!
  @exclusivity(unchecked) package final private(set) var property: TypeObject!
  @exclusivity(unchecked) package final private(set) var getsetDescriptor: TypeObject!
  @exclusivity(unchecked) package final private(set) var memberDescriptor: TypeObject!
  @exclusivity(unchecked) package final private(set) var staticMethod: TypeObject!
  @exclusivity(unchecked) package final private(set) var classMethod: TypeObject!
  /// The class methods of builtin types.
  @exclusivity(unchecked) package final private(set) var classMethodDescriptor: TypeObject!
  @exclusivity(unchecked) package final private(set) var superType: TypeObject!
  @exclusivity(unchecked) package final private(set) var generator: TypeObject!
  @exclusivity(unchecked) package final private(set) var cell: TypeObject!
  @exclusivity(unchecked) package final private(set) var code: TypeObject!
  @exclusivity(unchecked) package final private(set) var module: TypeObject!
  @exclusivity(unchecked) package final private(set) var traceback: TypeObject!
  @exclusivity(unchecked) package final private(set) var frame: TypeObject!
  @exclusivity(unchecked) package final private(set) var dictKeys: TypeObject!
  @exclusivity(unchecked) package final private(set) var dictValues: TypeObject!
  @exclusivity(unchecked) package final private(set) var dictItems: TypeObject!
  @exclusivity(unchecked) package final private(set) var genericAlias: TypeObject!
  @exclusivity(unchecked) package final private(set) var union: TypeObject!
  @exclusivity(unchecked) package final private(set) var mappingProxy: TypeObject!
  /// `abc.ABCMeta` once that module is imported; the module keeps it.
  package unowned(unsafe) var abstractMeta: TypeObject?
  /// `__new__` of classes with abstract methods; owned.
  package var abstractNew: Value = .unbound
  @exclusivity(unchecked) package final private(set) var iterators: IteratorTypes!
  /// The exception classes, by `ExceptionType`.
  @exclusivity(unchecked) package final private(set) var exceptions: [TypeObject] = []

  private unowned(unsafe) let heap: Heap
  @exclusivity(unchecked) private final var specialNames: [StrObject] = []
  @exclusivity(unchecked) private final var specialMethods: [ObjectIdentifier: SpecialMethod] = [:]

  /// Only the types that everything else is made of; `populate` adds the rest once the heap has these.
  init(heap: Heap) {
    self.heap = heap
    object = TypeObject(bootstrap: "object", base: nil, heap: heap)
    type = TypeObject(bootstrap: "type", base: object, heap: heap)
    str = TypeObject(bootstrap: "str", base: object, heap: heap, layout: .str)
    dict = TypeObject(bootstrap: "dict", base: object, heap: heap, layout: .dict)
    for made in [object, type, str, dict] { made.type = type }
  }

  func populate(_ heap: Heap) {
    for method in SpecialMethod.allCases {
      let name = heap.intern(method.name)
      specialNames.append(name)
      specialMethods[ObjectIdentifier(name)] = method
    }
    for made in [object, type, str, dict] { made.attachNamespace() }
    none = make("NoneType", .instance, isFinal: true)
    ellipsis = make("ellipsis", .instance, isFinal: true)
    notImplemented = make("NotImplementedType", .instance, isFinal: true)
    int = make("int", .int)
    bool = make("bool", .int, base: int, isFinal: true)
    float = make("float", .float)
    complex = make("complex", .complex)
    bytes = make("bytes", .bytes)
    byteArray = make("bytearray", .foreign)
    memoryView = make("memoryview", .foreign, isFinal: true)
    list = make("list", .list)
    tuple = make("tuple", .tuple)
    set = make("set", .set)
    frozenset = make("frozenset", .set)
    range = make("range", .range, isFinal: true)
    slice = make("slice", .slice, isFinal: true)
    function = make("function", .function, isFinal: true, hasAttributes: true)
    builtinFunction = make("builtin_function_or_method", .native, isFinal: true)
    methodDescriptor = make("method_descriptor", .native, isFinal: true)
    wrapperDescriptor = make("wrapper_descriptor", .native, isFinal: true)
    methodWrapper = make("method-wrapper", .boundMethod, isFinal: true)
    boundMethod = make("method", .boundMethod, isFinal: true)
    builtinMethod = make("builtin_function_or_method", .boundMethod, isFinal: true)
    property = make("property", .property)
    memberDescriptor = make("member_descriptor", .member, isFinal: true)
    getsetDescriptor = make("getset_descriptor", .nativeProperty, isFinal: true)
    staticMethod = make("staticmethod", .staticMethod, hasAttributes: true)
    classMethod = make("classmethod", .classMethod, hasAttributes: true)
    classMethodDescriptor = make("classmethod_descriptor", .classMethod, base: classMethod, isFinal: true)
    superType = make("super", .superProxy)
    generator = make("generator", .generator, isFinal: true)
    cell = make("cell", .cell, isFinal: true)
    code = make("code", .code, isFinal: true)
    module = make("module", .module, hasAttributes: true)
    frame = make("frame", .foreign, isFinal: true)
    traceback = make("traceback", .traceback, isFinal: true)
    dictKeys = make("dict_keys", .iterator, isFinal: true)
    dictValues = make("dict_values", .iterator, isFinal: true)
    dictItems = make("dict_items", .iterator, isFinal: true)
    genericAlias = make("GenericAlias", .foreign, isFinal: true, module: "types")
    union = make("UnionType", .foreign, isFinal: true, module: "types")
    mappingProxy = make("mappingproxy", .foreign, isFinal: true)
    iterators = IteratorTypes(self)
    for exception in ExceptionType.allCases {
      let base = exception.base.map { exceptions[Int($0.rawValue)] } ?? object
      exceptions.append(
        exception == .exceptionGroup
          ? makeExceptionGroup(base) : make(exception.name, .exception, base: base, hasAttributes: true))
    }
  }

  /// `ExceptionGroup`, the one exception with two bases.
  private func makeExceptionGroup(_ base: TypeObject) -> TypeObject {
    let exception = self[.exception]
    let made = TypeObject(
      name: "ExceptionGroup", metatype: type, bases: [base, exception], mro: [base] + exception.mro,
      layout: .exception, isUserDefined: false, heap: heap)
    made.hasAttributes = true
    return made
  }

  /// A new type written in Swift.
  package func make(
    _ name: String, _ layout: Kind, base: TypeObject? = nil, isFinal: Bool = false, hasAttributes: Bool = false,
    module: String = "builtins"
  ) -> TypeObject {
    let base = base ?? object
    let made = TypeObject(
      name: name, metatype: type, bases: [base], mro: base.mro, layout: layout, isUserDefined: false, heap: heap)
    made.isFinal = isFinal
    made.hasAttributes = hasAttributes || base.hasAttributes
    made.moduleName = module
    if areDocumented, base === object { made.declareUndocumented(heap.intern("__doc__")) }
    if hasAttributes, !base.hasAttributes, getsetDescriptor != nil { made.defineDictionary() }
    return made
  }

  package subscript(_ exception: ExceptionType) -> TypeObject { exceptions[Int(exception.rawValue)] }

  /// The interned `__name__` of a special method, borrowed.
  package func name(of method: SpecialMethod) -> StrObject { specialNames[method.index] }

  /// The special method of an interned name; nil for ordinary names.
  func specialMethod(named name: StrObject) -> SpecialMethod? { specialMethods[ObjectIdentifier(name)] }

  /// The special method of the value's type, borrowed; `.unbound` if there is none.
  @inline(__always)
  final func special(_ method: SpecialMethod, of value: Value) -> Value {
    if case .object(let reference) = value { return reference._withUnsafeGuaranteedRef { $0.type[method] } }
    return of(value)[method]
  }

  /// The type of any value, borrowed.
  package final func of(_ value: Value) -> TypeObject {
    switch value {
    case .object(let reference): reference._withUnsafeGuaranteedRef { $0.type }
    case .int: int
    case .float: float
    case .bool: bool
    case .noneTag, .unboundTag: none
    case .ellipsis: ellipsis
    case .notImplemented: notImplemented
    }
  }
}
