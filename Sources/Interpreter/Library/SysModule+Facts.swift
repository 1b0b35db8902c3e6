/// What `sys` says about the language and its numbers.
extension SysModule {
  static func setFacts(_ vm: VM, _ names: DictObject) {
    names.set("maxsize", .int(.max))
    names.set("maxunicode", .int(0x10FFFF))
    names.set("hexversion", .int(0x030b_00f0))
    names.set("api_version", .int(1013))
    let texts = [
      ("byteorder", "little"), ("platform", "linux"), ("version", "3.11.0 (nbcheck)"), ("float_repr_style", "short"),
      ("abiflags", ""), ("platlibdir", "lib"), ("executable", ""), ("prefix", ""), ("exec_prefix", ""),
      ("base_prefix", ""), ("base_exec_prefix", ""),
      (
        "copyright",
        "Python is a trademark of the Python Software Foundation; this is nbcheck, which runs its language."
      ),
    ]
    for (name, text) in texts { names.set(name, vm.str(text)) }
    names.set("dont_write_bytecode", .bool(true))
    names.set("pycache_prefix", .none)
    names.set("warnoptions", vm.list([]))
    names.set("path_hooks", vm.list([]))
    names.set("path_importer_cache", Value(DictObject.make(heap: vm.heap)))
    names.set("orig_argv", vm.list(vm.arguments.map { vm.str($0) }))
    names.set(
      "builtin_module_names", vm.tuple(["builtins", "gc", "itertools", "math", "sys", "time"].map { vm.str($0) }))
    names.set("_xoptions", Value(DictObject.make(heap: vm.heap)))
    setNumbers(vm, names)
    setVersion(vm, names)
  }

  private static func setNumbers(_ vm: VM, _ names: DictObject) {
    set(
      "float_info", vm, names,
      [
        ("max", .float(.greatestFiniteMagnitude)), ("max_exp", .int(1024)), ("max_10_exp", .int(308)),
        ("min", .float(.leastNormalMagnitude)), ("min_exp", .int(-1021)), ("min_10_exp", .int(-307)),
        ("dig", .int(15)), ("mant_dig", .int(53)), ("epsilon", .float(.ulpOfOne)), ("radix", .int(2)),
        ("rounds", .int(1)),
      ])
    set(
      "int_info", vm, names,
      [
        ("bits_per_digit", .int(30)), ("sizeof_digit", .int(4)), ("default_max_str_digits", .int(4300)),
        ("str_digits_check_threshold", .int(640)),
      ])
    set(
      "hash_info", vm, names,
      [
        ("width", .int(64)), ("modulus", .int((1 << 61) - 1)), ("inf", .int(314159)), ("nan", .int(0)),
        ("imag", .int(1_000_003)), ("algorithm", vm.str("siphash13")), ("hash_bits", .int(64)),
        ("seed_bits", .int(128)), ("cutoff", .int(0)),
      ])
    set(
      "thread_info", vm, names,
      [("name", vm.str("pthread")), ("lock", vm.str("semaphore")), ("version", .none)])
  }

  private static func setVersion(_ vm: VM, _ names: DictObject) {
    set(
      "version_info", vm, names,
      [
        ("major", .int(3)), ("minor", .int(11)), ("micro", .int(0)), ("releaselevel", vm.str("final")),
        ("serial", .int(0)),
      ])
    let numbers = ["debug", "inspect", "interactive", "optimize"]
    let more = [
      "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization",
      "isolated",
    ]
    var flags: [(String, Value)] = numbers.map { ($0, .int(0)) }
    flags.append(("dont_write_bytecode", .int(1)))
    flags += more.map { ($0, .int(0)) }
    flags += [
      ("dev_mode", .bool(false)), ("utf8_mode", .int(0)), ("warn_default_encoding", .int(0)),
      ("safe_path", .bool(false)), ("int_max_str_digits", .int(-1)),
    ]
    set("flags", vm, names, flags)
    guard let types = try? vm.importAbsolute("_types").cast(.module, to: ModuleObject.self),
      let namespace = types.namespace.get("SimpleNamespace")?.asType
    else { return }
    let implementation = InstanceObject.make(type: namespace).takeUnretainedValue()
    let version = names.get("version_info") ?? .none
    let facts: [(String, Value)] = [
      // Programs ask to know how the language behaves, which is as in CPython.
      ("name", vm.str("cpython")), ("cache_tag", .none), ("version", version.retained()),
      ("hexversion", .int(0x030b_00f0)),
    ]
    for (name, value) in facts { implementation.setOwnAttribute(vm.heap.intern(name), value) }
    names.set("implementation", Value(implementation))
    let unraisable = StructSequence.makeType(
      vm, "UnraisableHookArgs", module: "sys", fields: ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"])
    names.set("UnraisableHookArgs", Value(unraisable))
  }

  /// Sets a tuple whose items have names, of a type of that name.
  private static func set(_ name: String, _ vm: VM, _ names: DictObject, _ fields: [(String, Value)]) {
    let type = StructSequence.makeType(vm, name, module: "sys", fields: fields.map(\.0))
    names.set(name, StructSequence.make(vm, type: type, fields.map(\.1)))
  }
}
