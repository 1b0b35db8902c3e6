/// The dialects in which notebooks already say how they are to be checked.
enum DirectiveParser {
  struct Parsed {
    var directives = Directives()
    /// Messages about what is not known.
    var unknown: [String] = []
  }

  // MARK: Comments in code

  /// The text after the `#` of a comment, found outside of quotes.
  static func comment(in line: String) -> Substring? {
    guard line.utf8.contains(UInt8(ascii: "#")) else { return nil }
    var quote: Character?
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if !isEscaped, character == open { quote = nil }
        isEscaped = !isEscaped && character == "\\"
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return line[line.index(after: index)...]
      }
    }
    return nil
  }

  static func options(inCodeComment comment: Substring) -> Parsed {
    var parsed = Parsed()
    let text = comment.drop { $0 == " " || $0 == "\t" }
    if text.hasPrefix("NBVAL_") {
      readNbval(text.prefix { $0.isLetter || $0 == "_" }, into: &parsed)
    } else if text.hasPrefix("doctest:") {
      readFlags(text.dropFirst("doctest:".count), into: &parsed)
    } else if text.hasPrefix("|") {
      readQuarto(text.dropFirst(), into: &parsed)
    } else if text.hasPrefix(":tags:") || text.hasPrefix("tags:") {
      parsed.directives.merge(options(inFenceInfo: String(text)))
    } else if ["may vary", "random"].contains(trimmed(text).lowercased()) {
      parsed.directives.ignoresOutput = true
    }
    return parsed
  }

  private static func readNbval(_ word: Substring, into parsed: inout Parsed) {
    switch word {
    case "NBVAL_SKIP": parsed.directives.skips = true
    case "NBVAL_IGNORE_OUTPUT": parsed.directives.ignoresOutput = true
    case "NBVAL_CHECK_OUTPUT": parsed.directives.checksOutput = true
    case "NBVAL_RAISES_EXCEPTION": parsed.directives.mustRaise = true
    default: parsed.unknown.append("unknown directive \(word)")
    }
  }

  /// `+FLAG -FLAG`, with blanks or commas between.
  private static func readFlags(_ text: Substring, into parsed: inout Parsed) {
    for word in text.split(whereSeparator: { " \t,".contains($0) }) { readFlag(word, into: &parsed) }
  }

  private static func readFlag(_ word: Substring, into parsed: inout Parsed) {
    let isOn = word.first == "+"
    let name = String(word.dropFirst())
    guard isOn || word.first == "-" else {
      parsed.unknown.append("a doctest option begins with + or -, not \(word)")
      return
    }
    if let flag = Directives.OptionFlag(rawValue: name) {
      parsed.directives.flags[flag] = isOn
      if flag == .skip { parsed.directives.skips = isOn }
    } else if !flagsWithoutEffect.contains(name) {
      parsed.unknown.append("unknown doctest option \(name)")
    }
  }

  /// Options of doctest that concern its own reports, or readings that nbcheck never makes.
  private static let flagsWithoutEffect: Set<String> = [
    "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "FAIL_FAST",
  ]

  /// `#| key: value`; the keys that concern layout are not ours.
  private static func readQuarto(_ text: Substring, into parsed: inout Parsed) {
    let parts = text.split(separator: ":", maxSplits: 1).map { trimmed($0).lowercased() }
    guard parts.count == 2 else { return }
    switch (parts[0], parts[1]) {
    case ("eval", "false"): parsed.directives.skips = true
    case ("error", "true"): parsed.directives.mustRaise = true
    default: break
    }
  }

  // MARK: Comments and options in the document

  /// `skip`, `raises-exception`, `ignore-output`, `check-output`, `rtol=…`, `atol=…` and doctest's flags.
  static func options(inComment text: Substring) -> Parsed {
    var parsed = Parsed()
    for word in text.split(whereSeparator: { " \t,".contains($0) }) {
      switch word {
      case "skip": parsed.directives.skips = true
      case "raises-exception": parsed.directives.mustRaise = true
      case "ignore-output": parsed.directives.ignoresOutput = true
      case "check-output": parsed.directives.checksOutput = true
      case _ where word.first == "+" || word.first == "-": readFlag(word, into: &parsed)
      case _ where word.hasPrefix("rtol="): parsed.directives.relativeTolerance = number(word, into: &parsed)
      case _ where word.hasPrefix("atol="): parsed.directives.absoluteTolerance = number(word, into: &parsed)
      default: parsed.unknown.append("unknown directive \(word)")
      }
    }
    return parsed
  }

  private static func number(_ word: Substring, into parsed: inout Parsed) -> Double? {
    let value = Double(word.dropFirst(5))
    if let value, value >= 0, value.isFinite { return value }
    parsed.unknown.append("\(word) is not a tolerance")
    return nil
  }

  /// Cell tags where jupytext, R Markdown and MyST write them.
  static func options(inFenceInfo info: String) -> Directives {
    var directives = Directives()
    let words = info.split { !($0.isLetter || $0.isNumber || "-_=.".contains($0)) }.map { $0.lowercased() }
    for word in words {
      switch word {
      case "raises-exception", "nbval-raises-exception": directives.mustRaise = true
      case "skip-execution", "nbval-skip", "eval=false": directives.skips = true
      case "nbval-ignore-output": directives.ignoresOutput = true
      case "nbval-check-output": directives.checksOutput = true
      default: break
      }
    }
    return directives
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " "))
  }
}
