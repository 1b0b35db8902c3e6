import Interpreter
import Tensors

// The words for calls that fit no parameter list.

extension TorchState {
  func tooMany(_ signature: FormalSignature, _ given: Int) -> Raised {
    let (most, least) = (signature.positionalCount, signature.requiredCount)
    if least != most {
      return vm.raise(
        .typeError, "\(signature.name)() takes from \(least) to \(most) positional arguments but \(given) were given")
    }
    return vm.raise(
      .typeError,
      "\(signature.name)() takes \(most) positional argument\(most == 1 ? "" : "s") but \(given) "
        + "\(given == 1 ? "was" : "were") given")
  }

  func missing(_ signature: FormalSignature, from index: Int) -> Raised {
    let names = signature.parameters[index...].filter { $0.defaultValue == nil }.map { "\"\($0.name)\"" }
    // The plural is PyTorch's.
    return vm.raise(
      .typeError,
      "\(signature.name)() missing \(names.count) required positional argument\(names.count == 1 ? "s" : ""): "
        + names.joined(separator: ", "))
  }

  func wrongType(
    _ value: Value, _ parameter: FormalParameter, _ signature: FormalSignature, _ position: Int?, _ element: Int
  ) -> Raised {
    let place = position.map { " (position \($0))" } ?? ""
    let subject = "\(signature.name)(): argument '\(parameter.name)'\(place) must be \(parameter.typeName)"
    let items = value.asTuple?.values ?? value.asList?.values
    if element >= 0, position != nil, let items, element < items.count {
      return vm.raise(
        .typeError, "\(subject), but found element of type \(vm.typeName(items[element])) at pos \(element)")
    }
    return vm.raise(.typeError, "\(subject), not \(vm.typeName(value))")
  }

  func unknownKeyword(_ passed: PassedArguments, _ signature: FormalSignature) -> Raised {
    for (name, _) in passed.keywords {
      guard let index = signature.parameters.firstIndex(where: { $0.name == name.string }) else {
        return vm.raise(.typeError, "\(signature.name)() got an unexpected keyword argument '\(name.string)'")
      }
      if index < passed.positional.count {
        return vm.raise(.typeError, "\(signature.name)() got multiple values for argument '\(name.string)'")
      }
    }
    return vm.raise(.typeError, "invalid keyword arguments")
  }

  func invalidCombination(_ passed: PassedArguments, _ signatures: [FormalSignature]) -> Raised {
    var text = "\(signatures[0].name)() received an invalid combination of arguments - "
    if signatures.count == 1 {
      let option = Option(signatures[0])
      let unknown = option.unknownKeywords(passed)
      if !unknown.isEmpty {
        text += "got unrecognized keyword arguments: " + unknown.map { "\($0), " }.joined()
      } else {
        text += "got \(option.fitsCount(passed) ? marked(passed, signatures[0], option) : described(passed))"
        text += ", but expected \(signatures[0].text)"
      }
      return vm.raise(.typeError, text)
    }
    text += "got \(described(passed)), but expected one of:\n"
    for signature in signatures {
      text += " * \(signature.text)\n"
      let option = Option(signature)
      guard option.fitsCount(passed) else { continue }
      let unknown = option.unknownKeywords(passed)
      if unknown.isEmpty {
        text += "      didn't match because some of the arguments have invalid types: "
        text += marked(passed, signature, option) + "\n"
      } else {
        text += "      didn't match because some of the keywords were incorrect: "
        text += unknown.joined(separator: ", ") + "\n"
      }
    }
    return vm.raise(.typeError, text)
  }

  /// A parameter list as the explanation reads it back from its text: `*` counts as a parameter, and one with a default
  /// is named after the default.
  private struct Option {
    let names: [String]

    init(_ signature: FormalSignature) {
      let inner = signature.text.dropFirst().dropLast()
      names =
        inner.isEmpty
        ? []
        : inner.split(separator: ",").map { part in
          part.split(separator: " ").last.map(String.init) ?? ""
        }
    }

    func fitsCount(_ passed: PassedArguments) -> Bool { passed.count == names.count }

    func unknownKeywords(_ passed: PassedArguments) -> [String] {
      passed.keywords.map(\.name.string).filter { !names.contains($0) }
    }
  }

  /// `(Tensor, int, alpha=str)`
  private func described(_ passed: PassedArguments) -> String {
    var parts = passed.positional.map { vm.typeName($0) + ", " }
    parts += passed.keywords.map { "\($0.name.string)=\(vm.typeName($0.value)), " }
    let text = parts.joined()
    return passed.positional.isEmpty ? "(\(text))" : "(\(text.dropLast(2)))"
  }

  /// The same with marks around what does not fit.
  private func marked(_ passed: PassedArguments, _ signature: FormalSignature, _ option: Option) -> String {
    var parts: [String] = []
    for (index, name) in option.names.enumerated() {
      let isKeyword = index >= passed.positional.count
      guard let value = isKeyword ? passed.keyword(name) : passed.positional[index] else { continue }
      let described = (isKeyword ? "\(name)=" : "") + describedDeeply(value)
      // Only parameters that are written before the star and without default are recognised.
      let fits =
        index < signature.parameters.count && signature.parameters[index].defaultValue == nil
        && !signature.parameters[index].isKeywordOnly && fits(value, signature.parameters[index])
      parts.append(fits ? described : "!\(described)!")
    }
    return "(\(parts.joined(separator: ", ")))"
  }

  private func fits(_ value: Value, _ parameter: FormalParameter) -> Bool {
    switch parameter.kind {
    case .tensor, .operand: return tensor(value) != nil
    case .int:
      if case .int = value { return true }
      return value.asBigInt != nil
    case .number, .float:
      switch value {
      case .int, .float: return true
      default: return value.asBigInt != nil || value.kind == .float
      }
    case .bool:
      if case .bool = value { return true }
      return false
    case .ints, .size, .dims:
      guard let items = value.asTuple?.values ?? value.asList?.values else { return false }
      return items.allSatisfy(isInteger)
    case .str: return value.asStr != nil
    default: return false
    }
  }

  private func describedDeeply(_ value: Value) -> String {
    let name = vm.typeName(value)
    if let tuple = value.asTuple {
      let inner = tuple.values.map { vm.typeName($0) }.joined(separator: ", ")
      return "\(name) of (\(inner)\(tuple.count == 1 ? "," : ""))"
    }
    if let list = value.asList {
      return "\(name) of [\(list.values.map { vm.typeName($0) }.joined(separator: ", "))]"
    }
    return name
  }
}
