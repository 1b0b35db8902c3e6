import PythonSyntax

// `SyntaxError` as Python code sees it.

extension VM {
  /// The exception for what the parser or the compiler found. A module's last line counts as ended, that of an expression
  /// does not.
  func raise(_ diagnostic: Diagnostic, in source: Source, endsLines: Bool = true) -> Raised {
    if diagnostic.kind == .recursionError { return raise(.recursionError, diagnostic.message) }
    let type: ExceptionType =
      switch diagnostic.kind {
      case .syntaxError, .recursionError: .syntaxError
      case .indentationError: .indentationError
      case .tabError: .tabError
      }
    let place = diagnostic.place(in: source, endsLines: endsLines)
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
      exception.setArguments(given)
      guard given.count == 2 else {
        vm.setSyntaxDetails(exception, message: given.count > 0 ? given.items[0] : .none, [])
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
  typealias Place = (line: Int, offset: Int, text: String?, endLine: Int, endOffset: Int)

  /// What `SyntaxError` says of the place: lines and columns from 1.
  fileprivate func place(in source: Source, endsLines: Bool) -> Place {
    let line = source.line(at: range.start)
    let offset = source.column(at: range.start)
    let shown = text(ofLine: line, in: source, endsLines: endsLines)
    if source.text.isEmpty, !endsLines { return (0, 0, "", 0, 0) }
    let isAtLineEnd = offset > (source.lineText(line)?.unicodeScalars.count ?? 0)
    if isAtLineEnd, !endsLines, Int(range.start) >= source.text.count, message == "invalid syntax" {
      // A token that the text does not have is at no place.
      return (line, 0, shown, line, 0)
    }
    if let endOffset = unusualEnd(offset, isAtLineEnd: isAtLineEnd) { return (line, offset, shown, line, endOffset) }
    let end = max(range.start, range.end)
    return (line, offset, shown, source.line(at: end), source.column(at: end))
  }

  /// The line itself is known only while its text is being read, or from a file.
  private func text(ofLine line: Int, in source: Source, endsLines: Bool) -> String? {
    if origin == .meaning, !source.isListed { return nil }
    let isLast = source.lineText(line + 1) == nil
    // By then the lines after it have been read.
    if !isLast, message.hasSuffix("was never closed") { return source.lineText(line) }
    let isEnded = endsLines || !isLast
    return source.lineText(line).map { origin == .tokens && tokenizerEnd == nil || !isEnded ? $0 : $0 + "\n" }
  }

  /// The end offset of the errors that CPython's tokenizer leaves to its parser to report.
  private var tokenizerEnd: Int? {
    switch message {
    case "unexpected EOF while parsing", "unindent does not match any outer indentation level": -1
    case "unexpected character after line continuation character", "inconsistent use of tabs and spaces in indentation":
      0
    default: nil
    }
  }

  /// Where CPython has no end, or takes the start for it.
  private func unusualEnd(_ offset: Int, isAtLineEnd: Bool) -> Int? {
    if message.hasSuffix("was never closed") { return 0 }
    if let tokenizerEnd { return tokenizerEnd }
    if origin == .tokens { return message.hasPrefix("leading zeros") ? nil : offset }
    if message == "unexpected indent" { return -1 }
    if !isAtLineEnd { return nil }
    return kind == .indentationError || message.hasPrefix("expected 'except'") ? -1 : offset
  }
}
