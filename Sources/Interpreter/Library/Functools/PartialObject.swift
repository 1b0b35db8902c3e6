/// `functools.partial`: a function with arguments that it already has.
package final class PartialObject: Object {
  let function: Value
  let arguments: TupleObject
  let keywords: DictObject

  /// Retains the function; takes over the arguments and keywords.
  init(_ function: Value, _ arguments: TupleObject, _ keywords: DictObject, type: TypeObject) {
    self.function = function.retained()
    self.arguments = arguments
    self.keywords = keywords
    super.init(kind: .foreign, type: type)
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    visit(Value(arguments))
    visit(Value(keywords))
  }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("partial", .foreign, hasAttributes: true, module: "functools")
    type.define("__new__", "cls, /, *args, **keywords") { (vm, a) throws(Raised) in
      guard var function = a[1].tupleValues.first else {
        throw vm.raise(.typeError, "type 'partial' takes at least one argument")
      }
      guard Builtins.isCallable(vm, function) else {
        throw vm.raise(.typeError, "the first argument must be callable")
      }
      var arguments: [Value] = []
      let keywords = DictObject.make(heap: vm.heap)
      // A partial of a partial is one with all the arguments.
      if let inner = function.foreign(PartialObject.self), inner.type === type {
        function = inner.function
        arguments = Array(inner.arguments.values)
        DictType.copyEntries(of: inner.keywords, into: keywords)
      }
      arguments += a[1].tupleValues.dropFirst()
      for (name, value) in a[2].keywordArguments { keywords.set(interned: name, value.retained()) }
      let tuple = TupleObject.make(arguments.map { $0.retained() }, type: vm.heap.types.tuple)
      return Value(PartialObject(function, tuple, keywords, type: try vm.classArgument(a[0], type)))
    }
    type.define("__call__", "self, /, *args, **keywords") { (vm, a) throws(Raised) in
      guard let partial = a[0].foreign(PartialObject.self) else {
        throw vm.raiseReceiver("__call__", "functools.partial", a[0])
      }
      let all = DictType.copy(vm, partial.keywords)
      defer { Value(all).release() }
      for (name, value) in a[2].keywordArguments { all.set(interned: name, value.retained()) }
      return try vm.call(
        partial.function, arguments: Array(partial.arguments.values) + a[1].tupleValues,
        keywords: Value(all).keywordArguments)
    }
    type.defineProperty("func") { (_, value) throws(Raised) in
      value.foreign(PartialObject.self)?.function.retained() ?? .none
    }
    type.defineProperty("args") { (_, value) throws(Raised) in
      value.foreign(PartialObject.self)?.arguments.retainedValue ?? .none
    }
    type.defineProperty("keywords") { (_, value) throws(Raised) in
      value.foreign(PartialObject.self)?.keywords.retainedValue ?? .none
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let partial = a[0].foreign(PartialObject.self) else {
        throw vm.raiseReceiver("__repr__", "functools.partial", a[0])
      }
      var parts = [try vm.repr(partial.function)]
      for value in partial.arguments.values { parts.append(try vm.repr(value)) }
      for (name, value) in Value(partial.keywords).keywordArguments {
        parts.append("\(name.string)=\(try vm.repr(value))")
      }
      return vm.str("functools.partial(\(parts.joined(separator: ", ")))")
    }
    return type
  }

  /// A Swift function with values of its own, which it keeps alive. Retains them.
  static func native(
    _ vm: VM, _ name: String, _ signature: StaticString, owned: [Value],
    _ body: @escaping (VM, [Value], Arguments) throws(Raised) -> Value
  ) -> Value {
    let kept = TupleObject.make(owned.map { $0.retained() }, type: vm.heap.types.tuple)
    let function = NativeFunctionObject(name, signature, heap: vm.heap) { (vm, a) throws(Raised) in
      try body(vm, Array(kept.values), a)
    }
    function.captured = Value(kept)
    vm.heap.track(function)
    return Value(function)
  }
}
