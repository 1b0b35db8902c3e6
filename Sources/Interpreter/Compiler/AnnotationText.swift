import PythonSyntax

/// An annotation as text, which is what it stays after `from __future__ import annotations`: spaced and quoted as
/// CPython writes expressions, and as it stands in the source where it is none of what annotations are made of.
struct AnnotationText {
  let source: Source

  func text(_ node: Expression) -> String { text(node, isOperand: false) }

  private func text(_ node: Expression, isOperand: Bool) -> String {
    switch node.kind {
    case .name(let name): return name
    case .constant(let constant): return self.constant(constant) ?? written(node)
    case .attribute(let value, let name): return "\(text(value, isOperand: true)).\(name)"
    case .subscript(let value, let index): return "\(text(value, isOperand: true))[\(subscripts(index))]"
    case .slice(let lower, let upper, let step):
      let bounds = (lower.map { text($0) } ?? "") + ":" + (upper.map { text($0) } ?? "")
      return step.map { bounds + ":" + text($0) } ?? bounds
    case .list(let items): return "[\(joined(items))]"
    case .set(let items): return "{\(joined(items))}"
    case .tuple(let items): return items.count == 1 ? "(\(text(items[0])),)" : "(\(joined(items)))"
    case .starred(let value): return "*" + text(value, isOperand: true)
    case .call(let function, let arguments):
      return "\(text(function, isOperand: true))(\(arguments.map { argument($0) }.joined(separator: ", ")))"
    case .binary(let left, .bitOr, let right):
      let parts = "\(side(left, isLeft: true)) | \(side(right, isLeft: false))"
      return isOperand ? "(\(parts))" : parts
    default:
      let parts = written(node)
      return isOperand ? "(\(parts))" : parts
    }
  }

  /// `a | b | c` needs no brackets on the left.
  private func side(_ node: Expression, isLeft: Bool) -> String {
    if isLeft, case .binary(_, .bitOr, _) = node.kind { return text(node) }
    return text(node, isOperand: true)
  }

  private func subscripts(_ index: Expression) -> String {
    guard case .tuple(let items) = index.kind, items.count > 1 else { return text(index) }
    return joined(items)
  }

  private func joined(_ items: [Expression]) -> String { items.map { text($0) }.joined(separator: ", ") }

  private func argument(_ argument: Argument) -> String {
    switch argument {
    case .positional(let value): text(value)
    case .keyword(let name, let value, _): "\(name)=\(text(value))"
    case .unpack(let value, _): "*" + text(value, isOperand: true)
    case .unpackKeywords(let value, _): "**" + text(value, isOperand: true)
    }
  }

  private func constant(_ constant: Constant) -> String? {
    switch constant {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .ellipsis: "..."
    case .int(let value): String(value)
    case .string(let points): quoted(points)
    default: nil
    }
  }

  /// Plain texts in single quotes, as `repr` has them; nil where something would have to be escaped.
  private func quoted(_ points: [UInt32]) -> String? {
    var scalars = String.UnicodeScalarView()
    for point in points {
      guard (0x20..<0x7F).contains(point), point != 0x27, point != 0x5C, let scalar = Unicode.Scalar(point) else {
        return nil
      }
      scalars.append(scalar)
    }
    return "'\(String(scalars))'"
  }

  private func written(_ node: Expression) -> String {
    let start = max(Int(node.range.start), 0)
    let end = min(Int(node.range.end), source.text.count)
    return start < end ? String(decoding: source.text[start..<end], as: UTF8.self) : ""
  }
}

extension Compiler {
  /// What an annotation is: a value, or its text where annotations are postponed.
  func annotation(_ node: Expression, into register: Int) throws(Diagnostic) {
    if analysis.postponesAnnotations {
      emitK(.constant, register, k: string(AnnotationText(source: source).text(node)), at: node.range)
    } else {
      try evaluate(node, into: register)
    }
  }
}

extension [Statement] {
  /// `from __future__ import annotations` is among the imports of this body.
  var postponesAnnotations: Bool {
    contains { statement in
      guard case .importFrom("__future__", let names, 0) = statement.kind else { return false }
      return names.contains { $0.name == "annotations" }
    }
  }
}
