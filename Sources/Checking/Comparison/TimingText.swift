/// What IPython's `%time` and `%timeit` print about durations. nbcheck prints none of it, and compares none.
enum TimingText {
  /// Does a line of the code begin with such a magic?
  static func isMeasured(_ code: String) -> Bool {
    code.split(separator: "\n").contains { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      return text.hasPrefix("%time") || text.hasPrefix("%%time")
    }
  }

  /// The recorded text without its lines about durations.
  static func removed(from text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !isAboutTime($0) }
    return kept.count == lines.count ? text : kept.joined(separator: "\n")
  }

  private static func isAboutTime(_ line: Substring) -> Bool {
    ["CPU times: ", "Wall time: ", "Compiler time: "].contains { line.hasPrefix($0) }
      || line.contains(" per loop (mean ± std. dev. of ") || line.contains(" loops, best of ")
      || line.hasPrefix("The slowest run took ")
  }
}
