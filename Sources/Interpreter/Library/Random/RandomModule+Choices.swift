extension RandomModule {
  static func defineChoices(_ type: TypeObject) {
    type.defineRandom("choice", "self, seq") { (vm, random, a) throws(Raised) in
      let count = try vm.length(a[1])
      if count == 0 { throw vm.raise(.indexError, "Cannot choose from an empty sequence") }
      return try vm.getItem(a[1], .int(try random.below(count, vm)))
    }
    type.defineRandom("shuffle", "self, x") { (vm, random, a) throws(Raised) in
      let count = try vm.length(a[1])
      try vm.charge(count)
      for index in stride(from: count - 1, to: 0, by: -1) {
        let other = try random.below(index + 1, vm)
        if let list = a[1].asList, list.type === vm.heap.types.list, list.count == count {
          let item = list.items[index]
          list.items[index] = list.items[other]
          list.items[other] = item
        } else {
          try swapItems(vm, a[1], index, other)
        }
      }
      return .none
    }
    type.defineRandom("choices", "self, population, weights=None, *, cum_weights=None, k=1") {
      (vm, random, a) throws(Raised) in
      try choices(vm, random, a)
    }
    type.defineRandom("sample", "self, population, k, *, counts=None") { (vm, random, a) throws(Raised) in
      if let counts = a.optional(3), !counts.isNone {
        return try countedSample(vm, random, a[1], counts, count: vm.index(a[2]))
      }
      return try sample(vm, random, a[1], count: vm.index(a[2]))
    }
  }

  private static func swapItems(_ vm: VM, _ sequence: Value, _ i: Int, _ j: Int) throws(Raised) {
    let first = try vm.getItem(sequence, .int(i))
    defer { first.release() }
    let second = try vm.getItem(sequence, .int(j))
    defer { second.release() }
    try vm.setItem(sequence, .int(i), second)
    try vm.setItem(sequence, .int(j), first)
  }

  private static func choices(_ vm: VM, _ random: RandomObject, _ a: Arguments) throws(Raised) -> Value {
    let population = a[1]
    let count = try vm.length(population)
    let draws = try a.optional(4).map { (value) throws(Raised) in try vm.index(value) } ?? 1
    let weights = a.optional(2).flatMap { $0.isNone ? nil : $0 }
    let given = a.optional(3).flatMap { $0.isNone ? nil : $0 }
    if weights != nil && given != nil {
      throw vm.raise(.typeError, "Cannot specify both weights and cumulative weights")
    }
    if let number = weights?.smallInt {
      throw vm.raise(.typeError, "The number of choices must be a keyword argument: k=\(number)")
    }
    var sums: [Double]?
    if let source = weights ?? given {
      var running = 0.0
      var numbers: [Double] = []
      try vm.forEach(source) { (item) throws(Raised) in
        let weight = try vm.realNumber(item)
        running = weights == nil || numbers.isEmpty ? weight : running + weight
        numbers.append(running)
      }
      if numbers.count != count {
        throw vm.raise(.valueError, "The number of weights does not match the population")
      }
      guard let total = numbers.last else { throw vm.raise(.indexError, "list index out of range") }
      guard total > 0 || total.isNaN else {
        throw vm.raise(.valueError, "Total of weights must be greater than zero")
      }
      if !total.isFinite { throw vm.raise(.valueError, "Total of weights must be finite") }
      sums = numbers
    }
    if draws <= 0 { return vm.list([]) }
    try vm.checkCount(draws)
    try vm.charge(draws)
    let result = ListObject.make(capacity: draws, heap: vm.heap)
    do throws(Raised) {
      for _ in 0..<draws {
        let draw = try random.uniform(vm)
        let index =
          sums.map { place(of: draw * $0[count - 1], in: $0) } ?? Int(exactly: (draw * Double(count)).rounded(.down))
          ?? Int.max
        result.append(try vm.getItem(population, .int(index)))
      }
    } catch {
      Value(result).release()
      throw error
    }
    return Value(result)
  }

  /// The first index whose sum is above `value`; at most the last.
  private static func place(of value: Double, in sums: [Double]) -> Int {
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if value < sums[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Each member stands for as many as its count says.
  private static func countedSample(
    _ vm: VM, _ random: RandomObject, _ population: Value, _ counts: Value, count: Int
  ) throws(Raised) -> Value {
    let total = try vm.length(population)
    var sums: [Int] = []
    try vm.forEach(counts) { (item) throws(Raised) in
      guard item.bigInt != nil else { throw vm.raise(.typeError, "Counts must be integers") }
      let (sum, overflows) = (sums.last ?? 0).addingReportingOverflow(try vm.index(item))
      if overflows { throw vm.raise(.overflowError, "Python int too large to convert to C ssize_t") }
      sums.append(sum)
    }
    if sums.count != total {
      throw vm.raise(.valueError, "The number of counts does not match the population")
    }
    guard let limit = sums.last else { throw vm.raise(.indexError, "pop from empty list") }
    if limit <= 0 { throw vm.raise(.valueError, "Total of counts must be greater than zero") }
    let chosen = try sampleIndices(vm, random, from: limit, count: count)
    return try members(vm, population, chosen.map { draw in place(of: Double(draw), in: sums.map(Double.init)) })
  }

  private static func sample(
    _ vm: VM, _ random: RandomObject, _ population: Value, count: Int
  ) throws(Raised) -> Value {
    let type = vm.heap.types.of(population)
    if population.asSet != nil || population.asDict != nil || type[.getitem].isUnbound || type[.len].isUnbound {
      throw vm.raise(.typeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
    }
    let total = try vm.length(population)
    return try members(vm, population, sampleIndices(vm, random, from: total, count: count))
  }

  private static func sampleIndices(
    _ vm: VM, _ random: RandomObject, from total: Int, count: Int
  ) throws(Raised) -> [Int] {
    if count < 0 || count > total {
      throw vm.raise(.valueError, "Sample larger than population or is negative")
    }
    var limit = 21.0
    if count > 5 {
      var power = 1.0
      while power < Double(count) * 3 { power *= 4 }
      limit += power
    }
    try vm.charge(count)
    // The indices, and the set or pool they are drawn with.
    try vm.checkSize(count > Int.max >> 6 ? .max : count * 48)
    var indices: [Int] = []
    if Double(total) <= limit {
      var pool = Array(0..<total)
      for index in 0..<count {
        let chosen = try random.below(total - index, vm)
        indices.append(pool[chosen])
        pool[chosen] = pool[total - index - 1]
      }
    } else {
      var taken: Set<Int> = []
      for _ in 0..<count {
        var chosen = try random.below(total, vm)
        while !taken.insert(chosen).inserted { chosen = try random.below(total, vm) }
        try vm.charge(1)
        indices.append(chosen)
      }
    }
    return indices
  }

  private static func members(_ vm: VM, _ population: Value, _ indices: [Int]) throws(Raised) -> Value {
    let result = ListObject.make(capacity: indices.count, heap: vm.heap)
    do throws(Raised) {
      for index in indices { result.append(try vm.getItem(population, .int(index))) }
    } catch {
      Value(result).release()
      throw error
    }
    return Value(result)
  }
}
