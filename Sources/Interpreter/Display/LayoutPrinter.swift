/// Fits text on lines as IPython does: groups are written on one line while they fit and broken, outermost first,
/// where they do not. (Oppen's algorithm, with IPython's order of breaking.)
struct LayoutPrinter {
  private final class Group {
    let depth: Int
    var breakableCount = 0
    var wantsBreak = false

    init(depth: Int) { self.depth = depth }
  }

  private enum Item {
    case text(String, width: Int)
    case breakable(indentation: Int, group: Group)

    var width: Int {
      switch self {
      case .text(_, let width): width
      case .breakable: 1
      }
    }
  }

  private let maximumWidth = 79
  private(set) var output = ""
  private var outputWidth = 0
  private var buffer: [Item] = []
  private var bufferWidth = 0
  private var indentation = 0
  private var stack: [Group] = [Group(depth: 0)]
  /// Groups that may still be broken, by depth.
  private var queue: [[Group]] = [[]]

  mutating func text(_ text: String) {
    let width = text.unicodeScalars.count
    if buffer.isEmpty {
      output += text
      outputWidth += width
      return
    }
    buffer.append(.text(text, width: width))
    bufferWidth += width
    breakOuterGroups()
  }

  /// A blank, or a line break if the group does not fit.
  mutating func breakable() {
    let group = stack[stack.count - 1]
    if group.wantsBreak {
      startLine()
      return
    }
    buffer.append(.breakable(indentation: indentation, group: group))
    group.breakableCount += 1
    bufferWidth += 1
    breakOuterGroups()
  }

  /// A line break in any case; the groups around it are then broken too.
  mutating func lineBreak() {
    if let group = nextToBreak() { breakGroup(group) }
    startLine()
  }

  private mutating func startLine() {
    flush()
    output += "\n" + String(repeating: " ", count: indentation)
    outputWidth = indentation
    bufferWidth = 0
  }

  mutating func beginGroup(_ open: String) {
    if !open.isEmpty { text(open) }
    let group = Group(depth: stack.count)
    stack.append(group)
    while queue.count <= group.depth { queue.append([]) }
    queue[group.depth].append(group)
    indentation += open.unicodeScalars.count
  }

  mutating func endGroup(_ open: String, _ close: String) {
    indentation -= open.unicodeScalars.count
    let group = stack.removeLast()
    if group.breakableCount == 0 { forget(group) }
    if !close.isEmpty { text(close) }
  }

  mutating func finish() -> String {
    flush()
    return output
  }

  private mutating func forget(_ group: Group) {
    if let index = queue[group.depth].firstIndex(where: { $0 === group }) { queue[group.depth].remove(at: index) }
  }

  private mutating func flush() {
    for item in buffer { write(item) }
    buffer = []
    bufferWidth = 0
  }

  private mutating func write(_ item: Item) {
    switch item {
    case .text(let text, let width):
      output += text
      outputWidth += width
    case .breakable(let indentation, let group):
      group.breakableCount -= 1
      if group.wantsBreak {
        output += "\n" + String(repeating: " ", count: indentation)
        outputWidth = indentation
      } else {
        if group.breakableCount == 0 { forget(group) }
        output += " "
        outputWidth += 1
      }
    }
  }

  private mutating func breakOuterGroups() {
    while maximumWidth < outputWidth + bufferWidth {
      guard let group = nextToBreak() else { return }
      breakGroup(group)
    }
  }

  /// Writes what is waiting up to the last break of the group.
  private mutating func breakGroup(_ group: Group) {
    var written = 0
    while group.breakableCount > 0, written < buffer.count { writeBuffered(&written) }
    while written < buffer.count, case .text = buffer[written] { writeBuffered(&written) }
    buffer.removeFirst(written)
  }

  private mutating func writeBuffered(_ index: inout Int) {
    let item = buffer[index]
    index += 1
    bufferWidth -= item.width
    write(item)
  }

  /// The outermost group that has something to break; those without are marked for good.
  private mutating func nextToBreak() -> Group? {
    for depth in queue.indices {
      if let index = queue[depth].lastIndex(where: { $0.breakableCount > 0 }) {
        let group = queue[depth].remove(at: index)
        group.wantsBreak = true
        return group
      }
      for group in queue[depth] { group.wantsBreak = true }
      queue[depth] = []
    }
    return nil
  }
}
