import BigInt

/// `random.Random`: one stream of numbers.
package final class RandomObject: Object {
  @exclusivity(unchecked) var twister: MersenneTwister
  /// False while nobody gave a seed: then the numbers cannot be the same again.
  @exclusivity(unchecked) var isSeeded = false
  /// The second of a pair of normal numbers.
  @exclusivity(unchecked) var cachedNormal: Double?

  init(type: TypeObject) {
    twister = MersenneTwister(seed: UInt32.random(in: .min ... .max))
    super.init(kind: .foreign, type: type)
  }

  /// In [0, 1).
  func uniform(_ vm: VM) -> Double {
    noteDraw(vm)
    return twister.uniform()
  }

  /// In `0..<bound`, bound above zero.
  func below(_ bound: Int, _ vm: VM) -> Int {
    noteDraw(vm)
    return twister.below(bound)
  }

  func below(_ bound: BigInt, _ vm: VM) -> BigInt {
    noteDraw(vm)
    return twister.below(bound)
  }

  func noteDraw(_ vm: VM) {
    if !isSeeded { vm.drewUnseeded = true }
  }

  /// `seed(value)`.
  func seed(_ value: Value, _ vm: VM) throws(Raised) {
    cachedNormal = nil
    isSeeded = true
    if value.isNone {
      isSeeded = false
      twister = MersenneTwister(seed: UInt32.random(in: .min ... .max))
    } else if let number = value.bigInt {
      twister = MersenneTwister(integer: number.magnitude)
    } else if value.double != nil {
      let hash = try vm.hash(value)
      twister = MersenneTwister(integer: BigUInt(UInt(bitPattern: hash)))
    } else if let bytes = value.asStr.map({ Array($0.string.utf8) }) ?? value.cast(.bytes, to: BytesObject.self)?.bytes
    {
      var number = BigUInt(0)
      for byte in bytes + SHA512.digest(bytes) { number = number << 8 | BigUInt(byte) }
      twister = MersenneTwister(integer: number)
    } else {
      throw vm.raise(
        .typeError,
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    }
  }
}
