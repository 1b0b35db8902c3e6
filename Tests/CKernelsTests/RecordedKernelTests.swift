import CKernels
import Testing

/// Every kernel against PyTorch's results, bit for bit unless the case allows some units in the last place.
@Suite struct RecordedKernelTests {
  @Test func everyRecordedCase() throws {
    let recording = try Recording.load()
    #expect(recording.cases.count > 500)
    for (number, recorded) in recording.cases.enumerated() {
      let expected = try recording.buffer(recorded.out, nbk_dtype(name: recorded.outType))
      let found = Buffer(byteCount: expected.count * expected.type.byteCount, expected.type)
      let status = try run(recorded, recording, into: found)
      #expect(status == NBK_OK, "case \(number): \(recorded.kind) \(recorded.op) \(recorded.type)")
      let far = (0..<expected.count).filter { found.distance($0, to: expected) > recorded.ulp }
      #expect(
        far.isEmpty,
        "case \(number): \(recorded.kind) \(recorded.op) \(recorded.type) differs at \(far.prefix(5)) of \(expected.count)"
      )
    }
  }

  /// The element kernels again with every operand spread out, which must not change a bit.
  @Test func stridesDoNotMatter() throws {
    let recording = try Recording.load()
    for recorded in recording.cases where ["unary", "binary", "compare", "test"].contains(recorded.kind) {
      let type = nbk_dtype(name: recorded.type)
      let a = try recording.buffer(recorded.a, type)
      let outType = nbk_dtype(name: recorded.outType)
      let dense = Buffer(byteCount: a.count * outType.byteCount, outType)
      _ = try run(recorded, recording, into: dense)
      let spreadA = spread(a)
      let spreadB = try recorded.b.map { spread(try recording.buffer($0, type)) }
      let spreadOut = Buffer(byteCount: 3 * a.count * outType.byteCount, outType)
      let status = try element(recorded, spreadA, 3, spreadB, spreadOut, 3, count: Int64(a.count))
      #expect(status == NBK_OK)
      let gathered = Buffer(byteCount: a.count * outType.byteCount, outType)
      _ = nbk_copy(Int64(outType.byteCount), Int64(a.count), gathered.base, 1, spreadOut.base, 3)
      let far = (0..<a.count).filter { gathered.distance($0, to: dense) != 0 }
      #expect(far.isEmpty, "\(recorded.kind) \(recorded.op) \(recorded.type) differs at \(far.prefix(5))")
    }
  }

  private func spread(_ buffer: Buffer) -> Buffer {
    let size = buffer.type.byteCount
    let wide = Buffer(byteCount: 3 * buffer.count * size, buffer.type)
    _ = nbk_copy(Int64(size), Int64(buffer.count), wide.base, 3, buffer.base, 1)
    return wide
  }

  private func element(
    _ recorded: Recording.Case, _ a: Buffer, _ sa: Int64, _ b: Buffer?, _ out: Buffer, _ so: Int64, count: Int64
  ) throws -> nbk_status {
    switch recorded.kind {
    case "unary":
      let op = try #require(OperationNames.unary[recorded.op])
      return nbk_unary(op, a.type, count, out.base, so, a.base, sa)
    case "test":
      let op = try #require(OperationNames.test[recorded.op])
      return nbk_test(op, a.type, count, out.base, so, a.base, sa)
    case "binary":
      let op = try #require(OperationNames.binary[recorded.op])
      return nbk_binary(op, a.type, count, out.base, so, a.base, sa, b?.base, sa)
    default:
      let op = try #require(OperationNames.compare[recorded.op])
      return nbk_compare(op, a.type, count, out.base, so, a.base, sa, b?.base, sa)
    }
  }

  private func run(_ recorded: Recording.Case, _ recording: Recording, into out: Buffer) throws -> nbk_status {
    let type = nbk_dtype(name: recorded.type)
    let count = Int64(out.count)
    let value = recorded.value ?? 0
    if recorded.kind == "arange" {
      return nbk_arange(type, count, out.base, try #require(recorded.first), try #require(recorded.step), 0, 0)
    }
    if recorded.kind == "linspace" {
      return nbk_linspace(type, count, out.base, try #require(recorded.first), try #require(recorded.last))
    }
    let a = try recording.buffer(recorded.a, type)
    let b = try recorded.b.map { try recording.buffer($0, type) }
    let c = try recorded.c.map { try recording.buffer($0, type) }
    let n = recorded.n ?? 0
    let m = recorded.m ?? 0
    switch recorded.kind {
    case "unary", "test", "binary", "compare": return try element(recorded, a, 1, b, out, 1, count: count)
    case "add_scaled":
      return nbk_add_scaled(type, count, out.base, 1, a.base, 1, b?.base, 1, value, 0)
    case "addcmul":
      return nbk_addcmul(type, count, out.base, 1, a.base, 1, b?.base, 1, c?.base, 1, value)
    case "addcdiv":
      return nbk_addcdiv(type, count, out.base, 1, a.base, 1, b?.base, 1, c?.base, 1, value)
    case "lerp": return nbk_lerp(type, count, out.base, 1, a.base, 1, b?.base, 1, c?.base, 1)
    case "clamp":
      let limits = try #require(b)
      return nbk_clamp(type, count, out.base, 1, a.base, 1, limits.base, limits.base + type.byteCount)
    case "pow_scalar": return nbk_pow_scalar(type, count, out.base, 1, a.base, 1, value)
    case "cast": return nbk_cast(out.type, out.base, 1, type, a.base, 1, count)
    case "reduce":
      let op = try #require(OperationNames.reduce[recorded.op])
      return nbk_reduce(op, type, n, recorded.sn ?? 0, m, recorded.sm ?? 0, a.base, out.base, 1)
    case "scan":
      let op = recorded.op == "cumsum" ? NBK_CUMSUM : NBK_CUMPROD
      return nbk_scan(op, type, n, m, m, 1, a.base, out.base, m, 1)
    case "softmax", "log_softmax":
      return nbk_softmax(recorded.kind == "log_softmax", type, n, m, m, 1, a.base, out.base, m, 1)
    case "logsumexp": return nbk_logsumexp(type, n, m, m, 1, a.base, out.base, 1)
    case "var":
      return nbk_var(type, n, recorded.sn ?? 0, m, recorded.sm ?? 0, a.base, 1, false, out.base, 1, nil, 0)
    case "extreme":
      var places = [Int64](repeating: -1, count: Int(n))
      let status = nbk_extreme(
        recorded.op == "max", type, n, recorded.sn ?? 0, m, recorded.sm ?? 0, a.base, out.base, 1, &places, 1)
      #expect(places == recorded.indices, "\(recorded.op) \(recorded.type)")
      return status
    default:
      var places = [Int64](repeating: -1, count: a.count)
      let status = nbk_sort(recorded.op == "descending", type, Int64(a.count), 1, a.base, out.base, &places)
      #expect(places == recorded.indices, "sort \(recorded.op) \(recorded.type)")
      return status
    }
  }
}
