/// Finds the tensors in a text, for what their suffixes say about the numbers inside.
struct TensorScanner {
  struct Tensor: Equatable {
    let index: Int
    let range: Range<Int>
    let type: FloatType
  }

  private let tensors: [Tensor]
  private var next = 0

  init(_ bytes: [UInt8]) {
    var found: [Tensor] = []
    var index = 0
    while let start = Self.opening(bytes, from: index) {
      let end = Self.closing(bytes, from: start)
      let type = Self.dtype(bytes[start..<end]) ?? .float32
      found.append(Tensor(index: found.count, range: start..<end, type: type))
      index = end
    }
    tensors = found
  }

  /// The tensor around an offset; to be asked in rising order.
  mutating func tensor(at offset: Int) -> Tensor? {
    while next < tensors.count, tensors[next].range.upperBound <= offset { next += 1 }
    guard next < tensors.count, tensors[next].range.contains(offset) else { return nil }
    return tensors[next]
  }

  /// The offset after the next `tensor(`.
  private static func opening(_ bytes: [UInt8], from start: Int) -> Int? {
    let name = Array("tensor(".utf8)
    guard bytes.count >= name.count else { return nil }
    var index = start
    while index <= bytes.count - name.count {
      if bytes[index] == name[0], bytes[index..<(index + name.count)].elementsEqual(name) { return index + name.count }
      index += 1
    }
    return nil
  }

  private static func closing(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 1
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return bytes.count
  }

  private static func dtype(_ bytes: ArraySlice<UInt8>) -> FloatType? {
    let key = Array("dtype=torch.".utf8)
    var rest = bytes
    while let first = rest.firstIndex(of: key[0]) {
      rest = rest[first...]
      if rest.starts(with: key) {
        let name = rest.dropFirst(key.count).prefix { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        return FloatType(dtype: String(decoding: name, as: UTF8.self))
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
