/// `_heapq`: lists as heaps, sifted as CPython does it, since the list shows it.
enum HeapqModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_heapq", heap: vm.heap)
    defineHeap(module)
    for (name, isLargest) in [("nlargest", true), ("nsmallest", false)] {
      module.define(name, "n, iterable, key=None") { (vm, a) throws(Raised) in
        let count = max(try vm.index(a[0]), 0)
        let list = ListObject.make(try vm.ownedItems(a[1]), type: vm.heap.types.list)
        defer { Value(list).release() }
        try vm.sort(list, key: a.optional(2), isReversed: isLargest)
        return vm.list(list.values.prefix(count).map { $0.retained() })
      }
    }
    return module
  }

  private static func list(_ vm: VM, _ value: Value, _ argument: String) throws(Raised) -> ListObject {
    guard let list = value.asList else {
      throw vm.raise(.typeError, "\(argument) must be list, not \(vm.typeName(value))")
    }
    return list
  }

  private static func defineHeap(_ module: ModuleObject) {
    module.define("heappush", "heap, item, /") { (vm, a) throws(Raised) in
      let heap = try list(vm, a[0], "heappush() argument 1")
      heap.append(a[1].retained())
      try siftDown(vm, heap, from: 0, at: heap.count - 1)
      return .none
    }
    module.define("heappop", "heap, /") { (vm, a) throws(Raised) in
      let heap = try list(vm, a[0], "heappop() argument")
      if heap.count == 0 { throw vm.raise(.indexError, "index out of range") }
      let last = heap.remove(at: heap.count - 1)
      if heap.count == 0 { return last }
      return try replaceFirst(vm, heap, last)
    }
    module.define("heapreplace", "heap, item, /") { (vm, a) throws(Raised) in
      let heap = try list(vm, a[0], "heapreplace() argument 1")
      if heap.count == 0 { throw vm.raise(.indexError, "index out of range") }
      return try replaceFirst(vm, heap, a[1].retained())
    }
    module.define("heappushpop", "heap, item, /") { (vm, a) throws(Raised) in
      let heap = try list(vm, a[0], "heappushpop() argument 1")
      if heap.count == 0 { return a[1].retained() }
      if try !vm.less(heap.items[0], a[1]) { return a[1].retained() }
      if heap.count == 0 { throw vm.raise(.indexError, "index out of range") }
      return try replaceFirst(vm, heap, a[1].retained())
    }
    module.define("heapify", "heap, /") { (vm, a) throws(Raised) in
      let heap = try list(vm, a[0], "heapify() argument")
      for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { try siftUp(vm, heap, at: index) }
      return .none
    }
  }

  /// Puts an item, whose count it takes over, in place of the first, which the caller gets.
  private static func replaceFirst(_ vm: VM, _ heap: ListObject, _ item: Value) throws(Raised) -> Value {
    let first = heap.items[0]
    heap.items[0] = item
    do throws(Raised) {
      try siftUp(vm, heap, at: 0)
    } catch {
      first.release()
      throw error
    }
    return first
  }

  private static func less(_ vm: VM, _ heap: ListObject, _ i: Int, _ j: Int, _ count: Int) throws(Raised) -> Bool {
    let (x, y) = (heap.items[i].retained(), heap.items[j].retained())
    defer {
      x.release()
      y.release()
    }
    let result = try vm.less(x, y)
    if heap.count != count { throw vm.raise(.runtimeError, "list changed size during iteration") }
    return result
  }

  private static func swap(_ heap: ListObject, _ i: Int, _ j: Int) {
    let item = heap.items[i]
    heap.items[i] = heap.items[j]
    heap.items[j] = item
  }

  /// Moves an item towards the first as long as it is smaller than its parent.
  private static func siftDown(_ vm: VM, _ heap: ListObject, from start: Int, at index: Int) throws(Raised) {
    let count = heap.count
    var place = index
    while place > start {
      let parent = (place - 1) / 2
      guard try less(vm, heap, place, parent, count) else { return }
      swap(heap, place, parent)
      place = parent
    }
  }

  /// Moves an item down past smaller children to a leaf, then back up to where it belongs.
  private static func siftUp(_ vm: VM, _ heap: ListObject, at index: Int) throws(Raised) {
    let count = heap.count
    var place = index
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count, try !less(vm, heap, child, child + 1, count) { child += 1 }
      swap(heap, place, child)
      place = child
    }
    try siftDown(vm, heap, from: index, at: place)
  }
}
