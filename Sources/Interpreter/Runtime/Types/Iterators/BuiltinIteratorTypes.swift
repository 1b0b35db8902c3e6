/// The constructors `enumerate`, `zip`, `map`, `filter` and `reversed`.
enum BuiltinIteratorTypes {
  static func install(_ vm: VM) {
    let types = vm.heap.types.iterators!
    types.install()
    types.enumerate.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in
      vm.genericAlias(a[0], a[1])
    }
    types.enumerate.define("__new__", "cls, iterable, start=0") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.iterators.enumerate)
      var start = try a.optional(2).map { (start) throws(Raised) in try vm.integer(start) } ?? .int(0)
      if case .bool(let flag) = start { start = .int(flag ? 1 : 0) }
      do throws(Raised) {
        return Value(EnumerateObject(try vm.iterate(a[1]), start: start, type: cls))
      } catch {
        start.release()
        throw error
      }
    }
    types.zip.define("__new__", "cls, /, *iterables, strict=False") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.iterators.zip)
      let isStrict = try a.optional(2).map { (flag) throws(Raised) in try vm.isTrue(flag) } ?? false
      return Value(ZipObject(try vm.iterators(a[1].asTuple), isStrict: isStrict, type: cls))
    }
    types.map.define("__new__", "cls, /, *args") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.iterators.map)
      guard let arguments = a[1].asTuple, arguments.count > 1 else {
        throw vm.raise(.typeError, "map() must have at least two arguments.")
      }
      var iterators: [Value] = []
      do throws(Raised) {
        for iterable in arguments.values.dropFirst() { iterators.append(try vm.iterate(iterable)) }
      } catch {
        for iterator in iterators { iterator.release() }
        throw error
      }
      return Value(MapObject(arguments.items[0], iterators, type: cls))
    }
    types.filter.define("__new__", "cls, function, iterable, /") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.iterators.filter)
      return Value(FilterObject(a[1], try vm.iterate(a[2]), type: cls))
    }
    types.reversed.define("__new__", "cls, sequence, /") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.iterators.reversed)
      let type = vm.heap.types.of(a[1])
      if !type[.reversed].isUnbound, !type[.reversed].isNone, let result = try vm.callSpecial(.reversed, a[1]) {
        return result
      }
      guard type[.reversed].isUnbound, !type[.getitem].isUnbound, a[1].asDict == nil, a[1].asSet == nil else {
        throw vm.raise(.typeError, "'\(vm.typeName(a[1]))' object is not reversible")
      }
      return Value(SequenceIteratorObject(reversed: a[1], count: try vm.length(a[1]), type: cls))
    }
  }
}
