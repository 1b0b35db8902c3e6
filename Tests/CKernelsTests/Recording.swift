import CKernels
import Foundation
import Testing

/// What PyTorch computed for some buffers, as recorded by KernelRecordings/record.py.
struct Recording: Decodable {
  var buffers: [String]
  var cases: [Case]

  struct Case: Decodable {
    var kind: String
    var op: String
    var type: String
    var out: Int
    var outType: String
    /// How far, in units in the last place, a result may be off.
    var ulp: Int64
    var a: Int?
    var b: Int?
    var c: Int?
    var value: Double?
    var n: Int64?
    var m: Int64?
    var sn: Int64?
    var sm: Int64?
    var indices: [Int64]?
    var first: Double?
    var step: Double?
    var last: Double?
  }

  static func load() throws -> Recording {
    let url = Bundle.module.url(forResource: "kernels", withExtension: "json", subdirectory: "KernelRecordings")
    return try JSONDecoder().decode(Recording.self, from: Data(contentsOf: try #require(url)))
  }

  func buffer(_ index: Int?, _ type: nbk_dtype) throws -> Buffer {
    Buffer(hex: buffers[try #require(index)], type)
  }
}

/// Typed memory of a test.
final class Buffer {
  let type: nbk_dtype
  let bytes: UnsafeMutableRawBufferPointer

  init(byteCount: Int, _ type: nbk_dtype) {
    self.type = type
    bytes = .allocate(byteCount: max(byteCount, 1), alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    count = byteCount / type.byteCount
  }

  convenience init(hex: String, _ type: nbk_dtype) {
    let digits = Array(hex.utf8).map { UInt8(truncatingIfNeeded: Character(UnicodeScalar($0)).hexDigitValue ?? 0) }
    self.init(byteCount: digits.count / 2, type)
    for i in 0..<digits.count / 2 { bytes[i] = digits[2 * i] << 4 | digits[2 * i + 1] }
  }

  deinit { bytes.deallocate() }

  let count: Int
  var base: UnsafeMutableRawPointer { bytes.baseAddress! }

  /// The distance in units in the last place between two elements; two NaNs are equal, and so are two zeros of a sign.
  func distance(_ i: Int, to other: Buffer) -> Int64 {
    let (x, y) = (order(i), other.order(i))
    if x == nil && y == nil { return 0 }
    guard let x, let y else { return .max }
    return abs(x &- y)
  }

  /// A number that grows with the element, by one per representable value; nil for NaN.
  private func order(_ i: Int) -> Int64? {
    var value = 0.0
    _ = nbk_cast(NBK_F64, &value, 1, type, base + i * type.byteCount, 1, 1)
    if value.isNaN { return nil }
    let bits: Int64
    switch type {
    case NBK_F16, NBK_BF16: bits = Int64(bytes.load(fromByteOffset: i * 2, as: Int16.self))
    case NBK_F32: bits = Int64(bytes.load(fromByteOffset: i * 4, as: Int32.self))
    case NBK_F64: bits = bytes.load(fromByteOffset: i * 8, as: Int64.self)
    case NBK_I64: return bytes.load(fromByteOffset: i * 8, as: Int64.self)
    default: return Int64(value)
    }
    let magnitudeMask: Int64 = type == NBK_F64 ? .max : type == NBK_F32 ? 0x7fff_ffff : 0x7fff
    return bits < 0 ? -1 - (bits & magnitudeMask) : bits
  }
}

extension nbk_dtype {
  init(name: String) {
    let names: [String: nbk_dtype] = [
      "bool": NBK_BOOL, "u8": NBK_U8, "i8": NBK_I8, "i16": NBK_I16, "i32": NBK_I32, "i64": NBK_I64, "f16": NBK_F16,
      "bf16": NBK_BF16, "f32": NBK_F32, "f64": NBK_F64,
    ]
    self = names[name]!
  }

  var byteCount: Int {
    switch self {
    case NBK_BOOL, NBK_U8, NBK_I8: 1
    case NBK_I16, NBK_F16, NBK_BF16: 2
    case NBK_I32, NBK_F32: 4
    default: 8
    }
  }
}
