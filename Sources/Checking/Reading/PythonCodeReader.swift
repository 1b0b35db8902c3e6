import Notebooks
import PythonSyntax

/// Judges with the real parser whether text of a notebook is Python.
package struct PythonCodeReader: CodeReader {
  private let givenNames: Set<String>?

  /// - Parameter builtinNames: what cells use without defining it; nil for the usual.
  package init(builtinNames: Set<String>? = nil) {
    givenNames = builtinNames
  }

  /// The usual names are put together by the first who asks.
  package var builtinNames: Set<String> { givenNames ?? Self.usualBuiltins }

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
