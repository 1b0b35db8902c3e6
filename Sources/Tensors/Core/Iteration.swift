/// How the elements of up to four operands of one broadcast shape are visited: dimensions in the order of the first
/// operand's memory, neighbours merged where all operands allow it, so that few long inner loops remain.
struct Iteration {
  struct Dimension {
    var size: Int
    /// Per operand, in elements.
    var strides: SIMD4<Int>
  }

  /// Innermost first; at least one.
  private(set) var dimensions: [Dimension] = []
  /// Bytes per element of each operand.
  private let itemSizes: SIMD4<Int>

  /// All operands have been expanded to `sizes`: `strides` are theirs for that shape.
  init(_ sizes: Shape, _ strides: [Shape], itemSizes: SIMD4<Int>) {
    self.itemSizes = itemSizes
    dimensions.reserveCapacity(sizes.count)
    var index = sizes.count - 1
    while index >= 0 {
      var steps = SIMD4<Int>.zero
      for operand in strides.indices { steps[operand] = strides[operand][index] }
      if sizes[index] != 1 { dimensions.append(Dimension(size: sizes[index], strides: steps)) }
      index -= 1
    }
    sortByMemory(operandCount: strides.count)
    coalesce()
    if dimensions.isEmpty { dimensions.append(Dimension(size: 1, strides: .zero)) }
  }

  /// An insertion sort that moves smaller strides inwards: the first operand with an opinion decides.
  private mutating func sortByMemory(operandCount: Int) {
    guard dimensions.count > 1 else { return }
    for index in 1..<dimensions.count {
      var position = index
      while position > 0,
        Self.belongsInside(dimensions[position], dimensions[position - 1], operandCount)
      {
        dimensions.swapAt(position, position - 1)
        position -= 1
      }
    }
  }

  private static func belongsInside(_ a: Dimension, _ b: Dimension, _ operandCount: Int) -> Bool {
    for operand in 0..<operandCount {
      let (stepA, stepB) = (a.strides[operand], b.strides[operand])
      if stepA == 0 || stepB == 0 || stepA == stepB { continue }
      return stepA < stepB
    }
    return false
  }

  private mutating func coalesce() {
    guard dimensions.count > 1 else { return }
    var last = 0
    for index in 1..<dimensions.count {
      let (inner, outer) = (dimensions[last], dimensions[index])
      if outer.strides == inner.strides &* SIMD4(repeating: inner.size) {
        dimensions[last].size = inner.size &* outer.size
      } else {
        last += 1
        dimensions[last] = outer
      }
    }
    dimensions.removeLast(dimensions.count - last - 1)
  }

  /// Calls `body` with each inner loop: its length, the byte offset of each operand, and the inner strides. Stops at the
  /// first answer that is not `success`.
  @inline(__always)
  func forEachLoop<Status: Equatable>(
    _ success: Status, _ body: (_ count: Int, _ offsets: SIMD4<Int>, _ strides: SIMD4<Int>) -> Status
  ) -> Status {
    let inner = dimensions[0]
    if dimensions.count == 1 { return body(inner.size, .zero, inner.strides) }
    var counters = [Int](repeating: 0, count: dimensions.count)
    var offsets = SIMD4<Int>.zero
    while true {
      let status = body(inner.size, offsets, inner.strides)
      if status != success { return status }
      var index = 1
      while index < dimensions.count {
        let dimension = dimensions[index]
        let step = dimension.strides &* itemSizes
        counters[index] += 1
        offsets &+= step
        if counters[index] < dimension.size { break }
        offsets &-= step &* SIMD4(repeating: dimension.size)
        counters[index] = 0
        index += 1
      }
      if index == dimensions.count { return success }
    }
  }
}

extension Tensor {
  /// The strides with which this tensor is read as one of `shape`; repeated dimensions have stride 0.
  func strides(expandedTo shape: Shape) -> Shape {
    if sizes == shape { return strides }
    var result = Shape(repeating: 0, count: shape.count)
    let shift = shape.count - dim
    for index in 0..<dim where sizes[index] != 1 { result[index + shift] = strides[index] }
    return result
  }
}
