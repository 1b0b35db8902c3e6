/// One call in progress. Frames that are not in use have no `namespace`, `generator` or `instance`, so that entering one
/// sets little.
struct Frame {
  /// What happens to the frame's result.
  enum Mode: UInt8 {
    /// Into the caller's register `resultRegister`.
    case call
    /// The same, but it must be None and `instance` is the result: `__init__`.
    case initializer
    /// Returned from `VM.run` to the Swift code that called it.
    case entry
    /// A generator resumed by the `for` instruction before the caller's `pc`.
    case iteration
    /// A generator resumed by the `delegate` instruction before the caller's `pc`.
    case delegation
  }

  var code: Unmanaged<CodeObject>
  var globals: Unmanaged<DictObject>
  /// The namespace of a class body, or the locals of what `exec` runs: a dict or any other mapping.
  var namespace: Unmanaged<Object>?
  /// Where to go on; kept up to date only while another frame runs.
  var pc: UnsafeMutablePointer<Instruction>
  var registers: UnsafeMutablePointer<Value>
  var mode: Mode
  var resultRegister: UInt16
  /// Owned; the object under construction in mode `initializer`.
  var instance: Value
  /// Set if the frame belongs to a generator.
  var generator: Unmanaged<GeneratorObject>?
  /// The function called, an owned register of the caller's, released when the frame ends; nil if there is none.
  var callee: UnsafeMutablePointer<Value>?
  /// What `MachineState.top` was before the frame was entered: Swift callers keep values of their own there.
  var outerTop: UnsafeMutablePointer<Value>
  /// The exception the caller was handling, owned, while a generator runs; without meaning in other frames.
  var outerHandled: Value
}

/// What the hot loop changes on every call, kept behind a pointer: Swift checks no exclusivity there.
struct MachineState {
  var frameCount = 0
  /// The first stack slot that no frame uses.
  var top: UnsafeMutablePointer<Value>
  /// Back-edges and calls until the limits are looked at again.
  var ticks: Int32 = 10_000
  let builtins: Unmanaged<DictObject>
  /// What `frameCount` is while the generator runs whose values go to `VM.sink`; -1 if there is none.
  var drainedFrame = -1
  /// The addresses of the exact types that have fast paths.
  var listType: UnsafeMutableRawPointer
  var tupleType: UnsafeMutableRawPointer
  var dictType: UnsafeMutableRawPointer
  var strType: UnsafeMutableRawPointer
}
