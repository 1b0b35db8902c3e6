import Interpreter

/// A Python value that Swift code keeps.
final class HeldValue {
  let value: Value

  init(_ value: Value) { self.value = value.retained() }

  deinit { value.release() }
}
