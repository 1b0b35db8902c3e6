import BigInt

/// An integer beyond 64 bits, or an instance of a subclass of `int` (of any size). A plain `int` that fits 64 bits is
/// always a `Value.int`: `Heap.integer` keeps it so.
package final class IntObject: Object {
  package let value: BigInt

  package init(_ value: BigInt, type: TypeObject) {
    self.value = value
    super.init(kind: .int, type: type)
  }
}

/// An instance of a subclass of `float`.
package final class FloatObject: Object {
  package let value: Double

  package init(_ value: Double, type: TypeObject) {
    self.value = value
    super.init(kind: .float, type: type)
  }
}

package final class ComplexObject: Object {
  package let real: Double
  package let imaginary: Double

  package init(real: Double, imaginary: Double, type: TypeObject) {
    self.real = real
    self.imaginary = imaginary
    super.init(kind: .complex, type: type)
  }
}

extension Int {
  /// By words: the conversion that all integers share is generic, and many times slower.
  package init?(exactly value: BigInt) {
    let words = value.magnitude.words
    let magnitude = words.first ?? 0
    let isNegative = value.sign == .minus
    if words.count > 1 || magnitude > UInt(Int.max) + (isNegative ? 1 : 0) { return nil }
    self.init(bitPattern: isNegative ? 0 &- magnitude : magnitude)
  }
}

extension Heap {
  /// An `int`, in the `Value` itself if it fits.
  package func integer(_ value: BigInt) -> Value {
    if let small = Int(exactly: value) { return .int(small) }
    return Value(IntObject(value, type: types.int))
  }
}

extension Value {
  /// The value of an `int` or `bool` that fits 64 bits; nil for others (also for larger ints).
  @inline(__always)
  package var smallInt: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: asBigInt.flatMap { Int(exactly: $0.value) }
    }
  }

  /// The value of any `int` or `bool`.
  package var bigInt: BigInt? {
    switch self {
    case .int(let value): BigInt(value)
    case .bool(let value): BigInt(value ? 1 : 0)
    default: asBigInt?.value
    }
  }

  /// The value of a `float` (not of an int).
  @inline(__always)
  package var double: Double? {
    switch self {
    case .float(let value): value
    default: cast(.float, to: FloatObject.self)?.value
    }
  }
}
