/// The declared parameters of a Swift function.
package struct Signature {
  package enum Variety { case positionalOnly, positionalOrKeyword, variadic, keywordOnly, keywordVariadic }

  package struct Parameter {
    package let name: String
    package let variety: Variety
    /// The default as written; nil if the argument is required. The body decides what an absent one means.
    package let defaultText: String?
  }

  package let parameters: [Parameter]
  /// How many can be given by position.
  package let positionalCount: Int
  /// How many of those must be given.
  package let requiredCount: Int
  package let hasVariadic: Bool
  package let hasKeywordVariadic: Bool
  package let hasKeywordOnly: Bool

  /// Parses `"a, b=None, /, c=1, *args, d, **kwargs"`: names with optional defaults, without annotations.
  package init(parsing text: StaticString) {
    var parsed: [Parameter] = []
    var afterStar = false
    let pieces = Signature.split(text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
    for piece in pieces {
      if piece == "/" {
        parsed = parsed.map { Parameter(name: $0.name, variety: .positionalOnly, defaultText: $0.defaultText) }
      } else if piece == "*" {
        afterStar = true
      } else if piece.hasPrefix("**") {
        parsed.append(Parameter(name: String(piece.dropFirst(2)), variety: .keywordVariadic, defaultText: nil))
      } else if piece.hasPrefix("*") {
        parsed.append(Parameter(name: String(piece.dropFirst()), variety: .variadic, defaultText: nil))
        afterStar = true
      } else {
        let parts = piece.split(separator: "=", maxSplits: 1)
        parsed.append(
          Parameter(
            name: String(parts[0]), variety: afterStar ? .keywordOnly : .positionalOrKeyword,
            defaultText: parts.count > 1 ? String(parts[1]) : nil))
      }
    }
    parameters = parsed
    let positional = parsed.prefix { $0.variety == .positionalOnly || $0.variety == .positionalOrKeyword }
    positionalCount = positional.count
    requiredCount = positional.prefix { $0.defaultText == nil }.count
    hasVariadic = parsed.contains { $0.variety == .variadic }
    hasKeywordVariadic = parsed.contains { $0.variety == .keywordVariadic }
    hasKeywordOnly = parsed.contains { $0.variety == .keywordOnly }
  }

  /// At commas outside brackets and quotes, with blanks trimmed.
  private static func split(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      switch character {
      case "," where depth == 0:
        pieces.append(current)
        current = ""
      case "(", "[": depth += 1; current.append(character)
      case ")", "]": depth -= 1; current.append(character)
      case " ": break
      default: current.append(character)
      }
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }
}
