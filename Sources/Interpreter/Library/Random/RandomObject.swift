import BigInt

/// `random.Random`: one stream of numbers.
package final class RandomObject: Object {
  @exclusivity(unchecked) var twister: MersenneTwister
  /// False while nobody gave a seed: then the numbers cannot be the same again.
  @exclusivity(unchecked) var isSeeded = false
  /// The second of a pair of normal numbers.
  @exclusivity(unchecked) var cachedNormal: Double?

  /// Draws from the system, and has no state.
  let isSystem: Bool

  init(type: TypeObject, isSystem: Bool = false) {
    self.isSystem = isSystem
    twister = MersenneTwister(seed: UInt32.random(in: .min ... .max))
    super.init(kind: .foreign, type: type)
  }

  /// In [0, 1); by the method of a subclass if it has one.
  @inline(__always)
  func uniform(_ vm: VM) throws(Raised) -> Double {
    if type.isUserDefined || isSystem { return try uniformSlow(vm) }
    noteDraw(vm)
    return twister.uniform()
  }

  /// In `0..<bound`, bound above zero.
  @inline(__always)
  func below(_ bound: Int, _ vm: VM) throws(Raised) -> Int {
    if type.isUserDefined || isSystem { return Int(clamping: try belowSlow(BigInt(bound), vm)) }
    noteDraw(vm)
    return twister.below(bound)
  }

  func below(_ bound: BigInt, _ vm: VM) throws(Raised) -> BigInt {
    if type.isUserDefined || isSystem { return try belowSlow(bound, vm) }
    noteDraw(vm)
    return twister.below(bound)
  }

  func noteDraw(_ vm: VM) {
    if !isSeeded { vm.drewUnseeded = true }
  }

  /// `seed(value)`.
  func seed(_ value: Value, version: Int = 2, _ vm: VM) throws(Raised) {
    cachedNormal = nil
    if isSystem { return }
    isSeeded = true
    if value.isNone {
      isSeeded = false
      twister = MersenneTwister(seed: UInt32.random(in: .min ... .max))
    } else if let number = value.bigInt {
      twister = MersenneTwister(integer: number.magnitude)
    } else if value.double != nil {
      let hash = try vm.hash(value)
      twister = MersenneTwister(integer: BigUInt(UInt(bitPattern: hash)))
    } else if version == 1,
      let text = value.asStr?.string.unicodeScalars.map({ $0.value })
        ?? value.cast(.bytes, to: BytesObject.self)?.bytes.map({ UInt32($0) })
    {
      var mixed = Int(text.first ?? 0) << 7
      for code in text { mixed = (1_000_003 &* mixed) ^ Int(code) }
      mixed ^= text.count
      twister = MersenneTwister(integer: BigUInt(UInt(bitPattern: mixed == -1 ? -2 : mixed)))
    } else if let bytes = value.asStr.map({ Array($0.string.utf8) }) ?? value.byteBuffer {
      var number = BigUInt(0)
      for byte in bytes + SHA2<UInt64>.sha512(bytes) { number = number << 8 | BigUInt(byte) }
      twister = MersenneTwister(integer: number)
    } else {
      throw vm.raise(
        .typeError,
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    }
  }
}
