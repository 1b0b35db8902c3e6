/// What the complex functions give for infinities and NaN, where the formulas say nothing.
///
/// A row for each class of the real part, a column for each of the imaginary part, in the order: negative infinity,
/// negative, minus zero, zero, positive, infinity, NaN. Two letters are a result's real and imaginary part: `i I` the
/// infinities, `n` NaN, `0 z` the zeros, `1 m` plus and minus one, `p h q t` pi, a half, a quarter and three quarters of it
/// (negative in capitals); `!!` is outside the domain, `..` is for the formulas.
struct SpecialResults {
  let letters: StaticString

  static let arcCosine = SpecialResults(
    letters: """
      tipipipIpItIni
      hi........hInn
      hi........hIhn
      hi........hIhn
      hi........hInn
      qi0i0i0I0IqIni
      ninnnnnnnnnInn
      """)
  static let arcCosineHyperbolic = SpecialResults(
    letters: """
      iTiPiPipipitin
      iH........ihnn
      iH........ihnn
      iH........ihnn
      iH........ihnn
      iQizizi0i0iqin
      innnnnnnnninnn
      """)
  static let arcSineHyperbolic = SpecialResults(
    letters: """
      IQIzIzI0I0IqIn
      IH........Ihnn
      IH........Ihnn
      iH........ihnn
      iH........ihnn
      iQizizi0i0iqin
      innnnzn0nninnn
      """)
  static let arcTangentHyperbolic = SpecialResults(
    letters: """
      zHzHzHzhzhzhzn
      zH........zhnn
      zH........zhzn
      0H........0h0n
      0H........0hnn
      0H0H0H0h0h0h0n
      0Hnnnnnnnn0hnn
      """)
  static let cosineHyperbolic = SpecialResults(
    letters: """
      !!Iii0izII!!in
      !!........!!nn
      !!........!!n0
      !!........!!n0
      !!........!!nn
      !!IIizi0Ii!!in
      nnnnn0n0nnnnnn
      """)
  static let exponential = SpecialResults(
    letters: """
      00zz0z00z00000
      !!........!!nn
      !!........!!nn
      !!........!!nn
      !!........!!nn
      !!IIizi0Ii!!in
      nnnnnzn0nnnnnn
      """)
  static let logarithm = SpecialResults(
    letters: """
      iTiPiPipipitin
      iH........ihnn
      iH........ihnn
      iH........ihnn
      iH........ihnn
      iQizizi0i0iqin
      innnnnnnnninnn
      """)
  static let sineHyperbolic = SpecialResults(
    letters: """
      !!iIIzI0ii!!in
      !!........!!nn
      !!........!!0n
      !!........!!0n
      !!........!!nn
      !!IIizi0Ii!!in
      nnnnnzn0nnnnnn
      """)
  static let squareRoot = SpecialResults(
    letters: """
      iI0I0I0i0iiini
      iI........iinn
      iI........iinn
      iI........iinn
      iI........iinn
      iIizizi0i0iiin
      iInnnnnnnniinn
      """)
  static let tangentHyperbolic = SpecialResults(
    letters: """
      m0m0mzm0mzm0m0
      !!........!!nn
      !!........!!nn
      !!........!!nn
      !!........!!nn
      10101z101z1010
      nnnnnzn0nnnnnn
      """)
  static let rectangular = SpecialResults(
    letters: """
      !!iiI0IziI!!in
      !!........!!nn
      00........0000
      00........0000
      !!........!!nn
      !!IIizi0Ii!!in
      nnnnn0n0nnnnnn
      """)

  private static let width = 15

  /// nil outside the domain.
  func result(_ row: Double, _ column: Double) -> Complex? {
    let index = Self.width * Self.place(of: row) + 2 * Self.place(of: column)
    let text = letters.utf8Start
    guard let real = Self.number(text[index]), let imaginary = Self.number(text[index + 1]) else { return nil }
    return Complex(real, imaginary)
  }

  private static func place(of number: Double) -> Int {
    if number.isNaN { return 6 }
    let isNegative = number.sign == .minus
    if number.isInfinite { return isNegative ? 0 : 5 }
    if number == 0 { return isNegative ? 2 : 3 }
    return isNegative ? 1 : 4
  }

  private static func number(_ letter: UInt8) -> Double? {
    switch letter {
    case UInt8(ascii: "i"): .infinity
    case UInt8(ascii: "I"): -.infinity
    case UInt8(ascii: "n"): .nan
    case UInt8(ascii: "0"): 0
    case UInt8(ascii: "z"): -0.0
    case UInt8(ascii: "1"): 1
    case UInt8(ascii: "m"): -1
    case UInt8(ascii: "p"): .pi
    case UInt8(ascii: "P"): -.pi
    case UInt8(ascii: "h"): .pi / 2
    case UInt8(ascii: "H"): -.pi / 2
    case UInt8(ascii: "q"): .pi / 4
    case UInt8(ascii: "Q"): -.pi / 4
    case UInt8(ascii: "t"): 0.75 * .pi
    case UInt8(ascii: "T"): -0.75 * .pi
    default: nil
    }
  }
}
