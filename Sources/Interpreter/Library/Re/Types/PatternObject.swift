/// `re.Pattern`.
package final class PatternObject: Object {
  /// The text that was compiled, `str` or `bytes`; owned.
  let text: Value
  let isText: Bool
  let program: PatternProgram
  /// Owned, like everything the patterns of a notebook share.
  let library: ReLibrary

  /// Retains the text and the library.
  init(_ text: Value, isText: Bool, program: PatternProgram, library: ReLibrary) {
    self.text = text.retained()
    self.isText = isText
    self.program = program
    self.library = library
    library.refCount &+= 1
    super.init(kind: .foreign, type: library.patternType)
  }

  package override func dropReferences() {
    text.release()
    Value(library).release()
  }

  var flags: PatternFlags { program.pattern.flags }
  var groupCount: Int { program.groupCount }

  /// The number of a group by its name.
  func group(named name: StrObject) -> Int? {
    let wanted = name.string
    return program.pattern.names.first { $0.name == wanted }?.index
  }

  func name(ofGroup index: Int) -> String? { program.pattern.names.first { $0.index == index }?.name }

  func isEqual(to other: PatternObject) -> Bool {
    guard isText == other.isText, flags == other.flags else { return false }
    if let a = text.asStr, let b = other.text.asStr { return a.isEqual(to: b) }
    return Subject.bytes(of: text) == Subject.bytes(of: other.text)
  }
}

/// `re.Match`.
package final class MatchObject: Object {
  /// Owned.
  let pattern: PatternObject
  /// What was searched; owned.
  let subject: Value
  let position: Int
  let endPosition: Int
  /// Two positions for the whole and each group; -1 for a group without a part in the match.
  let bounds: UnsafeMutablePointer<Int>

  /// Retains the pattern and the subject; takes over `bounds`.
  init(
    _ pattern: PatternObject, _ subject: Value, position: Int, endPosition: Int, bounds: UnsafeMutablePointer<Int>
  ) {
    self.pattern = pattern
    self.subject = subject.retained()
    self.position = position
    self.endPosition = endPosition
    self.bounds = bounds
    pattern.refCount &+= 1
    super.init(kind: .foreign, type: pattern.library.matchType)
  }

  package override func dropReferences() {
    subject.release()
    Value(pattern).release()
  }

  deinit { bounds.deallocate() }

  func start(_ group: Int) -> Int { bounds[group * 2] }
  func end(_ group: Int) -> Int { bounds[group * 2 + 1] }

  /// What a group matched; nil if it has no part in the match. Owned.
  func text(_ group: Int, _ vm: VM) -> Value? {
    start(group) < 0 ? nil : Subject.slice(subject, start(group), end(group), vm)
  }

  var lastIndex: Int? { pattern.program.groupOrder.last(pattern.groupCount) { (start($0), end($0)) } }
}
