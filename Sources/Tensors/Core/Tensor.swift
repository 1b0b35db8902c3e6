import CKernels

/// A strided window on a storage, and its place in the autograd graph.
package final class Tensor {
  package final let storage: Storage
  package final let sizes: Shape
  package final let strides: Shape
  /// In elements.
  package final let offset: Int
  package final let count: Int
  package final let dtype: DType
  /// Row-major without gaps.
  package final let isContiguous: Bool
  /// Stands for a Python number: it does not decide the dtype of a result.
  package final let isWrappedNumber: Bool

  // Autograd. `Tensor+Autograd` and `InPlace` keep these consistent.
  final var flags: AutogradFlags = []
  /// What made this tensor; nil for leaves. Read it through `gradNode`, which knows when a view's is stale.
  final var node: Node?
  /// Which output of `node` this is.
  final var outputIndex: Int32 = 0
  /// The version of the storage for which a view's `node` is right.
  final var viewVersion: UInt32 = 0
  /// The tensor that this one is a differentiable view of, never itself a view.
  final var root: Tensor?
  /// The object of the language that shows this tensor; not owned, kept by whoever made it.
  package final var wrapper: UnsafeMutableRawPointer?
  /// Where a leaf's gradient, or a retained one, is kept.
  final var slot: AccumulateGrad?

  @inline(__always)
  init(
    storage: Storage, sizes: Shape, strides: Shape, offset: Int, count: Int, dtype: DType, isContiguous: Bool,
    isWrappedNumber: Bool = false
  ) {
    self.storage = storage
    self.sizes = sizes
    self.strides = strides
    self.offset = offset
    self.count = count
    self.dtype = dtype
    self.isContiguous = isContiguous
    self.isWrappedNumber = isWrappedNumber
    storage.tensorCount &+= 1
  }

  deinit {
    storage.tensorCount &-= 1
    slot?.forget()
  }

  @inline(__always) package final var dim: Int { sizes.count }
  package final var engine: Engine { @inline(__always) get { storage.engine } }

  /// The first element.
  @inline(__always)
  package final var data: UnsafeMutableRawPointer { storage.bytes + offset &* dtype.itemSize }

  package final var isUnseeded: Bool { storage.isUnseeded }

  /// For a tensor made of numbers that depend on an unseeded draw.
  package final func markUnseeded() { storage.isUnseeded = true }
}

/// What autograd knows of a tensor besides its node.
struct AutogradFlags: OptionSet {
  let rawValue: UInt8
  static let requiresGrad: AutogradFlags = .init(rawValue: 1)
  /// A view made with gradients off.
  static let noGradView: AutogradFlags = .init(rawValue: 2)
  /// One of several views that one function returned.
  static let multiOutputView: AutogradFlags = .init(rawValue: 4)
  static let retainsGrad: AutogradFlags = .init(rawValue: 8)
}

extension Tensor {
  /// A new tensor with memory of its own, not filled.
  @inline(__always)
  static func uninitialized(_ engine: Engine, _ sizes: Shape, _ dtype: DType) throws(TensorError) -> Tensor {
    let count = try elementCount(sizes, dtype)
    let storage = try Storage(engine: engine, byteCount: count &* dtype.itemSize)
    return Tensor(
      storage: storage, sizes: sizes, strides: sizes.contiguousStrides, offset: 0, count: count, dtype: dtype,
      isContiguous: true)
  }

  /// The same with strides that cover the memory without gaps, in whatever order.
  static func uninitialized(
    _ engine: Engine, _ sizes: Shape, dense strides: Shape, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    let count = try elementCount(sizes, dtype)
    let storage = try Storage(engine: engine, byteCount: count &* dtype.itemSize)
    return Tensor(
      storage: storage, sizes: sizes, strides: strides, offset: 0, count: count, dtype: dtype,
      isContiguous: isContiguous(sizes, strides))
  }

  /// Another window on this tensor's memory, without any autograd relation.
  @inline(__always)
  final func window(_ sizes: Shape, _ strides: Shape, offset: Int) -> Tensor {
    Tensor(
      storage: storage, sizes: sizes, strides: strides, offset: offset, count: sizes.product, dtype: dtype,
      isContiguous: Self.isContiguous(sizes, strides))
  }

  /// The number of elements, after checking that sizes are not negative and that the bytes can be counted.
  @inline(__always)
  static func elementCount(_ sizes: Shape, _ dtype: DType) throws(TensorError) -> Int {
    var count = 1
    for index in 0..<sizes.count {
      let size = sizes[index]
      if size < 0 {
        throw .runtime("Trying to create tensor with negative dimension \(size): \(sizes.text)")
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow { throw storageOverflow(sizes) }
      count = product
    }
    if count.multipliedReportingOverflow(by: dtype.itemSize).overflow { throw storageOverflow(sizes) }
    return count
  }

  private static func storageOverflow(_ sizes: Shape) -> TensorError {
    .runtime("Storage size calculation overflowed with sizes=\(sizes.text)")
  }

  @inline(__always)
  static func isContiguous(_ sizes: Shape, _ strides: Shape) -> Bool {
    var expected = 1
    var index = sizes.count &- 1
    while index >= 0 {
      let size = sizes[index]
      if size == 0 { return true }
      if size != 1 {
        if strides[index] != expected { return sizes.product == 0 }
        expected = expected &* size
      }
      index = index &- 1
    }
    return true
  }
}
