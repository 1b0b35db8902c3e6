import Interpreter
import Tensors

extension TorchState {
  /// `torch.Size`, owned by the caller.
  func size(_ sizes: [Int]) -> Value { Value(TupleObject.make(sizes.map { .int($0) }, type: sizeType)) }

  func size(_ sizes: Shape) -> Value {
    withUnsafeTemporaryAllocation(of: Value.self, capacity: sizes.count) { items in
      for index in 0..<sizes.count { items.initializeElement(at: index, to: .int(sizes[index])) }
      return Value(TupleObject.make(taking: UnsafeBufferPointer(items), type: sizeType))
    }
  }
}

/// `torch.Size`: a tuple of sizes that stays one when it is sliced or extended.
enum SizeType {
  static func install(_ state: TorchState) {
    let type = state.sizeType
    let tuple = state.vm.heap.types.tuple!
    type.define("__new__", "cls, iterable=(), /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      try make(state, a.optional(1))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let items = a[0].asTuple else { throw vm.raiseReceiver("__repr__", "torch.Size", a[0]) }
      var parts: [String] = []
      for item in items.values { parts.append(try vm.repr(item)) }
      return vm.str("torch.Size([\(parts.joined(separator: ", "))])")
    }
    type.define("numel", "self, /") { (vm, a) throws(Raised) in
      var product = 1
      for item in a[0].asTuple?.values.compactMap(\.smallInt) ?? [] {
        product = product.multipliedReportingOverflow(by: item).partialValue
      }
      return .int(product)
    }
    for (name, method, signature) in [
      ("__getitem__", SpecialMethod.getitem, "self, key, /"), ("__add__", .add, "self, value, /"),
      ("__mul__", .mul, "self, value, /"), ("__rmul__", .rmul, "self, value, /"),
    ] as [(String, SpecialMethod, StaticString)] {
      let original = tuple[method]
      type.define(name, signature) { [unowned(unsafe) state] (vm, a) throws(Raised) in
        let result = try vm.callMethod(original, on: a[0], a[1])
        return resized(state, result)
      }
    }
    type.define("__radd__", "self, value, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      guard let left = a[1].asTuple, let right = a[0].asTuple else { return .notImplemented }
      let items = left.values.map { $0.retained() } + right.values.map { $0.retained() }
      return resized(state, vm.tuple(items))
    }
  }

  /// A plain tuple of integers as a size; anything else as it is. Takes over the count and passes one on.
  private static func resized(_ state: TorchState, _ value: Value) -> Value {
    guard let tuple = value.asTuple, tuple.type !== state.sizeType,
      tuple.values.allSatisfy({ $0.smallInt != nil })
    else { return value }
    defer { value.release() }
    return Value(TupleObject.make(tuple.values.map { $0.retained() }, type: state.sizeType))
  }

  private static func make(_ state: TorchState, _ iterable: Value?) throws(Raised) -> Value {
    guard let iterable else { return state.size([]) }
    let items = try state.vm.array(iterable)
    for (index, item) in items.enumerated() where item.smallInt == nil {
      let name = state.vm.typeName(item)
      for item in items { item.release() }
      throw state.vm.raise(
        .typeError, "torch.Size() takes an iterable of 'int' (item \(index) is '\(name)')")
    }
    return Value(TupleObject.make(items, type: state.sizeType))
  }
}
