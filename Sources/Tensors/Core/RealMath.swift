#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The C library's functions, under names that do not collide with the operations'.
enum RealMath {
  static func log(_ x: Double) -> Double { naturalLogarithm(x) }
  static func power(_ x: Double, _ y: Double) -> Double { realPower(x, y) }
  static func ceil(_ x: Double) -> Double { x.rounded(.up) }
}

private func naturalLogarithm(_ x: Double) -> Double { log(x) }
private func realPower(_ x: Double, _ y: Double) -> Double { pow(x, y) }
