/// `_hashes`: digests and checksums of whole messages, for `hashlib`, `zlib`, `binascii`.
enum HashesModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_hashes", heap: vm.heap)
    module.define("digest", "name, data, size, key, /") { (vm, a) throws(Raised) in
      let data = try bytes(vm, a[1])
      let key = try bytes(vm, a[3])
      let size = try vm.index(a[2])
      if size < 0 { throw vm.raise(.valueError, "value must be positive") }
      try vm.checkSize(size)
      try vm.charge(data.count / 8 + size / 8)
      guard let digest = digest(a[0].asStr?.string ?? "", data, size, key) else {
        throw vm.raise(.valueError, "unsupported hash type \(try vm.strText(a[0]))")
      }
      return vm.bytes(digest)
    }
    module.define("crc32", "data, value, /") { (vm, a) throws(Raised) in
      let data = try bytes(vm, a[0])
      try vm.charge(data.count / 16)
      var crc = ~UInt32(truncatingIfNeeded: try vm.index(a[1]))
      let table = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { (crc, _) in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
      }
      for byte in data { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
      return .int(Int(~crc))
    }
    module.define("adler32", "data, value, /") { (vm, a) throws(Raised) in
      let data = try bytes(vm, a[0])
      try vm.charge(data.count / 16)
      let start = UInt32(truncatingIfNeeded: try vm.index(a[1]))
      var (low, high) = (start & 0xffff, start >> 16)
      for byte in data {
        low = (low + UInt32(byte)) % 65521
        high = (high + low) % 65521
      }
      return .int(Int(high << 16 | low))
    }
    return module
  }

  private static func bytes(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
    guard let object = value.cast(.bytes, to: BytesObject.self) else {
      throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(value))'")
    }
    return object.bytes
  }

  private static func digest(_ name: String, _ data: [UInt8], _ size: Int, _ key: [UInt8]) -> [UInt8]? {
    switch name {
    case "md5": OldHashes.md5(data)
    case "sha1": OldHashes.sha1(data)
    case "sha224": SHA2<UInt32>.sha224(data)
    case "sha256": SHA2<UInt32>.sha256(data)
    case "sha384": SHA2<UInt64>.sha384(data)
    case "sha512": SHA2<UInt64>.sha512(data)
    case "sha3_224", "sha3_256", "sha3_384", "sha3_512":
      SHA3.digest(data, rate: 200 - 2 * size, suffix: 0x06, count: size)
    case "shake_128": SHA3.digest(data, rate: 168, suffix: 0x1f, count: size)
    case "shake_256": SHA3.digest(data, rate: 136, suffix: 0x1f, count: size)
    case "blake2b" where size <= 64 && key.count <= 64: Blake2<UInt64>.wide.digest(data, key: key, count: size)
    case "blake2s" where size <= 32 && key.count <= 32: Blake2<UInt32>.narrow.digest(data, key: key, count: size)
    default: nil
    }
  }
}
