import Notebooks
import PythonSyntax

/// Judges with the real parser whether text of a notebook is Python.
package struct PythonCodeReader: CodeReader {
  package let builtinNames: Set<String>

  package init(builtinNames: Set<String> = PythonCodeReader.usualBuiltins) {
    self.builtinNames = builtinNames
  }

  package func read(_ text: String) -> CodeReading {
    if Magics.takeWholeCell(text) { return .complete(Magics.shape) }
    let source = Source(name: "cell", text: Magics.replacedByPass(text))
    do throws(Diagnostic) {
      let module = try Parser.parseModule(source)
      var reader = ShapeReader()
      reader.read(module.body)
      reader.shape.isOnlyComments = module.body.isEmpty && Self.hasComment(text)
      return .complete(reader.shape)
    } catch {
      return error.isIncomplete ? .incomplete : .notPython
    }
  }

  /// Of a text without statements.
  private static func hasComment(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "#"))
  }

  /// What calls need no assignment.
  package static let usualBuiltins: Set<String> = [
    "abs", "all", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod",
    "compile", "complex", "delattr", "dict", "dir", "display", "divmod", "enumerate", "eval", "exec", "exit", "filter",
    "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int",
    "isinstance", "issubclass", "iter", "len", "list", "locals", "map", "max", "memoryview", "min", "next", "object",
    "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr", "reversed", "round", "set", "setattr",
    "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
  ]
}

/// IPython's lines that are not Python.
enum Magics {
  static var shape: CodeShape {
    var shape = CodeShape()
    shape.hasStatement = true
    return shape
  }

  /// `%%bash` and its like take the rest of the cell for themselves; `%%time` and its like only measure.
  static func takeWholeCell(_ text: String) -> Bool {
    guard text.hasPrefix("%%") else { return false }
    let name = text.dropFirst(2).prefix { $0.isLetter || $0 == "_" }
    return !name.isEmpty && !["time", "timeit", "capture", "prun"].contains(name)
  }

  /// The text with each magic line made a statement of its kind: one that binds nothing.
  static func replacedByPass(_ text: String) -> String {
    guard text.utf8.contains(where: { "%!?".utf8.contains($0) }) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indentation = line.prefix { $0 == " " || $0 == "\t" }
      return isMagic(line[indentation.endIndex...]) ? indentation + "pass" : line
    }.joined(separator: "\n")
  }

  private static func isMagic(_ line: Substring) -> Bool {
    switch line.first {
    case "%":
      let name = line.drop { $0 == "%" }
      return line.count - name.count <= 2 && name.first?.isLetter == true
    case "!": return line.dropFirst().first != "="
    case "?": return line.dropFirst().drop { $0 == "?" }.first?.isLetter == true
    default:
      let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      let marks = line[name.endIndex...]
      return !name.isEmpty && !marks.isEmpty && marks.count <= 2 && marks.allSatisfy { $0 == "?" }
    }
  }
}
