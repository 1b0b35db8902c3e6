import Notebooks

/// How strictly a recorded text is compared.
package struct ComparisonOptions: Sendable, Equatable {
  /// `...` anywhere matches any text.
  package var ellipsis = false
  package var normalizesWhitespace = false
  /// Only the type of a recorded error counts.
  package var ignoresErrorDetail = false
  /// Numbers agree as far as the recorded ones have digits.
  package var comparesRecordedDigits = false
  /// Replace the default tolerance of 4 ulp when either is given.
  package var relativeTolerance: Double?
  package var absoluteTolerance: Double?
  /// The digits depend on a generator that was never seeded.
  package var isUnseeded = false

  package init() {}

  /// A cell's own directives win over what the command line asks for.
  package init(_ directives: Directives, relativeTolerance: Double?, absoluteTolerance: Double?) {
    ellipsis = directives.has(.ellipsis)
    normalizesWhitespace = directives.has(.normalizeWhitespace)
    ignoresErrorDetail = directives.has(.ignoreExceptionDetail)
    comparesRecordedDigits = directives.has(.number)
    if directives.relativeTolerance != nil || directives.absoluteTolerance != nil {
      self.relativeTolerance = directives.relativeTolerance
      self.absoluteTolerance = directives.absoluteTolerance
    } else if directives.has(.floatCmp) {
      self.relativeTolerance = 1e-5
      self.absoluteTolerance = 1e-8
    } else {
      self.relativeTolerance = relativeTolerance
      self.absoluteTolerance = absoluteTolerance
    }
  }

  var hasExplicitTolerance: Bool { relativeTolerance != nil || absoluteTolerance != nil }
}
