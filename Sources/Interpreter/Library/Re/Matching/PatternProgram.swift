/// A pattern ready to run: compiled by PCRE2 for each manner of use when it is first used so.
final class PatternProgram {
  let pattern: ParsedPattern
  private let machine: MatchingMachine
  private var compiled: [CompiledPattern?] = Array(repeating: nil, count: 18)
  private var translations: [[UInt32]?] = [nil, nil]

  init(_ pattern: ParsedPattern, machine: MatchingMachine) {
    self.pattern = pattern
    self.machine = machine
  }

  /// Of the groups of a match, once somebody asks.
  private(set) lazy var groupOrder = GroupOrder(pattern)

  var groupCount: Int { pattern.groupCount }

  /// Texts up to this length are searched without watching each start.
  private static let shortText = 2048
  /// Steps that an unwatched attempt may take.
  private static let shortWork = 40_000_000

  /// Looks for a match in `subject[start..<end]`; `bounds` has room for two positions a group, and the whole.
  func run(
    _ vm: VM, _ subject: Subject, start: Int, end: Int, manner: CompiledPattern.Manner, refusesEmpty: Bool = false,
    bounds: UnsafeMutablePointer<Int>
  ) throws(Raised) -> Bool {
    let isWide = !subject.isNarrow && pattern.isUnicode
    let length = max(end - start, 0)
    let isShort = length <= PatternProgram.shortText
    let limit = UInt32(PatternProgram.shortWork / (min(length, PatternProgram.shortText) + 20))
    var watch: CompiledPattern.Watch = manner == .search && !isShort ? .everyStart : .nothing
    while true {
      let code = try compiledPattern(vm, isWide: isWide, manner: manner, watch: watch)
      let outcome = code.run(
        subject.points, start: start, end: end, refusesEmpty: refusesEmpty,
        matchLimit: watch == .everyStep ? .max : limit, bounds: bounds, count: (groupCount + 1) * 2)
      switch outcome {
      case .found:
        try vm.charge(2 + (bounds[1] - start) >> 4)
        return true
      case .notFound:
        try vm.charge(2 + length >> 4)
        return false
      case .tooLong where watch != .everyStep:
        // Once more from the start, looking at the clock on the way.
        try vm.charge(100_000)
        watch = .everyStep
      case .stopped:
        try vm.lookAtLimits()
      case .outOfMemory: throw Numbers.memoryError(vm)
      case .failed, .tooLong:
        throw vm.raise(.notImplementedError, "a match of this depth is not available in nbcheck")
      }
    }
  }

  private func compiledPattern(
    _ vm: VM, isWide: Bool, manner: CompiledPattern.Manner, watch: CompiledPattern.Watch
  ) throws(Raised) -> CompiledPattern {
    let index = (manner.rawValue * 3 + watch.rawValue) * 2 + (isWide ? 1 : 0)
    if let known = compiled[index] { return known }
    let text: [UInt32]
    do throws(PatternError) {
      text = try translation(isWide: isWide)
    } catch {
      throw vm.raise(.notImplementedError, "a pattern of this size is not available in nbcheck")
    }
    let options = CompiledPattern.Options(
      isWide: isWide, ignoresCase: PatternTranslation.ignoresCase(pattern.flags, isWide: isWide), manner: manner,
      watch: watch)
    guard let made = CompiledPattern(text, options: options, machine: machine) else {
      throw vm.raise(.notImplementedError, "this pattern is not available in nbcheck")
    }
    compiled[index] = made
    return made
  }

  private func translation(isWide: Bool) throws(PatternError) -> [UInt32] {
    if let known = translations[isWide ? 1 : 0] { return known }
    let made = try PatternTranslation.translate(pattern, isWide: isWide)
    translations[isWide ? 1 : 0] = made
    return made
  }

  /// Compiles for the most usual manner, so that what is not available is told when the pattern is made.
  func prepare(_ vm: VM) throws(Raised) {
    _ = try compiledPattern(vm, isWide: false, manner: .search, watch: .nothing)
  }
}
