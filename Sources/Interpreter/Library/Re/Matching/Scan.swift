/// One search, or several one after the other, of a pattern in a text: what `finditer`, `sub` and the others step through.
struct Scan {
  let pattern: PatternObject
  let subject: Subject
  /// Within the subject.
  let position: Int
  let endPosition: Int
  private var start: Int
  /// An empty match was the last: the next one here may not be empty too.
  private var refusesEmpty = false

  init(_ pattern: PatternObject, _ subject: Subject, position: Int = 0, endPosition: Int = .max) {
    self.pattern = pattern
    self.subject = subject
    self.position = min(max(position, 0), subject.count)
    self.endPosition = min(max(endPosition, 0), subject.count)
    start = self.position
  }

  /// The next match, or the only one; nil if there is none.
  mutating func next(
    _ vm: VM, _ manner: CompiledPattern.Manner = .search, bounds: UnsafeMutablePointer<Int>
  ) throws(Raised) -> Bool {
    if start > endPosition { return false }
    let found = try pattern.program.run(
      vm, subject, start: start, end: endPosition, manner: manner, refusesEmpty: refusesEmpty, bounds: bounds)
    if found {
      start = bounds[1]
      refusesEmpty = bounds[0] == bounds[1]
    } else {
      start = endPosition + 1
    }
    return found
  }

  /// The next match as an object; nil if there is none. Owned.
  mutating func nextMatch(
    _ vm: VM, _ manner: CompiledPattern.Manner = .search
  ) throws(Raised) -> MatchObject? {
    let bounds = UnsafeMutablePointer<Int>.allocate(capacity: pattern.groupCount * 2 + 2)
    do throws(Raised) {
      if try next(vm, manner, bounds: bounds) {
        return MatchObject(
          pattern, subject.value, position: position, endPosition: endPosition, bounds: bounds)
      }
    } catch {
      bounds.deallocate()
      throw error
    }
    bounds.deallocate()
    return nil
  }
}
