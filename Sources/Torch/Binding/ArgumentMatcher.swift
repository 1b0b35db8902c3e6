import Interpreter
import Tensors

extension TorchState {
  /// Matches a call with one parameter list. With `raises`, a mismatch is Python's `TypeError`; else the result is nil.
  func match(
    _ passed: PassedArguments, _ signature: FormalSignature, raises: Bool
  ) throws(Raised) -> MatchedArguments? {
    let given = passed.positional.count
    if given > signature.positionalCount && !signature.takesVariadicIntegers {
      if raises { throw tooMany(signature, given) }
      return nil
    }
    var matched = MatchedArguments()
    matched.values.reserveCapacity(signature.parameters.count)
    var position = 0
    var unusedKeywords = passed.keywords.count
    for (index, parameter) in signature.parameters.enumerated() {
      var value: Value = .unbound
      var isKeyword = false
      if position < given {
        if parameter.isKeywordOnly {
          if raises { throw tooMany(signature, given) }
          return nil
        }
        value = passed.positional[position]
      } else if !passed.keywords.isEmpty {
        isKeyword = true
        if let found = passed.keyword(parameter.name) ?? parameter.otherName.flatMap(passed.keyword) { value = found }
      }
      if value.isUnbound {
        guard let fallback = parameter.defaultValue else {
          if raises { throw missing(signature, from: index) }
          return nil
        }
        matched.values.append(fallback)
        if parameter.kind == nil { matched.objects.append(.unbound) }
        continue
      }
      if value.isNone && parameter.takesNone {
        matched.values.append(.none)
        if parameter.kind == nil { matched.objects.append(.none) }
      } else {
        var failedElement = -1
        let isVariadic = signature.takesVariadicIntegers && position == 0 && !isKeyword
        if parameter.kind == nil {
          matched.objects.append(value)
          matched.values.append(.none)
        } else if let converted = try argument(value, parameter, signature, &failedElement) {
          matched.values.append(converted)
        } else if isVariadic, isInteger(passed.positional[0]) {
          matched.values.append(try integers(passed.positional, parameter, signature))
          position = passed.positional.count - 1
        } else {
          if raises { throw wrongType(value, parameter, signature, isKeyword ? nil : position + 1, failedElement) }
          return nil
        }
      }
      if isKeyword { unusedKeywords -= 1 } else { position += 1 }
    }
    if position < given {
      if raises { throw tooMany(signature, given) }
      return nil
    }
    if unusedKeywords > 0 {
      if raises { throw unknownKeyword(passed, signature) }
      return nil
    }
    return matched
  }

  /// Finds the first of several parameter lists that a call fits.
  ///
  /// - Parameter wantsAlternatives: the real function has more parameter lists, which changes its messages.
  func match(
    _ passed: PassedArguments, _ signatures: [FormalSignature], wantsAlternatives: Bool = false
  ) throws(Raised) -> (index: Int, arguments: MatchedArguments) {
    if signatures.count == 1 && !wantsAlternatives {
      guard let matched = try match(passed, signatures[0], raises: true) else {
        throw vm.raise(.typeError, "\(signatures[0].name)() received an invalid combination of arguments")
      }
      return (0, matched)
    }
    for (index, signature) in signatures.enumerated() {
      if let matched = try match(passed, signature, raises: false) { return (index, matched) }
    }
    let plausible = signatures.filter { $0.requiredCount <= passed.count && passed.count <= $0.parameters.count }
    if plausible.count == 1 { _ = try match(passed, plausible[0], raises: true) }
    throw invalidCombination(passed, signatures)
  }
}
