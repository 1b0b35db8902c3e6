/// `memoryview`: items of another object's memory.
package final class MemoryViewObject: Object, BufferExporter {
  /// What is looked at; nil once released. Owned.
  private(set) var source: Object?
  /// Where the first item stands in the source's memory, and how far apart items are, in bytes.
  let offset: Int
  let stride: Int
  let count: Int
  let format: String
  let itemSize: Int
  let isReadOnly: Bool
  /// The lengths of more than one dimension, or of none; nil for a row. Such items lie side by side.
  var dimensions: [Int]?
  package var bufferViews = 0

  /// Retains the source.
  init(
    _ source: Object, offset: Int, stride: Int, count: Int, format: String, itemSize: Int, isReadOnly: Bool,
    type: TypeObject
  ) {
    self.source = source
    source.refCount &+= 1
    (source as? any BufferExporter)?.bufferViews += 1
    self.offset = offset
    self.stride = stride
    self.count = count
    self.format = format
    self.itemSize = itemSize
    self.isReadOnly = isReadOnly
    super.init(kind: .foreign, type: type)
  }

  package override func dropReferences() { letGo() }

  /// Ends the view.
  func letGo() {
    guard let source else { return }
    self.source = nil
    (source as? any BufferExporter)?.bufferViews -= 1
    Value(source).release()
  }

  /// The whole memory that the view stands in.
  private var memory: [UInt8] {
    guard let source else { return [] }
    if source.kind == .bytes { return unsafeDowncast(source, to: BytesObject.self).bytes }
    return (source as? any BufferExporter)?.bufferBytes ?? []
  }

  /// The bytes of an item, or of several in a row.
  func itemBytes(_ indices: Range<Int>) -> [UInt8] {
    let memory = memory
    var bytes: [UInt8] = []
    bytes.reserveCapacity(indices.count * itemSize)
    for index in indices {
      let start = offset &+ index &* stride
      if start >= 0, start <= memory.count - itemSize { bytes += memory[start..<(start + itemSize)] }
    }
    return bytes
  }

  package var bufferBytes: [UInt8] { itemBytes(0..<count) }
  package var bufferFormat: String { format }
  package var bufferItemSize: Int { itemSize }
  package var isBufferReadOnly: Bool { isReadOnly }

  package func writeBuffer(_ bytes: [UInt8], at start: Int) {
    guard let exporter = source as? any BufferExporter else { return }
    for (place, byte) in bytes.enumerated() {
      let (item, rest) = (start + place).quotientAndRemainder(dividingBy: itemSize)
      exporter.writeBuffer([byte], at: offset &+ item &* stride &+ rest)
    }
  }

  /// A view of some of the items. What overflows is never looked at: such a view has one item at most.
  func part(_ found: SliceIndices) -> MemoryViewObject? {
    guard let source else { return nil }
    return MemoryViewObject(
      source, offset: offset &+ found.start &* stride, stride: stride &* found.step, count: found.count,
      format: format, itemSize: itemSize, isReadOnly: isReadOnly, type: type)
  }

  /// The same bytes as other items; the caller has seen that they divide evenly.
  func recast(format: String, itemSize: Int, isReadOnly: Bool) -> MemoryViewObject? {
    guard let source else { return nil }
    let isSame = format == self.format
    return MemoryViewObject(
      source, offset: offset, stride: isSame ? stride : itemSize, count: count * self.itemSize / itemSize,
      format: format, itemSize: itemSize, isReadOnly: isReadOnly, type: type)
  }
}
