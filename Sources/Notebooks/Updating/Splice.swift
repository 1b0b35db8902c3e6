/// A replacement of bytes of the original document. The only way in which a document ever changes.
package struct Splice: Sendable, Equatable {
  package let range: Range<Int>
  package let replacement: [UInt8]

  package init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}

extension [Splice] {
  /// The bytes with all replacements made. Of splices that overlap, the later ones are left out.
  package func apply(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for splice in sorted(by: { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    ) {
      guard splice.range.lowerBound >= position, splice.range.upperBound <= bytes.count else { continue }
      result += bytes[position..<splice.range.lowerBound]
      result += splice.replacement
      position = splice.range.upperBound
    }
    result += bytes[position...]
    return result
  }
}
