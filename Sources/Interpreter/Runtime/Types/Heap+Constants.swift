import BigInt
import PythonSyntax

extension Heap {
  /// The value of a literal, owned.
  package func constant(_ constant: Constant) -> Value {
    switch constant {
    case .none: .none
    case .bool(let flag): .bool(flag)
    case .ellipsis: .ellipsis
    case .int(let number): .int(number)
    // The tokenizer has checked the digits.
    case .bigInt(let digits, let radix):
      integer(BigInt(BigUInt(digits: digits.utf8.map { UInt8($0.digitValue ?? 0) }, radix: radix)))
    case .float(let number): .float(number)
    case .imaginary(let number): Value(ComplexObject(real: 0, imaginary: number, type: types.complex))
    case .string(let points): string(points)
    case .bytes(let bytes): Value(BytesObject(bytes, type: types.bytes))
    }
  }

  /// Strings that look like names are shared with the names: they are often looked up as such. Single characters are
  /// those that text consists of: they are often compared with them.
  private func string(_ points: [UInt32]) -> Value {
    if points.count == 1, points[0] < 0x80 { return characterValue(UInt8(points[0])) }
    let isName = points.allSatisfy { $0 < 0x80 && (UInt8($0).digitValue != nil || UInt8($0) == Ascii.underscore) }
    if isName { return intern(String(codePoints: points)).retainedValue }
    return Value(StrObject.make(points, heap: self))
  }
}
