import BigInt

// Numbers out of any value, by the methods that its type offers.

extension VM {
  /// An integer, or what `__index__` returns; nil if the type has none.
  func indexNumber(_ value: Value) throws(Raised) -> BigInt? {
    if let number = value.bigInt { return number }
    guard let result = try callSpecial(.index, value) else { return nil }
    defer { result.release() }
    guard let number = result.bigInt else {
      throw raise(.typeError, "__index__ returned non-int (type \(typeName(result)))")
    }
    return number
  }

  /// An integer, or the whole part by `__int__`, `__index__` or `__trunc__`; nil if the type has none of them.
  func wholeNumber(_ value: Value) throws(Raised) -> BigInt? {
    if let number = value.bigInt, value.object?.type.isUserDefined != true { return number }
    if case .float(let number) = value { return try truncated(number) }
    if let result = try callSpecial(.int, value) {
      defer { result.release() }
      guard let number = result.bigInt else {
        throw raise(.typeError, "__int__ returned non-int (type \(typeName(result)))")
      }
      return number
    }
    if let number = try indexNumber(value) { return number }
    guard let result = try callSpecial(.trunc, value) else { return nil }
    defer { result.release() }
    guard let number = try indexNumber(result) else {
      throw raise(.typeError, "__trunc__ returned non-Integral (type \(typeName(result)))")
    }
    return number
  }

  /// The whole part of a float.
  func truncated(_ number: Double) throws(Raised) -> BigInt {
    if number.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
    if number.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
    return BigInt(truncating: number)
  }

  /// The whole part of a float as an `int`.
  func wholePart(_ number: Double) throws(Raised) -> Value {
    if number.magnitude < 0x1p63 { return .int(Int(number)) }
    return heap.integer(try truncated(number))
  }

  /// A float from a number, by `__float__` or `__index__`; nil if the type has neither.
  package func realNumberOrNil(_ value: Value) throws(Raised) -> Double? {
    if let operand = Operand(value), value.object?.type.isUserDefined != true { return try operand.double(self) }
    if let result = try callSpecial(.float, value) {
      defer { result.release() }
      guard let number = result.double else {
        throw raise(
          .typeError, "\(typeName(value)).__float__ returned non-float (type \(typeName(result)))")
      }
      return number
    }
    guard let whole = try indexNumber(value) else { return nil }
    return try Operand.big(whole).double(self)
  }

  /// A float from a number; TypeError for anything else.
  package func realNumber(_ value: Value) throws(Raised) -> Double {
    if case .float(let number) = value { return number }
    guard let number = try realNumberOrNil(value) else {
      throw raise(.typeError, "must be real number, not \(typeName(value))")
    }
    return number
  }
}
