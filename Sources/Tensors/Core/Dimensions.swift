extension TensorError {
  static func dimensionOutOfRange(_ dimension: Int, _ range: Int) -> TensorError {
    let limit = max(range, 1)
    return .index(
      "Dimension out of range (expected to be in range of [\(-limit), \(limit - 1)], but got \(dimension))")
  }
}

/// A dimension counted from the front; a 0-d tensor has a dimension 0 for this purpose.
@inline(__always)
func wrapDimension(_ dimension: Int, _ count: Int) throws(TensorError) -> Int {
  let range = max(count, 1)
  guard dimension >= -range && dimension < range else { throw .dimensionOutOfRange(dimension, count) }
  return dimension < 0 ? dimension &+ range : dimension
}

/// The dimensions to reduce, each once; none means all.
func wrapDimensions(_ dimensions: [Int]?, _ count: Int) throws(TensorError) -> [Int] {
  guard let dimensions, !dimensions.isEmpty else { return Array(0..<count) }
  var seen = [Bool](repeating: false, count: max(count, 1))
  for dimension in dimensions {
    let wrapped = try wrapDimension(dimension, count)
    if seen[wrapped] { throw .runtime("dim \(wrapped) appears multiple times in the list of dims") }
    seen[wrapped] = true
  }
  return (0..<count).filter { seen[$0] }
}

extension Shape {
  /// The shape in which two shapes meet.
  static func broadcast(_ a: Shape, _ b: Shape) throws(TensorError) -> Shape {
    if a == b { return a }
    let rank = Swift.max(a.count, b.count)
    var result = Shape(repeating: 1, count: rank)
    var dimension = rank - 1
    while dimension >= 0 {
      let sizeA = dimension - (rank - a.count) >= 0 ? a[dimension - (rank - a.count)] : 1
      let sizeB = dimension - (rank - b.count) >= 0 ? b[dimension - (rank - b.count)] : 1
      guard sizeA == sizeB || sizeA == 1 || sizeB == 1 else {
        throw .runtime(
          "The size of tensor a (\(sizeA)) must match the size of tensor b (\(sizeB)) at non-singleton dimension "
            + "\(dimension)")
      }
      result[dimension] = sizeA == 1 ? sizeB : sizeA
      dimension -= 1
    }
    return result
  }

  /// Whether a tensor of this shape can be read as one of `target`.
  func isBroadcastable(to target: Shape) -> Bool {
    guard count <= target.count else { return false }
    let shift = target.count - count
    for index in 0..<count where self[index] != 1 && self[index] != target[index + shift] { return false }
    return true
  }
}
