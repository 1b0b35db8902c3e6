// The registers of a frame.

extension UnsafeMutablePointer<Value> {
  /// Stores an owned value in a register.
  @inline(__always)
  func set(_ register: UInt16, _ value: Value) {
    let old = self[Int(register)]
    self[Int(register)] = value
    old.release()
  }

  /// Releases and clears.
  @inline(__always)
  func drop(_ index: Int) {
    let old = self[index]
    self[index] = .unbound
    old.release()
  }

  /// The value of a register as an owned one: moved out of a temporary, copied from a local.
  @inline(__always)
  func takeOrCopy(_ register: UInt16, _ localCount: Int) -> Value {
    let value = self[Int(register)]
    if Int(register) >= localCount {
      self[Int(register)] = .unbound
      return value
    }
    return value.retained()
  }

  /// Clears an operand that was a temporary.
  @inline(__always)
  func use(_ register: UInt16, _ localCount: Int) {
    if Int(register) >= localCount { drop(Int(register)) }
  }

  /// Stores a result, then clears the operand it came from if that was another temporary.
  @inline(__always)
  func finish(_ target: UInt16, _ value: Value, used operand: UInt16, _ localCount: Int) {
    set(target, value)
    if operand != target { use(operand, localCount) }
  }
}
