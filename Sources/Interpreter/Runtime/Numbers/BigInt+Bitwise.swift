import BigInt

/// The bitwise operators of numbers in two's complement without an end. The package's own lose the sign where all words
/// of a negative result are zero, so these ask it for numbers that are not negative only: `~x` of negative ones.
extension BigInt {
  func bitwiseAnd(_ other: BigInt) -> BigInt {
    switch (sign, other.sign) {
    case (.plus, .plus): self & other
    case (.plus, .minus): self - (self & other.inverted)
    case (.minus, .plus): other - (other & inverted)
    case (.minus, .minus): (inverted | other.inverted).inverted
    }
  }

  func bitwiseOr(_ other: BigInt) -> BigInt {
    if sign == .plus && other.sign == .plus { return self | other }
    return inverted.bitwiseAnd(other.inverted).inverted
  }

  func bitwiseXor(_ other: BigInt) -> BigInt {
    switch (sign, other.sign) {
    case (.plus, .plus): self ^ other
    case (.plus, .minus): (self ^ other.inverted).inverted
    case (.minus, .plus): (inverted ^ other).inverted
    case (.minus, .minus): inverted ^ other.inverted
    }
  }

  private var inverted: BigInt { -self - 1 }
}
