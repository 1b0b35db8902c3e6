/// What goes wrong in a tensor operation, with PyTorch's exception type and exact words.
package struct TensorError: Error, Equatable {
  /// The Python exception to raise.
  package enum Kind: UInt8, Sendable {
    case runtimeError, valueError, typeError, indexError, notImplementedError, attributeError, assertionError
    case overflowError, linAlgError
    /// A hook of the caller failed; its own error waits with the caller.
    case foreign

    package var pythonName: String {
      switch self {
      case .runtimeError: "RuntimeError"
      case .valueError: "ValueError"
      case .typeError: "TypeError"
      case .indexError: "IndexError"
      case .notImplementedError: "NotImplementedError"
      case .attributeError: "AttributeError"
      case .assertionError: "AssertionError"
      case .overflowError: "OverflowError"
      case .linAlgError: "torch._C._LinAlgError"
      case .foreign: "Exception"
      }
    }
  }

  package let kind: Kind
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// Declarations throw untyped for brevity; everything they call throws `TensorError`.
  init(_ error: any Error) {
    self = error as? TensorError ?? TensorError(.runtimeError, "\(error)")
  }

  package static func runtime(_ message: String) -> TensorError { TensorError(.runtimeError, message) }
  package static func value(_ message: String) -> TensorError { TensorError(.valueError, message) }
  package static func type(_ message: String) -> TensorError { TensorError(.typeError, message) }
  package static func index(_ message: String) -> TensorError { TensorError(.indexError, message) }

  /// `"kernel" not implemented for 'Long'`
  package static func notImplemented(_ kernel: String, for dtype: DType) -> TensorError {
    TensorError(.notImplementedError, "\"\(kernel)\" not implemented for '\(dtype.scalarName)'")
  }
}
