/// The builtin exceptions, each after its base.
package enum ExceptionType: UInt8, CaseIterable {
  case baseException, exception
  case baseExceptionGroup, exceptionGroup
  case systemExit, keyboardInterrupt, generatorExit
  case stopIteration, stopAsyncIteration
  case arithmeticError, floatingPointError, overflowError, zeroDivisionError
  case assertionError, attributeError, bufferError, eofError
  case importError, moduleNotFoundError
  case lookupError, indexError, keyError
  case memoryError
  case nameError, unboundLocalError
  case osError, fileExistsError, fileNotFoundError, isADirectoryError, notADirectoryError, permissionError, timeoutError
  case blockingIOError, childProcessError, interruptedError, processLookupError
  case connectionError, brokenPipeError, connectionAbortedError, connectionRefusedError, connectionResetError
  case referenceError
  case runtimeError, notImplementedError, recursionError
  case syntaxError, indentationError, tabError
  case systemError
  case typeError
  case valueError, unicodeError, unicodeDecodeError, unicodeEncodeError, unicodeTranslateError
  case warning, deprecationWarning, futureWarning, runtimeWarning, syntaxWarning, userWarning
  case bytesWarning, encodingWarning, importWarning, pendingDeprecationWarning, resourceWarning, unicodeWarning

  /// Spelled out: to ask Swift for the name of a case takes longer than all else that a heap needs at its start.
  package var name: String {
    switch self {
    case .baseException: "BaseException"
    case .exception: "Exception"
    case .baseExceptionGroup: "BaseExceptionGroup"
    case .exceptionGroup: "ExceptionGroup"
    case .systemExit: "SystemExit"
    case .keyboardInterrupt: "KeyboardInterrupt"
    case .generatorExit: "GeneratorExit"
    case .stopIteration: "StopIteration"
    case .stopAsyncIteration: "StopAsyncIteration"
    case .arithmeticError: "ArithmeticError"
    case .floatingPointError: "FloatingPointError"
    case .overflowError: "OverflowError"
    case .zeroDivisionError: "ZeroDivisionError"
    case .assertionError: "AssertionError"
    case .attributeError: "AttributeError"
    case .bufferError: "BufferError"
    case .eofError: "EOFError"
    case .importError: "ImportError"
    case .moduleNotFoundError: "ModuleNotFoundError"
    case .lookupError: "LookupError"
    case .indexError: "IndexError"
    case .keyError: "KeyError"
    case .memoryError: "MemoryError"
    case .nameError: "NameError"
    case .unboundLocalError: "UnboundLocalError"
    case .osError: "OSError"
    case .fileExistsError: "FileExistsError"
    case .fileNotFoundError: "FileNotFoundError"
    case .isADirectoryError: "IsADirectoryError"
    case .notADirectoryError: "NotADirectoryError"
    case .permissionError: "PermissionError"
    case .timeoutError: "TimeoutError"
    case .blockingIOError: "BlockingIOError"
    case .childProcessError: "ChildProcessError"
    case .interruptedError: "InterruptedError"
    case .processLookupError: "ProcessLookupError"
    case .connectionError: "ConnectionError"
    case .brokenPipeError: "BrokenPipeError"
    case .connectionAbortedError: "ConnectionAbortedError"
    case .connectionRefusedError: "ConnectionRefusedError"
    case .connectionResetError: "ConnectionResetError"
    case .referenceError: "ReferenceError"
    case .runtimeError: "RuntimeError"
    case .notImplementedError: "NotImplementedError"
    case .recursionError: "RecursionError"
    case .syntaxError: "SyntaxError"
    case .indentationError: "IndentationError"
    case .tabError: "TabError"
    case .systemError: "SystemError"
    case .typeError: "TypeError"
    case .valueError: "ValueError"
    case .unicodeError: "UnicodeError"
    case .unicodeDecodeError: "UnicodeDecodeError"
    case .unicodeEncodeError: "UnicodeEncodeError"
    case .unicodeTranslateError: "UnicodeTranslateError"
    case .warning: "Warning"
    case .deprecationWarning: "DeprecationWarning"
    case .futureWarning: "FutureWarning"
    case .runtimeWarning: "RuntimeWarning"
    case .syntaxWarning: "SyntaxWarning"
    case .userWarning: "UserWarning"
    case .bytesWarning: "BytesWarning"
    case .encodingWarning: "EncodingWarning"
    case .importWarning: "ImportWarning"
    case .pendingDeprecationWarning: "PendingDeprecationWarning"
    case .resourceWarning: "ResourceWarning"
    case .unicodeWarning: "UnicodeWarning"
    }
  }

  var base: ExceptionType? {
    switch self {
    case .baseException: nil
    case .exceptionGroup: .baseExceptionGroup
    case .exception, .baseExceptionGroup, .systemExit, .keyboardInterrupt, .generatorExit: .baseException
    case .floatingPointError, .overflowError, .zeroDivisionError: .arithmeticError
    case .moduleNotFoundError: .importError
    case .indexError, .keyError: .lookupError
    case .unboundLocalError: .nameError
    case .fileExistsError, .fileNotFoundError, .isADirectoryError, .notADirectoryError, .permissionError,
      .timeoutError, .blockingIOError, .childProcessError, .interruptedError, .processLookupError, .connectionError:
      .osError
    case .brokenPipeError, .connectionAbortedError, .connectionRefusedError, .connectionResetError: .connectionError
    case .notImplementedError, .recursionError: .runtimeError
    case .indentationError: .syntaxError
    case .tabError: .indentationError
    case .unicodeError: .valueError
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
    case .deprecationWarning, .futureWarning, .runtimeWarning, .syntaxWarning, .userWarning, .bytesWarning,
      .encodingWarning, .importWarning, .pendingDeprecationWarning, .resourceWarning, .unicodeWarning:
      .warning
    default: .exception
    }
  }
}
