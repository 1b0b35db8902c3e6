/// `str`: construction, protocol methods and operators. Methods by name are in files of their own.
enum StrType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.str
    installConstruction(type)
    installProtocol(type, vm)
    installOperators(type)
    installSearch(type)
    installSplitting(type)
    installCase(type)
    installPredicates(type)
    installLayout(type)
    installTranslation(type)
    UnicodeErrors.install(vm)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, object='', encoding='utf-8', errors='strict'") { (vm, a) throws(Raised) in
      if a[0].isIdentical(to: Value(vm.heap.plainStr)) { return try convert(a, vm) }
      let cls = try vm.classArgument(a[0], vm.heap.types.str)
      let text = try convert(a, vm)
      guard let plain = text.asStr else { return text }
      defer { text.release() }
      let made = StrObject.make(plain.codePoints, heap: vm.heap)
      made.type = cls
      cls.refCount &+= 1
      return Value(made)
    }
    type.defineStr("__getnewargs__", "self, /") { (vm, s, _) throws(Raised) in
      vm.tuple([Value(StrObject.make(s.codePoints, heap: vm.heap))])
    }
  }

  private static func convert(_ a: Arguments, _ vm: VM) throws(Raised) -> Value {
    guard let value = a.optional(1) else {
      try Codec.checkArguments(a, "str", vm)
      return vm.str("")
    }
    if a.optional(2) == nil && a.optional(3) == nil {
      if let text = value.asStr, !text.type.isUserDefined { return value.retained() }
      return try vm.strValue(value)
    }
    try Codec.checkArguments(a, "str", vm)
    if value.asStr != nil { throw vm.raise(.typeError, "decoding str is not supported") }
    guard let bytes = value.byteBuffer else {
      throw vm.raise(.typeError, "decoding to str: need a bytes-like object, \(vm.typeName(value)) found")
    }
    return try Codec.decode(bytes, a.optional(2), errors: a.optional(3), "str", vm)
  }

  private static func installProtocol(_ type: TypeObject, _ vm: VM) {
    let iterator = IteratorTypes.make(vm.heap.types, "str_iterator", isFinal: true)
    let asciiIterator = IteratorTypes.make(vm.heap.types, "str_ascii_iterator", isFinal: true)
    for made in [iterator, asciiIterator] {
      IteratorTypes.defineLengthHint(made)
      IteratorTypes.definePlace(made)
    }
    type.defineStr("__iter__", "self, /") { (_, s, _) throws(Raised) in
      Value(StrIteratorObject(s, type: s.isASCII ? asciiIterator : iterator))
    }
    type.defineStr("__repr__", "self, /") { (vm, s, _) throws(Raised) in
      try vm.checkSize(s.count * 2)
      return try Formatting.text(vm) { writer in StrText.write(s.text, isASCII: false, to: writer) }
    }
    type.defineStr("__str__", "self, /") { (vm, s, _) throws(Raised) in s.plain(vm) }
    type.defineStr("__hash__", "self, /") { (_, s, _) throws(Raised) in .int(s.hash) }
    type.defineStr("__len__", "self, /") { (_, s, _) throws(Raised) in .int(s.count) }
    type.defineStr("__format__", "self, format_spec, /") { (vm, s, a) throws(Raised) in
      let spec = try vm.formatSpec(a[1])
      if spec.count == 0 { return try vm.strValue(a[0]) }
      return try Formatting.text(vm) { (writer) throws(Raised) in
        try Formatting.string(s.text, spec, typeName: s.type.name, to: writer, vm)
      }
    }
    type.defineStr("__contains__", "self, key, /") { (vm, s, a) throws(Raised) in
      guard let part = a.text(1) else {
        throw vm.raise(
          .typeError, "'in <string>' requires string as left operand, not \(vm.typeName(a[1]))")
      }
      try vm.charge(s.count >> 8)
      return .bool(s.text.firstIndex(of: part) != nil)
    }
    type.defineStr("__getitem__", "self, key, /") { (vm, s, a) throws(Raised) in try item(s, a[1], vm) }
    for (name, op) in ComparisonOp.methods {
      type.defineStr(name, "self, value, /") { (_, s, a) throws(Raised) in
        guard let other = a[1].asStr else { return .notImplemented }
        switch op {
        case .eq: return .bool(s.isEqual(to: other))
        case .ne: return .bool(!s.isEqual(to: other))
        default: return .bool(op.holds(s.order(other), 0))
        }
      }
    }
  }

  static func item(_ s: StrObject, _ key: Value, _ vm: VM) throws(Raised) -> Value {
    if let slice = key.reference(.slice, to: SliceObject.self) {
      return try self.slice(vm, s, try vm.sliceBounds(slice))
    }
    guard let index = try vm.itemIndex(key, length: s.count, "string index out of range") else {
      throw vm.raise(.typeError, "string indices must be integers, not '\(vm.typeName(key))'")
    }
    return s.slice(index..<(index + 1), vm)
  }

  static func slice(_ vm: VM, _ s: StrObject, _ bounds: SliceBounds) throws(Raised) -> Value {
    let found = bounds.fitted(to: s.count)
    if found.count == 0 { return vm.str("") }
    if found.step == 1 { return s.slice(found.start..<(found.start + found.count), vm) }
    if s.isASCII {
      let source = s.ascii
      return Value(
        StrObject.make(asciiCount: found.count, heap: vm.heap) { target in
          for position in 0..<found.count { target[position] = source[found[position]] }
        })
    }
    return vm.str(codePoints: (0..<found.count).map { s[found[$0]] })
  }

  private static func installOperators(_ type: TypeObject) {
    type.defineStr("__add__", "self, value, /") { (vm, s, a) throws(Raised) in
      guard let other = a[1].asStr else {
        if vm.defersTo(a[1], .radd) { return .notImplemented }
        throw vm.raise(.typeError, "can only concatenate str (not \"\(vm.typeName(a[1]))\") to str")
      }
      return try s.concatenated(other, vm)
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineStr(name, "self, value, /") { (vm, s, a) throws(Raised) in
        try s.repeated(try vm.repetitions(a[1]), vm)
      }
    }
    type.defineStr("__mod__", "self, value, /") { (vm, s, a) throws(Raised) in
      try PercentFormat.apply(s, a[1], vm)
    }
    type.defineStr("__rmod__", "self, value, /") { (vm, s, a) throws(Raised) in
      guard let format = a[1].asStr else { return .notImplemented }
      return try PercentFormat.apply(format, Value(s), vm)
    }
    type.defineStr("format", "self, /, *args, **kwargs") { (vm, s, a) throws(Raised) in
      try FormatString.apply(s, positional: a[1].asTuple, keywords: a[2], vm)
    }
    type.defineStr("format_map", "self, mapping, /") { (vm, s, a) throws(Raised) in
      try FormatString.apply(s, positional: nil, keywords: a[1], vm)
    }
  }
}

