/// What patterns do with a text, apart from replacing.
enum PatternSearches {
  /// The one match, or None. Owned.
  static func first(_ vm: VM, _ scan: Scan, _ manner: CompiledPattern.Manner) throws(Raised) -> Value {
    var scan = scan
    return try scan.nextMatch(vm, manner).map { Value($0) } ?? .none
  }

  /// `findall`: texts, or tuples of them if there is more than one group.
  static func all(_ vm: VM, _ scan: Scan) throws(Raised) -> Value {
    var scan = scan
    let subject = scan.subject
    let groupCount = scan.pattern.groupCount
    let bounds = UnsafeMutablePointer<Int>.allocate(capacity: groupCount * 2 + 2)
    defer { bounds.deallocate() }
    func text(_ group: Int) -> Value {
      let start = max(bounds[group * 2], 0)
      return subject.slice(start, max(bounds[group * 2 + 1], start), vm)
    }
    let list = ListObject.make([], type: vm.heap.types.list)
    do throws(Raised) {
      while try scan.next(vm, bounds: bounds) {
        list.append(groupCount < 2 ? text(groupCount) : vm.tuple((1...groupCount).map(text)))
      }
    } catch {
      Value(list).release()
      throw error
    }
    return Value(list)
  }

  static func iterator(_ vm: VM, _ scan: Scan) -> Value {
    var scan = scan
    return Value(
      StateIterator(type: vm.heap.types.iterators.callable, owned: [scan.pattern.retainedValue]) {
        (vm, state) throws(Raised) in
        if let match = try scan.nextMatch(vm) { return Value(match) }
        state.isFinished = true
        return nil
      })
  }

  static func split(
    _ vm: VM, _ pattern: PatternObject, _ text: Value, limit: Int
  ) throws(Raised) -> Value {
    let subject = try pattern.library.subject(text, for: pattern)
    var scan = Scan(pattern, subject)
    let bounds = UnsafeMutablePointer<Int>.allocate(capacity: pattern.groupCount * 2 + 2)
    defer { bounds.deallocate() }
    let list = ListObject.make([], type: vm.heap.types.list)
    var place = 0
    var count = 0
    do throws(Raised) {
      while limit <= 0 || count < limit, try scan.next(vm, bounds: bounds) {
        list.append(subject.slice(place, bounds[0], vm))
        for group in stride(from: 1, through: pattern.groupCount, by: 1) {
          list.append(
            bounds[group * 2] < 0 ? .none : subject.slice(bounds[group * 2], bounds[group * 2 + 1], vm))
        }
        place = bounds[1]
        count += 1
      }
    } catch {
      Value(list).release()
      throw error
    }
    list.append(subject.slice(place, subject.count, vm))
    return Value(list)
  }
}
