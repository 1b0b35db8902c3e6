import BigInt

/// The arithmetic of `int`, `bool` and `float`, which the machine tries before it looks for special methods.
package enum Numbers {
  /// `a op b`, or nil unless both are plain numbers (instances of subclasses are not: they may
  /// redefine the operator).
  @inline(__always)
  package static func binary(_ op: BinaryOp, _ a: Value, _ b: Value, _ vm: VM) throws(Raised) -> Value? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return try integers(op, x, y, vm)
    case (.float(let x), .float(let y)): return try floats(op, x, y, vm)
    case (.int(let x), .float(let y)): return try floats(op, Double(x), y, vm)
    case (.float(let x), .int(let y)): return try floats(op, x, Double(y), vm)
    default:
      if a.isPlainNumber && b.isPlainNumber { return try general(op, a, b, vm) }
      return nil
    }
  }

  /// `op a`, or nil unless it is a plain number.
  @inline(__always)
  package static func unary(_ op: UnaryOp, _ a: Value, _ vm: VM) throws(Raised) -> Value? {
    switch (op, a) {
    case (.neg, .float(let x)): return .float(-x)
    case (.pos, .float(let x)): return .float(x)
    case (_, .int(let x)): return unary(op, x, vm)
    default:
      if !a.isPlainNumber { return nil }
      return generalUnary(op, a, vm)
    }
  }

  /// Numbers of any kind, instances of subclasses included; nil if either is none, or the operator is not theirs.
  @inline(never)
  static func general(_ op: BinaryOp, _ a: Value, _ b: Value, _ vm: VM) throws(Raised) -> Value? {
    guard let x = Operand(a), let y = Operand(b) else { return nil }
    if x.isFloat || y.isFloat {
      return try floats(op, x.double(vm), y.double(vm), vm)
    }
    if case .bool(let left) = x, case .bool(let right) = y {
      switch op {
      case .and: return .bool(left && right)
      case .or: return .bool(left || right)
      case .xor: return .bool(left != right)
      default: break
      }
    }
    if let left = x.small, let right = y.small { return try integers(op, left, right, vm) }
    return try bigIntegers(op, x.big, y.big, vm)
  }

  static func generalUnary(_ op: UnaryOp, _ a: Value, _ vm: VM) -> Value? {
    switch Operand(a) {
    case nil: return nil
    case .bool(let flag): return unary(op, flag ? 1 : 0, vm)
    case .int(let value): return unary(op, value, vm)
    case .float(let value):
      switch op {
      case .neg: return .float(-value)
      case .pos: return .float(value)
      case .invert: return nil
      }
    case .big(let value):
      switch op {
      case .neg: return vm.heap.integer(-value)
      case .pos: return vm.heap.integer(value)
      case .invert: return vm.heap.integer(-value - 1)
      }
    }
  }

  @inline(__always)
  private static func unary(_ op: UnaryOp, _ x: Int, _ vm: VM) -> Value {
    switch op {
    case .neg: x == Int.min ? vm.heap.integer(-BigInt(x)) : .int(0 &- x)
    case .pos: .int(x)
    case .invert: .int(~x)
    }
  }
}

/// A number taken out of its value.
enum Operand {
  case bool(Bool)
  case int(Int)
  /// Beyond 64 bits.
  case big(BigInt)
  case float(Double)

  /// nil if the value is not an `int` or a `float` (a subclass's instance is).
  init?(_ value: Value) {
    switch value {
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .bool(let flag): self = .bool(flag)
    default:
      if let object = value.asBigInt {
        if let small = Int(exactly: object.value) { self = .int(small) } else { self = .big(object.value) }
      } else if let double = value.double {
        self = .float(double)
      } else {
        return nil
      }
    }
  }

  var isFloat: Bool { if case .float = self { true } else { false } }

  /// An integer that fits 64 bits.
  var small: Int? {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .int(let value): value
    case .big, .float: nil
    }
  }

  /// An integer of any size (0 for a float, which callers have ruled out).
  var big: BigInt {
    switch self {
    case .bool(let flag): BigInt(flag ? 1 : 0)
    case .int(let value): BigInt(value)
    case .big(let value): value
    case .float: 0
    }
  }

  func double(_ vm: VM) throws(Raised) -> Double {
    switch self {
    case .bool(let flag): return flag ? 1 : 0
    case .int(let value): return Double(value)
    case .float(let value): return value
    case .big(let value):
      guard let result = value.nearestDouble else {
        throw vm.raise(.overflowError, "int too large to convert to float")
      }
      return result
    }
  }
}

extension Value {
  /// An `int`, `bool` or `float` that is not an instance of a user-defined subclass.
  @inline(__always)
  var isPlainNumber: Bool {
    switch self {
    case .int, .float, .bool: true
    case .object(let reference):
      reference._withUnsafeGuaranteedRef { $0.kind == .int && $0.type === $0.type.heap.types.int }
    default: false
    }
  }
}
