/// Sizes or strides: up to four in place, more in an array.
package struct Shape: Sendable {
  package private(set) var count: Int
  private var d0 = 0
  private var d1 = 0
  private var d2 = 0
  private var d3 = 0
  private var more: [Int]?

  @inline(__always) package init() { count = 0 }

  @inline(__always)
  package init(_ size: Int) {
    count = 1
    d0 = size
  }

  @inline(__always)
  package init(_ first: Int, _ second: Int) {
    count = 2
    d0 = first
    d1 = second
  }

  package init<C: Collection>(_ values: C) where C.Element == Int {
    self.init(repeating: 0, count: values.count)
    var index = 0
    for value in values {
      self[index] = value
      index += 1
    }
  }

  package init(repeating value: Int, count: Int) {
    self.count = count
    if count > 4 {
      more = [Int](repeating: value, count: count)
    } else {
      d0 = value
      d1 = value
      d2 = value
      d3 = value
    }
  }

  /// Outside `0..<count` reads 0 and writes nothing.
  package subscript(index: Int) -> Int {
    @inline(__always) get {
      if let more { return more.indices.contains(index) ? more[index] : 0 }
      switch index {
      case 0: return d0
      case 1: return d1
      case 2: return d2
      case 3: return d3
      default: return 0
      }
    }
    set {
      guard index >= 0 && index < count else { return }
      if more != nil {
        more?[index] = newValue
        return
      }
      switch index {
      case 0: d0 = newValue
      case 1: d1 = newValue
      case 2: d2 = newValue
      default: d3 = newValue
      }
    }
  }

  @inline(__always) package var isEmpty: Bool { count == 0 }
  @inline(__always) package var last: Int { self[count - 1] }

  /// The product. Callers have checked that it does not overflow.
  @inline(__always)
  package var product: Int {
    if count == 1 { return d0 }
    var result = 1
    for index in 0..<count { result = result &* self[index] }
    return result
  }

  package var array: [Int] { more ?? (0..<count).map { self[$0] } }

  /// `[2, 3]`, as in messages.
  package var text: String { "[" + array.map(String.init).joined(separator: ", ") + "]" }

  package func inserting(_ value: Int, at index: Int) -> Shape {
    var values = array
    values.insert(value, at: Swift.min(Swift.max(index, 0), values.count))
    return Shape(values)
  }

  package func removing(at index: Int) -> Shape {
    var values = array
    if values.indices.contains(index) { values.remove(at: index) }
    return Shape(values)
  }

  package func replacing(_ index: Int, with value: Int) -> Shape {
    var copy = self
    copy[index] = value
    return copy
  }

  /// The strides of a row-major tensor of these sizes.
  @inline(__always)
  package var contiguousStrides: Shape {
    if count == 1 { return Shape(1) }
    if count == 2 { return Shape(Swift.max(d1, 1), 1) }
    var strides = Shape(repeating: 1, count: count)
    var stride = 1
    for index in Swift.stride(from: count - 1, through: 0, by: -1) {
      strides[index] = stride
      stride = stride &* Swift.max(self[index], 1)
    }
    return strides
  }
}

extension Shape: Equatable {
  @inline(__always)
  package static func == (a: Shape, b: Shape) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<a.count where a[index] != b[index] { return false }
    return true
  }
}

extension Shape: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Int...) { self.init(elements) }
}
