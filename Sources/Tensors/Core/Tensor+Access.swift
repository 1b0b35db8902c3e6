import CKernels

extension Tensor {
  /// The element at an offset, in elements from the start of the storage.
  @inline(__always)
  func element(at position: Int) -> Scalar {
    let address = storage.bytes + position &* dtype.itemSize
    switch dtype {
    case .float32: return .float(Double(address.load(as: Float.self)))
    case .float64: return .float(address.load(as: Double.self))
    case .int64: return .int(Int(address.load(as: Int64.self)))
    case .bool: return .bool(address.load(as: UInt8.self) != 0)
    case .uint8: return .int(Int(address.load(as: UInt8.self)))
    case .int8: return .int(Int(address.load(as: Int8.self)))
    case .int16: return .int(Int(address.load(as: Int16.self)))
    case .int32: return .int(Int(address.load(as: Int32.self)))
    case .float16: return .float(Double(nbk_from_f16(address.load(as: UInt16.self))))
    case .bfloat16: return .float(Double(nbk_from_bf16(address.load(as: UInt16.self))))
    }
  }

  /// `tensor.item()`
  package func item() throws(TensorError) -> Scalar {
    guard count == 1 else { throw .runtime("a Tensor with \(count) elements cannot be converted to Scalar") }
    return element(at: offset)
  }

  /// Whether Python takes the tensor as true.
  package func truth() throws(TensorError) -> Bool {
    if count == 1 { return element(at: offset).isTrue }
    throw .runtime(
      "Boolean value of Tensor with \(count == 0 ? "no values" : "more than one value") is ambiguous")
  }

  /// Visits every element in row-major order.
  package func forEachElement(_ body: (Scalar) -> Void) {
    if count == 0 { return }
    if isContiguous {
      for index in 0..<count { body(element(at: offset &+ index)) }
      return
    }
    var position = offset
    var counters = [Int](repeating: 0, count: dim)
    while true {
      body(element(at: position))
      var dimension = dim - 1
      while dimension >= 0 {
        counters[dimension] += 1
        position &+= strides[dimension]
        if counters[dimension] < sizes[dimension] { break }
        position &-= strides[dimension] &* sizes[dimension]
        counters[dimension] = 0
        dimension -= 1
      }
      if dimension < 0 { return }
    }
  }

  /// The elements in row-major order.
  package var elements: [Scalar] {
    var result: [Scalar] = []
    result.reserveCapacity(count)
    forEachElement { result.append($0) }
    return result
  }

  package var doubles: [Double] { elements.map(\.double) }
  package var integers: [Int] { elements.map(\.int) }
}
