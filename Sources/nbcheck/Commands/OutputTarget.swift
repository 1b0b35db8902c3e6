import ArgumentParser
import Checking

extension ReportFormat: ExpressibleByArgument {}

/// `--output FORMAT=FILE`
struct OutputTarget: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), let format = ReportFormat(rawValue: String(argument[..<equals]))
    else { return nil }
    path = String(argument[argument.index(after: equals)...])
    self.format = format
    if path.isEmpty { return nil }
  }
}
