import CKernels
import Testing

/// What recordings cannot show: errors, extremes of integers, shapes of products, in-place use.
@Suite struct KernelEdgeTests {
  @Test(arguments: [NBK_FLOOR_DIV, NBK_TRUNC_DIV, NBK_REMAINDER, NBK_FMOD])
  func integerDivisionByZeroIsReported(_ op: nbk_binary_op) {
    let a: [Int32] = [1, 2, 3]
    let b: [Int32] = [1, 0, 1]
    var out: [Int32] = [0, 0, 0]
    #expect(nbk_binary(op, NBK_I32, 3, &out, 1, a, 1, b, 1) == NBK_ZERO_DIVISION)
    #expect(nbk_binary(op, NBK_I32, 3, &out, 1, a, 1, [0] as [Int32], 0) == NBK_ZERO_DIVISION)
  }

  @Test func smallestOverMinusOneWraps() {
    let a: [Int64] = [.min, .min]
    let b: [Int64] = [-1, -1]
    var out: [Int64] = [0, 0]
    #expect(nbk_binary(NBK_FLOOR_DIV, NBK_I64, 2, &out, 1, a, 1, b, 1) == NBK_OK)
    #expect(out == [.min, .min])
    #expect(nbk_binary(NBK_REMAINDER, NBK_I64, 2, &out, 1, a, 1, b, 1) == NBK_OK)
    #expect(out == [0, 0])
  }

  @Test func powersOfIntegers() {
    let a: [Int64] = [2, -1, 1, 0]
    let b: [Int64] = [-2, -3, -4, -1]
    var out = a
    #expect(nbk_binary(NBK_POW, NBK_I64, 4, &out, 1, a, 1, b, 1) == NBK_OK)
    #expect(out == [0, -1, 1, 0])
    #expect(nbk_pow_scalar(NBK_I64, 4, &out, 1, a, 1, -1) == NBK_NEGATIVE_EXPONENT)
  }

  @Test func unsupportedCombinationsSaySo() {
    var out: [UInt8] = [0]
    #expect(nbk_binary(NBK_SUB, NBK_BOOL, 1, &out, 1, [1] as [UInt8], 1, [1] as [UInt8], 1) == NBK_UNSUPPORTED)
    #expect(nbk_unary(NBK_EXP, NBK_U8, 1, &out, 1, [1] as [UInt8], 1) == NBK_UNSUPPORTED)
  }

  @Test func inPlaceGivesTheSame() {
    let a = (0..<1000).map { Float($0) * 0.25 - 100 }
    var out = a
    var place = a
    #expect(nbk_unary(NBK_TANH, NBK_F32, 1000, &out, 1, a, 1) == NBK_OK)
    place.withUnsafeMutableBufferPointer { buffer in
      #expect(nbk_unary(NBK_TANH, NBK_F32, 1000, buffer.baseAddress, 1, buffer.baseAddress, 1) == NBK_OK)
    }
    #expect(place == out)
  }

  @Test(arguments: [(1, 1, 1), (5, 5, 5), (6, 16, 3), (7, 17, 300), (1, 40, 9), (40, 1, 9), (13, 10, 784), (3, 2, 0)])
  func productsInEveryOrientation(_ m: Int, _ n: Int, _ k: Int) {
    // Small integers: every order of summing gives the same result.
    let a = (0..<m * k).map { Float(($0 * 7) % 11 - 5) }
    let b = (0..<k * n).map { Float(($0 * 5) % 13 - 6) }
    var expected = [Float](repeating: 0, count: m * n)
    for i in 0..<m { for p in 0..<k { for j in 0..<n { expected[i * n + j] += a[i * k + p] * b[p * n + j] } } }
    var turnedA = a
    var turnedB = b
    for i in 0..<m { for p in 0..<k { turnedA[p * m + i] = a[i * k + p] } }
    for p in 0..<k { for j in 0..<n { turnedB[j * k + p] = b[p * n + j] } }
    let (mm, nn, kk) = (Int64(m), Int64(n), Int64(k))
    for (left, ra, ca) in [(a, kk, Int64(1)), (turnedA, 1, mm)] {
      for (right, rb, cb) in [(b, nn, Int64(1)), (turnedB, 1, kk)] {
        var c = [Float](repeating: 1, count: m * n)
        #expect(nbk_matmul(NBK_F32, mm, nn, kk, left, ra, ca, right, rb, cb, &c, nn, false) == NBK_OK)
        #expect(c == expected)
        #expect(nbk_matmul(NBK_F32, mm, nn, kk, left, ra, ca, right, rb, cb, &c, nn, true) == NBK_OK)
        #expect(c == expected.map { 2 * $0 })
      }
    }
    var whole = [Int64](repeating: 0, count: m * n)
    #expect(
      nbk_matmul(NBK_I64, mm, nn, kk, a.map { Int64($0) }, kk, 1, b.map { Int64($0) }, nn, 1, &whole, nn, false)
        == NBK_OK)
    #expect(whole == expected.map { Int64($0) })
  }

  @Test(arguments: [(16, 16), (33, 50), (1, 7), (64, 17)])
  func transposing(_ rows: Int, _ cols: Int) {
    let a = (0..<rows * cols).map { UInt32($0) }
    var out = a
    let status = nbk_transpose(4, Int64(rows), Int64(cols), &out, Int64(cols), a, Int64(rows))
    #expect(status == NBK_OK)
    for r in 0..<rows { for c in 0..<cols { #expect(out[r * cols + c] == a[c * rows + r]) } }
  }

  @Test func everyHalfSurvivesTheRoundTrip() {
    for bits in UInt16.min...UInt16.max {
      let half = nbk_from_f16(bits)
      if !half.isNaN { #expect(nbk_to_f16(half) == bits) }
      let brain = nbk_from_bf16(bits)
      if !brain.isNaN { #expect(nbk_to_bf16(brain) == bits) }
    }
    #expect(nbk_to_f16(65519) == 0x7bff)
    #expect(nbk_to_f16(65520) == 0x7c00)
    #expect(nbk_to_f16(.nan) & 0x7fff > 0x7c00)
  }

  @Test func maskedChoices() {
    let mask: [UInt8] = [1, 0, 1]
    var out: [Double] = [0, 0, 0]
    #expect(nbk_where(8, 3, &out, 1, mask, 1, [1.0, 2, 3], 1, [9.0], 0) == NBK_OK)
    #expect(out == [1, 9, 3])
    var value = 5.0
    #expect(nbk_masked_fill(8, 3, &out, 1, mask, 1, &value) == NBK_OK)
    #expect(out == [5, 9, 5])
  }

  @Test func rowsAreGatheredWithinBounds() {
    let table: [Float] = [0, 1, 10, 11, 20, 21]
    var out = [Float](repeating: 0, count: 4)
    #expect(nbk_gather_rows(4, 2, 2, &out, table, 3, [2, 0], 1) == NBK_OK)
    #expect(out == [20, 21, 0, 1])
    #expect(nbk_gather_rows(4, 1, 2, &out, table, 3, [3], 1) == NBK_UNSUPPORTED)
  }
}
