import Notebooks

/// The report for people: a line for each notebook, what failed under it, a summary at the end.
package struct TextReport: Sendable {
  private let style: Style
  private let isStrict: Bool
  /// Lists every cell, not only those that failed.
  private let isVerbose: Bool

  package init(style: Style, isStrict: Bool = false, isVerbose: Bool = false) {
    self.style = style
    self.isStrict = isStrict
    self.isVerbose = isVerbose
  }

  /// The part of one file. Lines end in `\n`.
  package func text(of result: NotebookResult) -> String {
    var lines: [String] = []
    if let error = result.internalError {
      lines.append("\(result.path): \(style.red("internal error:")) \(error)")
    } else if !result.isUnreadable {
      lines.append(header(of: result))
    }
    lines += result.problems.map { problem in
      let place = [problem.line, problem.column].compactMap { $0.map { ":\($0)" } }.joined()
      return "\(result.path)\(place): \(style.red("error:")) \(problem.message)"
    }
    for cell in result.cells {
      if isVerbose { lines.append("  " + listing(of: cell)) }
      if cell.verdict.isFailure(strict: isStrict) { lines += failure(cell, in: result) }
    }
    if !result.isComplete {
      let count = (result.notebook?.cells.count ?? 0) - result.cells.count
      lines.append("\(result.path): \(style.yellow("interrupted:")) \(Self.counted(count, "cell")) did not run")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The last line.
  package func summary(of results: [NotebookResult], seconds: Double) -> String {
    let sum = results.reduce(Summary()) { $0 + $1.summary }
    let failures = sum.failures(strict: isStrict)
    let problems = results.reduce(0) { $0 + $1.problems.count + ($1.internalError == nil ? 0 : 1) }
    var parts = [Self.counted(failures, "failure")]
    if problems > 0 { parts.append(Self.counted(problems, "problem")) }
    parts.append("\(Self.counted(sum.cells, "cell")) in \(Self.counted(results.count, "notebook"))")
    let text = parts.joined(separator: ", ")
    let isGood = Outcome(of: results, strict: isStrict) == .ok
    return "\(isGood ? style.green(text) : style.red(text)) (\(Seconds.text(seconds)))\n"
  }

  private func header(of result: NotebookResult) -> String {
    let summary = result.summary
    guard summary.cells > 0 || !result.isComplete else { return "\(style.bold(result.path)): no cells" }
    let verdicts = Verdict.allCases.compactMap { verdict -> String? in
      guard let count = summary.counts[verdict], count > 0 else { return nil }
      let text = "\(count) \(verdict.title)\(verdict == .passed ? rules(summary) : "")"
      return verdict.isFailure(strict: isStrict) ? style.red(text) : verdict == .passed ? style.green(text) : text
    }
    let count = Self.counted(summary.cells, "cell")
    return "\(style.bold(result.path)): \(count): \(verdicts.joined(separator: ", ")) (\(Seconds.text(result.seconds)))"
  }

  private func rules(_ summary: Summary) -> String {
    let notes = Rule.allCases.compactMap { rule in
      summary.rules[rule].flatMap { count in rule.note.map { "\(count) \($0)" } }
    }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }

  private func listing(of result: CellResult) -> String {
    let name = result.cell.name
    let verdict = result.verdict.title + (result.rule?.note.map { " (\($0))" } ?? "")
    let color =
      result.verdict.isFailure(strict: isStrict) ? style.red : result.verdict == .passed ? style.green : style.dim
    let why = [
      result.note, result.verdict == .skipped || result.verdict == .blocked ? result.failure?.description : nil,
    ]
    let notes = why.compactMap { $0 }.joined(separator: ": ")
    return "\(name): \(color(verdict))\(notes.isEmpty ? "" : " – \(notes)")"
  }

  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension TextReport {
  /// A failure without its place: the cell, what is wrong, and a diff.
  package func message(of result: CellResult) -> String {
    (["\(result.cell.name): \(title(of: result))"] + details(of: result)).joined(separator: "\n")
  }

  private func failure(_ result: CellResult, in notebook: NotebookResult) -> [String] {
    var lines = [located(result, style.red("error:"), title(of: result), in: notebook)]
    if result.verdict == .raised { lines += excerpt(result, in: notebook) }
    lines += details(of: result)
    for line in result.standardError.split(separator: "\n") { lines.append("  " + style.dim("stderr: " + line)) }
    for other in notebook.cells where other.blockedBy == result.cell.index {
      lines.append(located(other, style.cyan("note:"), "blocked: \(other.failure?.description ?? "")", in: notebook))
    }
    return lines
  }

  private func details(of result: CellResult) -> [String] {
    switch result.verdict {
    case .changed, .didNotRaise, .unrecorded:
      OutputDiff.lines(recorded: result.recorded?.text, shown: result.shown, style: style).map { "  " + $0 }
    case .raised, .passed, .ran, .blocked, .skipped: []
    }
  }

  private func located(_ result: CellResult, _ kind: String, _ text: String, in notebook: NotebookResult) -> String {
    let place = result.place
    let path = style.bold("\(notebook.path):\(place.line):\(place.column):")
    // A message of several lines stays in one, as editors read it.
    let line = text.split(separator: "\n").map { Substring($0) }.joined(separator: " ⏎ ")
    return "\(path) \(kind) \(result.cell.name): \(line)"
  }

  private func title(of result: CellResult) -> String {
    switch result.verdict {
    case .raised: "raised \(result.failure?.description ?? "an error")"
    case .didNotRaise:
      "did not raise \(result.recorded?.error.map { $0.message.isEmpty || $0.level == .type ? $0.type : "\($0.type): \($0.message)" } ?? "an error")"
    case .changed: "the output changed (- recorded, + shown)"
    case .unrecorded: "no output is recorded (+ shown)"
    case .passed, .ran, .blocked, .skipped: result.verdict.title
    }
  }

  /// The line that raised, with a caret under the column.
  private func excerpt(_ result: CellResult, in notebook: NotebookResult) -> [String] {
    guard let document = notebook.notebook?.document, let failure = result.failure else { return [] }
    let number = "\(failure.line)"
    let gutter = String(repeating: " ", count: number.utf8.count)
    let text = document.text(failure.line)
    // Tabs stay tabs, so that the caret stands under its column.
    let indent = String(text.unicodeScalars.prefix(max(0, failure.column - 1)).map { $0 == "\t" ? "\t" : " " })
    return ["  \(style.dim(number + " |")) \(text)", "  \(style.dim(gutter + " |")) \(indent)\(style.red("^"))"]
  }
}