/// The characters of a string, one by one.
package final class StrIteratorObject: IteratorObject, CountedIterator {
  final let text: StrObject
  @exclusivity(unchecked) final var index = 0

  var remainingCount: Int { text.count - index }

  /// Retains the string.
  init(_ text: StrObject, type: TypeObject) {
    self.text = text
    text.refCount &+= 1
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard index < text.count else { return nil }
    index &+= 1
    return text.slice((index - 1)..<index, vm)
  }

  package override func dropReferences() { Value(text).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(text)) }
}

extension Arguments {
  /// The characters of an argument that is a string; nil for anything else.
  @inline(__always)
  func text(_ index: Int) -> Text? {
    self[index].reference(.str, to: StrObject.self)?._withUnsafeGuaranteedRef { $0.text }
  }
}

extension TypeObject {
  /// Declares a method of `str` whose receiver is checked.
  @inline(__always)
  func defineStr(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, StrObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature, receiver: .str, as: StrObject.self, body)
  }
}

extension VM {
  /// The optional start and end of a search in text, clipped; None stands for an end of the text.
  @inline(__always)
  func textBounds(_ start: Value?, _ end: Value?, count: Int) throws(Raised) -> SearchRange {
    var first = 0
    var last = count
    if let start, !start.isNone {
      let bound = try sliceBound(start)
      first = bound < 0 ? max(bound &+ count, 0) : bound
    }
    if let end, !end.isNone {
      let bound = try sliceBound(end)
      last = bound < 0 ? max(bound &+ count, 0) : min(bound, count)
    }
    return SearchRange(start: first, end: last)
  }

  /// The optional number of splits or replacements; -1 for any number.
  func limit(_ value: Value?) throws(Raised) -> Int {
    guard let value else { return -1 }
    return try index(value)
  }

  /// Parts of a string, of which `divide` tells one after the other, as a list.
  @inline(__always)
  func parts(
    of text: StrObject, _ divide: (_ part: (Range<Int>) throws(Raised) -> Void) throws(Raised) -> Void
  ) throws(Raised) -> Value {
    try charge(text.count >> 6)
    let list = ListObject.make(heap: heap)
    do throws(Raised) {
      try divide { (range) throws(Raised) in
        list.append(text.slice(range, self))
        if list.count & 0xFF == 0 { try self.charge(0x100) }
      }
    } catch {
      Value(list).release()
      throw error
    }
    return Value(list)
  }
}
