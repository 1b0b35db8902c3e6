import Interpreter
import Tensors

/// `tensor.tolist()`: lists in lists, made straight from memory.
struct NestedLists {
  private let tensor: Tensor
  private let state: TorchState
  private let sizes: [Int]
  private let strides: [Int]
  /// For dtypes that are not read here: every element in row-major order.
  private var elements: [Scalar] = []
  private var next = 0

  init(_ tensor: Tensor, _ state: TorchState) throws(Raised) {
    self.tensor = tensor
    self.state = state
    sizes = tensor.sizes.array
    strides = tensor.strides.array
    // At every depth, for even a tensor without elements may have many rows.
    var rows = 1
    for size in sizes {
      let (items, overflow) = rows.multipliedReportingOverflow(by: size)
      rows = overflow ? .max : items
      try state.vm.checkCount(rows)
    }
    try state.charge(tensor.count)
    switch tensor.dtype {
    case .float32, .float64, .int64, .bool: break
    default: elements = tensor.elements
    }
  }

  /// The lists, owned by the caller.
  mutating func make() -> Value { list(0, 0) }

  private mutating func list(_ depth: Int, _ offset: Int) -> Value {
    let count = sizes[depth]
    let list = ListObject.make(capacity: count, type: state.vm.heap.types.list)
    if depth == sizes.count - 1 {
      fill(list, count, offset, strides[depth])
    } else {
      for index in 0..<count { list.append(self.list(depth + 1, offset + index * strides[depth])) }
    }
    return Value(list)
  }

  private mutating func fill(_ list: ListObject, _ count: Int, _ offset: Int, _ stride: Int) {
    switch tensor.dtype {
    case .float32:
      let base = tensor.data.assumingMemoryBound(to: Float.self) + offset
      for index in 0..<count { list.append(.float(Double(base[index * stride]))) }
    case .float64:
      let base = tensor.data.assumingMemoryBound(to: Double.self) + offset
      for index in 0..<count { list.append(.float(base[index * stride])) }
    case .int64:
      let base = tensor.data.assumingMemoryBound(to: Int.self) + offset
      for index in 0..<count { list.append(.int(base[index * stride])) }
    case .bool:
      let base = tensor.data.assumingMemoryBound(to: UInt8.self) + offset
      for index in 0..<count { list.append(.bool(base[index * stride] != 0)) }
    default:
      for _ in 0..<count where next < elements.count {
        list.append(state.value(elements[next]))
        next += 1
      }
    }
  }
}
