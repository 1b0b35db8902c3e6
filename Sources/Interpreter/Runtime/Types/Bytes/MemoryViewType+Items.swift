extension MemoryViewType {
  static func installItems(_ type: TypeObject) {
    let iterator = IteratorTypes.make(type.heap.types, "memory_iterator", isFinal: true)
    type.defineMemoryView("__iter__", "self, /") { (vm, view, _) throws(Raised) in
      if let shape = view.dimensions { throw refuseRow(vm, shape) }
      return Value(SequenceIteratorObject(Value(view), type: iterator))
    }
    type.defineMemoryView("__getitem__", "self, key, /") { (vm, view, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        if let shape = view.dimensions { return try rows(vm, view, shape, slice) }
        guard let part = view.part(try vm.sliceIndices(slice, length: view.count)) else { throw released(vm) }
        return Value(part)
      }
      let place = try index(vm, view, a[1])
      return MemoryItem.value(view.itemBytes(place..<(place + 1)), view.format, vm)
    }
    type.defineMemoryView("__setitem__", "self, key, value, /") { (vm, view, a) throws(Raised) in
      if view.isReadOnly { throw vm.raise(.typeError, "cannot modify read-only memory") }
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        if view.dimensions != nil {
          throw vm.raise(
            .notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
        }
        try setSlice(vm, view, slice, a[2])
        return .none
      }
      if view.dimensions != nil, a[1].asTuple == nil, try vm.indexOrNil(a[1]) != nil {
        throw vm.raise(.notImplementedError, "sub-views are not implemented")
      }
      let place = try index(vm, view, a[1])
      let bytes = try MemoryItem.bytes(a[2], view.format, size: view.itemSize, vm)
      view.writeBuffer(bytes, at: place * view.itemSize)
      return .none
    }
    type.defineMemoryView("__delitem__", "self, key, /") { (vm, view, _) throws(Raised) in
      throw vm.raise(.typeError, view.isReadOnly ? "cannot modify read-only memory" : "cannot delete memory")
    }
  }

  private static func index(_ vm: VM, _ view: MemoryViewObject, _ key: Value) throws(Raised) -> Int {
    if let shape = view.dimensions { return try place(vm, shape, key) }
    if let keys = key.asTuple { return try index(vm, view, keys) }
    guard let number = try vm.indexOrNil(key) else { throw vm.raise(.typeError, "memoryview: invalid slice key") }
    let place = number < 0 ? number &+ view.count : number
    if view.source == nil { throw released(vm) }
    if place < 0 || place >= view.count { throw vm.raise(.indexError, "index out of bounds on dimension 1") }
    return place
  }

  /// A tuple of one number is as good as that.
  private static func index(_ vm: VM, _ view: MemoryViewObject, _ keys: TupleObject) throws(Raised) -> Int {
    if keys.values.contains(where: { $0.kind == .slice }), keys.values.allSatisfy({ $0.kind == .slice }) {
      throw vm.raise(.notImplementedError, "multi-dimensional slicing is not implemented")
    }
    return try place(vm, [view.count], Value(keys))
  }

  /// Some of the rows of a view of several dimensions.
  private static func rows(
    _ vm: VM, _ view: MemoryViewObject, _ shape: [Int], _ slice: Unmanaged<SliceObject>
  ) throws(Raised) -> Value {
    guard let length = shape.first else { throw vm.raise(.typeError, "invalid indexing of 0-dim memory") }
    let found = try vm.sliceIndices(slice, length: length)
    if found.step != 1, found.count > 1 {
      throw vm.raise(.notImplementedError, "slicing rows with a step is not available in nbcheck")
    }
    let items = shape.dropFirst().reduce(1, *)
    let flat = SliceIndices(
      start: found.start * items, stop: (found.start + found.count) * items, step: 1, count: found.count * items)
    guard let part = view.part(flat) else { throw released(vm) }
    part.dimensions = [found.count] + shape.dropFirst()
    return Value(part)
  }

  private static func setSlice(
    _ vm: VM, _ view: MemoryViewObject, _ slice: Unmanaged<SliceObject>, _ value: Value
  ) throws(Raised) {
    guard let bytes = value.byteBuffer else {
      throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(value))'")
    }
    let format = (value.object as? any BufferExporter)?.bufferFormat ?? "B"
    guard let part = view.part(try vm.sliceIndices(slice, length: view.count)) else { throw released(vm) }
    defer { Value(part).release() }
    if format != view.format || bytes.count != part.count * part.itemSize {
      throw vm.raise(
        .valueError, "memoryview assignment: lvalue and rvalue have different structures")
    }
    part.writeBuffer(bytes, at: 0)
  }
}
