/// `bytearray` and its subclasses.
package final class ByteArrayObject: Object, BufferExporter {
  package private(set) var bytes: [UInt8]
  package var bufferViews = 0

  package init(_ bytes: [UInt8], type: TypeObject) {
    self.bytes = bytes
    super.init(kind: .foreign, type: type)
    charge(bytes.count)
  }

  package override func dropReferences() { discharge(bytes.count) }

  package var bufferBytes: [UInt8] { bytes }
  package var bufferFormat: String { "B" }
  package var bufferItemSize: Int { 1 }
  package var isBufferReadOnly: Bool { false }

  package func writeBuffer(_ new: [UInt8], at offset: Int) {
    bytes.replaceSubrange(offset..<(offset + new.count), with: new)
  }

  /// Changes the bytes; refused while a `memoryview` looks at them and their number would change.
  func replace(_ range: Range<Int>, with new: [UInt8], _ vm: VM) throws(Raised) {
    let growth = new.count - range.count
    if growth != 0 {
      if bufferViews > 0 {
        throw vm.raise(.bufferError, "Existing exports of data: object cannot be re-sized")
      }
      if growth > 0 {
        try vm.checkSize(bytes.count + growth)
        charge(growth)
      } else {
        discharge(-growth)
      }
    }
    bytes.replaceSubrange(range, with: new)
  }

  /// Changes one byte in place.
  func set(_ index: Int, _ byte: UInt8) { bytes[index] = byte }
}
