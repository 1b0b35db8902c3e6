import Notebooks
import PythonSyntax

/// IPython's lines that are not Python.
enum Magics {
  static var shape: CodeShape {
    var shape = CodeShape()
    shape.hasStatement = true
    return shape
  }

  /// What a line is to IPython.
  enum Line: Equatable {
    /// `%time x`: the statement, whose value is shown or not.
    case measured(statement: String, showsValue: Bool)
    /// `%matplotlib inline`: nothing is left to do.
    case configuring
    /// Everything else, as an error about it names it.
    case unavailable(String)
  }

  /// `%%bash` and its like take the rest of the cell for themselves; `%%time` and its like only measure.
  static func takeWholeCell(_ text: String) -> Bool {
    guard let name = cellMagic(text) else { return false }
    return !name.isEmpty && !["time", "timeit", "capture", "prun"].contains(name)
  }

  /// The name in `%%name` that the text begins with.
  static func cellMagic(_ text: String) -> Substring? {
    text.hasPrefix("%%") ? text.dropFirst(2).prefix { $0.isLetter || $0 == "_" } : nil
  }

  /// The text with each magic line made a statement of its kind: one that binds nothing.
  static func replacedByPass(_ text: String) -> String {
    guard text.utf8.contains(where: { "%!?".utf8.contains($0) }) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indentation = line.prefix { $0 == " " || $0 == "\t" }
      return isMagic(line[indentation.endIndex...]) ? indentation + "pass" : line
    }.joined(separator: "\n")
  }

  static func isMagic(_ line: Substring) -> Bool {
    switch line.first {
    case "%":
      let name = line.drop { $0 == "%" }
      return line.count - name.count <= 2 && name.first?.isLetter == true
    case "!": return line.dropFirst().first != "="
    case "?": return line.dropFirst().drop { $0 == "?" }.first?.isLetter == true
    default:
      let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      let marks = line[name.endIndex...]
      if !name.isEmpty && !marks.isEmpty && marks.count <= 2 && marks.allSatisfy({ $0 == "?" }) { return true }
      return isAssignedMagic(line)
    }
  }

  /// `files = !ls` or `t = %timeit -o f()`
  private static func isAssignedMagic(_ line: Substring) -> Bool {
    guard let sign = line.firstIndex(of: "="), sign > line.startIndex else { return false }
    let names = line[..<sign]
    guard names.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "," || $0 == " " }) else { return false }
    let value = line[line.index(after: sign)...].drop { $0 == " " }
    switch value.first {
    case "!": return value.dropFirst().first != "="
    case "%": return value.dropFirst().first?.isLetter == true
    default: return false
    }
  }

  /// What a line for which `isMagic` holds is.
  static func line(_ line: Substring) -> Line {
    let text = line.last == "\r" ? line.dropLast() : line
    guard text.first == "%" else {
      if text.first == "!" { return .unavailable("the shell command \(text)") }
      return .unavailable(isAssignedMagic(text) ? "the line \(text)" : "the help \(text)")
    }
    let body = text.drop { $0 == "%" }
    let name = body.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = body[name.endIndex...].drop { $0 == " " || $0 == "\t" }
    switch name {
    case "time": return .measured(statement: String(rest), showsValue: true)
    case "timeit", "prun", "memit":
      return .measured(statement: String(withoutOptions(rest)), showsValue: false)
    case "matplotlib", "config", "load_ext", "reload_ext", "unload_ext", "autoreload", "autosave", "pylab":
      return .configuring
    default: return .unavailable("the magic %\(name)")
    }
  }

  /// A statement without the options before it: `-n 10 -r3 -q`.
  static func withoutOptions(_ text: Substring) -> Substring {
    var rest = text
    while rest.first == "-", let letter = rest.dropFirst().first, letter.isLetter {
      var word = rest.dropFirst(2)
      if "nrtpDTls".contains(letter), word.first == " " { word = word.drop { $0 == " " } }
      let value = word.prefix { $0 != " " }
      rest = word[value.endIndex...].drop { $0 == " " }
      if !"nrtpDTls".contains(letter), !value.isEmpty { return text }
    }
    return rest
  }
}
