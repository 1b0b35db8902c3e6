extension ArrayModule {
  static func installMethods(_ type: TypeObject) {
    type.defineArray("append", "self, v, /") { (vm, array, a) throws(Raised) in
      let bytes = try array.item.bytes(a[1], vm)
      try array.append(bytes, vm)
      return .none
    }
    type.defineArray("extend", "self, bb, /") { (vm, array, a) throws(Raised) in
      try extend(array, a[1], vm)
      return .none
    }
    type.defineArray("insert", "self, i, v, /") { (vm, array, a) throws(Raised) in
      let index = try vm.index(a[1])
      let bytes = try array.item.bytes(a[2], vm)
      let place = index < 0 ? max(index &+ array.count, 0) : min(index, array.count)
      try array.replace(place..<place, with: bytes, vm)
      return .none
    }
    type.defineArray("pop", "self, i=-1, /") { (vm, array, a) throws(Raised) in
      let index = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? -1
      if array.count == 0 { throw vm.raise(.indexError, "pop from empty array") }
      let place = index < 0 ? index &+ array.count : index
      if place < 0 || place >= array.count { throw vm.raise(.indexError, "pop index out of range") }
      try array.checkSizeMayChange(vm)
      let value = try array.value(at: place, vm)
      try array.replace(place..<(place + 1), with: [], vm)
      return value
    }
    type.defineArray("remove", "self, v, /") { (vm, array, a) throws(Raised) in
      guard let place = try firstIndex(of: a[1], in: array, from: 0, to: .max, vm), place < array.count else {
        throw vm.raise(.valueError, "array.remove(x): x not in array")
      }
      try array.replace(place..<(place + 1), with: [], vm)
      return .none
    }
    type.defineArray("index", "self, v, start=0, stop=9223372036854775807, /") { (vm, array, a) throws(Raised) in
      let bounds = try vm.searchBounds(a.optional(2), a.optional(3), length: array.count)
      guard let place = try firstIndex(of: a[1], in: array, from: bounds.start, to: bounds.stop, vm) else {
        throw vm.raise(.valueError, "array.index(x): x not in array")
      }
      return .int(place)
    }
    type.defineArray("count", "self, v, /") { (vm, array, a) throws(Raised) in
      var count = 0
      var start = 0
      while let place = try firstIndex(of: a[1], in: array, from: start, to: .max, vm) {
        count += 1
        start = place + 1
      }
      return .int(count)
    }
    type.defineArray("reverse", "self, /") { (_, array, _) throws(Raised) in
      array.writeBuffer((0..<array.count).reversed().flatMap { array.part($0..<($0 + 1)) }, at: 0)
      return .none
    }
    type.defineArray("byteswap", "self, /") { (_, array, _) throws(Raised) in
      array.writeBuffer((0..<array.count).flatMap { array.part($0..<($0 + 1)).reversed() }, at: 0)
      return .none
    }
    type.defineArray("__copy__", "self, /") { (_, array, _) throws(Raised) in
      Value(ArrayObject(array.item, array.bytes, type: type))
    }
    type.defineArray("__deepcopy__", "self, unused, /") { (_, array, _) throws(Raised) in
      Value(ArrayObject(array.item, array.bytes, type: type))
    }
  }

  static func installConversions(_ type: TypeObject) {
    type.defineProperty("typecode") { (vm, value) throws(Raised) in
      vm.str(value.foreign(ArrayObject.self)?.item.letter ?? "")
    }
    type.defineProperty("itemsize") { (_, value) throws(Raised) in
      .int(value.foreign(ArrayObject.self)?.item.size ?? 0)
    }
    type.defineArray("tolist", "self, /") { (vm, array, _) throws(Raised) in vm.list(try values(array, vm)) }
    type.defineArray("tobytes", "self, /") { (vm, array, _) throws(Raised) in vm.bytes(array.bytes) }
    type.defineArray("frombytes", "self, buffer, /") { (vm, array, a) throws(Raised) in
      guard let bytes = a[1].byteBuffer else {
        throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(a[1]))'")
      }
      try append(bytes: bytes, to: array, vm)
      return .none
    }
    type.defineArray("fromlist", "self, list, /") { (vm, array, a) throws(Raised) in
      guard a[1].asList != nil else { throw vm.raise(.typeError, "arg must be list") }
      let before = array.count
      do throws(Raised) {
        try appendItems(of: a[1], to: array, vm)
      } catch {
        // All or nothing. The array is as long as before at least, unless an `__index__` shortened it.
        if array.count > before { try array.replace(before..<array.count, with: [], vm) }
        throw error
      }
      return .none
    }
    type.defineArray("fromunicode", "self, ustr, /") { (vm, array, a) throws(Raised) in
      guard let text = a[1].asStr else {
        throw vm.raise(.typeError, "fromunicode() argument must be str, not \(vm.typeName(a[1]))")
      }
      guard array.item == .character else {
        throw vm.raise(.valueError, "fromunicode() may only be called on unicode type arrays")
      }
      try append(text, to: array, vm)
      return .none
    }
    type.defineArray("tounicode", "self, /") { (vm, array, _) throws(Raised) in
      guard array.item == .character else {
        throw vm.raise(.valueError, "tounicode() may only be called on unicode type arrays")
      }
      return try text(array, vm)
    }
    type.defineArray("buffer_info", "self, /") { (vm, array, a) throws(Raised) in
      vm.tuple([.int(Builtins.identity(a[0])), .int(array.count)])
    }
    installFiles(type)
  }

  private static func installFiles(_ type: TypeObject) {
    type.defineArray("tofile", "self, f, /") { (vm, array, a) throws(Raised) in
      let bytes = vm.bytes(array.bytes)
      defer { bytes.release() }
      try vm.callMethod(a[1], "write", bytes).release()
      return .none
    }
    type.defineArray("fromfile", "self, f, n, /") { (vm, array, a) throws(Raised) in
      let count = try vm.index(a[2])
      if count < 0 { throw vm.raise(.valueError, "negative count") }
      let (wanted, overflow) = count.multipliedReportingOverflow(by: array.item.size)
      try vm.checkSize(overflow ? .max : wanted)
      let read = try vm.callMethod(a[1], "read", .int(wanted))
      defer { read.release() }
      guard let bytes = read.asBytes?.bytes else { throw vm.raise(.typeError, "read() didn't return bytes") }
      try append(bytes: bytes, to: array, vm)
      if bytes.count != wanted { throw vm.raise(.eofError, "read() didn't return enough bytes") }
      return .none
    }
    type.defineArray("__reduce_ex__", "self, value, /") { (vm, array, _) throws(Raised) in
      let state = vm.tuple([vm.str(array.item.letter), vm.list(try values(array, vm))])
      return vm.tuple([array.type.retainedValue, state, .none])
    }
  }
}
