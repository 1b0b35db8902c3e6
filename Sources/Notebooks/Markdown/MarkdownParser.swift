import CCMark

/// The blocks of a document from some line on. This is the one file that knows cmark.
struct MarkdownParser {
  private let document: Document
  /// The line number of the first line that cmark sees, less one.
  private let lineOffset: Int
  private(set) var blocks: [MarkdownBlock] = []
  private(set) var fences: [FencedCode] = []

  /// - Parameter firstLine: 1-based; the lines before it are taken as absent.
  init(_ document: Document, from firstLine: Int) {
    self.document = document
    lineOffset = firstLine - 1
    guard let start = document.range(firstLine)?.lowerBound else { return }
    let tree = MarkdownTree(document.bytes[start...])
    guard let root = tree.root else { return }
    var child = cmark_node_first_child(root)
    while let node = child {
      if let block = block(of: node) { blocks.append(block) }
      child = cmark_node_next(node)
    }
    collectFences(under: root)
    fillGaps(from: firstLine)
  }

  // MARK: Outermost blocks

  private func block(of node: OpaquePointer) -> MarkdownBlock? {
    guard let lines = lines(of: node) else { return nil }
    return MarkdownBlock(kind: kind(of: node, lines: lines), lines: lines)
  }

  private func kind(of node: OpaquePointer, lines: ClosedRange<Int>) -> MarkdownBlock.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST, CMARK_NODE_ITEM: return .list
    case CMARK_NODE_CODE_BLOCK: return isFence(node) ? .fencedCode : .indentedCode
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_HEADING:
      let isATX = document.text(lines.lowerBound).drop { $0 == " " }.first == "#"
      return isATX ? .atxHeading(level: Int(cmark_node_get_heading_level(node))) : .setextHeading
    default:
      return Table.begins(document, lines) ? .table : .paragraph
    }
  }

  /// Lines without trailing blank ones; nil if cmark has no position for the node.
  private func lines(of node: OpaquePointer) -> ClosedRange<Int>? {
    let start = Int(cmark_node_get_start_line(node)) + lineOffset
    var end = Int(cmark_node_get_end_line(node)) + lineOffset
    guard start > lineOffset, start <= document.lines.count else { return nil }
    end = max(start, min(end, document.lines.count))
    while end > start, document.isBlank(end) { end -= 1 }
    return start...end
  }

  /// cmark drops link reference definitions; for cells they are text like any other.
  private mutating func fillGaps(from firstLine: Int) {
    var filled: [MarkdownBlock] = []
    var line = firstLine
    func fill(to end: Int) {
      while line < end {
        guard !document.isBlank(line) else {
          line += 1
          continue
        }
        let start = line
        while line < end, !document.isBlank(line) { line += 1 }
        filled.append(MarkdownBlock(kind: .linkDefinition, lines: start...(line - 1)))
      }
    }
    for block in blocks {
      fill(to: block.lines.lowerBound)
      // Positions that overlap would read a line twice.
      guard block.lines.upperBound >= line else { continue }
      let start = max(line, block.lines.lowerBound)
      filled.append(MarkdownBlock(kind: block.kind, lines: start...block.lines.upperBound))
      line = block.lines.upperBound + 1
    }
    fill(to: document.lines.count + 1)
    blocks = filled
  }

  // MARK: Fenced code

  private mutating func collectFences(under root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
        cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK, isFence(node), let fence = fence(of: node)
      else { continue }
      fences.append(fence)
    }
  }

  private func fence(of node: OpaquePointer) -> FencedCode? {
    guard var lines = lines(of: node) else { return nil }
    let text = text(of: node)
    let opening = opening(of: node)
    // A fence holds exactly its text and, if it is closed, one line more.
    let closing = lines.lowerBound + text.count + 1
    let isClosed = closing <= document.lines.count && Self.closes(document.text(closing), opening)
    lines = lines.lowerBound...(isClosed ? closing : max(lines.lowerBound, min(closing - 1, document.lines.count)))
    let prefix =
      isClosed ? String(document.text(closing).prefix { $0 != opening.first }) : ""
    return FencedCode(
      info: info(of: node), lines: lines, text: text, isClosed: isClosed, linePrefix: prefix, next: following(node))
  }

  private func following(_ node: OpaquePointer) -> FollowingCode? {
    guard let next = cmark_node_next(node), cmark_node_get_type(next) == CMARK_NODE_CODE_BLOCK,
      let lines = lines(of: next)
    else { return nil }
    guard isFence(next) else { return FollowingCode(kind: .indented, lines: lines, text: text(of: next)) }
    let text = text(of: next)
    let end = min(lines.lowerBound + text.count + 1, document.lines.count)
    return FollowingCode(
      kind: .fenced(info: info(of: next)), lines: lines.lowerBound...max(lines.lowerBound, end), text: text)
  }

  /// The line that opens a code block, from where the block starts.
  private func opening(of node: OpaquePointer) -> Substring {
    let line = Int(cmark_node_get_start_line(node)) + lineOffset
    let column = Int(cmark_node_get_start_column(node)) - 1
    guard let range = document.range(line), column >= 0, range.lowerBound + column <= range.upperBound else {
      return ""
    }
    return String(decoding: document.bytes[(range.lowerBound + column)..<range.upperBound], as: UTF8.self)[...]
  }

  private func isFence(_ node: OpaquePointer) -> Bool {
    let opening = opening(of: node).drop { $0 == " " }
    guard opening.hasPrefix("```") || opening.hasPrefix("~~~") else { return false }
    // An indented block may hold a line that looks like a fence; then that line is its text.
    return text(of: node).first.map { $0.drop { $0 == " " } } != opening
  }

  private static func closes(_ line: String, _ opening: Substring) -> Bool {
    let bare = opening.drop { $0 == " " }
    guard let mark = bare.first else { return false }
    let length = bare.prefix { $0 == mark }.count
    let tail = line.drop { $0 != mark }
    let run = tail.prefix { $0 == mark }
    return run.count >= length && tail[run.endIndex...].allSatisfy { $0 == " " || $0 == "\t" }
  }

  private func info(of node: OpaquePointer) -> String {
    cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
  }

  private func text(of node: OpaquePointer) -> [String] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    return TextLines.split(String(cString: literal))
  }
}

/// Owner of cmark's tree.
private struct MarkdownTree: ~Copyable {
  let root: OpaquePointer?

  init(_ bytes: ArraySlice<UInt8>) {
    root = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit {
    if let root { cmark_node_free(root) }
  }
}
