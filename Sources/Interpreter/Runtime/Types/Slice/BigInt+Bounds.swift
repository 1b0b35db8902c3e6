import BigInt

extension BigInt {
  /// The nearest 64-bit integer.
  var clamped: Int { Int(clamping: self) }

  /// As a 64-bit integer, if it is one.
  var exact: Int? { Int(exactly: self) }
}
