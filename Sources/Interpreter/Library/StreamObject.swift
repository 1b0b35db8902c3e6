/// `sys.stdout`, `sys.stderr` and `sys.stdin`, which is empty.
package final class StreamObject: Object {
  /// nil for standard input.
  let stream: OutputStream?
  private(set) var isClosed = false

  init(_ stream: OutputStream?, type: TypeObject) {
    self.stream = stream
    super.init(kind: .foreign, type: type)
  }

  var name: String {
    switch stream {
    case .stdout: "<stdout>"
    case .stderr: "<stderr>"
    case nil: "<stdin>"
    }
  }

  /// Writes, unless it is not for writing.
  func write(_ text: String, _ vm: VM) throws(Raised) {
    if isClosed { throw vm.raise(.valueError, "I/O operation on closed file.") }
    guard let stream else { throw try vm.raiseUnsupported("not writable") }
    vm.host.write(text, to: stream)
  }

  /// Half characters have no place in UTF-8; only the stream of errors finds another way to show them.
  static func check(_ text: StrObject, _ file: Value, _ vm: VM) throws(Raised) {
    if text.isASCII || file.foreign(StreamObject.self)?.stream == .stderr { return }
    for index in 0..<text.count where 0xD800...0xDFFF ~= text[index] {
      throw UnicodeErrors.encoding(.utf8, text, index..<(index + 1), vm)
    }
  }

  /// The type of all three.
  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("TextIOWrapper", .foreign, isFinal: true, hasAttributes: true, module: "_io")
    installWriting(type)
    installReading(type)
    installProperties(type)
    let buffer = makeBufferType(vm)
    type.defineStreamProperty("buffer") { (vm, file) throws(Raised) in
      if file.stream == nil { return try vm.importedMember("io", "BytesIO", called: []) }
      return Value(StreamObject(file.stream, type: buffer))
    }
    return type
  }

  private static func installWriting(_ type: TypeObject) {
    type.defineStream("write", "self, text, /") { (vm, file, a) throws(Raised) in
      guard let text = a[1].asStr else {
        throw vm.raise(.typeError, "write() argument must be str, not \(vm.typeName(a[1]))")
      }
      try check(text, a[0], vm)
      try file.write(text.string, vm)
      return .int(text.count)
    }
    type.defineStream("writelines", "self, lines, /") { (vm, file, a) throws(Raised) in
      try vm.forEach(a[1]) { (line) throws(Raised) in
        guard let text = line.asStr else {
          throw vm.raise(.typeError, "write() argument must be str, not \(vm.typeName(line))")
        }
        try file.write(text.string, vm)
      }
      return .none
    }
    type.defineStream("flush", "self, /") { (_, _, _) throws(Raised) in .none }
    type.defineStream("close", "self, /") { (_, file, _) throws(Raised) in
      file.isClosed = true
      return .none
    }
    type.defineStream("reconfigure", "self, /, **kwargs") { (_, _, _) throws(Raised) in .none }
    type.defineStream("__enter__", "self, /") { (_, file, _) throws(Raised) in file.retainedValue }
    type.defineStream("__exit__", "self, /, *args") { (_, file, _) throws(Raised) in
      file.isClosed = true
      return .none
    }
  }

  private static func installReading(_ type: TypeObject) {
    /// What reading gives, or why it does not.
    func define(_ name: String, _ signature: StaticString, _ result: @escaping (VM) throws(Raised) -> Value) {
      type.defineStream(name, signature) { (vm, file, _) throws(Raised) in
        if file.isClosed { throw vm.raise(.valueError, "I/O operation on closed file.") }
        if file.stream != nil { throw try vm.raiseUnsupported("not readable") }
        return try result(vm)
      }
    }
    define("read", "self, size=-1, /") { (vm) throws(Raised) in vm.str("") }
    define("readline", "self, size=-1, /") { (vm) throws(Raised) in vm.str("") }
    define("readlines", "self, hint=-1, /") { (vm) throws(Raised) in vm.list([]) }
    define("__next__", "self, /") { (vm) throws(Raised) in throw vm.raiseStopIteration() }
    type.defineStream("__iter__", "self, /") { (_, file, _) throws(Raised) in file.retainedValue }
    for name in ["seek", "tell", "truncate"] {
      type.defineStream(name, "self, *args") { (vm, _, _) throws(Raised) in
        throw try vm.raiseUnsupported("underlying stream is not seekable")
      }
    }
    type.defineStream("detach", "self, /") { (vm, _, _) throws(Raised) in
      throw vm.raise(.notImplementedError, "detaching a standard stream is not available in nbcheck")
    }
    type.defineStream("isatty", "self, /") { (_, _, _) throws(Raised) in .bool(false) }
    type.defineStream("seekable", "self, /") { (_, _, _) throws(Raised) in .bool(false) }
    type.defineStream("writable", "self, /") { (_, file, _) throws(Raised) in .bool(file.stream != nil) }
    type.defineStream("readable", "self, /") { (_, file, _) throws(Raised) in .bool(file.stream == nil) }
    type.defineStream("fileno", "self, /") { (_, file, _) throws(Raised) in
      .int(file.stream == nil ? 0 : file.stream == .stdout ? 1 : 2)
    }
  }

  private static func installProperties(_ type: TypeObject) {
    type.defineStream("__repr__", "self, /") { (vm, file, _) throws(Raised) in
      vm.str("<_io.TextIOWrapper name='\(file.name)' mode='\(file.stream == nil ? "r" : "w")' encoding='utf-8'>")
    }
    type.defineStreamProperty("name") { (vm, file) throws(Raised) in vm.str(file.name) }
    type.defineStreamProperty("mode") { (vm, file) throws(Raised) in vm.str(file.stream == nil ? "r" : "w") }
    type.defineStreamProperty("encoding") { (vm, _) throws(Raised) in vm.str("utf-8") }
    type.defineStreamProperty("errors") { (vm, file) throws(Raised) in
      vm.str(file.stream == .stderr ? "backslashreplace" : "strict")
    }
    type.defineStreamProperty("newlines") { (_, _) throws(Raised) in .none }
    type.defineStreamProperty("line_buffering") { (_, file) throws(Raised) in .bool(file.stream == .stderr) }
    type.defineStreamProperty("write_through") { (_, _) throws(Raised) in .bool(false) }
    type.defineStreamProperty("closed") { (_, file) throws(Raised) in .bool(file.isClosed) }
  }

  /// The type of `sys.stdout.buffer`.
  private static func makeBufferType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("BufferedWriter", .foreign, isFinal: true, module: "_io")
    type.defineStream("write", "self, buffer, /") { (vm, file, a) throws(Raised) in
      guard let bytes = a[1].byteBuffer else {
        throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(a[1]))'")
      }
      try file.write(String(decoding: bytes, as: UTF8.self), vm)
      return .int(bytes.count)
    }
    type.defineStream("flush", "self, /") { (_, _, _) throws(Raised) in .none }
    type.defineStream("__repr__", "self, /") { (vm, file, _) throws(Raised) in
      vm.str("<_io.BufferedWriter name='\(file.name)'>")
    }
    for (name, answer) in [("isatty", false), ("seekable", false), ("readable", false), ("writable", true)] {
      type.defineStream(name, "self, /") { (_, _, _) throws(Raised) in .bool(answer) }
    }
    type.defineStreamProperty("name") { (vm, file) throws(Raised) in vm.str(file.name) }
    type.defineStreamProperty("mode") { (vm, _) throws(Raised) in vm.str("wb") }
    type.defineStreamProperty("closed") { (_, file) throws(Raised) in .bool(file.isClosed) }
    return type
  }
}

