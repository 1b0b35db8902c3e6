/// How a run of document lines was read, for `nbcheck explain`.
package struct BlockExplanation: Sendable, Equatable {
  package enum Role: Sendable, Equatable {
    /// Code of the cell with this index.
    case code(cell: Int)
    /// May be the output of the cell with this index; what it displays will tell.
    case candidate(cell: Int, OutputReading)
    case directive
    case frontMatter
    case prose
  }

  /// Document lines (1-based, closed).
  package let lines: ClosedRange<Int>
  package let role: Role
  package let reason: BlockReason

  package init(lines: ClosedRange<Int>, role: Role, reason: BlockReason) {
    self.lines = lines
    self.role = role
    self.reason = reason
  }
}

/// Why a block was read as it was; the raw value is the sentence to print.
package enum BlockReason: String, Sendable, Equatable {
  case label = "it begins with an In [n]: label"
  case fenceInfo = "its info string names Python"
  case fenceUnderLabel = "it is fenced under an In [n]: label"
  case prompt = "it begins with a >>> prompt"
  case hidden = "it is a hidden cell in a comment"
  case firstAfterLabel = "it is the first code after the label"
  case open = "a bracket, string or body is still open before it"
  case continues = "it continues the statement before it"
  case indentedBody = "it goes on indented in the body before it"
  case statement = "it is a statement"
  case comment = "it is a comment"
  case commentOverCode = "it is a comment above code, not a heading"
  case usesBoundNames = "it is an expression of names that are bound"
  case value = "it reads as a value"
  case error = "it reads as an error"
  case printed = "it reads as code, but the cell prints such a line"
  case words = "it does not parse as Python"
  case sentence = "it reads as prose"
  case markdown = "it is markdown between cells"
  case afterOutput = "it follows the end of a cell"
  case comments = "it is a directive for the next cell"
  case frontMatter = "it is front matter"
  case foreignFence = "it is a code block in another language"
}
