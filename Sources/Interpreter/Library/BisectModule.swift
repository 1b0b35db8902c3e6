/// `bisect`: places in sorted sequences.
enum BisectModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "bisect", heap: vm.heap)
    for (suffix, isRight) in [("_left", false), ("_right", true)] {
      module.define("bisect" + suffix, "a, x, lo=0, hi=None, *, key=None") { (vm, a) throws(Raised) in
        .int(try place(vm, a, isRight: isRight, target: a[1]))
      }
      module.define("insort" + suffix, "a, x, lo=0, hi=None, *, key=None") { (vm, a) throws(Raised) in
        let key = a.optional(4).flatMap { $0.isNone ? nil : $0 }
        let target: Value
        if let key { target = try vm.call(key, a[1]) } else { target = a[1].retained() }
        defer { target.release() }
        let index = try place(vm, a, isRight: isRight, target: target)
        try vm.callMethod(a[0], "insert", .int(index), a[1]).release()
        return .none
      }
    }
    for name in ["bisect", "insort"] {
      if let function = module.namespace.get(name + "_right") { module.namespace.set(name, function.retained()) }
    }
    return module
  }

  private static func place(_ vm: VM, _ a: Arguments, isRight: Bool, target: Value) throws(Raised) -> Int {
    var low = try a.optional(2).map { (value) throws(Raised) in try vm.index(value) } ?? 0
    if low < 0 { throw vm.raise(.valueError, "lo must be non-negative") }
    let given = a.optional(3).flatMap { $0.isNone ? nil : $0 }
    var high: Int
    if let given { high = try vm.index(given) } else { high = try vm.length(a[0]) }
    let key = a.optional(4).flatMap { $0.isNone ? nil : $0 }
    while low < high {
      let middle = low + (high - low) / 2
      var item = try vm.getItem(a[0], .int(middle))
      defer { item.release() }
      if let key {
        let mapped = try vm.call(key, item)
        item.release()
        item = mapped
      }
      if isRight {
        if try vm.less(target, item) { high = middle } else { low = middle + 1 }
      } else {
        if try vm.less(item, target) { low = middle + 1 } else { high = middle }
      }
    }
    return low
  }
}
