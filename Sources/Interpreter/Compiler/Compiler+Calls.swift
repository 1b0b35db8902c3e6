import PythonSyntax

extension Compiler {
  func call(
    _ function: Expression, _ arguments: [Argument], into target: Int, at range: SourceRange
  ) throws(Diagnostic) {
    let base = try temporaries(2)
    let isMethod = try callee(function, base: base)
    let load = here - 1
    let alone = isMethod ? 0 : 1
    if arguments.contains(where: \.isUnpacking) || arguments.count > 250 {
      try unpackedArguments(arguments, base: base, at: range)
      emit(.callUnpack, base, 0, target, x: alone, at: range)
      return
    }
    var keywords: [String] = []
    for argument in arguments {
      let register = try temporary()
      switch argument {
      case .positional(let value): try evaluate(value, into: register)
      case .keyword(let name, let value, _):
        keywords.append(name)
        try evaluate(value, into: register)
      case .unpack, .unpackKeywords: break
      }
    }
    if keywords.isEmpty {
      markDirect(load, argumentCount: arguments.count, base: base)
      emit(.call, base, arguments.count, target, x: alone, at: range)
    } else {
      emit(.callKeywords, base, arguments.count, target, x: alone, at: range)
      emitK(.extra, k: names(keywords), at: range)
    }
  }

  /// Lets the instruction that loads a function call it as well, with at most one argument, which one instruction loads.
  private func markDirect(_ load: Int, argumentCount count: Int, base: Int) {
    if count > 1 || here - load - 1 != count { return }
    switch draft.instructions[load].op {
    case .loadGlobal, .loadMethod: break
    default: return
    }
    if count == 1 {
      switch draft.instructions[load + 1].op {
      case .move, .constant, .integer: break
      default: return
      }
    }
    draft.instructions[load].x = UInt8(count + 1)
  }

  /// Whether there may be a receiver in the second register of the window; if not, the call clears that itself.
  private func callee(_ function: Expression, base: Int) throws(Diagnostic) -> Bool {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    if case .attribute(let value, let name) = function.kind {
      emit(.loadMethod, base, try operand(value), try cache(name), at: function.range)
      return true
    }
    try evaluate(function, into: base)
    return false
  }

  /// All positional arguments after the callee's two registers, then a mapping of the keywords (or unbound).
  private func unpackedArguments(_ arguments: [Argument], base: Int, at range: SourceRange) throws(Diagnostic) {
    let list = try temporaries(2)
    let dict = list + 1
    let positional = arguments.filter(\.isPositional)
    let keywords = arguments.filter { !$0.isPositional }
    // Alone, what is unpacked is left for the call to unpack.
    if arguments.count <= 2, positional.count <= 1, keywords.count <= 1, arguments.allSatisfy(\.isUnpacking) {
      if positional.isEmpty { emit(.tuple, list, list, 0, at: range) }
      if keywords.isEmpty { emit(.clear, dict, at: range) }
      for argument in arguments {
        if case .unpack(let value, _) = argument { try evaluate(value, into: list) }
        if case .unpackKeywords(let value, _) = argument { try evaluate(value, into: dict) }
      }
      return
    }
    emit(.list, list, list, 0, at: range)
    emit(.clear, dict, at: range)
    var hasKeywords = false
    for argument in arguments {
      let mark = nextTemporary
      switch argument {
      case .positional(let value):
        let register = try temporary()
        try evaluate(value, into: register)
        emit(.listAppend, list, register, at: value.range)
      case .unpack(let value, _):
        let register = try temporary()
        try evaluate(value, into: register)
        emit(.listExtend, list, register, x: positional.count == 1 ? 1 : 0, at: value.range)
      case .keyword, .unpackKeywords:
        if !hasKeywords { emit(.dict, dict, dict, 0, at: range) }
        hasKeywords = true
        // Merging names the callee in its error, so the callee is copied along.
        let first = try temporaries(3)
        if case .keyword(let name, let value, _) = argument {
          emitK(.constant, first, k: string(name), at: value.range)
          try evaluate(value, into: first + 1)
          emit(.move, first + 2, base, at: value.range)
          emit(.dict, first, first, 1, at: value.range)
          emit(.dictMerge, dict, first, first + 2, at: value.range)
        } else if case .unpackKeywords(let value, _) = argument {
          try evaluate(value, into: first)
          emit(.move, first + 2, base, at: value.range)
          emit(.dictMerge, dict, first, first + 2, at: value.range)
        }
      }
      nextTemporary = mark
    }
    emit(.listToTuple, list, at: range)
  }
}

extension Argument {
  fileprivate var isUnpacking: Bool {
    switch self {
    case .unpack, .unpackKeywords: true
    case .positional, .keyword: false
    }
  }

  fileprivate var isPositional: Bool {
    switch self {
    case .unpack, .positional: true
    case .unpackKeywords, .keyword: false
    }
  }
}
