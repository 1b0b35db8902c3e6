import PythonSyntax

/// A cell's code with IPython's magic lines made Python, line for line.
struct MagicCell {
  /// Python throughout.
  let code: String
  /// `%%timeit` and `%%capture`: a trailing expression is not shown.
  private(set) var hidesValue = false
  /// `%%capture`: nothing that is printed is shown either.
  private(set) var hidesOutput = false

  init(_ text: String) {
    guard text.utf8.contains(where: { "%!?".utf8.contains($0) }), !MagicCell.isPython(text) else {
      code = text
      return
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var first = 0
    if let name = Magics.cellMagic(text), !name.isEmpty, let head = lines.first {
      first = 1
      switch name {
      case "time": lines[0] = String(head.dropFirst(6))
      case "timeit", "prun":
        lines[0] = String(Magics.withoutOptions(head.dropFirst(2 + name.count).drop { $0 == " " }))
        hidesValue = true
      case "capture":
        lines[0] = ""
        (hidesValue, hidesOutput) = (true, true)
      default:
        code = MagicCell.refusal("the magic %%\(name)")
        return
      }
      lines[0] = String(lines[0].drop { $0 == " " })
    }
    for index in first..<max(first, lines.count) {
      let line = lines[index]
      let indentation = line.prefix { $0 == " " || $0 == "\t" }
      let rest = line[indentation.endIndex...]
      guard Magics.isMagic(rest), !MagicCell.isInside(lines[..<index]) else { continue }
      lines[index] = indentation + MagicCell.statement(Magics.line(rest))
    }
    code = lines.joined(separator: "\n")
  }

  private static func statement(_ line: Magics.Line) -> String {
    switch line {
    case .configuring: "pass"
    case .measured(let statement, _) where statement.isEmpty: "pass"
    case .measured(let statement, let showsValue): showsValue || statement.contains("#") ? statement : statement + ";"
    case .unavailable(let name): refusal(name)
    }
  }

  private static func refusal(_ name: String) -> String {
    let text = name.flatMap { $0 == "\\" || $0 == "'" ? "\\\($0)" : String($0) }
    return "raise NotImplementedError('\(String(text)) is not available in nbcheck')"
  }

  private static func isPython(_ text: String) -> Bool {
    (try? Parser.parseModule(Source(name: "", text: text))) != nil
  }

  /// Is the line after these in a string or in brackets?
  private static func isInside(_ lines: ArraySlice<String>) -> Bool {
    do throws(Diagnostic) {
      _ = try Parser.parseModule(Source(name: "", text: lines.joined(separator: "\n") + "\n"))
      return false
    } catch {
      return error.isIncomplete && error.kind == .syntaxError && !error.message.hasPrefix("expected 'except'")
    }
  }
}
