// The engine is PCRE2, in its library for 32-bit code units: a unit is a code point, so that positions are Python's own and
// nothing is converted; its syntax and its backtracking are nearly Python's; and a match that takes long can be watched and
// stopped. That last is what Swift's and Foundation's engines lack: a pattern like `(a+)+b` takes exponential time, and
// a stranger's pull request must not hang the check.

import CPCRE2

/// What PCRE2 needs for matching, shared by the patterns of one notebook.
final class MatchingMachine {
  let compileContext: OpaquePointer
  private let matchContext: OpaquePointer
  private var jitStack: OpaquePointer?
  private unowned let vm: VM
  private var steps: UInt32 = 0
  /// Every so many steps the limits are looked at.
  private var stride: UInt32 = 64

  static let stackLimit = 32 << 20

  init?(_ vm: VM) {
    self.vm = vm
    guard let compileContext = pcre2_compile_context_create_32(nil) else { return nil }
    guard let matchContext = pcre2_match_context_create_32(nil) else {
      pcre2_compile_context_free_32(compileContext)
      return nil
    }
    self.compileContext = compileContext
    self.matchContext = matchContext
    pcre2_set_newline_32(compileContext, UInt32(PCRE2_NEWLINE_LF))
    pcre2_set_parens_nest_limit_32(compileContext, 5000)
    pcre2_set_callout_32(
      matchContext,
      { _, machine in
        guard let machine else { return 0 }
        return Unmanaged<MatchingMachine>.fromOpaque(machine).takeUnretainedValue().step()
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if let jitStack { pcre2_jit_stack_free_32(jitStack) }
    pcre2_match_context_free_32(matchContext)
    pcre2_compile_context_free_32(compileContext)
  }

  /// Called by PCRE2 on its way; runs no Python code.
  private func step() -> Int32 {
    steps &+= 1
    return steps % stride == 0 && vm.isPastLimits ? PCRE2_ERROR_CALLOUT : 0
  }

  /// The context for a match; made ready before each one, because a match may run inside another one's callback.
  func context(for guardKind: CompiledPattern.Watch, matchLimit: UInt32) -> OpaquePointer {
    stride = guardKind == .everyStep ? 4096 : 64
    pcre2_set_match_limit_32(matchContext, matchLimit)
    let room = max(vm.heap.byteLimit - vm.heap.bytes, 0)
    pcre2_set_heap_limit_32(matchContext, UInt32(clamping: room >> 10))
    return matchContext
  }

  /// The stack of compiled patterns grows up to its limit; made at first use.
  func prepareStack() {
    guard jitStack == nil else { return }
    jitStack = pcre2_jit_stack_create_32(32 << 10, MatchingMachine.stackLimit, nil)
    pcre2_jit_stack_assign_32(matchContext, nil, jitStack.map { UnsafeMutableRawPointer($0) })
  }
}

/// A pattern that PCRE2 has compiled.
final class CompiledPattern {
  /// Where PCRE2 calls back, so that a long search can be stopped.
  enum Watch: Int {
    case nothing
    /// At each place where a match is tried.
    case everyStart
    /// At each item of the pattern.
    case everyStep
  }

  enum Manner: Int {
    case search
    /// At the start only.
    case match
    /// At the start, and up to the end.
    case full
  }

  enum Outcome {
    case found, notFound
    /// Took more steps than allowed.
    case tooLong
    case stopped
    case outOfMemory
    case failed
  }

  private let code: OpaquePointer
  private var data: OpaquePointer
  private let machine: MatchingMachine
  private let watch: Watch
  private var uses = 0
  private var isNative = false

  /// nil if PCRE2 does not take the pattern.
  init?(_ text: [UInt32], options: Options, machine: MatchingMachine) {
    var error: Int32 = 0
    var place = 0
    var text = text
    if options.watch == .everyStart { text = "(?C1)".codePoints + text }
    let code = text.withUnsafeBufferPointer {
      pcre2_compile_32($0.baseAddress, $0.count, options.bits, &error, &place, machine.compileContext)
    }
    guard let code else { return nil }
    guard let data = pcre2_match_data_create_from_pattern_32(code, nil) else {
      pcre2_code_free_32(code)
      return nil
    }
    self.code = code
    self.data = data
    self.machine = machine
    watch = options.watch
  }

  struct Options {
    var isWide: Bool
    var ignoresCase: Bool
    var manner: Manner
    var watch: Watch

    fileprivate var bits: UInt32 {
      var bits = PCRE2_ALT_CIRCUMFLEX | PCRE2_DOTALL | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UTF
      if isWide { bits |= PCRE2_UCP }
      if ignoresCase { bits |= PCRE2_CASELESS }
      if manner != .search { bits |= PCRE2_ANCHORED }
      if manner == .full { bits |= PCRE2_ENDANCHORED }
      if watch == .everyStep { bits |= PCRE2_AUTO_CALLOUT }
      return bits
    }
  }

  deinit {
    pcre2_match_data_free_32(data)
    pcre2_code_free_32(code)
  }

  /// Looks for a match in `subject[..<end]` from `start` on, and writes the bounds of the groups to `bounds`; -1 for
  /// a group that has no part in it.
  func run(
    _ subject: UnsafePointer<UInt32>, start: Int, end: Int, refusesEmpty: Bool, matchLimit: UInt32,
    bounds: UnsafeMutablePointer<Int>, count: Int
  ) -> Outcome {
    uses += 1
    // Native code pays from the second use on, and in a long text.
    if uses == 2 || uses == 1 && end - start > 500 { makeNative() }
    let context = machine.context(for: watch, matchLimit: matchLimit)
    let options: UInt32 = refusesEmpty ? PCRE2_NOTEMPTY_ATSTART : 0
    var status: Int32
    if isNative {
      status = pcre2_jit_match_32(code, subject, end, start, options, data, context)
      if status == PCRE2_ERROR_JIT_STACKLIMIT {
        status = pcre2_match_32(code, subject, end, start, options | PCRE2_NO_JIT, data, context)
      }
    } else {
      status = pcre2_match_32(code, subject, end, start, options, data, context)
    }
    if status >= 0 {
      guard let vector = pcre2_get_ovector_pointer_32(data) else { return .failed }
      let filled = min(Int(status) * 2, count)
      for index in 0..<filled { bounds[index] = vector[index] }
      for index in filled..<count { bounds[index] = -1 }
      return .found
    }
    switch status {
    case PCRE2_ERROR_NOMATCH: return .notFound
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT: return .tooLong
    case PCRE2_ERROR_CALLOUT: return .stopped
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY:
      replaceData()
      return .outOfMemory
    default: return .failed
    }
  }

  private func makeNative() {
    guard pcre2_jit_compile_32(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 else { return }
    machine.prepareStack()
    isNative = true
  }

  /// Frees the memory that a match has left behind.
  private func replaceData() {
    guard let fresh = pcre2_match_data_create_from_pattern_32(code, nil) else { return }
    pcre2_match_data_free_32(data)
    data = fresh
  }
}
