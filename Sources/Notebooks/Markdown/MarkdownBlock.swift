/// A block at the outermost level of a document, as CommonMark sees it.
struct MarkdownBlock: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case paragraph
    case table
    /// `[name]: target`, which CommonMark takes out of the text.
    case linkDefinition
    /// `# …` to `###### …`
    case atxHeading(level: Int)
    /// Text over `===` or `---`.
    case setextHeading
    case list
    case quote
    case html
    case thematicBreak
    case indentedCode
    case fencedCode
  }

  let kind: Kind
  /// Document lines (1-based, closed), without blank lines at the end.
  let lines: ClosedRange<Int>

  /// Whether lines inside are text of the block whatever they look like.
  var isOpaque: Bool { kind == .html || kind == .fencedCode || kind == .indentedCode }
}

/// A fenced code block, at the outermost level or in lists and quotes.
struct FencedCode: Sendable, Equatable {
  let info: String
  /// Document lines, fences included (1-based, closed).
  let lines: ClosedRange<Int>
  /// The lines between the fences, without the indentation of fence and container.
  let text: [String]
  /// False for a fence that the end of its container closes.
  let isClosed: Bool
  /// What comes before the closing fence: the container's prefix on continuation lines, and the fence's own indentation.
  let linePrefix: String
  /// The code block that is its next sibling, if one is.
  let next: FollowingCode?
}

/// A code block right after another one in the same container.
struct FollowingCode: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case indented
    case fenced(info: String)
  }

  let kind: Kind
  let lines: ClosedRange<Int>
  let text: [String]
}
