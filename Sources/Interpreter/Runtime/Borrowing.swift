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
    _ name: String, _ signature: StaticString, receiver kind: Kind, as class: T.Type,
    _ body: @escaping (VM, T, Arguments) throws(Raised) -> Value
  ) {
    // A reference is a reference, whatever its class: a closure around the body would cost as much as many bodies do.
    let method = unsafeBitCast(NativeMethod(body: body), to: NativeMethod<Object>.self)
    set(name, Value(NativeFunctionObject(name, signature, owner: self, receiver: kind, method: method)))
  }
}