extension TypeObject {
  fileprivate func defineStream(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, StreamObject, Arguments) throws(Raised) -> Value
  ) {
    let owner = self.name
    define(name, signature) { (vm, a) throws(Raised) in
      guard let file = a[0].foreign(StreamObject.self) else { throw vm.raiseReceiver(name, owner, a[0]) }
      return try body(vm, file, a)
    }
  }

  fileprivate func defineStreamProperty(
    _ name: String, _ get: @escaping (VM, StreamObject) throws(Raised) -> Value
  ) {
    defineProperty(name) { (vm, value) throws(Raised) in
      guard let file = value.foreign(StreamObject.self) else { return .none }
      return try get(vm, file)
    }
  }
}

extension VM {
  /// The result of calling something that a module has.
  fileprivate func importedMember(
    _ module: String, _ name: String, called arguments: [Value]
  ) throws(Raised) -> Value {
    let member = try getAttribute(try importAbsolute(module), heap.intern(name))
    defer { member.release() }
    return try call(member, arguments: arguments)
  }

  /// `io.UnsupportedOperation`.
  fileprivate func raiseUnsupported(_ message: String) throws(Raised) -> Raised {
    let text = str(message)
    defer { text.release() }
    return raise(try importedMember("io", "UnsupportedOperation", called: [text]))
  }
}
