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
}

package enum OutputStream: Sendable { case stdout, stderr }
