import PythonSyntax

/// A node as CPython's `ast` has it, or what one of its fields holds.
indirect enum TreeItem {
  case none
  /// Without a range, and without attributes for it, if it is nil.
  case node(String, SourceRange?, [(field: String, value: TreeItem)])
  case list([TreeItem])
  case text(String)
  case number(Int)
  case constant(Constant)

  /// What is a node of its own in `ast` without holding anything: `Load`, `Add`.
  static func mark(_ name: String) -> TreeItem { .node(name, nil, []) }

  static func optional(_ text: String?) -> TreeItem { text.map { .text($0) } ?? .none }
  static func texts(_ texts: [String]) -> TreeItem { .list(texts.map { .text($0) }) }
}

/// Makes a tree of Python objects out of one of items.
struct TreeBuilder {
  let vm: VM
  let source: Source
  /// The classes of nodes, by name.
  let classes: DictObject
  /// The nodes that hold nothing, of which there is one of each kind.
  let marks: DictObject
  private let names: [StrObject]

  init(vm: VM, source: Source, classes: DictObject, marks: DictObject) {
    self.vm = vm
    self.source = source
    self.classes = classes
    self.marks = marks
    names = ["lineno", "col_offset", "end_lineno", "end_col_offset"].map { vm.heap.intern($0) }
  }

  /// Owned.
  func build(_ item: TreeItem) throws(Raised) -> Value {
    switch item {
    case .none: return .none
    case .text(let text): return vm.heap.intern(text).retainedValue
    case .number(let number): return .int(number)
    case .constant(let constant): return vm.heap.constant(constant)
    case .list(let items):
      var values: [Value] = []
      values.reserveCapacity(items.count)
      do throws(Raised) {
        for item in items { values.append(try build(item)) }
      } catch {
        for value in values { value.release() }
        throw error
      }
      return vm.list(values)
    case .node(let name, nil, let fields) where fields.isEmpty:
      if let known = marks.get(name) { return known.retained() }
      let value = try make(name)
      marks.set(name, value.retained())
      return value
    case .node(let name, let range, let fields):
      let node = try make(name)
      do throws(Raised) {
        try vm.enter()
        defer { vm.leave() }
        for (field, item) in fields {
          let value = try build(item)
          defer { value.release() }
          try vm.setAttribute(node, vm.heap.intern(field), value)
        }
        if let range { try setPlace(node, range) }
      } catch {
        node.release()
        throw error
      }
      return node
    }
  }

  private func make(_ name: String) throws(Raised) -> Value {
    guard let type = classes.get(name) else { throw vm.raise(.systemError, "no class for \(name) nodes") }
    try vm.charge(8)
    return try vm.call(type)
  }

  private func setPlace(_ node: Value, _ range: SourceRange) throws(Raised) {
    let places = [range.start, range.end].flatMap { offset in
      let line = source.line(at: offset)
      return [line, Int(offset - source.start(ofLine: line))]
    }
    for (name, place) in zip(names, places) { try vm.setAttribute(node, name, .int(place)) }
  }
}
