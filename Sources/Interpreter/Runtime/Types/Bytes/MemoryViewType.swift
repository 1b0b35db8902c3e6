enum MemoryViewType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.memoryView!
    type.define("__new__", "cls, object") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.memoryView)
      if let bytes = a[1].asBytes {
        return Value(
          MemoryViewObject(
            bytes, offset: 0, stride: 1, count: bytes.bytes.count, format: "B", itemSize: 1, isReadOnly: true,
            type: cls))
      }
      if let view = a[1].foreign(MemoryViewObject.self) {
        let whole = SliceIndices(start: 0, stop: view.count, step: 1, count: view.count)
        guard let same = view.part(whole) else { throw released(vm) }
        same.dimensions = view.dimensions
        return Value(same)
      }
      guard let exporter = a[1].object as? any BufferExporter else {
        throw vm.raise(
          .typeError, "memoryview: a bytes-like object is required, not '\(vm.typeName(a[1]))'")
      }
      let size = exporter.bufferItemSize
      return Value(
        MemoryViewObject(
          exporter, offset: 0, stride: size, count: exporter.bufferBytes.count / size,
          format: exporter.bufferFormat, itemSize: size, isReadOnly: exporter.isBufferReadOnly, type: cls))
    }
    installProtocol(type)
    installItems(type)
    installConversions(type)
    installProperties(type)
  }

  static func released(_ vm: VM) -> Raised {
    vm.raise(.valueError, "operation forbidden on released memoryview object")
  }

  private static func installProtocol(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let view = a[0].foreign(MemoryViewObject.self) else {
        throw vm.raiseReceiver("__repr__", "memoryview", a[0])
      }
      return vm.str("<\(view.source == nil ? "released memory" : "memory") at \(vm.address(a[0]))>")
    }
    type.defineMemoryView("__len__", "self, /") { (_, view, _) throws(Raised) in
      .int(view.dimensions.map { $0.first ?? 1 } ?? view.count)
    }
    type.defineMemoryView("__hash__", "self, /") { (vm, view, _) throws(Raised) in
      if !view.isReadOnly { throw vm.raise(.valueError, "cannot hash writable memoryview object") }
      guard ["B", "b", "c"].contains(view.format) else {
        throw vm.raise(.valueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
      }
      let bytes = vm.bytes(view.bufferBytes)
      defer { bytes.release() }
      return .int(try vm.hash(bytes))
    }
    for (name, wanted) in [("__eq__", true), ("__ne__", false)] {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        guard let view = a[0].foreign(MemoryViewObject.self) else {
          throw vm.raiseReceiver(name, "memoryview", a[0])
        }
        if a[0].object === a[1].object { return .bool(wanted) }
        guard let bytes = a[1].byteBuffer else { return .notImplemented }
        if view.source == nil { return .bool(!wanted) }
        if view.dimensions != a[1].foreign(MemoryViewObject.self)?.dimensions { return .bool(!wanted) }
        let exporter = a[1].object as? any BufferExporter
        return .bool(try same(view, bytes, exporter?.bufferFormat ?? "B", exporter?.bufferItemSize ?? 1, vm) == wanted)
      }
    }
    type.defineMemoryView("__enter__", "self, /") { (_, view, _) throws(Raised) in view.retainedValue }
    type.define("__exit__", "self, /, *exc_info") { (vm, a) throws(Raised) in try release(vm, a[0]) }
    type.define("release", "self, /") { (vm, a) throws(Raised) in try release(vm, a[0]) }
  }

  private static func release(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    guard let view = value.foreign(MemoryViewObject.self) else {
      throw vm.raiseReceiver("release", "memoryview", value)
    }
    if view.bufferViews > 0 {
      throw vm.raise(
        .bufferError, "memoryview has \(view.bufferViews) exported buffer\(view.bufferViews == 1 ? "" : "s")")
    }
    view.letGo()
    return .none
  }

  /// Whether the items are equal, whatever they are stored as.
  private static func same(
    _ view: MemoryViewObject, _ bytes: [UInt8], _ format: String, _ size: Int, _ vm: VM
  ) throws(Raised) -> Bool {
    if view.count != bytes.count / size { return false }
    if view.format == format && format != "f" && format != "d" { return view.bufferBytes == bytes }
    for index in 0..<view.count {
      let x = MemoryItem.value(view.itemBytes(index..<(index + 1)), view.format, vm)
      let y = MemoryItem.value(Array(bytes[(index * size)..<((index + 1) * size)]), format, vm)
      defer {
        x.release()
        y.release()
      }
      let result = try vm.compare(.eq, x, y)
      defer { result.release() }
      if try !vm.isTrue(result) { return false }
    }
    return true
  }

  private static func installConversions(_ type: TypeObject) {
    type.defineMemoryView("tobytes", "self, /, order='C'") { (vm, view, _) throws(Raised) in vm.bytes(view.bufferBytes)
    }
    type.defineMemoryView("tolist", "self, /") { (vm, view, _) throws(Raised) in
      try vm.checkCount(view.count)
      if let shape = view.dimensions { return nested(vm, view, shape[...], from: 0) }
      return vm.list((0..<view.count).map { MemoryItem.value(view.itemBytes($0..<($0 + 1)), view.format, vm) })
    }
    type.defineMemoryView("hex", "self, /, sep=None, bytes_per_sep=1") { (vm, view, a) throws(Raised) in
      let bytes = vm.bytes(view.bufferBytes)
      defer { bytes.release() }
      if let separator = a.optional(1) {
        return try vm.callMethod(bytes, "hex", separator, a.optional(2) ?? .int(1))
      }
      return try vm.callMethod(bytes, "hex")
    }
    type.defineMemoryView("toreadonly", "self, /") { (vm, view, _) throws(Raised) in
      guard let made = view.recast(format: view.format, itemSize: view.itemSize, isReadOnly: true) else {
        throw released(vm)
      }
      made.dimensions = view.dimensions
      return Value(made)
    }
    type.defineMemoryView("cast", "self, /, format, shape=None") { (vm, view, a) throws(Raised) in
      guard let format = a[1].asStr?.string else {
        throw vm.raise(.typeError, "cast() argument 'format' must be str, not \(vm.argumentName(a[1]))")
      }
      guard view.stride == view.itemSize || view.count < 2 else {
        throw vm.raise(.typeError, "memoryview: casts are restricted to C-contiguous views")
      }
      guard let size = MemoryItem.size(format) else {
        throw vm.raise(
          .valueError,
          "memoryview: destination format must be a native single character format prefixed with an optional '@'")
      }
      let bytes: Set<Character> = ["b", "B", "c"]
      if !bytes.contains(format.last ?? " ") && !bytes.contains(view.format.last ?? " ") {
        throw vm.raise(.typeError, "memoryview: cannot cast between two non-byte formats")
      }
      if view.count * view.itemSize % size != 0 {
        throw vm.raise(.typeError, "memoryview: length is not a multiple of itemsize")
      }
      var dimensions: [Int]?
      if let given = a.optional(2) { dimensions = try shape(vm, given, from: view, size: size) }
      guard let made = view.recast(format: format, itemSize: size, isReadOnly: view.isReadOnly) else {
        throw released(vm)
      }
      made.dimensions = dimensions
      return Value(made)
    }
  }

  private static func installProperties(_ type: TypeObject) {
    func property(_ name: String, _ get: @escaping (VM, MemoryViewObject) -> Value) {
      type.defineProperty(name) { (vm, value) throws(Raised) in
        guard let view = value.foreign(MemoryViewObject.self), view.source != nil else { throw released(vm) }
        return get(vm, view)
      }
    }
    property("format") { vm, view in vm.str(view.format) }
    property("itemsize") { _, view in .int(view.itemSize) }
    property("nbytes") { _, view in .int(view.count * view.itemSize) }
    property("readonly") { _, view in .bool(view.isReadOnly) }
    property("ndim") { _, view in .int(view.dimensions?.count ?? 1) }
    property("shape") { vm, view in vm.tuple((view.dimensions ?? [view.count]).map { .int($0) }) }
    property("strides") { vm, view in
      guard let shape = view.dimensions else { return vm.tuple([.int(view.stride)]) }
      return vm.tuple(shape.indices.map { .int(shape[($0 + 1)...].reduce(view.itemSize, *)) })
    }
    property("suboffsets") { vm, _ in vm.tuple([]) }
    property("obj") { _, view in
      // What was looked at first, through any views of views.
      view.source?.retainedValue ?? .none
    }
    for name in ["c_contiguous", "f_contiguous", "contiguous"] {
      property(name) { _, view in
        // Of rows, only those of one item lie as columns would.
        let isInOrder = name != "f_contiguous" || (view.dimensions ?? []).filter { $0 > 1 }.count < 2
        return .bool(isInOrder && (view.stride == view.itemSize || view.count < 2))
      }
    }
  }
}

extension TypeObject {
  /// Declares a method of `memoryview` whose receiver is checked and not released.
  func defineMemoryView(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, MemoryViewObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let view = a[0].foreign(MemoryViewObject.self) else { throw vm.raiseReceiver(name, "memoryview", a[0]) }
      if view.source == nil { throw MemoryViewType.released(vm) }
      return try body(vm, view, a)
    }
  }
}
