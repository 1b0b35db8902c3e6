extension VM {
  /// `__main__.f(x, y=2)`: a function's name and parameters, as `inspect.signature` writes them.
  package func signature(of value: Value) throws(Raised) -> String {
    guard let function = value.cast(.function, to: FunctionObject.self) else { return try repr(value) }
    let module = function.globals.get("__name__")?.asStr?.string ?? "__main__"
    let name = module == "builtins" ? function.qualifiedName : "\(module).\(function.qualifiedName)"
    return name + (try parameterList(function))
  }

  private func parameterList(_ function: FunctionObject) throws(Raised) -> String {
    let code = function.code
    let layout = code.parameters
    var parts: [String] = []
    let firstDefault = layout.positionalCount - function.defaults.count
    for index in 0..<layout.positionalCount {
      let value = index >= firstDefault ? function.defaults[index - firstDefault] : .unbound
      parts.append(try parameter(function, code.localNames[index].string, value))
      if index + 1 == layout.positionalOnlyCount { parts.append("/") }
    }
    if layout.hasVariadic {
      parts.append("*" + (try parameter(function, code.localNames[layout.variadicRegister].string, .unbound)))
    } else if layout.keywordOnlyCount > 0 {
      parts.append("*")
    }
    for index in 0..<layout.keywordOnlyCount {
      let name = code.localNames[layout.positionalCount + index].string
      parts.append(try parameter(function, name, function.keywordDefaults[index]))
    }
    if layout.hasKeywordVariadic {
      let name = code.localNames[layout.keywordVariadicRegister].string
      parts.append("**" + (try parameter(function, name, .unbound)))
    }
    let returns = try annotation(function, "return").map { " -> \($0)" } ?? ""
    return "(\(parts.joined(separator: ", ")))\(returns)"
  }

  private func parameter(_ function: FunctionObject, _ name: String, _ value: Value) throws(Raised) -> String {
    let note = try annotation(function, name)
    let base = note.map { "\(name): \($0)" } ?? name
    if value.isUnbound { return base }
    return base + (note == nil ? "=" : " = ") + (try repr(value))
  }

  private func annotation(_ function: FunctionObject, _ name: String) throws(Raised) -> String? {
    guard let value = function.annotations.asDict?.get(name) else { return nil }
    if let type = value.asType { return fullName(type) }
    return try repr(value)
  }
}
