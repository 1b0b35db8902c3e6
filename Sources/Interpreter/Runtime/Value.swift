// Values and who owns them.
//
// A `Value` is 16 trivial bytes: numbers are stored in it, everything else is a reference to an `Object`
// whose own `refCount` is adjusted by hand (Swift's atomic counting costs five times as much).
//
// Conventions, kept everywhere in the interpreter:
//   - a parameter is *borrowed*: the callee does not release it, and retains what it keeps;
//   - a result is *owned*: the caller releases it or stores it;
//   - a container, a register and an attribute slot own what they hold.

/// A Python value, or nothing (`unbound`).
package enum Value {
  // These two have a payload, which is always false, because Swift tells such a case by the tag alone: it looks at the
  // payload too where there is none.
  case unboundTag(Bool)
  case noneTag(Bool)
  case ellipsis
  case notImplemented
  case bool(Bool)
  case int(Int)
  case float(Double)
  case object(Unmanaged<Object>)

  /// No value: an unset local, an absent optional argument.
  @inline(__always)
  package static var unbound: Value { .unboundTag(false) }

  @inline(__always)
  package static var none: Value { .noneTag(false) }

  /// A value for an object that the caller owns one count of (all `init`s start at one).
  @inline(__always)
  package init(_ object: Object) {
    self = .object(Unmanaged.passUnretained(object))
  }

  /// The same, without Swift's own counting.
  @inline(__always)
  init<T: Object>(_ reference: Unmanaged<T>) {
    self = .object(unsafeBitCast(reference, to: Unmanaged<Object>.self))
  }

  /// Adds a count, so that the result may be stored or returned.
  @inline(__always)
  package func retained() -> Value {
    if case .object(let reference) = self {
      reference._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    }
    return self
  }

  /// Gives up one count; frees the object with the last.
  @inline(__always)
  package func release() {
    if case .object(let reference) = self {
      reference._withUnsafeGuaranteedRef {
        $0.refCount &-= 1
        if $0.refCount == 0 { $0.dispose() }
      }
    }
  }

  @inline(__always)
  package var isUnbound: Bool { if case .unboundTag = self { true } else { false } }

  @inline(__always)
  package var isNone: Bool { if case .noneTag = self { true } else { false } }

  @inline(__always)
  package var isObject: Bool { if case .object = self { true } else { false } }

  /// The object behind the value, borrowed; nil for numbers and singletons.
  @inline(__always)
  package var object: Object? {
    if case .object(let reference) = self { reference.takeUnretainedValue() } else { nil }
  }

  /// The kind of the object behind the value; nil for numbers and singletons.
  @inline(__always)
  package var kind: Kind? {
    if case .object(let reference) = self { reference._withUnsafeGuaranteedRef { $0.kind } } else { nil }
  }

  /// The object as `T`, if it is of `kind`. `kind` decides the Swift class, so the cast is unchecked.
  @inline(__always)
  package func cast<T: Object>(_ kind: Kind, to type: T.Type) -> T? {
    guard case .object(let reference) = self, reference._withUnsafeGuaranteedRef({ $0.kind == kind }) else {
      return nil
    }
    return unsafeDowncast(reference.takeUnretainedValue(), to: type)
  }

  /// Python's `is`: the same object, or the same number or singleton.
  @inline(__always)
  package func isIdentical(to other: Value) -> Bool {
    switch self {
    case .object(let a): if case .object(let b) = other { a.toOpaque() == b.toOpaque() } else { false }
    case .noneTag: other.isNone
    case .bool(let a): if case .bool(let b) = other { a == b } else { false }
    case .int(let a): if case .int(let b) = other { a == b } else { false }
    case .float(let a): if case .float(let b) = other { a.bitPattern == b.bitPattern } else { false }
    case .unboundTag: other.isUnbound
    case .ellipsis: if case .ellipsis = other { true } else { false }
    case .notImplemented: if case .notImplemented = other { true } else { false }
    }
  }
}

extension Value {
  @inline(__always) package var asStr: StrObject? { cast(.str, to: StrObject.self) }
  @inline(__always) package var asBigInt: IntObject? { cast(.int, to: IntObject.self) }
  @inline(__always) package var asList: ListObject? { cast(.list, to: ListObject.self) }
  @inline(__always) package var asTuple: TupleObject? { cast(.tuple, to: TupleObject.self) }
  @inline(__always) package var asDict: DictObject? { cast(.dict, to: DictObject.self) }
  @inline(__always) package var asSet: SetObject? { cast(.set, to: SetObject.self) }
  @inline(__always) package var asType: TypeObject? { cast(.type, to: TypeObject.self) }
  @inline(__always) package var asException: ExceptionObject? { cast(.exception, to: ExceptionObject.self) }
}
