import Interpreter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The outside of one notebook: gathers what it writes, or passes it on as it comes.
final class CellHost: Host {
  private let interruption: Interruption
  private let liveOutput: ExecutorSettings.LiveOutput?
  private let notebookFolder: NotebookFolder
  let files: (any FileSystem)?
  private var pieces: [Execution.Piece] = []
  /// Output of the stream that was written last; joined only once a piece of another kind follows.
  private var pending = ""
  private var pendingStream = Execution.Stream.standardOutput

  init(_ settings: ExecutorSettings) {
    interruption = settings.interruption
    liveOutput = settings.liveOutput
    notebookFolder = NotebookFolder(of: settings.path)
    let root = notebookFolder.path
    files =
      root.isEmpty
      ? nil
      : Overlay(
        over: DiskFiles(root: root), root: root, writesThrough: settings.allowsWriting,
        clock: { CellHost.seconds(CLOCK_REALTIME) })
  }

  func write(_ text: String, to stream: OutputStream) {
    let stream: Execution.Stream = stream == .stdout ? .standardOutput : .standardError
    if let liveOutput { return liveOutput(stream, text) }
    if stream != pendingStream { flush() }
    pendingStream = stream
    pending += text
  }

  /// Set by whoever runs the cell.
  var showsValues = false

  func clear() {
    pending = ""
    pieces = []
  }

  func show(_ value: String) {
    flush()
    pieces.append(.value(value))
  }

  /// What the cell showed, which is then forgotten.
  func takePieces() -> [Execution.Piece] {
    flush()
    defer { pieces = [] }
    return pieces
  }

  private func flush() {
    if !pending.isEmpty { pieces.append(.text(pendingStream, pending)) }
    pending = ""
  }

  var isInterrupted: Bool { interruption.isRaised }

  var folder: String { notebookFolder.path }

  /// The notebook's own path, absolute.
  var file: String { notebookFolder.file }

  func time() -> Double { Self.seconds(CLOCK_REALTIME) }

  func monotonicTime() -> Double { Self.seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// In short steps, so that Ctrl-C ends the wait.
  func sleep(_ seconds: Double) {
    let end = monotonicTime() + seconds
    while !isInterrupted {
      let rest = min(end - monotonicTime(), 0.05)
      if rest <= 0 { return }
      usleep(UInt32(rest * 1e6))
    }
  }
}
