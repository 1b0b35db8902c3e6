extension PatternTranslation {
  /// Letters that Python holds equal where case is ignored, but PCRE2 does not.
  private static let alike: [[UInt32]] = [
    [0x69, 0x49, 0x130, 0x131], [0x390, 0x1FD3], [0x3B0, 0x1FE3], [0xFB05, 0xFB06],
  ]
  /// Letters outside ASCII that equal one within it where case is ignored.
  private static let aliases: [(letter: UInt32, ascii: UInt32)] = [
    (0x130, 0x69), (0x131, 0x69), (0x17F, 0x73), (0x212A, 0x6B),
  ]

  private func foldsItself(_ flags: PatternFlags) -> Bool {
    flags.contains(.ignoreCase) && isWide && !flags.contains(.unicode)
  }

  mutating func writeLiteral(_ point: UInt32, _ flags: PatternFlags) {
    if flags.contains(.ignoreCase), !others(point, point, flags).isEmpty {
      writeSet([.literal(point)], isNegated: false, flags)
    } else {
      write(point: point)
    }
  }

  mutating func writeSet(_ items: [SetItem], isNegated: Bool, _ flags: PatternFlags) {
    write(isNegated ? "[^" : "[")
    for item in items {
      switch item {
      case .literal(let point):
        write(point: point)
        writeOthers(point, point, flags)
      case .range(let low, let high):
        write(point: low)
        write("-")
        write(point: high)
        writeOthers(low, high, flags)
      case .category(let category): write(category, flags)
      }
    }
    write("]")
  }

  private mutating func writeOthers(_ low: UInt32, _ high: UInt32, _ flags: PatternFlags) {
    guard flags.contains(.ignoreCase) else { return }
    for range in others(low, high, flags) {
      write(point: range.lowerBound)
      write("-")
      write(point: range.upperBound)
    }
  }

  /// What else is meant by these code points where case is ignored, beyond what PCRE2 knows.
  private func others(_ low: UInt32, _ high: UInt32, _ flags: PatternFlags) -> [ClosedRange<UInt32>] {
    let range = low...high
    if foldsItself(flags) {
      return [(UInt32(0x41), UInt32(0x5A), UInt32(0x20)), (0x61, 0x7A, UInt32(bitPattern: -0x20))].compactMap {
        guard range.overlaps($0.0...$0.1) else { return nil }
        return (max(low, $0.0) &+ $0.2)...(min(high, $0.1) &+ $0.2)
      }
    }
    guard flags.contains(.unicode) else { return [] }
    if !isWide {
      return PatternTranslation.aliases.filter { range.contains($0.letter) }.map { $0.ascii...$0.ascii }
    }
    return PatternTranslation.alike.filter { $0.contains(where: range.contains) }.flatMap { letters in
      letters.filter { !range.contains($0) }.map { $0...$0 }
    }
  }

  /// As a part of a set.
  private mutating func write(_ category: SetItem.Category, _ flags: PatternFlags) {
    let isUnicode = flags.contains(.unicode)
    switch category {
    case .digit: write(!isWide ? "\\d" : isUnicode ? "\\p{Nd}" : "0-9")
    case .notDigit: write(!isWide ? "\\D" : isUnicode ? "\\P{Nd}" : "\\x00-\\x2f\\x3a-\\x{10ffff}")
    case .word: write(!isWide ? "\\w" : isUnicode ? "\\p{L}\\p{N}_" : "A-Za-z0-9_")
    case .notWord:
      if !isWide {
        write("\\W")
      } else if isUnicode {
        // Everything but letters, numbers and the one connector `_`.
        write("\\p{M}\\p{S}\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}")
        write("\\x{203f}\\x{2040}\\x{2054}\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}")
      } else {
        write("\\x00-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\x{10ffff}")
      }
    case .space:
      if !isUnicode {
        write("\\x09-\\x0d\\x20")
      } else {
        write("\\x09-\\x0d\\x1c-\\x20")
        if isWide {
          write("\\x85\\xa0\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}")
        }
      }
    case .notSpace:
      if !isUnicode {
        write("\\x00-\\x08\\x0e-\\x1f\\x21-\\x{10ffff}")
      } else {
        write("\\x00-\\x08\\x0e-\\x1b\\x21-\\x84\\x86-\\x9f\\xa1-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}")
        write("\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}")
      }
    }
  }
}
