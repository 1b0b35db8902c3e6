/// How a document writes its cells.
package enum CellForm: String, Sendable, Equatable {
  /// `In [n]:` and unfenced code, as an exported notebook shows it.
  case export
  /// A fenced code block whose info string names Python.
  case fence
  /// `>>>` and `...` lines.
  case doctest
  /// An HTML comment `<!-- nbcheck: hidden … -->` whose text is code that readers do not see.
  case hidden
}

/// A piece of code that runs as one, with whatever may be its recorded output.
package struct Cell: Sendable {
  /// The place in `Notebook.cells`.
  package let index: Int
  package let form: CellForm
  /// `In [n]:`, for the forms that count executions.
  package let label: Label?
  /// The code as Python is to see it: lines end in `\n`, document indentation and prompts are gone.
  package let code: String
  /// Where each line of `code` stands in the document.
  package let codeLines: [CodeLine]
  /// The document lines of the cell: from the label, fence or prompt to the end of its code (1-based, closed).
  package let lines: ClosedRange<Int>
  /// What each continuation line of the cell begins with in the document: blanks in a list item, `> ` in a quote.
  package let linePrefix: String
  /// The blocks after the code that may be the recorded output, nearest first.
  /// Which of them are, `Notebook.resolveOutput` decides when it is known what the cell displays.
  package let candidates: [OutputCandidate]
  package let directives: Directives

  package init(
    index: Int, form: CellForm, label: Label?, code: String, codeLines: [CodeLine], lines: ClosedRange<Int>,
    linePrefix: String = "", candidates: [OutputCandidate], directives: Directives
  ) {
    self.index = index
    self.form = form
    self.label = label
    self.code = code
    self.codeLines = codeLines
    self.lines = lines
    self.linePrefix = linePrefix
    self.candidates = candidates
    self.directives = directives
  }

  /// What reports call the cell: `In [8]`, or `cell 3` where cells are not numbered (counted from 1).
  package var name: String { label?.description ?? "cell \(index + 1)" }

  /// The 1-based document line of a 1-based line of the code; the nearest one for a line outside the code.
  package func documentLine(ofCodeLine line: Int) -> Int {
    guard let last = codeLines.last else { return lines.lowerBound }
    return line >= 1 && line <= codeLines.count ? codeLines[line - 1].line : last.line
  }

  /// The 1-based document column of a 1-based column in a line of the code.
  package func documentColumn(ofCodeLine line: Int, column: Int) -> Int {
    guard line >= 1, line <= codeLines.count else { return column }
    return column + codeLines[line - 1].indentation
  }
}

/// A line of a cell's code in the document.
package struct CodeLine: Sendable, Equatable {
  /// 1-based document line.
  package let line: Int
  /// How many characters of the document line come before the code: a label, a prompt, a list's indentation.
  package let indentation: Int

  package init(line: Int, indentation: Int) {
    self.line = line
    self.indentation = indentation
  }
}
