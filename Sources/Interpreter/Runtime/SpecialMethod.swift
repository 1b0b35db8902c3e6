/// The methods that syntax and builtins look up on the type, each with a slot in every `TypeObject`.
package enum SpecialMethod: String, CaseIterable {
  case new, `init`, del, repr, str, format, bytes, hash, bool, call
  case lt, le, eq, ne, gt, ge
  case getattribute, getattr, setattr, delattr, dir
  case get, set, delete
  case setName = "set_name"
  case len
  case lengthHint = "length_hint"
  case getitem, setitem, delitem, missing, contains, iter, next, reversed
  case enter, exit
  case add, sub, mul, matmul, truediv, floordiv, mod, divmod, pow, lshift, rshift, and, or, xor
  case radd, rsub, rmul, rmatmul, rtruediv, rfloordiv, rmod, rdivmod, rpow, rlshift, rrshift, rand, ror, rxor
  case iadd, isub, imul, imatmul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ior, ixor
  case neg, pos, abs, invert, complex, int, float, index, round, trunc, floor, ceil
  case initSubclass = "init_subclass"
  case classGetitem = "class_getitem"
  case instancecheck, subclasscheck

  static let count: Int = allCases.count

  /// `__add__` and the like.
  package var name: String { "__" + rawValue + "__" }

  /// The place among all.
  @inline(__always)
  var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
