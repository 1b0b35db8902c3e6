#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// PyTorch's generator of random numbers on the CPU: the same seed gives the same values, bit for bit.
package final class Generator {
  /// Everything the next values depend on, to be kept and restored.
  package struct State: Sendable {
    fileprivate var twister: MersenneTwister
    fileprivate var words: [UInt32]
    fileprivate var position: Int
    fileprivate var spareNormal: Double?
    fileprivate var initialSeed: UInt64
    fileprivate var isSeeded: Bool
  }

  /// The seed of a generator that a program creates and does not seed.
  package static let defaultSeed: UInt64 = 67_280_421_310_721

  private var twister: MersenneTwister
  /// The current batch of words and how many of them have been given out.
  private let words = UnsafeMutablePointer<UInt32>.allocate(capacity: MersenneTwister.size)
  private var position = MersenneTwister.size
  /// The second value of the last pair of normal numbers drawn singly. It outlives calls and dtypes.
  private var spareNormal: Double?
  /// The seed the stream started from.
  package private(set) var initialSeed: UInt64
  /// Whether the seed was chosen by the notebook. If not, what is drawn differs from run to run.
  package private(set) var isSeeded: Bool

  /// `torch.Generator()`: reproducible from the start.
  package init() {
    words.initialize(repeating: 0, count: MersenneTwister.size)
    initialSeed = Self.defaultSeed
    isSeeded = true
    twister = MersenneTwister(seed: UInt32(truncatingIfNeeded: Self.defaultSeed))
  }

  deinit { words.deallocate() }

  package var state: State {
    get {
      State(
        twister: twister, words: Array(UnsafeBufferPointer(start: words, count: MersenneTwister.size)),
        position: position, spareNormal: spareNormal, initialSeed: initialSeed, isSeeded: isSeeded)
    }
    set {
      twister = newValue.twister
      newValue.words.withUnsafeBufferPointer { kept in
        if let first = kept.baseAddress { words.update(from: first, count: min(kept.count, MersenneTwister.size)) }
      }
      position = newValue.position
      spareNormal = newValue.spareNormal
      initialSeed = newValue.initialSeed
      isSeeded = newValue.isSeeded
    }
  }

  /// The generator a session starts with, seeded by the system.
  package static func unseeded() -> Generator {
    let generator = Generator()
    generator.seed()
    return generator
  }

  /// `manual_seed`: only the low 32 bits choose the stream; the whole number is remembered.
  package func manualSeed(_ seed: UInt64) {
    start(seed, isSeeded: true)
  }

  /// The seed a Python integer stands for: -2^63 up to 2^64 - 1 are accepted, negative ones counted back from 2^64.
  package static func acceptedSeed<Number: BinaryInteger>(_ number: Number) -> UInt64? {
    if let positive = UInt64(exactly: number) { return positive }
    return Int64(exactly: number).map { UInt64(bitPattern: $0) }
  }

  /// `seed()`: a seed from the system, which is the answer. What follows cannot be reproduced.
  @discardableResult
  package func seed() -> UInt64 {
    var system = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0..<(1 << 53), using: &system)
    start(seed, isSeeded: false)
    return seed
  }

  private func start(_ seed: UInt64, isSeeded: Bool) {
    twister = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    position = MersenneTwister.size
    spareNormal = nil
    initialSeed = seed
    self.isSeeded = isSeeded
  }
}

// The draws everything else is made of.
extension Generator {
  package func next32() -> UInt32 {
    if position >= MersenneTwister.size { renew() }
    let word = words[position]
    position += 1
    return word
  }

  /// The next `count` words at once.
  func nextWords(_ out: UnsafeMutablePointer<UInt32>, count: Int) {
    var done = 0
    while done < count {
      if position >= MersenneTwister.size { renew() }
      let run = min(count - done, MersenneTwister.size - position)
      (out + done).update(from: words + position, count: run)
      position += run
      done += run
    }
  }

  private func renew() {
    twister.renew(into: words)
    position = 0
  }

  /// Two words, the first one high.
  package func next64() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// A double in [0, 1) with 53 random bits.
  package func uniform53() -> Double { Double(next64() & (1 << 53 - 1)) * 0x1p-53 }

  /// A float in [0, 1) with 24 random bits.
  package func uniform24() -> Float { Float(next32() & 0xff_ffff) * 0x1p-24 }

  /// A standard normal number: pairs are drawn, and every second call returns what the one before left.
  package func standardNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let first = uniform53()
    let second = uniform53()
    let radius = (-2 * log1p(-second)).squareRoot()
    let angle = 2 * Double.pi * first
    spareNormal = radius * sin(angle)
    return radius * cos(angle)
  }
}
