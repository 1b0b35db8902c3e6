import PythonSyntax

/// `_traceback`: the text of exceptions, for `traceback`, which is written in Python.
enum TracebackModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_traceback", heap: vm.heap)
    module.define("only", "exception, /") { (vm, a) throws(Raised) in
      let text = TracebackText(vm)
      let notes = text.notes(a[0]).flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      return vm.list(
        ((text.syntaxError(a[0]) ?? [text.lastLine(a[0])]) + notes.map(String.init)).map { vm.str($0 + "\n") })
    }
    module.define("entries", "traceback, /") { (vm, a) throws(Raised) in
      guard let traceback = a[0].cast(.traceback, to: TracebackObject.self) else { return vm.list([]) }
      let text = TracebackText(vm)
      return vm.list(
        traceback.entries.reversed().map { entry in
          summary(vm, entry.code, entry.line, text.marks(entry.code.source, entry.line, entry.range), entry.range)
        })
    }
    module.define("frame_entry", "frame, /") { (vm, a) throws(Raised) in
      guard let frame = a[0].foreign(FrameObject.self) else { throw vm.raise(.typeError, "a frame is needed") }
      return summary(vm, frame.code, frame.line)
    }
    return module
  }

  /// `(filename, line number, function, text of the line, marks under it, last line, columns)`: what is not known is None.
  /// Columns count bytes from 0.
  private static func summary(
    _ vm: VM, _ code: CodeObject, _ line: Int, _ marks: String? = nil, _ range: SourceRange? = nil
  ) -> Value {
    let text = code.source.isListed ? code.source.lineText(line) ?? "" : ""
    let name = code.isModule ? "<module>" : code.name
    var columns: [Value] = [.int(line), .none, .none]
    if let range {
      columns = [
        .int(code.source.line(at: range.end)), .int(code.source.byteColumn(at: range.start)),
        .int(code.source.byteColumn(at: range.end)),
      ]
    }
    let shown: Value = marks.map { vm.str($0) } ?? .none
    return vm.tuple([vm.str(code.source.name), .int(line), vm.str(name), vm.str(text.trimmingBlanks), shown] + columns)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " || $0 == "\t" || $0 == "\u{0C}" }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
