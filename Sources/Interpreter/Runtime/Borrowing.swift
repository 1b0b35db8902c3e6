// Reaching objects without Swift's own counting, whose atomic pairs cost more than most of what is done between them.

extension Unmanaged where Instance: Object {
  /// Runs `body` with the object, which somebody else holds meanwhile.
  @inline(__always)
  func borrowed<Result>(_ body: (Instance) throws(Raised) -> Result) throws(Raised) -> Result {
    // The standard library's closure cannot throw a type of its own.
    let result = _withUnsafeGuaranteedRef { instance -> Result? in
      do throws(Raised) {
        return try body(instance)
      } catch {
        return nil
      }
    }
    guard let result else { throw Raised() }
    return result
  }
}

extension Value {
  /// The object as `T`, uncounted, if it is of `kind`, which decides the Swift class.
  @inline(__always)
  func reference<T: Object>(_ kind: Kind, to type: T.Type) -> Unmanaged<T>? {
    guard case .object(let reference) = self, reference._withUnsafeGuaranteedRef({ $0.kind == kind }) else {
      return nil
    }
    return unsafeBitCast(reference, to: Unmanaged<T>.self)
  }
}

extension TypeObject {
  /// Declares a method whose receiver is of the Swift class that `kind` stands for, and is checked.
  @inline(__always)
  func define<T: Object>(
    _ name: String, _ signature: StaticString, receiver kind: Kind, as class: T.Type, called typeName: String,
    _ body: @escaping (VM, T, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let receiver = a[0].reference(kind, to: T.self) else { throw vm.raiseReceiver(name, typeName, a[0]) }
      return try receiver.borrowed { (object) throws(Raised) in try body(vm, object, a) }
    }
  }
}
