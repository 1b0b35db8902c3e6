/// The world outside, as far as a notebook may touch it. The interpreter has no other way out.
package protocol Host: AnyObject {
  /// What the notebook prints.
  func write(_ text: String, to stream: OutputStream)
  /// Whether values are shown beside what is printed: a notebook does so, a script does not.
  var showsValues: Bool { get }
  /// Shows a value's text as the value of a cell is shown.
  func show(_ value: String)
  /// Forgets what the cell has printed and shown.
  func clear()
  /// Seconds since the epoch.
  func time() -> Double
  /// Seconds on a clock that never goes back.
  func monotonicTime() -> Double
  /// Waits; may be virtual.
  func sleep(_ seconds: Double)
  /// The person at the terminal asked to stop.
  var isInterrupted: Bool { get }
  /// The folder of the notebook, where the modules it imports are looked for.
  var folder: String { get }
  /// The bytes of a file in that folder or further inside; nil if there is none, or it lies elsewhere. A relative path
  /// begins in the folder.
  func readFile(_ path: String) -> [UInt8]?
  /// What else the notebook may do with files; nil for nothing.
  var files: (any FileSystem)? { get }
}

extension Host {
  package var showsValues: Bool { false }
  package func show(_ value: String) { write(value + "\n", to: .stdout) }
  package func clear() {}
  /// A notebook without a place of its own.
  package var folder: String { "" }
  package func readFile(_ path: String) -> [UInt8]? {
    guard let files else { return nil }
    return try? files.read(path.normalizedPath(in: folder))
  }
  package var files: (any FileSystem)? { nil }
}

package enum OutputStream: Sendable { case stdout, stderr }
