/// The reserved words of Python 3.11.
enum Keywords {
  /// The words by length (2 to 8), each packed into an integer so that comparing one is a single instruction.
  private static let byLength: [[(packed: UInt64, kind: TokenKind)]] = {
    let words: [(String, TokenKind)] = [
      ("False", .false), ("None", .none), ("True", .true), ("and", .and), ("as", .as), ("assert", .assert),
      ("async", .async), ("await", .await), ("break", .break), ("class", .class), ("continue", .continue),
      ("def", .def), ("del", .del), ("elif", .elif), ("else", .else), ("except", .except), ("finally", .finally),
      ("for", .for), ("from", .from), ("global", .global), ("if", .if), ("import", .import), ("in", .in),
      ("is", .is), ("lambda", .lambda), ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass),
      ("raise", .raise), ("return", .return), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ]
    var table = [[(packed: UInt64, kind: TokenKind)]](repeating: [], count: 9)
    for (word, kind) in words { table[word.utf8.count].append((pack(word.utf8), kind)) }
    return table
  }()

  /// The keyword that a word is, or nil.
  static func kind(of word: ArraySlice<UInt8>) -> TokenKind? {
    guard word.count >= 2, word.count <= 8 else { return nil }
    let packed = pack(word)
    for entry in byLength[word.count] where entry.packed == packed { return entry.kind }
    return nil
  }

  private static func pack(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    for byte in bytes { packed = packed << 8 | UInt64(byte) }
    return packed
  }
}
