/// Times as reports show them.
enum Seconds {
  /// `12 ms` below a second, `1.25 s` above.
  static func text(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "0 ms" }
    if seconds < 0.9995 {
      let milliseconds = seconds * 1000
      return milliseconds < 9.95 ? "\(decimal(milliseconds, places: 1)) ms" : "\(Int(milliseconds.rounded())) ms"
    }
    return "\(decimal(seconds, places: 2)) s"
  }

  /// Fixed point without an exponent, rounded.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * Double(scale)).rounded()
    guard let units = Int(exactly: scaled), units >= 0 else { return "0" }
    let fraction = String(units % scale)
    return "\(units / scale)." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }
}
