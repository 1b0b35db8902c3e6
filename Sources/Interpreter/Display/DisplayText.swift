/// A value as a notebook shows it: what IPython's pretty printer would write.
package struct DisplayText {
  private let vm: VM
  private var printer = LayoutPrinter()
  private var open: [ObjectIdentifier] = []
  private let maximumLength = 1000

  private init(_ vm: VM) { self.vm = vm }

  package static func text(of value: Value, _ vm: VM) throws(Raised) -> String {
    var display = DisplayText(vm)
    try display.show(value)
    return display.printer.finish()
  }

  private mutating func show(_ value: Value) throws(Raised) {
    try vm.enter()
    defer { vm.leave() }
    guard let object = value.object else { return printer.text(try vm.repr(value)) }
    let types = vm.heap.types!
    // A subclass with a repr of its own is shown by it.
    for type in object.type.mro {
      if type === types.list { return try sequence(value, "[", "]", base: type) }
      if type === types.tuple { return try sequence(value, "(", ")", base: type) }
      if type === types.dict { return try dictionary(value, base: type) }
      if type === types.set { return try set(value, "{", "}", base: type) }
      if type === types.frozenset { return try set(value, "frozenset({", "})", base: type) }
      if type === types.function { return printer.text("<function \(try vm.signature(of: value))>") }
      if type === types.builtinFunction { return try builtinFunction(value) }
      if type === types.type { return try typeName(value) }
      if type === types[.baseException] { return try exception(value) }
      if type === types.object { return try plain(value) }
      if type.namespace.get("__repr__") != nil { return try lines(value) }
    }
    try lines(value)
  }

  /// An object without a repr: `<__main__.A at 0x7f…>`.
  private mutating func plain(_ value: Value) throws(Raised) {
    let type = vm.heap.types.of(value)
    if !type[.repr].isIdentical(to: vm.heap.types.object[.repr]) { return try lines(value) }
    printer.text("<\(vm.fullName(type)) at \(vm.address(value))>")
  }

  /// A repr of several lines keeps the indentation of the group it stands in.
  private mutating func lines(_ value: Value) throws(Raised) {
    let lines = try vm.repr(value).split(separator: "\n", omittingEmptySubsequences: false)
    printer.beginGroup("")
    for (index, line) in lines.enumerated() {
      if index > 0 { printer.lineBreak() }
      printer.text(String(line))
    }
    printer.endGroup("", "")
  }

  /// `<function len(obj, /)>`
  private mutating func builtinFunction(_ value: Value) throws(Raised) {
    guard let function = value.cast(.native, to: NativeFunctionObject.self),
      vm.builtins.get(function.name)?.isIdentical(to: value) == true
    else { return try lines(value) }
    printer.text("<function \(function.name)(\(function.signatureText))>")
  }

  private mutating func typeName(_ value: Value) throws(Raised) {
    guard let type = value.asType else { return try lines(value) }
    if !type.type[.repr].isIdentical(to: vm.heap.types.type[.repr]) { return try lines(value) }
    printer.text(vm.fullName(type))
  }

  // MARK: Containers

  /// Whether the value's type shows itself as its builtin base does.
  private func usesRepr(of base: TypeObject, _ value: Value) -> Bool {
    vm.heap.types.special(.repr, of: value).isIdentical(to: base[.repr])
  }

  private mutating func enclosed(
    _ value: Value, _ start: String, _ end: String, _ body: (inout DisplayText) throws(Raised) -> Void
  ) throws(Raised) {
    guard let object = value.object else { return }
    if open.contains(ObjectIdentifier(object)) { return printer.text(start + "..." + end) }
    open.append(ObjectIdentifier(object))
    printer.beginGroup(start)
    try body(&self)
    printer.endGroup(start, end)
    open.removeLast()
  }

  private mutating func items(_ values: [Value], _ body: (inout DisplayText, Value) throws(Raised) -> Void)
    throws(Raised)
  {
    for (index, value) in values.enumerated() {
      if index > 0 {
        printer.text(",")
        printer.breakable()
      }
      if index == maximumLength { return printer.text("...") }
      try body(&self, value)
    }
  }

  private mutating func sequence(_ value: Value, _ start: String, _ end: String, base: TypeObject) throws(Raised) {
    guard usesRepr(of: base, value) else { return printer.text(try vm.repr(value)) }
    let values = try vm.array(value)
    defer { for value in values { value.release() } }
    try enclosed(value, start, end) { (display) throws(Raised) in
      try display.items(values) { (display, item) throws(Raised) in try display.show(item) }
      if values.count == 1, value.kind == .tuple { display.printer.text(",") }
    }
  }

  private mutating func dictionary(_ value: Value, base: TypeObject) throws(Raised) {
    guard usesRepr(of: base, value), let dict = value.asDict else { return printer.text(try vm.repr(value)) }
    let keys = (0..<dict.entryCount).map { dict.entries[$0].key }.filter { !$0.isUnbound }.map { $0.retained() }
    defer { for key in keys { key.release() } }
    try enclosed(value, "{", "}") { (display) throws(Raised) in
      try display.items(keys) { (display, key) throws(Raised) in
        try display.show(key)
        display.printer.text(": ")
        guard let item = try display.vm.dictGet(dict, key)?.retained() else { return }
        defer { item.release() }
        try display.show(item)
      }
    }
  }

  private mutating func set(_ value: Value, _ start: String, _ end: String, base: TypeObject) throws(Raised) {
    guard usesRepr(of: base, value), let set = value.asSet else { return printer.text(try vm.repr(value)) }
    if set.count == 0 { return printer.text("\(base.name)()") }
    let members = sorted(set.members.map { $0.retained() })
    defer { for member in members { member.release() } }
    try enclosed(value, start, end) { (display) throws(Raised) in
      try display.items(members) { (display, item) throws(Raised) in try display.show(item) }
    }
  }

  /// Sorted by value; as they are where they cannot be compared.
  private func sorted(_ members: [Value]) -> [Value] {
    if members.count >= maximumLength { return members }
    var result = members
    var failed = false
    result.sort { a, b in
      if failed { return false }
      do throws(Raised) {
        return try vm.less(a, b)
      } catch {
        vm.takeRaised().release()
        failed = true
        return false
      }
    }
    return failed ? members : result
  }

  private mutating func exception(_ value: Value) throws(Raised) {
    guard let exception = value.asException else { return }
    if !exception.type[.repr].isIdentical(to: vm.heap.types[.baseException][.repr]) { return try lines(value) }
    let arguments = exception.arguments.values.map { $0.retained() }
    defer { for argument in arguments { argument.release() } }
    try enclosed(value, vm.fullName(exception.type) + "(", ")") { (display) throws(Raised) in
      try display.items(arguments) { (display, item) throws(Raised) in try display.show(item) }
    }
  }
}
