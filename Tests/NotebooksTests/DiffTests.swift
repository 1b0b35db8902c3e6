import Testing

@testable import Notebooks

@Suite struct DiffTests {
  /// Numbers that are the same on every run (Knuth's MMIX generator).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 32 | state << 32
    }
  }

  private func longestCommon(_ first: [Int], _ second: [Int]) -> Int {
    var row = [Int](repeating: 0, count: second.count + 1)
    for element in first {
      var diagonal = 0
      for (index, other) in second.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[second.count]
  }

  @Test func diffsAreRightAndShortest() {
    var generator = Generator(state: 7)
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int.random(in: 0...3, using: &generator) }
      let new = (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int.random(in: 0...3, using: &generator) }
      var fromOld: [Int] = []
      var fromNew: [Int] = []
      var same = 0
      for line in LineDiff.compare(old, new) {
        switch line {
        case .same(let first, let second):
          #expect(old[first] == new[second])
          fromOld.append(first)
          fromNew.append(second)
          same += 1
        case .removed(let first): fromOld.append(first)
        case .added(let second): fromNew.append(second)
        }
      }
      #expect(fromOld == Array(old.indices) && fromNew == Array(new.indices))
      #expect(same == longestCommon(old, new))
    }
  }

  @Test func hugeDifferencesStayCheap() {
    let lines = LineDiff.compare(Array(0..<20_000), Array(20_000..<40_000))
    #expect(lines.count == 40_000)
  }

  // Expected texts are what GNU `diff -u` prints.
  @Test func unified() {
    let old = Array("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12".utf8)
    let new = Array("1\n2\nthree\n4\n5\n6\n7\n8\n9\n10\n11\n12\n".utf8)
    let expected = """
      --- a
      +++ b
      @@ -1,6 +1,6 @@
       1
       2
      -3
      +three
       4
       5
       6
      @@ -9,4 +9,4 @@
       9
       10
       11
      -12
      \\ No newline at end of file
      +12

      """
    #expect(UnifiedDiff.text(old: old, new: new, oldName: "a", newName: "b") == expected)
    #expect(UnifiedDiff.text(old: old, new: old, oldName: "a", newName: "b") == "")
  }

  @Test func unifiedFromNothing() {
    let text = UnifiedDiff.text(old: [], new: Array("x\n".utf8), oldName: "a", newName: "b")
    #expect(text == "--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n")
  }
}
