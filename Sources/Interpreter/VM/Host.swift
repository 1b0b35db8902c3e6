/// The world outside, as far as a notebook may touch it. The interpreter has no other way out.
package protocol Host: AnyObject {
  /// What the notebook prints.
  func write(_ text: String, to stream: OutputStream)
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
}

extension Host {
  /// A notebook without a place of its own.
  package var folder: String { "" }
  package func readFile(_ path: String) -> [UInt8]? { nil }
}

package enum OutputStream: Sendable { case stdout, stderr }
