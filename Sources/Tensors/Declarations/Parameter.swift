/// One parameter of an operation.
package struct Parameter: Sendable {
  /// What a parameter accepts.
  package enum Kind: String, Sendable {
    case tensor = "Tensor"
    /// A tensor, or a number in its place.
    case operand = "Operand"
    case tensors = "Tensors"
    case number = "Number"
    case int, float, bool, str
    case ints
    /// Integers that may also be passed one by one: `zeros(2, 3)`.
    case size
    /// One integer or several.
    case dims
    case dtype, generator, device, layout
    case memoryFormat = "memory_format"
    /// What stands between square brackets.
    case index

    /// The name in messages.
    package var text: String {
      switch self {
      case .tensor, .operand: "Tensor"
      case .tensors: "tuple of Tensors"
      case .number: "Number"
      case .int: "int"
      case .float: "float"
      case .bool: "bool"
      case .str: "str"
      case .ints, .size, .dims: "tuple of ints"
      case .dtype: "torch.dtype"
      case .generator: "torch.Generator"
      case .device: "torch.device"
      case .layout: "torch.layout"
      case .memoryFormat: "torch.memory_format"
      case .index: "Tensor"
      }
    }
  }

  package let name: String
  package let kind: Kind
  /// Whether `None` is accepted.
  package let isOptional: Bool
  package let isKeywordOnly: Bool
  /// What is taken where no argument is given; nil if one must be.
  package let defaultText: String?

  package var defaultValue: ArgumentValue? { defaultText.map(Self.value) }

  /// `Number alpha = 1`, as in messages.
  package var text: String { "\(kind.text) \(name)" + (defaultText.map { " = \($0)" } ?? "") }

  /// Takes apart `Tensor input, int? dim=None, *, bool keepdim=False`.
  static func list(_ signature: String) -> [Parameter] {
    var parameters: [Parameter] = []
    var isKeywordOnly = false
    for part in signature.split(separator: ",") {
      let words = part.split(separator: " ")
      guard let type = words.first else { continue }
      if type == "*" {
        isKeywordOnly = true
        continue
      }
      let declared = words.dropFirst().joined(separator: " ").split(separator: "=", maxSplits: 1)
      let isOptional = type.hasSuffix("?")
      guard let kind = Kind(rawValue: String(isOptional ? type.dropLast() : type)), let name = declared.first else {
        continue
      }
      parameters.append(
        Parameter(
          name: String(name), kind: kind, isOptional: isOptional, isKeywordOnly: isKeywordOnly,
          defaultText: declared.count > 1 ? String(declared[1]) : nil))
    }
    return parameters
  }

  private static func value(_ text: String) -> ArgumentValue {
    switch text {
    case "None": return .none
    case "True": return .number(.bool(true))
    case "False": return .number(.bool(false))
    case "[]": return .ints([])
    default:
      if let int = Int(text) { return .number(.int(int)) }
      if let double = Double(text) { return .number(.float(double)) }
      return .string(text.filter { $0 != "'" })
    }
  }

  /// What every function that makes a tensor accepts besides its own parameters.
  static let factory =
    "*, Tensor? out=None, dtype? dtype=None, layout? layout=None, device? device=None, bool pin_memory=False, "
    + "bool requires_grad=False"
  static let likeFactory =
    "*, dtype? dtype=None, layout? layout=None, device? device=None, bool pin_memory=False, bool requires_grad=False, "
    + "memory_format? memory_format=None"
}
