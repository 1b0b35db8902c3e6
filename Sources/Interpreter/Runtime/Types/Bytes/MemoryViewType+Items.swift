extension MemoryViewType {
  static func installItems(_ type: TypeObject) {
    type.defineMemoryView("__iter__", "self, /") { (vm, view, _) throws(Raised) in
      let list = ListObject.make(
        (0..<view.count).map { MemoryItem.value(view.itemBytes($0..<($0 + 1)), view.format, vm) },
        type: vm.heap.types.list)
      defer { Value(list).release() }
      return Value(ListIteratorObject.make(list, heap: vm.heap))
    }
    type.defineMemoryView("__getitem__", "self, key, /") { (vm, view, a) throws(Raised) in
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        guard let part = view.part(try vm.sliceIndices(slice, length: view.count)) else { throw released(vm) }
        return Value(part)
      }
      let place = try index(vm, view, a[1])
      return MemoryItem.value(view.itemBytes(place..<(place + 1)), view.format, vm)
    }
    type.defineMemoryView("__setitem__", "self, key, value, /") { (vm, view, a) throws(Raised) in
      if view.isReadOnly { throw vm.raise(.typeError, "cannot modify read-only memory") }
      if let slice = a[1].reference(.slice, to: SliceObject.self) {
        try setSlice(vm, view, slice, a[2])
        return .none
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
    guard let number = try vm.indexOrNil(key) else { throw vm.raise(.typeError, "memoryview: invalid slice key") }
    let place = number < 0 ? number &+ view.count : number
    if view.source == nil { throw released(vm) }
    if place < 0 || place >= view.count { throw vm.raise(.indexError, "index out of bounds on dimension 1") }
    return place
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
