extension ListType {
  static func installMethods(_ type: TypeObject) {
    type.defineList("append", "self, object, /") { (_, list, a) throws(Raised) in
      list.append(a[1].retained())
      return .none
    }
    type.defineList("extend", "self, iterable, /") { (vm, list, a) throws(Raised) in
      try extend(vm, list, a[1])
      return .none
    }
    type.defineList("insert", "self, index, object, /") { (vm, list, a) throws(Raised) in
      let index = try vm.index(a[1])
      let place = index < 0 ? max(index &+ list.count, 0) : min(index, list.count)
      list.insert(a[2].retained(), at: place)
      return .none
    }
    type.defineList("pop", "self, index=-1, /") { (vm, list, a) throws(Raised) in
      if a[1].isUnbound && list.count > 0 { return list.remove(at: list.count - 1) }
      let index = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? -1
      if list.count == 0 { throw vm.raise(.indexError, "pop from empty list") }
      let place = index < 0 ? index &+ list.count : index
      if place < 0 || place >= list.count { throw vm.raise(.indexError, "pop index out of range") }
      return list.remove(at: place)
    }
    type.defineList("remove", "self, value, /") { (vm, list, a) throws(Raised) in
      guard let index = try vm.firstIndex(in: list, of: a[1]), index < list.count else {
        throw vm.raise(.valueError, "list.remove(x): x not in list")
      }
      list.remove(at: index).release()
      return .none
    }
    type.defineList("clear", "self, /") { (_, list, _) throws(Raised) in
      for value in list.takeAll().reversed() { value.release() }
      return .none
    }
    type.defineList("copy", "self, /") { (vm, list, _) throws(Raised) in
      Value(ListObject.make(copying: list.items, count: list.count, heap: vm.heap))
    }
    type.defineList("reverse", "self, /") { (_, list, _) throws(Raised) in
      var items = UnsafeMutableBufferPointer(start: list.items, count: list.count)
      items.reverse()
      return .none
    }
    type.defineList("count", "self, value, /") { (vm, list, a) throws(Raised) in
      .int(try vm.countItems(in: list, equalTo: a[1]))
    }
    type.defineList("index", "self, value, start=0, stop=9223372036854775807, /") { (vm, list, a) throws(Raised) in
      let bounds = try vm.searchBounds(a.optional(2), a.optional(3), length: list.count)
      guard let index = try vm.firstIndex(in: list, of: a[1], from: bounds.start, to: bounds.stop) else {
        throw vm.raise(.valueError, "\(try vm.repr(a[1])) is not in list")
      }
      return .int(index)
    }
    type.defineList("sort", "self, /, *, key=None, reverse=False") { (vm, list, a) throws(Raised) in
      let isReversed = try a.optional(2).map { (flag) throws(Raised) in try vm.smallInteger(flag) != 0 } ?? false
      try vm.sort(list, key: a.optional(1), isReversed: isReversed)
      return .none
    }
  }
}
