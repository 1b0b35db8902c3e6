/// What `Pattern.scanner` returns: one match after the other, in a manner chosen for each.
package final class ScannerObject: Object {
  private let pattern: PatternObject
  private let next: (VM, CompiledPattern.Manner) throws(Raised) -> MatchObject?

  /// Retains the pattern.
  init(_ scan: Scan, _ library: ReLibrary) {
    var scan = scan
    next = { (vm, manner) throws(Raised) in try scan.nextMatch(vm, manner) }
    pattern = scan.pattern
    pattern.refCount &+= 1
    super.init(kind: .foreign, type: library.scannerType)
    library.vm.heap.track(self)
  }

  package override func dropReferences() { Value(pattern).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(pattern)) }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("SRE_Scanner", .foreign, module: "_sre")
    type.set("__new__", .unbound)
    let manners: [(String, CompiledPattern.Manner)] = [("match", .match), ("search", .search)]
    for (name, manner) in manners {
      type.define(name, "self, /") { (vm, a) throws(Raised) in
        guard let scanner = a[0].foreign(ScannerObject.self) else { throw vm.raiseReceiver(name, "SRE_Scanner", a[0]) }
        return try scanner.next(vm, manner).map { Value($0) } ?? .none
      }
    }
    type.defineProperty("pattern") { (vm, value) throws(Raised) in
      guard let scanner = value.foreign(ScannerObject.self) else {
        throw vm.raiseReceiver("pattern", "SRE_Scanner", value)
      }
      return scanner.pattern.retainedValue
    }
    return type
  }
}
