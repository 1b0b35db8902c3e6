/// `_array`: the class of the module `array`, which presents it to the abstract classes.
enum ArrayModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_array", heap: vm.heap)
    let type = vm.heap.types.make("array", .foreign, module: "array")
    installConstruction(type)
    installProtocol(type, vm)
    installItems(type)
    installMethods(type)
    installConversions(type)
    module.namespace.set("array", Value(type))
    module.namespace.set("ArrayType", type.retainedValue)
    module.namespace.set("typecodes", vm.str(ArrayItem.letters))
    return module
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], type)
      let given = a[1].asTuple?.values.map { $0 } ?? []
      if cls === type, a[2].asDict.map({ $0.count > 0 }) ?? false {
        throw vm.raise(.typeError, "array.array() takes no keyword arguments")
      }
      guard given.count >= 1 else { throw vm.raise(.typeError, "array() takes at least 1 argument (0 given)") }
      guard given.count <= 2 else {
        throw vm.raise(.typeError, "array() takes at most 2 arguments (\(given.count) given)")
      }
      let item = try kind(given[0], vm)
      let array = ArrayObject(item, [], type: cls)
      do throws(Raised) {
        if given.count == 2 { try fill(array, given[1], vm) }
      } catch {
        Value(array).release()
        throw error
      }
      return Value(array)
    }
    type.set("__hash__", .none)
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }

  private static func kind(_ value: Value, _ vm: VM) throws(Raised) -> ArrayItem {
    guard let letter = value.asStr, letter.count == 1 else {
      throw vm.raise(.typeError, "array() argument 1 must be a unicode character, not \(vm.typeName(value))")
    }
    guard let byte = UInt8(exactly: letter.codePoints[0]), let item = ArrayItem(rawValue: byte) else {
      throw vm.raise(.valueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
    }
    return item
  }

  private static func fill(_ array: ArrayObject, _ source: Value, _ vm: VM) throws(Raised) {
    let letter = array.item.letter
    if let text = source.asStr {
      guard array.item == .character else {
        throw vm.raise(.typeError, "cannot use a str to initialize an array with typecode '\(letter)'")
      }
      return try append(text, to: array, vm)
    }
    if let other = source.foreign(ArrayObject.self) {
      if other.item == .character && array.item != .character {
        throw vm.raise(.typeError, "cannot use a unicode array to initialize an array with typecode '\(letter)'")
      }
      if other.item == array.item { return try array.append(other.bytes, vm) }
    }
    if source.asBytes != nil || source.foreign(ByteArrayObject.self) != nil {
      return try append(bytes: source.byteBuffer ?? [], to: array, vm)
    }
    try appendItems(of: source, to: array, vm)
  }

  static func append(_ text: StrObject, to array: ArrayObject, _ vm: VM) throws(Raised) {
    try vm.checkSize(text.count * 4)
    let bytes = text.codePoints.flatMap { point in (0..<4).map { UInt8(truncatingIfNeeded: point >> (8 * $0)) } }
    try array.append(bytes, vm)
  }

  static func append(bytes: [UInt8], to array: ArrayObject, _ vm: VM) throws(Raised) {
    if bytes.count % array.item.size != 0 {
      throw vm.raise(.valueError, "bytes length not a multiple of item size")
    }
    try array.append(bytes, vm)
  }

  /// Appends what an iterable gives, one by one: those before one that does not fit stay.
  static func appendItems(of source: Value, to array: ArrayObject, _ vm: VM) throws(Raised) {
    try vm.forEach(source) { (value) throws(Raised) in try array.append(try array.item.bytes(value, vm), vm) }
  }
}
