import CKernels
import Testing

@testable import Tensors

@Suite struct GeneratorTests {
  @Test func aNewGeneratorHasPyTorchsDefaultSeed() {
    let generator = Generator()
    #expect(generator.initialSeed == 67_280_421_310_721)
    var values: [Float] = [0, 0]
    generator.uniform(&values, NBK_F32, count: 2)
    #expect(values == [0.26729524, 0.8725283])
  }

  @Test func seedsAreTakenAsPyTorchTakesThem() {
    #expect(Generator.acceptedSeed(-1) == .max)
    #expect(Generator.acceptedSeed(Int64.min) == 1 << 63)
    #expect(Generator.acceptedSeed(UInt64.max) == .max)
    #expect(Generator.acceptedSeed(Int128(UInt64.max) + 1) == nil)
    #expect(Generator.acceptedSeed(Int128(Int64.min) - 1) == nil)
  }

  @Test func onlyTheNotebooksSeedCounts() {
    let generator = Generator.unseeded()
    #expect(!generator.isSeeded)
    generator.manualSeed(3)
    #expect(generator.isSeeded && generator.initialSeed == 3)
    let chosen = generator.seed()
    #expect(!generator.isSeeded && generator.initialSeed == chosen)
  }

  @Test func theSpareNormalOutlivesOtherDrawsUntilASeed() {
    let generator = Generator()
    generator.manualSeed(0)
    var single: [Float] = [0]
    generator.normal(&single, NBK_F32, count: 1)
    var many = [Float](repeating: 0, count: 16)
    generator.normal(&many, NBK_F32, count: 16)
    generator.normal(&single, NBK_F32, count: 1)
    #expect(single == [-0.2934289])
    generator.normal(&single, NBK_F32, count: 1)
    generator.manualSeed(0)
    generator.normal(&single, NBK_F32, count: 1)
    #expect(single == [1.5409961])
  }

  @Test func aStateCanBeKeptAndRestored() {
    let generator = Generator()
    generator.manualSeed(5)
    _ = generator.standardNormal()
    let kept = generator.state
    let first = [generator.standardNormal(), generator.uniform53()]
    generator.state = kept
    #expect([generator.standardNormal(), generator.uniform53()] == first)
  }

  @Test func seedingByArrayFollowsTheReferenceStream() {
    // Python's `random.seed(0)` seeds by the array [0]; its first two words make 0.8444218515250481.
    var twister = MersenneTwister(array: [0])
    var words = [UInt32](repeating: 0, count: MersenneTwister.size)
    twister.renew(into: &words)
    let high = words[0] >> 5
    let low = words[1] >> 6
    #expect((Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992 == 0.8444218515250481)
  }

  @Test func degenerateDistributionsEnd() {
    let generator = Generator()
    #expect(generator.poisson(rate: .nan) == 0)
    #expect(generator.poisson(rate: .infinity) == .infinity)
    #expect(generator.binomial(.infinity, 0.5).isNaN)
    #expect(generator.binomial(10, 0) == 0)
    #expect(generator.binomial(10, 1) == 10)
  }
}
