import Testing

@testable import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `Docs/Operations.md` is what the declarations say; `NBCHECK_RECORD=1` writes it anew.
struct ReferenceTests {
  @Test func referenceIsUpToDate() throws {
    let path = Self.path()
    let text = Reference.markdown()
    if getenv("NBCHECK_RECORD") != nil {
      let file = try #require(fopen(path, "w"))
      fputs(text, file)
      fclose(file)
    }
    let file = try #require(fopen(path, "r"), "run the tests once with NBCHECK_RECORD=1")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  private static func path(file: String = #filePath) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/Docs/Operations.md"
  }
}
