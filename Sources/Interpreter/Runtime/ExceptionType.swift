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

  package var name: String {
    switch self {
    case .eofError: "EOFError"
    case .osError: "OSError"
    default:
      // `zeroDivisionError` -> `ZeroDivisionError`
      "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
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
