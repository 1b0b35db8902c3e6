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
          summary(vm, entry.code, entry.line, marked: text.excerpt(entry).map { vm.str($0) })
        })
    }
    module.define("frame_entry", "frame, /") { (vm, a) throws(Raised) in
      guard let frame = a[0].foreign(FrameObject.self) else { throw vm.raise(.typeError, "a frame is needed") }
      return summary(vm, frame.code, frame.line)
    }
    return module
  }

  /// `(filename, line number, function, text of the line)`, and the lines that show it with marks under what was running.
  private static func summary(_ vm: VM, _ code: CodeObject, _ line: Int, marked: [Value]? = nil) -> Value {
    let text = code.source.isListed ? code.source.lineText(line) ?? "" : ""
    let name = code.isModule ? "<module>" : code.name
    let facts = [vm.str(code.source.name), .int(line), vm.str(name), vm.str(text.trimmingBlanks)]
    return vm.tuple(facts + (marked.map { [vm.list($0)] } ?? []))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " || $0 == "\t" || $0 == "\u{0C}" }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
