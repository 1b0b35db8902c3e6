import ArgumentParser
import Checking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--color`
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// By itself: on a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
  var style: Style {
    switch self {
    case .always: Style(isColored: true)
    case .never: Style(isColored: false)
    case .auto:
      Style(isColored: StandardStream.output.isTerminal && !Self.isSet("NO_COLOR") && !Self.isDumb)
    }
  }

  private static func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? false }
}
