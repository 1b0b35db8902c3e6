/// The "Did you mean" behind an uncaught error: the name most like the one that was not found, by the rules of
/// CPython 3.11 (`Python/suggestions.c`): edits cost 2, another case of a letter 1, and at most a third of both names may
/// differ.
struct Suggestions {
  private static let edit: Int = 2
  private static let otherCase: Int = 1
  private static let longest: Int = 40
  private static let most: Int = 750

  private let vm: VM

  init(_ vm: VM) { self.vm = vm }

  /// The name to propose for a `NameError` or an `AttributeError` that knows what was looked for.
  func name(for exception: ExceptionObject) -> String? {
    guard let wanted = exception.ownAttribute(vm.heap.intern("name"))?.asStr?.string else { return nil }
    if exception.type === vm.heap.types[.nameError] {
      let code = exception.traceback.first?.code
      let locals = code?.localNames.map(\.string) ?? []
      return Self.closest(to: wanted, in: locals) ?? Self.closest(to: wanted, in: names(vm.globals))
        ?? Self.closest(to: wanted, in: names(vm.builtins))
    }
    guard exception.type === vm.heap.types[.attributeError],
      let object = exception.ownAttribute(vm.heap.intern("obj")), !object.isNone, let dir = vm.builtins.get("dir")
    else { return nil }
    do throws(Raised) {
      let listed = try vm.call(dir, object)
      defer { listed.release() }
      return Self.closest(to: wanted, in: listed.asList?.values.compactMap { $0.asStr?.string } ?? [])
    } catch {
      // An object that cannot say what it has gets no hint.
      vm.takeRaised().release()
      return nil
    }
  }

  private func names(_ namespace: DictObject) -> [String] {
    (0..<namespace.entryCount).compactMap { namespace.entries[$0].key.asStr?.string }
  }

  private static func closest(to wanted: String, in names: [String]) -> String? {
    if names.count >= most { return nil }
    let letters = Array(wanted.utf8)
    var found: (name: String, distance: Int)?
    for name in names where name != wanted {
      let candidate = Array(name.utf8)
      let allowed = min((letters.count + candidate.count + 3) * edit / 6, (found?.distance ?? .max) - 1)
      let distance = distance(letters, candidate, atMost: allowed)
      if distance <= allowed { found = (name, distance) }
    }
    return found?.name
  }

  /// What it costs to turn one name into the other (Levenshtein); anything more than `limit` once it is known to be more.
  private static func distance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int {
    var (a, b) = (first[...], second[...])
    while let x = a.first, x == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let x = a.last, x == b.last {
      a.removeLast()
      b.removeLast()
    }
    if a.isEmpty || b.isEmpty { return (a.count + b.count) * edit }
    if max(a.count, b.count) > longest { return limit + 1 }
    if b.count < a.count { swap(&a, &b) }
    if (b.count - a.count) * edit > limit { return limit + 1 }
    var row = (1...a.count).map { $0 * edit }
    for (line, letter) in b.enumerated() {
      var above = line * edit
      var result = above
      var least = Int.max
      for (column, other) in a.enumerated() {
        let replaced = above + cost(letter, other)
        above = row[column]
        result = min(min(result, above) + edit, replaced)
        row[column] = result
        least = min(least, result)
      }
      if least > limit { return limit + 1 }
    }
    return row[a.count - 1]
  }

  private static func cost(_ a: UInt8, _ b: UInt8) -> Int {
    if a == b { return 0 }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(a | 0x20)
    return isLetter && a | 0x20 == b | 0x20 ? otherCase : edit
  }
}
