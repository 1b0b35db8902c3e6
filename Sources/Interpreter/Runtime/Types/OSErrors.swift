/// `OSError(errno, strerror, filename)`, which makes the subclass that belongs to the number.
enum OSErrors {
  /// As Linux numbers them.
  private static func subclass(_ errno: Int) -> ExceptionType? {
    switch errno {
    case 1, 13: .permissionError
    case 2: .fileNotFoundError
    case 3: .processLookupError
    case 4: .interruptedError
    case 10: .childProcessError
    case 11, 114, 115: .blockingIOError
    case 17: .fileExistsError
    case 20: .notADirectoryError
    case 21: .isADirectoryError
    case 32, 108: .brokenPipeError
    case 103: .connectionAbortedError
    case 104: .connectionResetError
    case 110: .timeoutError
    case 111: .connectionRefusedError
    default: nil
    }
  }

  static func install(_ vm: VM) {
    let types = vm.heap.types!
    let type = types[.osError]
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard var subject = a[0].asType, let arguments = a[1].asTuple else { return .none }
      if subject === vm.heap.types[.osError], (2...5).contains(arguments.count),
        let number = arguments.items[0].smallInt, let known = subclass(number)
      {
        subject = vm.heap.types[known]
      }
      // A class that has only an `__init__` of its own hands over what it takes for arguments.
      if subject.isUserDefined, subject[.new].isIdentical(to: vm.heap.types[.osError][.new]),
        !subject[.`init`].isIdentical(to: vm.heap.types[.osError][.`init`]), let none = vm.tuple([]).asTuple
      {
        return Value(ExceptionObject.make(type: subject, arguments: none))
      }
      return Value(ExceptionObject.make(type: subject, arguments: arguments.retainedValue.asTuple ?? arguments))
    }
    type.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let given = a[1].asTuple else { return .none }
      if let keywords = a[2].asDict, keywords.count > 0 {
        throw vm.raise(.typeError, "\(vm.typeName(a[0]))() takes no keyword arguments")
      }
      exception.setArguments(given)
      guard (2...5).contains(given.count) else { return .none }
      func set(_ name: String, _ value: Value) { exception.setOwnAttribute(vm.heap.intern(name), value.retained()) }
      set("errno", given.items[0])
      set("strerror", given.items[1])
      if given.count > 2, given.items[2].smallInt != nil,
        exception.type.isSubtype(of: vm.heap.types[.blockingIOError])
      {
        // Of an operation that would block it is how much was written.
        set("characters_written", given.items[2])
      } else if given.count > 2, !given.items[2].isNone {
        set("filename", given.items[2])
        if given.count > 4 { set("filename2", given.items[4]) }
        // The names are no arguments any more.
        let short = vm.tuple([given.items[0].retained(), given.items[1].retained()])
        defer { short.release() }
        if let short = short.asTuple { exception.setArguments(short) }
      }
      return .none
    }
    type.define("__str__", "self, /") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException else { throw vm.raiseReceiver("__str__", "OSError", a[0]) }
      func own(_ name: String) -> Value { exception.ownAttribute(vm.heap.intern(name)) ?? .none }
      if own("errno").isNone && own("strerror").isNone {
        let arguments = exception.arguments
        switch arguments.count {
        case 0: return vm.str("")
        case 1: return vm.str(try vm.strText(arguments.items[0]))
        default: return vm.str(try vm.repr(Value(arguments)))
        }
      }
      var text = "[Errno \(try vm.strText(own("errno")))] \(try vm.strText(own("strerror")))"
      if !own("filename").isNone { text += ": \(try vm.repr(own("filename")))" }
      if !own("filename2").isNone { text += " -> \(try vm.repr(own("filename2")))" }
      return vm.str(text)
    }
  }
}
