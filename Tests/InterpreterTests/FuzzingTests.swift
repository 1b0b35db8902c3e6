import Foundation
import Testing

@testable import Interpreter

/// Programs that once crashed, made small: each ends well, or says what is wrong by an exception.
struct FuzzingTests {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/Fuzzing")

  static let programs: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []).filter { $0.hasSuffix(".py") }
    .sorted()

  @Test func areFound() { #expect(!Self.programs.isEmpty) }

  @Test(arguments: programs)
  func endsWell(_ program: String) throws {
    let code = try String(contentsOf: Self.directory.appending(path: program), encoding: .utf8)
    var limits = Limits()
    limits.bytes = 300 << 20
    #expect(TestSession(limits: limits).run(code) == "")
  }
}
