/// The state of one notebook's tensors: modes, memory, random numbers. Tensors of different engines never meet; an engine
/// belongs to one thread at a time.
package final class Engine {
  package let allocator = Allocator()
  /// Off inside `torch.no_grad()`.
  package var isGradEnabled: Bool {
    get { records }
    set { records = newValue }
  }
  /// What `torch.set_default_dtype` sets.
  package var defaultDType: DType {
    get { floating }
    set { floating = newValue }
  }

  // Internal, so that the compiler sees every access and need not check for exclusivity at run time.
  final var records = true
  final var floating: DType = .float32

  /// What `torch.manual_seed` seeds.
  package final let generator = Generator.unseeded()
  /// Warnings that an operation wants shown, in order; the caller empties it.
  package final var warnings: [String] = []

  /// Backward passes that are running, one inside the other.
  final var activePasses = 0

  final var lastSequence: UInt64 = 0
  final var lastPass: UInt64 = 0

  package init() {}

  /// Later nodes have higher numbers; backward goes from high to low.
  @inline(__always)
  final func nextSequence() -> UInt64 {
    lastSequence &+= 1
    return lastSequence
  }

  final func nextPass() -> UInt64 {
    lastPass &+= 1
    return lastPass
  }

  /// Runs `body` with gradients on or off, as `torch.set_grad_enabled`.
  package final func withGrad<Result>(
    _ enabled: Bool, _ body: () throws(TensorError) -> Result
  ) throws(TensorError) -> Result {
    let before = isGradEnabled
    isGradEnabled = enabled
    defer { isGradEnabled = before }
    return try body()
  }
}
