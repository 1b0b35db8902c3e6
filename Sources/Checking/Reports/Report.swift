/// The formats that a report can have.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case json
}
