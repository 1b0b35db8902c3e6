/// `sub` and `subn`.
enum Substitution {
  private enum Replacement {
    case function(Value)
    case template(ReplacementTemplate)
    /// Of the other type, which is told at the first match.
    case wrong(Value)
  }

  /// The text with its matches replaced, owned, and how many there were.
  static func run(
    _ vm: VM, _ pattern: PatternObject, _ replacement: Value, _ text: Value, count limit: Int
  ) throws(Raised) -> (text: Value, count: Int) {
    let library = pattern.library
    let replacement = try read(vm, replacement, pattern)
    let subject = try library.subject(text, for: pattern)
    var scan = Scan(pattern, subject)
    var builder = TextBuilder(isText: pattern.isText)
    var count = 0
    var place = 0
    // Pieces so far, as CPython counts them in its messages.
    var pieces = 0
    var bounds = UnsafeMutablePointer<Int>.allocate(capacity: pattern.groupCount * 2 + 2)
    defer { bounds.deallocate() }
    func piece(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt32> {
      UnsafeBufferPointer(start: subject.points + start, count: end - start)
    }
    while limit <= 0 || count < limit, try scan.next(vm, bounds: bounds) {
      let (start, end) = (bounds[0], bounds[1])
      if start > place {
        try builder.append(piece(place, start), isNarrow: subject.isNarrow, vm)
        pieces += 1
      }
      switch replacement {
      case .template(let template):
        for part in template.parts {
          switch part {
          case .text(let text): try builder.append(text, vm)
          case .group(let group) where bounds[group * 2] >= 0:
            try builder.append(
              piece(bounds[group * 2], bounds[group * 2 + 1]), isNarrow: subject.isNarrow, vm)
          case .group: break
          }
        }
        pieces += 1
      case .function(let function):
        let match = Value(
          MatchObject(pattern, text, position: scan.position, endPosition: scan.endPosition, bounds: bounds))
        // The match owns the bounds now.
        bounds = .allocate(capacity: pattern.groupCount * 2 + 2)
        defer { match.release() }
        let made = try vm.call(function, match)
        defer { made.release() }
        if !made.isNone {
          try append(vm, made, to: &builder, isText: pattern.isText, pieces)
          pieces += 1
        }
      case .wrong(let value): try append(vm, value, to: &builder, isText: pattern.isText, pieces)
      }
      place = end
      count += 1
    }
    if count == 0 { return (subject.slice(0, subject.count, vm), 0) }
    try builder.append(piece(place, subject.count), isNarrow: subject.isNarrow, vm)
    return (builder.finish(vm), count)
  }

  private static func read(_ vm: VM, _ value: Value, _ pattern: PatternObject) throws(Raised) -> Replacement {
    if let string = value.asStr, pattern.isText {
      return .template(try template(vm, value, string.codePoints, pattern))
    }
    if let bytes = Subject.bytes(of: value), !pattern.isText {
      return .template(try template(vm, value, bytes.map { UInt32($0) }, pattern))
    }
    if value.asStr != nil || Subject.bytes(of: value) != nil { return .wrong(value) }
    if Builtins.isCallable(vm, value) { return .function(value) }
    throw vm.raise(.typeError, "decoding to str: need a bytes-like object, \(vm.typeName(value)) found")
  }

  private static func template(
    _ vm: VM, _ value: Value, _ points: [UInt32], _ pattern: PatternObject
  ) throws(Raised) -> ReplacementTemplate {
    do throws(PatternError) {
      return try ReplacementTemplate.parse(points, isText: pattern.isText, for: pattern)
    } catch {
      throw pattern.library.raise(error, for: value)
    }
  }

  private static func append(
    _ vm: VM, _ value: Value, to builder: inout TextBuilder, isText: Bool, _ pieces: Int
  ) throws(Raised) {
    if isText {
      guard let string = value.asStr else {
        throw vm.raise(
          .typeError, "sequence item \(pieces): expected str instance, \(vm.typeName(value)) found")
      }
      try builder.append(string, vm)
    } else {
      guard let bytes = Subject.bytes(of: value) else {
        throw vm.raise(
          .typeError, "sequence item \(pieces): expected a bytes-like object, \(vm.typeName(value)) found")
      }
      try builder.append(bytes: bytes, vm)
    }
  }

  /// `Match.expand`; owned.
  static func expand(_ vm: VM, _ match: MatchObject, _ value: Value) throws(Raised) -> Value {
    let pattern = match.pattern
    guard let points = value.asStr?.codePoints ?? Subject.bytes(of: value)?.map({ UInt32($0) }) else {
      throw vm.raise(.typeError, "decoding to str: need a bytes-like object, \(vm.typeName(value)) found")
    }
    var builder = TextBuilder(isText: pattern.isText)
    for part in try template(vm, value, points, pattern).parts {
      switch part {
      case .text(let text): try builder.append(text, vm)
      case .group(let group):
        guard let text = match.text(group, vm) else { continue }
        defer { text.release() }
        try append(vm, text, to: &builder, isText: pattern.isText, 0)
      }
    }
    return builder.finish(vm)
  }
}
