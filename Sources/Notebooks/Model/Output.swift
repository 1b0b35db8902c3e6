/// How a recorded output is written.
package enum OutputForm: Sendable, Equatable {
  /// A bare paragraph.
  case paragraph
  /// A paragraph that begins `Out[n]:`; `labelOnly` when the text starts on the line after it.
  case outLabel(labelOnly: Bool)
  /// Indented by four columns, as nbconvert writes.
  case indented
  /// Fenced, with its info string (`output`, `text`, `console` or none).
  case fence(info: String)
  /// The lines after a `>>>` example.
  case doctest

  /// Whether the form itself says that the text is an output (and not, say, prose).
  package var isExplicit: Bool {
    switch self {
    case .paragraph: false
    case .outLabel, .indented, .doctest: true
    case .fence(let info): info == "output"
    }
  }
}

/// What a text looks like, judged without knowing what the cell displays.
package enum OutputReading: String, Sendable, Equatable {
  /// A literal or a repr: `True`, `11.25`, `tensor(…)`, `<class 'int'>`.
  case value
  /// `SomeError: …`, a traceback or IPython's dashed header.
  case error
  /// Words that could be an output as well as a caption.
  case text
  /// Sentences, links, formulas: what an author writes between cells.
  case prose
}

/// A block after a cell's code that may be (part of) its recorded output.
package struct OutputCandidate: Sendable, Equatable {
  package let form: OutputForm
  package let reading: OutputReading
  /// What it would record: without fence, indentation or `Out[n]:`; lines end in `\n`, none at the end.
  package let text: String
  /// Document lines, fences included (1-based, closed).
  package let lines: ClosedRange<Int>
  /// The bytes of `lines`, without the last line's end.
  package let range: Range<Int>
  /// The bytes between the brackets of `Out[n]:`.
  package let outLabel: Range<Int>?

  package init(
    form: OutputForm, reading: OutputReading, text: String, lines: ClosedRange<Int>, range: Range<Int>,
    outLabel: Range<Int>? = nil
  ) {
    self.form = form
    self.reading = reading
    self.text = text
    self.lines = lines
    self.range = range
    self.outLabel = outLabel
  }
}

/// The blocks that record a cell's output, as one text.
package struct RecordedOutput: Sendable, Equatable {
  package let text: String
  /// Document lines, fences included (1-based, closed).
  package let lines: ClosedRange<Int>
  /// The bytes of `lines`, without the last line's end.
  package let range: Range<Int>
  /// The form of the first block.
  package let form: OutputForm
  package let outLabel: Range<Int>?

  package init(text: String, lines: ClosedRange<Int>, range: Range<Int>, form: OutputForm, outLabel: Range<Int>? = nil)
  {
    self.text = text
    self.lines = lines
    self.range = range
    self.form = form
    self.outLabel = outLabel
  }

  /// The error that the text records, if it ends in one.
  package var error: RecordedError? { RecordedError(in: text) }
}

/// What of the blocks after a cell is its recorded output, once it is known what the cell displays.
package enum OutputResolution: Sendable, Equatable {
  case recorded(RecordedOutput, OutputReason)
  /// Nothing is recorded: what follows the cell, if anything, is prose.
  case nothing(OutputReason)

  package var output: RecordedOutput? {
    if case .recorded(let output, _) = self { output } else { nil }
  }

  package var reason: OutputReason {
    switch self {
    case .recorded(_, let reason), .nothing(let reason): reason
    }
  }
}

/// Why blocks after a cell were taken, or not taken, for its output.
package enum OutputReason: String, Sendable, Equatable {
  case agrees = "it agrees with what the cell displays"
  case sameText = "it is line for line what the cell displays"
  case explicitForm = "its form says that it is an output"
  case readsAsValue = "it reads as a value"
  case readsAsError = "it reads as an error"
  case similar = "it resembles what the cell displays"
  case notProse = "it does not read as prose"
  case neverRun = "the cell was never run, so nothing after it is output"
  case displaysNothing = "the cell displays nothing, so what follows is prose"
  case unlike = "what follows is prose unlike what the cell displays"
  case noBlock = "no block that could be an output follows"
}
