/// What to do with what cannot be converted, where a program said it itself (`codecs.register_error`).
extension Codec {
  /// What the handler of that name puts in place of the range, and where to go on. The first is owned.
  func ask(
    _ name: String, _ type: ExceptionType, _ object: Value, _ count: Int, _ range: Range<Int>, _ reason: String,
    _ vm: VM
  ) throws(Raised) -> (replacement: Value, place: Int) {
    let module = vm.modules["codecs"]?.cast(.module, to: ModuleObject.self)
    guard let handler = module?.namespace.get("_handlers")?.asDict?.get(name) else {
      throw vm.raise(.lookupError, "unknown error handler name '\(name)'")
    }
    let arguments = [
      vm.str(self.name), object.retained(), .int(range.lowerBound), .int(range.upperBound), vm.str(reason),
    ]
    defer { for argument in arguments { argument.release() } }
    let error = try vm.call(Value(vm.heap.types[type]), arguments: arguments)
    defer { error.release() }
    let answer = try vm.call(handler, error)
    defer { answer.release() }
    let isEncoding = type == .unicodeEncodeError
    guard let pair = answer.asTuple, pair.count == 2, case .int(var place) = pair.items[1],
      pair.items[0].asStr != nil || isEncoding && pair.items[0].asBytes != nil
    else {
      let words =
        isEncoding
        ? "encoding error handler must return (str/bytes, int)" : "decoding error handler must return (str, int)"
      throw vm.raise(.typeError, "\(words) tuple")
    }
    if place < 0 { place += count }
    if place < 0 || place > count {
      throw vm.raise(.indexError, "position \(place) from error handler out of bounds")
    }
    try vm.charge(1)
    return (pair.items[0].retained(), place)
  }
}
