import Testing

@testable import Tensors

/// Graphs, accumulation and in-place changes. Expectations were taken from PyTorch 2.13.
struct AutogradTests {
  private let engine = Engine()

  private func leaf(_ values: [Double]) throws -> Tensor {
    try Tensor.from(engine, doubles: values, Shape(values.count), .float32).requiringGrad(true)
  }

  private func plain(_ values: [Double]) throws -> Tensor {
    try Tensor.from(engine, doubles: values, Shape(values.count), .float32)
  }

  private func number(_ value: Scalar) throws -> Tensor { try .wrapped(engine, value) }

  @Test func gradientsAccumulate() throws {
    let x = try leaf([-3, 2, 5])
    for _ in 0..<2 { try x.pow(.int(3)).sum().backward() }
    #expect(x.grad?.doubles == [54, 24, 150])
    try x.setGrad(nil)
    #expect(x.grad == nil)
  }

  @Test func gradOfTwoInputs() throws {
    let (t, u) = (try leaf([1, 2, 4]), try leaf([10, 20]))
    let a = try t.pow(.int(2)).sum() + u.log().sum()
    let gradients = try Autograd.grad([a], [t, u])
    #expect(gradients[0]?.doubles == [2, 4, 8])
    #expect(gradients[1]?.repr() == "tensor([0.1000, 0.0500])")
    #expect(t.grad == nil)
  }

  @Test func thirdDerivative() throws {
    let x = try Tensor.scalar(engine, .float(3), .float32).requiringGrad(true)
    let first = try #require(try Autograd.grad([x.pow(.int(3))], [x], createGraph: true)[0])
    let second = try #require(try Autograd.grad([first], [x], createGraph: true)[0])
    let third = try #require(try Autograd.grad([second], [x])[0])
    #expect([first, second, third].map { $0.doubles[0] } == [27, 18, 6])
    #expect(second.gradNode?.name == "MulBackward0")
  }

  @Test func createGraphKeepsTheGradientsHistory() throws {
    let x = try leaf([1, 2])
    try x.pow(.int(2)).sum().backward(createGraph: true)
    #expect(x.grad?.doubles == [2, 4])
    #expect(x.grad?.gradNode?.name == "CopyBackwards")
    #expect(engine.warnings.count == 1)
  }

  @Test func retainedGradients() throws {
    let x = try leaf([1, 2])
    let y = try x * number(.int(2))
    try y.retainGrad()
    try (y * y).sum().backward()
    #expect(y.grad?.doubles == [4, 8])
    #expect(x.grad?.doubles == [8, 16])
  }

  @Test func hooksMayReplaceGradients() throws {
    let x = try leaf([1, 2])
    let y = try x * number(.int(2))
    _ = try y.registerHook { gradient throws(TensorError) in try gradient.scaled(.int(10)) }
    try y.sum().backward()
    #expect(x.grad?.doubles == [20, 20])
  }

  // MARK: in place

  @Test func assigningAnElement() throws {
    let x = try leaf([1, 2, 3])
    let y = try x * number(.int(2))
    try y.setItem([.int(0)], number(.int(10)))
    #expect(y.gradNode?.name == "CopySlices")
    try y.sum().backward()
    #expect(x.grad?.doubles == [0, 2, 2])
  }

  @Test func assigningIntoATensorWithoutGradient() throws {
    let b = try plain([0, 0, 0])
    let w = try Tensor.scalar(engine, .float(2), .float32).requiringGrad(true)
    try b.setItem([.int(1)], w * number(.int(3)))
    #expect(b.doubles == [0, 6, 0])
    #expect(b.requiresGrad)
    try b.sum().backward()
    #expect(w.grad?.doubles == [3])
  }

  @Test func changingAView() throws {
    let x = try leaf([1, 2, 3])
    let y = try x * number(.int(1))
    let v = try y.slice(0, start: 1, end: nil)
    _ = try Tensor.applyInPlace(.mul, v, x.slice(0, start: 0, end: 2))
    #expect(y.doubles == [1, 2, 6])
    #expect(v.gradNode?.name == "AsStridedBackward0")
    try (y * plain([1, 10, 100])).sum().backward()
    #expect(x.grad?.doubles == [21, 310, 200])
  }

  @Test func aViewFollowsItsBase() throws {
    let x = try Tensor.full(engine, [2, 2], .int(1), .float32).requiringGrad(true)
    let y = try x * number(.int(1))
    let v = try y.t()
    _ = try Tensor.applyInPlace(.mul, y, number(.int(2)))
    #expect(v.gradNode?.name == "AsStridedBackward0")
    try v.select(0, 0).sum().backward()
    #expect(x.grad?.doubles == [2, 0, 2, 0])
  }

  @Test func assigningToPositions() throws {
    let x = try leaf([1, 2, 3, 4])
    let y = try x * number(.int(1))
    let index = try Tensor.from(engine, integers: [0, 0, 2], [3], .int64)
    try y.setItem([.tensor(index)], plain([5, 6, 7]))
    #expect(y.doubles == [6, 2, 7, 4])
    #expect(y.gradNode?.name == "IndexPutBackward0")
    try (y * plain([1, 2, 3, 4])).sum().backward()
    #expect(x.grad?.doubles == [0, 2, 0, 4])
    try x.setGrad(nil)
    try x.getItem([.tensor(index)]).sum().backward()
    #expect(x.grad?.doubles == [2, 0, 1, 0])
  }

  @Test func updatingALeafWithGradientsOff() throws {
    let w = try leaf([1, 2])
    try (w * w).sum().backward()
    try engine.withGrad(false) { () throws(TensorError) in
      _ = try Tensor.applyInPlace(.sub, w, w.grad ?? w)
    }
    #expect(w.doubles == [-1, -2])
    #expect(w.isLeaf && w.requiresGrad)
  }

  // MARK: size

  @Test func aDeepChainIsWalkedAndFreedWithoutRecursion() throws {
    let x = try leaf([1])
    var y = x
    let one = try number(.int(1))
    for _ in 0..<100_000 { y = try y + one }
    try y.backward()
    #expect(x.grad?.doubles == [1])
    y = x
    var z = x
    for _ in 0..<100_000 { z = try z * one }
    z = x
    #expect(z === x)
  }

  @Test func memoryIsRefusedBeforeItIsTaken() throws {
    let wanted = TensorError.runtime(
      "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate "
        + "4000000000000 bytes. Error code 12 (Cannot allocate memory)")
    #expect(throws: wanted) { try Tensor.zeros(engine, Shape(1_000_000_000_000), .float32) }
    #expect(throws: TensorError.runtime("Storage size calculation overflowed with sizes=[4611686018427387904]")) {
      try Tensor.zeros(engine, Shape(1 << 62), .float32)
    }
    #expect(engine.allocator.liveBytes == 0)
  }

  @Test func unseededDigitsAreKnown() throws {
    let random = try #require(
      try Operation.byName["rand"]?.call(
        engine, [.ints([3]), .none, .none, .none, .none, .none, .number(.bool(false)), .number(.bool(false))]
      ).tensors.first)
    #expect(random.isUnseeded)
    let product = try random.matmul(plain([1, 2, 3]))
    #expect(product.isUnseeded)
    let other = try plain([1])
    #expect(!other.isUnseeded)
    let x = try plain([0, 0, 0])
    try x.setItem([.int(0)], product)
    #expect(x.isUnseeded)
    engine.generator.manualSeed(0)
    let seeded = try plain([0, 0])
    try Draw.normal(seeded, 0, 1, engine.generator)
    #expect(!seeded.isUnseeded)
  }
}
