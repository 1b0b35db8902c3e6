import CKernels
import Foundation
import Testing

@testable import Tensors

/// Random numbers against PyTorch's, bit for bit, with the position of the stream after them.
@Suite struct RecordedRandomTests {
  struct Series: Decodable {
    var seed: String
    var calls: [Call]
    var after: Int64
  }

  struct Call: Decodable {
    var call: String
    var count: Int
    var dtype: String
    var parameters: [Double]
    var integers: [Int64]?
    var floats: [Double]?
  }

  @Test func everyRecordedSeries() throws {
    let url = Bundle.module.url(forResource: "random", withExtension: "json", subdirectory: "RandomRecordings")
    let all = try JSONDecoder().decode([Series].self, from: Data(contentsOf: try #require(url)))
    #expect(all.count > 100)
    for series in all {
      let generator = Generator()
      generator.manualSeed(try #require(UInt64(series.seed)))
      for call in series.calls {
        let type = try #require(Self.types[call.dtype])
        let isPermutation = call.call == "randperm" || call.call == "multinomial"
        let stored = isPermutation ? NBK_I64 : type
        let count = call.call == "multinomial" ? 2 * call.count : call.count
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 8)
        defer { memory.deallocate() }
        perform(call, type, memory, generator)
        if let floats = call.floats {
          var found = [Double](repeating: 0, count: count)
          _ = nbk_cast(NBK_F64, &found, 1, stored, memory, 1, Int64(count))
          #expect(found == floats, "seed \(series.seed): \(call.call) \(call.count) \(call.dtype)")
        } else {
          var found = [Int64](repeating: 0, count: count)
          _ = nbk_cast(NBK_I64, &found, 1, stored, memory, 1, Int64(count))
          #expect(found == call.integers, "seed \(series.seed): \(call.call) \(call.count) \(call.dtype)")
        }
      }
      var after: Int64 = 0
      generator.integers(&after, NBK_I64, count: 1, from: 0, range: 1 << 27)
      #expect(after == series.after, "position after \(series.calls.map(\.call)) \(series.calls[0].dtype)")
    }
  }

  private func perform(
    _ call: Call, _ type: nbk_dtype, _ out: UnsafeMutableRawPointer, _ generator: Generator
  ) {
    let p = call.parameters
    let count = call.count
    switch call.call {
    case "uniform": generator.uniform(out, type, count: count, from: p[0], to: p[1])
    case "normal": generator.normal(out, type, count: count, mean: p[0], std: p[1])
    case "normal_strided":
      generator.normal(out, type, count: count, mean: p[0], std: p[1], isContiguous: false)
    case "exponential": generator.exponential(out, type, count: count, lambda: p[0])
    case "cauchy": generator.cauchy(out, type, count: count, median: p[0], sigma: p[1])
    case "log_normal": generator.logNormal(out, type, count: count, mean: p[0], std: p[1])
    case "geometric": generator.geometric(out, type, count: count, p: p[0])
    case "randint":
      generator.integers(out, type, count: count, from: Int64(p[0]), range: UInt64(p[1] - p[0]))
    case "random": generator.integers(out, type, count: count)
    case "randperm": generator.permutation(out.assumingMemoryBound(to: Int64.self), count: count)
    case "bernoulli": generator.bernoulli(out, type, count: count, p: p[0])
    case "bernoulli_tensor":
      withLinspace(type, count) {
        generator.bernoulli(out, type, count: count, probabilities: $0, type)
      }
    case "poisson":
      withConstant(p[0], type, count) { generator.poisson(out, rates: $0, type, count: count) }
    case "binomial":
      withConstant(p[0], type, count) { counts in
        withConstant(p[1], type, count) {
          generator.binomial(out, counts: counts, probabilities: $0, type, count: count)
        }
      }
    default:
      withConstant(0, type, 14) { weights in
        let row = (0..<14).map { Double($0 % 7 + 1) }
        _ = nbk_cast(type, UnsafeMutableRawPointer(mutating: weights), 1, NBK_F64, row, 1, 14)
        generator.multinomial(
          out.assumingMemoryBound(to: Int64.self), weights: weights, type, rows: 2, categories: 7, samples: count,
          replacement: p[0] == 1)
      }
    }
  }

  private func withConstant(_ value: Double, _ type: nbk_dtype, _ count: Int, _ body: (UnsafeRawPointer) -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 8)
    defer { memory.deallocate() }
    _ = nbk_cast(type, memory, 1, NBK_F64, [value], 0, Int64(count))
    body(memory)
  }

  private func withLinspace(_ type: nbk_dtype, _ count: Int, _ body: (UnsafeRawPointer) -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 8)
    defer { memory.deallocate() }
    _ = nbk_linspace(type, Int64(count), memory, 0, 1)
    body(memory)
  }

  private static let types: [String: nbk_dtype] = [
    "float16": NBK_F16, "bfloat16": NBK_BF16, "float32": NBK_F32, "float64": NBK_F64, "uint8": NBK_U8,
    "int8": NBK_I8, "int16": NBK_I16, "int32": NBK_I32, "int64": NBK_I64, "bool": NBK_BOOL,
  ]
}
