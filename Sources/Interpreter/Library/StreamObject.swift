/// `sys.stdout` and `sys.stderr`.
package final class StreamObject: Object {
  let stream: OutputStream

  init(_ stream: OutputStream, type: TypeObject) {
    self.stream = stream
    super.init(kind: .foreign, type: type)
  }

  /// The type of both.
  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("TextIOWrapper", .foreign, isFinal: true, hasAttributes: true, module: "_io")
    type.define("write", "self, text, /") { (vm, a) throws(Raised) in
      guard let file = a[0].foreign(StreamObject.self) else { throw vm.raiseReceiver("write", "TextIOWrapper", a[0]) }
      guard let text = a[1].asStr else {
        throw vm.raise(.typeError, "write() argument must be str, not \(vm.typeName(a[1]))")
      }
      vm.host.write(text.string, to: file.stream)
      return .int(text.count)
    }
    type.define("writelines", "self, lines, /") { (vm, a) throws(Raised) in
      guard let file = a[0].foreign(StreamObject.self) else {
        throw vm.raiseReceiver("writelines", "TextIOWrapper", a[0])
      }
      try vm.forEach(a[1]) { (line) throws(Raised) in
        guard let text = line.asStr else {
          throw vm.raise(.typeError, "write() argument must be str, not \(vm.typeName(line))")
        }
        vm.host.write(text.string, to: file.stream)
      }
      return .none
    }
    type.define("flush", "self, /") { (_, _) throws(Raised) in .none }
    for (name, answer) in [("isatty", false), ("writable", true), ("readable", false), ("seekable", false)] {
      type.define(name, "self, /") { (_, _) throws(Raised) in .bool(answer) }
    }
    type.defineProperty("name") { (vm, value) throws(Raised) in
      vm.str(value.foreign(StreamObject.self)?.stream == .stderr ? "<stderr>" : "<stdout>")
    }
    type.defineProperty("encoding") { (vm, _) throws(Raised) in vm.str("utf-8") }
    return type
  }
}
