/// `_warnings`: where code runs, for the module `warnings`.
enum WarningsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_warnings", heap: vm.heap)
    // With a number, the place so many calls above the caller: file, line, and globals, which are None above the
    // outermost call. With a file and a line, the text there, as far as the running code knows it.
    module.define("place", "level, line=None, /") { (vm, a) throws(Raised) in
      if let name = a[0].asStr, let line = a.optional(1)?.smallInt { return text(vm, name.string, line) }
      let level = try vm.index(a[0])
      guard let frame = frame(vm, level) else { return vm.tuple([vm.str("sys"), .int(1), .none]) }
      let (file, line) = position(frame)
      return vm.tuple([vm.str(file), .int(line), frame.globals.takeUnretainedValue().retainedValue])
    }
    return module
  }

  private static func frame(_ vm: VM, _ level: Int) -> Frame? {
    let count = Int(vm.state.pointee.frameCount)
    guard level >= 0, level < count else { return nil }
    return vm.frames[count - 1 - level]
  }

  private static func position(_ frame: Frame) -> (file: String, line: Int) {
    let code = frame.code.takeUnretainedValue()
    let index = frame.pc - code.instructionPointer - 1
    guard index >= 0, index < code.ranges.count else { return (code.source.name, 0) }
    return (code.source.name, code.source.line(at: code.ranges[index].start))
  }

  private static func text(_ vm: VM, _ name: String, _ line: Int) -> Value {
    for level in 0..<Int(vm.state.pointee.frameCount) {
      guard let source = frame(vm, level)?.code.takeUnretainedValue().source, source.name == name else { continue }
      return source.lineText(line).map { vm.str($0) } ?? .none
    }
    return .none
  }
}
