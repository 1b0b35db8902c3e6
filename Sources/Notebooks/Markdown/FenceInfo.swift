/// What the info string of a fence says about its content.
enum FenceInfo: Equatable {
  case python
  /// Holds `>>>` examples if it holds any.
  case doctest
  /// May be a recorded output.
  case output
  case foreign

  init(_ info: String) {
    let trimmed = info.drop { $0 == " " || $0 == "\t" }
    if trimmed.first == "{" {
      self = Self.isPythonAttribute(trimmed.dropFirst()) ? .python : .foreign
      return
    }
    switch trimmed.prefix(while: { !" \t{:,;".contains($0) }).lowercased() {
    case "python", "py", "python3", "ipython3", "ipython": self = .python
    case "pycon", "python-repl", "doctest": self = .doctest
    case "", "output", "text", "console": self = .output
    default: self = .foreign
    }
  }

  /// `{python}`, `{.python …}`, `{code-cell}`, `{code-cell} ipython3`.
  private static func isPythonAttribute(_ attribute: Substring) -> Bool {
    let inside = attribute.prefix { $0 != "}" }
    let words = inside.split { " \t,".contains($0) }
    guard let first = words.first else { return false }
    if first == "code-cell" {
      let language = attribute.dropFirst(inside.count + 1).split { $0 == " " || $0 == "\t" }.first
      return language.map { ["python", "python3", "ipython", "ipython3"].contains($0) } ?? true
    }
    return ["python", "py", "python3", "ipython3", ".python", ".py", ".python3", ".ipython3"].contains(first)
  }
}
