import PythonSyntax

// `SyntaxError` as Python code sees it.

extension VM {
  /// The exception for what the parser or the compiler found.
  func raise(_ diagnostic: Diagnostic, in source: Source) -> Raised {
    if diagnostic.kind == .recursionError { return raise(.recursionError, diagnostic.message) }
    let type: ExceptionType =
      switch diagnostic.kind {
      case .syntaxError, .recursionError: .syntaxError
      case .indentationError: .indentationError
      case .tabError: .tabError
      }
    let place = diagnostic.place(in: source)
    let details = tuple([
      str(source.name), .int(place.line), .int(place.offset), place.text.map { str($0) } ?? .none,
      .int(place.endLine), .int(place.endOffset),
    ])
    let error = raise(heap.types[type], [str(diagnostic.message), details])
    if let exception = raised.asException, let given = details.asTuple {
      setSyntaxDetails(exception, message: exception.arguments.items[0], given.values)
    }
    return error
  }

  /// Sets `msg`, `filename`, `lineno`, …; the values are borrowed.
  fileprivate func setSyntaxDetails(
    _ exception: ExceptionObject, message: Value, _ details: some Collection<Value>
  ) {
    exception.setOwnAttribute(heap.intern("msg"), message.retained())
    let values = Array(details)
    for (index, name) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].enumerated() {
      exception.setOwnAttribute(heap.intern(name), index < values.count ? values[index].retained() : .none)
    }
    exception.setOwnAttribute(heap.intern("print_file_and_line"), .none)
  }
}

extension ExceptionTypes {
  static func installSyntaxError(_ vm: VM) {
    let type = vm.heap.types[.syntaxError]
    type.define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let given = a[1].asTuple else { return .none }
      let old = Value(exception.arguments)
      _ = a[1].retained()
      exception.arguments = given
      old.release()
      guard given.count >= 2 else {
        vm.setSyntaxDetails(exception, message: given.count == 1 ? given.items[0] : .none, [])
        return .none
      }
      let details = try vm.array(given.items[1])
      defer { for value in details { value.release() } }
      switch details.count {
      case 4, 6: break
      case 5: throw vm.raise(.typeError, "end_offset must be provided when end_lineno is provided")
      case let count:
        throw vm.raise(
          .typeError,
          "function takes at \(count < 4 ? "least 4" : "most 6") arguments (\(count) given)")
      }
      vm.setSyntaxDetails(exception, message: given.items[0], details)
      return .none
    }
    type.define("__str__", "self, /") { (vm, a) throws(Raised) in
      func attribute(_ name: String) -> Value { a[0].object?.ownAttribute(vm.heap.intern(name)) ?? .none }
      let message: String
      if let own = a[0].object?.ownAttribute(vm.heap.intern("msg")) {
        message = try vm.strText(own)
      } else {
        // Raised by a function of the library, without details.
        message =
          try a[0].asException?.arguments.values.first.map { (first) throws(Raised) in try vm.strText(first) } ?? "None"
      }
      var place: [String] = []
      if let file = attribute("filename").asStr?.string {
        place.append(file.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? file)
      }
      if let line = attribute("lineno").smallInt { place.append("line \(line)") }
      return vm.str(place.isEmpty ? message : "\(message) (\(place.joined(separator: ", ")))")
    }
  }
}

extension Diagnostic {
  /// What `SyntaxError` says of the place: lines and columns from 1.
  fileprivate func place(
    in source: Source
  ) -> (line: Int, offset: Int, text: String?, endLine: Int, endOffset: Int) {
    let line = source.line(at: range.start)
    let end = max(range.start, range.end)
    return (
      line, source.column(at: range.start), source.lineText(line).map { $0 + "\n" }, source.line(at: end),
      source.column(at: end)
    )
  }
}
