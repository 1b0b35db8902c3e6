extension SetType {
  // MARK: In place

  static func update(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) { try vm.setUpdate(set, other) }

  static func differenceUpdate(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) {
    if let others = other.asSet {
      if others === set {
        for member in set.takeAll() { member.release() }
        return
      }
      if others.count >> 3 > set.count {
        let common = try intersection(vm, set, other)
        defer { Value(common).release() }
        try vm.forEachMember(common) { (key, hash) throws(Raised) in _ = try vm.setDiscard(set, key, hash: hash) }
      } else {
        try vm.forEachMember(others) { (key, hash) throws(Raised) in _ = try vm.setDiscard(set, key, hash: hash) }
      }
    } else {
      try vm.forEach(other) { (item) throws(Raised) in _ = try vm.setDiscard(set, item) }
    }
    set.compact()
  }

  static func symmetricUpdate(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) {
    if let dict = other.asDict, dict.type === vm.heap.types.dict {
      try vm.forEachEntry(dict) { (entry) throws(Raised) in try toggle(vm, set, entry.key, entry.hash) }
      return
    }
    if let others = other.asSet {
      if others === set {
        for member in set.takeAll() { member.release() }
        return
      }
      try vm.forEachMember(others) { (key, hash) throws(Raised) in try toggle(vm, set, key, hash) }
      return
    }
    let others = try filled(vm, baseType(vm, set), from: other)
    defer { Value(others).release() }
    try vm.forEachMember(others) { (key, hash) throws(Raised) in try toggle(vm, set, key, hash) }
  }

  private static func toggle(_ vm: VM, _ set: SetObject, _ key: Value, _ hash: Int) throws(Raised) {
    if try !vm.setDiscard(set, key, hash: hash) { try vm.setAdd(set, key, hash: hash) }
  }

  static func intersectionUpdate(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) {
    let result = try intersection(vm, set, other)
    defer { Value(result).release() }
    set.swapMembers(with: result)
  }

  // MARK: New sets, owned by the caller

  static func intersection(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    if let others = other.asSet {
      if others === set { return try copy(vm, set) }
      let (walked, asked) = others.count > set.count ? (set, others) : (others, set)
      return try collected(vm, set) { (result) throws(Raised) in
        try vm.forEachMember(walked) { (key, hash) throws(Raised) in
          if try vm.setFind(asked, key, hash: hash) != nil { try vm.setAdd(result, key, hash: hash) }
        }
      }
    }
    return try collected(vm, set) { (result) throws(Raised) in
      try vm.forEach(other) { (item) throws(Raised) in
        let hash = try vm.keyHash(item)
        if try vm.setFind(set, item, hash: hash) != nil { try vm.setAdd(result, item, hash: hash) }
      }
    }
  }

  static func difference(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    let dict = other.asDict.flatMap { $0.type === vm.heap.types.dict ? $0 : nil }
    guard let count = other.asSet?.count ?? dict?.count, set.count >> 2 <= count else {
      return try changedCopy(vm, set, other, differenceUpdate)
    }
    return try collected(vm, set) { (result) throws(Raised) in
      try vm.forEachMember(set) { (key, hash) throws(Raised) in
        let isThere =
          if let dict {
            try vm.dictFind(dict, key, hash: hash) != nil
          } else if let others = other.asSet {
            try vm.setFind(others, key, hash: hash) != nil
          } else {
            false
          }
        if !isThere { try vm.setAdd(result, key, hash: hash) }
      }
    }
  }

  static func union(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    try changedCopy(vm, set, other, update)
  }

  static func symmetricDifference(_ vm: VM, _ set: SetObject, _ other: Value) throws(Raised) -> SetObject {
    let result = try filled(vm, baseType(vm, set), from: other)
    do throws(Raised) {
      try symmetricUpdate(vm, result, Value(set))
    } catch {
      Value(result).release()
      throw error
    }
    return result
  }

  private static func changedCopy(
    _ vm: VM, _ set: SetObject, _ other: Value, _ change: (VM, SetObject, Value) throws(Raised) -> Void
  ) throws(Raised) -> SetObject {
    let result = try copy(vm, set)
    do throws(Raised) {
      try change(vm, result, other)
    } catch {
      Value(result).release()
      throw error
    }
    return result
  }

  private static func collected(
    _ vm: VM, _ set: SetObject, _ fill: (SetObject) throws(Raised) -> Void
  ) throws(Raised) -> SetObject {
    let result = SetObject.make(type: baseType(vm, set))
    do throws(Raised) {
      try fill(result)
    } catch {
      Value(result).release()
      throw error
    }
    return result
  }
}
