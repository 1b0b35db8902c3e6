/// `array.array`: numbers in a row, as C would keep them.
package final class ArrayObject: Object, BufferExporter {
  let item: ArrayItem
  private(set) var bytes: [UInt8]
  package var bufferViews = 0

  init(_ item: ArrayItem, _ bytes: [UInt8], type: TypeObject) {
    self.item = item
    self.bytes = bytes
    super.init(kind: .foreign, type: type)
    charge(bytes.count)
  }

  package override func dropReferences() { discharge(bytes.count) }

  var count: Int { bytes.count / item.size }

  package var bufferBytes: [UInt8] { bytes }
  package var bufferFormat: String { item == .character ? "w" : item.letter }
  package var bufferItemSize: Int { item.size }
  package var isBufferReadOnly: Bool { false }

  package func writeBuffer(_ new: [UInt8], at offset: Int) {
    bytes.replaceSubrange(offset..<(offset + new.count), with: new)
  }

  func value(at index: Int, _ vm: VM) throws(Raised) -> Value { try item.value(bytes, at: index * item.size, vm) }

  /// The bytes of items in a row.
  func part(_ indices: Range<Int>) -> ArraySlice<UInt8> {
    bytes[(indices.lowerBound * item.size)..<(indices.upperBound * item.size)]
  }

  func checkSizeMayChange(_ vm: VM) throws(Raised) {
    if bufferViews > 0 { throw vm.raise(.bufferError, "cannot resize an array that is exporting buffers") }
  }

  /// Replaces items by others, given as bytes; refused while a `memoryview` looks at them and their number would change.
  func replace(_ indices: Range<Int>, with new: [UInt8], _ vm: VM) throws(Raised) {
    let growth = new.count - indices.count * item.size
    if growth != 0 { try checkSizeMayChange(vm) }
    if growth > 0 {
      try vm.checkSize(bytes.count + growth)
      charge(growth)
    } else {
      discharge(-growth)
    }
    bytes.replaceSubrange((indices.lowerBound * item.size)..<(indices.upperBound * item.size), with: new)
  }

  func append(_ new: [UInt8], _ vm: VM) throws(Raised) { try replace(count..<count, with: new, vm) }
}

/// Over an array.
package final class ArrayIteratorObject: IteratorObject {
  private let array: ArrayObject
  private var index = 0

  /// Retains the array.
  init(_ array: ArrayObject, type: TypeObject) {
    self.array = array
    array.refCount &+= 1
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard index < array.count else {
      index = .max
      return nil
    }
    index += 1
    return try array.value(at: index - 1, vm)
  }

  package override func dropReferences() { Value(array).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(array)) }
}

extension TypeObject {
  /// Declares a method of `array` whose receiver is checked.
  func defineArray(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, ArrayObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let array = a[0].foreign(ArrayObject.self) else { throw vm.raiseReceiver(name, "array.array", a[0]) }
      return try body(vm, array, a)
    }
  }
}
