/// `string`: its constants.
enum StringModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "string", heap: vm.heap)
    let lower = "abcdefghijklmnopqrstuvwxyz"
    let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    let whitespace = " \t\n\r\u{0B}\u{0C}"
    let constants = [
      ("ascii_lowercase", lower), ("ascii_uppercase", upper), ("ascii_letters", lower + upper),
      ("digits", "0123456789"), ("hexdigits", "0123456789abcdefABCDEF"), ("octdigits", "01234567"),
      ("punctuation", punctuation), ("whitespace", whitespace),
      ("printable", "0123456789" + lower + upper + punctuation + whitespace),
    ]
    for (name, text) in constants { module.namespace.set(name, vm.str(text)) }
    module.define("capwords", "s, sep=None") { (vm, a) throws(Raised) in
      let separator = a.optional(1) ?? .none
      let parts = try vm.callMethod(a[0], "split", separator)
      defer { parts.release() }
      var words: [Value] = []
      defer { for word in words { word.release() } }
      for part in parts.asList?.values ?? UnsafeBufferPointer(start: nil, count: 0) {
        words.append(try vm.callMethod(part, "capitalize"))
      }
      let list = vm.list(words.map { $0.retained() })
      defer { list.release() }
      let glue = separator.isNone ? vm.str(" ") : separator.retained()
      defer { glue.release() }
      return try vm.callMethod(glue, "join", list)
    }
    module.unavailable = {
      ["Template", "Formatter"].contains($0) ? "string.\($0) is not available in nbcheck" : nil
    }
    return module
  }
}
