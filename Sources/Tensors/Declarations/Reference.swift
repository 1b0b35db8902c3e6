/// The reference of all operations, made from their declarations.
package enum Reference {
  /// The text of `Operations.md`.
  package static func markdown() -> String {
    var lines = [
      "# Operations", "",
      "Made from the declarations: name, parameters, forms (**f**unction, **m**ethod, **p**roperty, **i**n place, "
        + "**o**ut), operators and what it does.",
    ]
    for namespace in ["torch", "torch.nn.functional", "torch.linalg", "torch.special"] {
      let operations = Operation.all.filter { $0.namespaces.contains(namespace) && !$0.forms.isEmpty }
        .sorted { $0.name < $1.name }
      if operations.isEmpty { continue }
      lines += ["", "## \(namespace)", "", "| operation | forms | |", "|---|---|---|"]
      lines += operations.map(row)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ operation: Operation) -> String {
    let signatures = operation.overloads.map { overload in
      let text = overload.signature.split(separator: "|").joined(separator: "\\|")
      return "`\(operation.name)(\(text))`"
    }
    var help = operation.documentation
    if !operation.aliases.isEmpty {
      help += " Also " + operation.aliases.map { "`\($0)`" }.joined(separator: ", ") + "."
    }
    let operators = operation.operators.map { "`\($0.name)`" }
    return
      "| \(signatures.joined(separator: "<br>")) | \(([forms(operation)] + operators).joined(separator: " ")) | \(help) |"
  }

  private static func forms(_ operation: Operation) -> String {
    let letters: [(Operation.Forms, String)] = [
      (.function, "f"), (.method, "m"), (.property, "p"), (.inPlace, "i"), (.out, "o"),
    ]
    return letters.filter { operation.forms.contains($0.0) }.map(\.1).joined()
  }
}
