import Interpreter
import Tensors

/// A parameter as calls from Python are held against it.
struct FormalParameter {
  let name: String
  /// nil: anything.
  let kind: Parameter.Kind?
  /// `None` is accepted.
  let takesNone: Bool
  let isKeywordOnly: Bool
  /// What is taken where no argument is given; nil if one must be.
  let defaultValue: ArgumentValue?
  /// `Number alpha = 1`, as in messages.
  let text: String

  init(_ parameter: Parameter) {
    name = parameter.name
    kind = parameter.kind
    takesNone = parameter.isOptional
    isKeywordOnly = parameter.isKeywordOnly
    defaultValue = parameter.defaultValue
    text = parameter.text
  }

  init(
    _ name: String, _ kind: Parameter.Kind?, takesNone: Bool = false, isKeywordOnly: Bool = false,
    default defaultValue: ArgumentValue? = nil, defaultText: String = "None"
  ) {
    self.name = name
    self.kind = kind
    self.takesNone = takesNone
    self.isKeywordOnly = isKeywordOnly
    self.defaultValue = defaultValue
    text = "\(kind?.text ?? "object") \(name)" + (defaultValue == nil ? "" : " = \(defaultText)")
  }

  /// Where the result of an operation goes.
  static var out: FormalParameter {
    .init("out", .tensor, takesNone: true, isKeywordOnly: true, default: ArgumentValue.none)
  }

  /// The name of the type in messages.
  var typeName: String { kind?.text ?? "object" }

  /// NumPy's name for the same thing.
  var otherName: String? {
    switch name {
    case "dim": "axis"
    case "keepdim": "keepdims"
    case "input": "x"
    case "other": "x2"
    default: nil
    }
  }
}

/// One parameter list, ready to be matched.
struct FormalSignature {
  /// The name in messages.
  let name: String
  let parameters: [FormalParameter]
  /// How many can be given by position, and how many must be given at all.
  let positionalCount: Int
  let requiredCount: Int
  /// Integers may follow one by one: `zeros(2, 3)`.
  let takesVariadicIntegers: Bool

  init(_ name: String, _ parameters: [FormalParameter]) {
    self.name = name
    self.parameters = parameters
    positionalCount = parameters.count { !$0.isKeywordOnly }
    requiredCount = parameters.count { $0.defaultValue == nil }
    takesVariadicIntegers = positionalCount == 1 && parameters[0].kind == .size
  }

  /// `(Tensor input, *, Number alpha = 1)`
  var text: String {
    var parts: [String] = []
    for (index, parameter) in parameters.enumerated() {
      if parameter.isKeywordOnly && (index == 0 || !parameters[index - 1].isKeywordOnly) { parts.append("*") }
      parts.append(parameter.text)
    }
    return "(\(parts.joined(separator: ", ")))"
  }
}

/// What a call passes, borrowed.
struct PassedArguments {
  let positional: UnsafeBufferPointer<Value>
  let keywords: [(name: StrObject, value: Value)]

  /// From a function declared with `*args, **kwargs` at `first`.
  @inline(__always)
  init(_ arguments: Arguments, from first: Int) {
    positional = arguments[first].asTuple?.values ?? UnsafeBufferPointer(start: nil, count: 0)
    if let dict = arguments[first + 1].asDict, dict.count > 0 {
      keywords = dict.keywordPairs
    } else {
      keywords = []
    }
  }

  var count: Int { positional.count + keywords.count }

  func keyword(_ name: String) -> Value? { keywords.first { $0.name.string == name }?.value }
}

/// The arguments of a matched call, in the order of the parameters.
struct MatchedArguments {
  var values: [ArgumentValue] = []
  /// Arguments for parameters that take anything, and the tensors' own objects; borrowed.
  var objects: [Value] = []
}
