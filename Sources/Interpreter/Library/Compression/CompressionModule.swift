/// `_compression`: the deflate format of whole texts, for `zlib` and `gzip`.
enum CompressionModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_compression", heap: vm.heap)
    // The output for the input up to each of some places, at which it is flushed.
    module.define("deflate", "data, start, flushes, level, window_bits, memory, strategy, /") {
      (vm, a) throws(Raised) in
      let data = try bytes(vm, a[0])
      let start = min(max(0, try vm.index(a[1])), data.count)
      guard let strategy = Deflater.Strategy(rawValue: try vm.index(a[6])) else {
        throw vm.raise(.valueError, "Invalid initialization option")
      }
      var deflater = Deflater(
        data, level: min(max(0, try vm.index(a[3])), 9), windowBits: min(max(9, try vm.index(a[4])), 15),
        memory: min(max(1, try vm.index(a[5])), 9), strategy: strategy)
      deflater.skip(to: start)
      try vm.charge(data.count / 4)
      try vm.forEach(a[2]) { (item) throws(Raised) in
        guard let pair = item.asTuple?.values, pair.count == 2 else { return }
        let flush = Deflater.Flush(rawValue: try vm.index(pair[1])) ?? .none
        try deflater.run(to: try vm.index(pair[0]), flush: flush) { (ticks) throws(Raised) in try vm.charge(ticks) }
      }
      return vm.bytes(deflater.output)
    }
    // The output, where reading ended, and how: "done", "input", "limit" or what is wrong.
    module.define("inflate", "data, start, dictionary, limit, window_bits, /") { (vm, a) throws(Raised) in
      let data = try bytes(vm, a[0])
      let room = vm.limits.bytes
      let limit = try vm.index(a[3])
      var inflater = Inflater(
        data, from: min(max(0, try vm.index(a[1])), data.count), dictionary: try bytes(vm, a[2]),
        limit: min(limit < 0 ? .max : limit, room), windowBits: min(max(8, try vm.index(a[4])), 15))
      let outcome = inflater.run()
      try vm.charge(inflater.output.count / 8 + data.count / 8)
      let words =
        switch outcome {
        case .done: "done"
        case .needsInput: "input"
        case .reachedLimit: "limit"
        case .invalid(let words): words
        }
      if outcome == .reachedLimit, limit < 0 || limit > room { throw vm.raise(vm.heap.types[.memoryError], []) }
      return vm.tuple([vm.bytes(Array(inflater.inflated)), .int(inflater.consumed), vm.str(words)])
    }
    return module
  }

  private static func bytes(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
    guard let object = value.cast(.bytes, to: BytesObject.self) else {
      throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(value))'")
    }
    return object.bytes
  }
}
