enum GeneratorType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.generator!
    type.define("__iter__", "self, /") { (_, a) throws(Raised) in a[0].retained() }
    type.define("__next__", "self, /") { (vm, a) throws(Raised) in try vm.advance(a[0], sending: .none) }
    type.define("send", "self, value, /") { (vm, a) throws(Raised) in try vm.advance(a[0], sending: a[1]) }
    type.define("throw", "self, type, value=None, traceback=None, /") { (vm, a) throws(Raised) in
      let generator = try vm.generator(a[0])
      let exception: ExceptionObject
      if a[1].asType != nil, let value = a.optional(2), !value.isNone {
        let made = value.asException != nil ? value.retained() : try vm.call(a[1], value)
        exception = try vm.exceptionInstance(made, "exceptions must derive from BaseException")
        made.release()
      } else {
        exception = try vm.exceptionInstance(
          a[1], "exceptions must be classes or instances deriving from BaseException, not \(vm.typeName(a[1]))")
      }
      if let value = try vm.resume(generator, throwing: exception) { return value }
      throw vm.raiseGeneratorResult()
    }
    type.define("close", "self, /") { (vm, a) throws(Raised) in
      try vm.closeGenerator(try vm.generator(a[0]))
      return .none
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("<generator object \(try vm.generator(a[0]).name) at \(vm.address(a[0]))>")
    }
    type.defineProperty(
      "__name__", get: { (vm, value) throws(Raised) in vm.str(try vm.generator(value).code.name) })
    type.defineProperty(
      "__qualname__", get: { (vm, value) throws(Raised) in vm.str(try vm.generator(value).name) })
  }
}

extension VM {
  fileprivate func generator(_ value: Value) throws(Raised) -> GeneratorObject {
    guard let generator = value.cast(.generator, to: GeneratorObject.self) else {
      throw raiseReceiver("send", "generator", value)
    }
    return generator
  }

  fileprivate func advance(_ value: Value, sending sent: Value) throws(Raised) -> Value {
    let generator = try generator(value)
    let wasFinished = generator.state == .finished
    if let item = try resume(generator, sending: sent) { return item }
    if wasFinished { throw raiseStopIteration() }
    throw raiseGeneratorResult()
  }

  /// `StopIteration` with what the generator returned.
  fileprivate func raiseGeneratorResult() -> Raised {
    let value = generatorResult.isUnbound ? .none : generatorResult
    return raiseStopIteration(value)
  }
}
