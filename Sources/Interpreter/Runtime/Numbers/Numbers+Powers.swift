import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Numbers {
  /// `x ** y`: an int, or a float if `y` is negative.
  static func power(_ x: BigInt, _ y: BigInt, _ vm: VM) throws(Raised) -> Value {
    if y.sign == .minus {
      guard let base = x.nearestDouble, let exponent = y.nearestDouble else {
        throw vm.raise(.overflowError, "int too large to convert to float")
      }
      return try floatPower(base, exponent, vm)
    }
    if y.isZero || x == 1 { return .int(1) }
    if x.isZero { return .int(0) }
    if x == -1 { return .int(y.magnitude[bitAt: 0] ? -1 : 1) }
    guard let exponent = Int(exactly: y) else { throw memoryError(vm) }
    let bits = x.magnitude.bitWidth
    let isPowerOfTwo = x.magnitude.trailingZeroBitCount == bits - 1
    let (total, overflow) = (isPowerOfTwo ? bits - 1 : bits).multipliedReportingOverflow(by: exponent)
    if overflow { throw memoryError(vm) }
    try vm.checkSize(total / 8)
    if isPowerOfTwo {
      let magnitude = BigUInt(1) << total
      return vm.heap.integer(BigInt(sign: x.sign == .minus && exponent & 1 == 1 ? .minus : .plus, magnitude: magnitude))
    }
    var result = BigInt(1)
    var base = x
    var rest = exponent
    while true {
      if rest & 1 == 1 { result = try product(result, base, vm) }
      rest >>= 1
      if rest == 0 { return vm.heap.integer(result) }
      base = try product(base, base, vm)
    }
  }

  /// `pow(x, y, modulus)`.
  static func power(_ x: BigInt, _ y: BigInt, modulo modulus: BigInt, _ vm: VM) throws(Raised) -> Value {
    if modulus.isZero { throw vm.raise(.valueError, "pow() 3rd argument cannot be 0") }
    let size = modulus.magnitude
    if size == 1 { return .int(0) }
    var base = try floorDivision(x, BigInt(size), vm).remainder.magnitude
    var exponent = y.magnitude
    if y.sign == .minus {
      guard let inverse = base.inverse(size) else {
        throw vm.raise(.valueError, "base is not invertible for the given modulus")
      }
      base = inverse
    }
    var result = BigUInt(1) % size
    while !exponent.isZero {
      try vm.charge(1 + size.bitWidth >> 6)
      if exponent[bitAt: 0] { result = result * base % size }
      exponent >>= 1
      if !exponent.isZero { base = base * base % size }
    }
    let signed = BigInt(result)
    return vm.heap.integer(modulus.sign == .minus && !result.isZero ? signed + modulus : signed)
  }

  static func shiftLeft(_ x: BigInt, _ y: BigInt, _ vm: VM) throws(Raised) -> Value {
    if y.sign == .minus { throw vm.raise(.valueError, "negative shift count") }
    if x.isZero { return .int(0) }
    guard let count = Int(exactly: y) else { throw vm.raise(.overflowError, "too many digits in integer") }
    try vm.checkSize(count / 8)
    return vm.heap.integer(BigInt(sign: x.sign, magnitude: x.magnitude << count))
  }

  static func shiftRight(_ x: BigInt, _ y: BigInt, _ vm: VM) throws(Raised) -> Value {
    if y.sign == .minus { throw vm.raise(.valueError, "negative shift count") }
    guard let count = Int(exactly: y), count < x.magnitude.bitWidth else {
      return .int(x.sign == .minus ? -1 : 0)
    }
    let shifted = x.magnitude >> count
    // Rounded down, as of a two's complement.
    let rounds = x.sign == .minus && x.magnitude.trailingZeroBitCount < count
    return vm.heap.integer(BigInt(sign: x.sign, magnitude: rounds ? shifted + 1 : shifted))
  }

  /// `x ** y` of floats; complex for a negative base and a fractional exponent.
  static func floatPower(_ x: Double, _ y: Double, _ vm: VM) throws(Raised) -> Value {
    if x == 0 && y < 0 && y.isFinite {
      throw vm.raise(.zeroDivisionError, "0.0 cannot be raised to a negative power")
    }
    if x < 0 && x.isFinite && y.isFinite && y != y.rounded(.down) {
      let power = try Complex(x, 0).power(Complex(y, 0), vm)
      return Value(ComplexObject(real: power.real, imaginary: power.imaginary, type: vm.heap.types.complex))
    }
    let result = pow(x, y)
    if result.isInfinite && x.isFinite && y.isFinite { throw outOfRange(vm) }
    return .float(result)
  }

  /// `OverflowError: (34, 'Numerical result out of range')`, whose arguments are an errno and its words.
  static func outOfRange(_ vm: VM) -> Raised {
    vm.raise(vm.heap.types[.overflowError], [.int(34), vm.str("Numerical result out of range")])
  }

  static func memoryError(_ vm: VM) -> Raised { vm.raise(vm.heap.types[.memoryError], []) }
}

extension BigUInt {
  subscript(bitAt index: Int) -> Bool {
    let word = index / UInt.bitWidth
    return word < words.count && words[word] >> UInt(index % UInt.bitWidth) & 1 == 1
  }
}
