/// A traceback as `sys.exc_info()` and `__exit__` see it; what it prints is written by `TracebackText`.
package final class TracebackObject: Object {
  let entries: [TracebackEntry]

  init(_ entries: [TracebackEntry], heap: Heap) {
    self.entries = entries
    super.init(kind: .traceback, type: heap.types.traceback)
  }
}
