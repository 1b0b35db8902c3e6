/// What `int.__doc__` and the like say: one line each.
enum TypeDocumentation {
  static func install(_ vm: VM) {
    for entry in UnsafeBufferPointer(start: vm.builtins.entries, count: vm.builtins.entryCount) {
      guard let name = entry.key.asStr?.string, let type = entry.value.asType, !isSilent.contains(name),
        type.namespace.get("__doc__").map({ $0.isNone }) != false
      else { continue }
      type.namespace.set("__doc__", vm.str(line(name, type)))
    }
    // What others say nothing of themselves is not what `object` says.
    let name = vm.heap.intern("__doc__")
    for subclass in vm.heap.types.object.subclasses {
      subclass._withUnsafeGuaranteedRef { $0.declareUndocumented(name) }
    }
    vm.heap.types.areDocumented = true
  }

  /// Types that CPython says nothing of, and one that computes what it says.
  private static let isSilent: Set<String> = ["ExceptionGroup", "property"]

  private static func line(_ name: String, _ type: TypeObject) -> String {
    if let known = lines[name] { return known }
    if type.layout == .exception {
      let parent = type.base.map { ", a kind of \($0.name)" } ?? ""
      return "The exception \(name)\(parent)."
    }
    return "The built-in type \(name)."
  }

  private static let lines = [
    "bool": "bool(x) -> True or False, as x counts in a condition.",
    "bytearray": "bytearray(...) -> bytes that can be changed in place.",
    "bytes": "bytes(...) -> an immutable row of numbers from 0 to 255.",
    "classmethod": "classmethod(function) -> a method that is given the class in place of the object.",
    "complex": "complex(real=0, imag=0) -> a number with two parts.",
    "dict": "dict(...) -> a mapping of keys to values, in the order they were added.",
    "enumerate": "enumerate(iterable, start=0) -> pairs of a count and an item.",
    "filter": "filter(function or None, iterable) -> the items that the function is true for.",
    "float": "float(x=0) -> a number of double precision, from another number or a text.",
    "frozenset": "frozenset(iterable=()) -> a set that cannot be changed.",
    "int": "int(x=0, base=10) -> a whole number of any size, from another number or a text.",
    "list": "list(iterable=()) -> a row of items that can be changed.",
    "map": "map(function, *iterables) -> what the function gives for each item.",
    "memoryview": "memoryview(object) -> a view of the bytes of another object.",
    "object": "object() -> an object without attributes; every class derives from this one.",
    "range": "range(start=0, stop, step=1) -> whole numbers at equal distances.",
    "reversed": "reversed(sequence) -> the items from the last to the first.",
    "set": "set(iterable=()) -> different items in no order.",
    "slice": "slice(start=None, stop, step=None) -> what stands in the brackets of x[a:b:c].",
    "staticmethod": "staticmethod(function) -> a function of a class that is given no object.",
    "str": "str(object='', encoding=None, errors=None) -> a text, of whatever object.",
    "super": "super(type, object) -> the methods of the classes after that type.",
    "tuple": "tuple(iterable=()) -> a row of items that stays as it is.",
    "type": "type(object) -> its class; type(name, bases, dict) -> a new class.",
    "zip": "zip(*iterables, strict=False) -> tuples of the items that stand at the same place.",
  ]
}

extension TypeObject {
  /// The name is `__doc__`.
  func declareUndocumented(_ name: StrObject) {
    if namespace.get(interned: name) == nil { namespace.set(interned: name, .none) }
  }
}

extension NativeFunctionObject {
  /// Its own line of text; for most, how it is called.
  var documentationText: String {
    if let documentation { return documentation }
    var parts = signatureText.description.split(separator: ", ").map(String.init)
    if owner != nil || className != nil, !parts.isEmpty { parts.removeFirst() }
    if owner != nil, parts.first == "/" { parts.removeFirst() }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }
}
