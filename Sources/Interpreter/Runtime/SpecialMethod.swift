/// The methods that syntax and builtins look up on the type, each with a slot in every `TypeObject`.
package enum SpecialMethod: UInt8, CaseIterable {
  case new, `init`, del, repr, str, format, bytes, hash, bool, call
  case lt, le, eq, ne, gt, ge
  case getattribute, getattr, setattr, delattr, dir
  case get, set, delete, setName
  case len, lengthHint, getitem, setitem, delitem, missing, contains, iter, next, reversed
  case enter, exit
  case add, sub, mul, matmul, truediv, floordiv, mod, divmod, pow, lshift, rshift, and, or, xor
  case radd, rsub, rmul, rmatmul, rtruediv, rfloordiv, rmod, rdivmod, rpow, rlshift, rrshift, rand, ror, rxor
  case iadd, isub, imul, imatmul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ior, ixor
  case neg, pos, abs, invert, complex, int, float, index, round, trunc, floor, ceil
  case initSubclass, classGetitem, instancecheck, subclasscheck

  /// `__add__` and the like.
  package var name: String {
    switch self {
    case .setName: "__set_name__"
    case .lengthHint: "__length_hint__"
    case .initSubclass: "__init_subclass__"
    case .classGetitem: "__class_getitem__"
    default: "__\(self)__"
    }
  }
}
