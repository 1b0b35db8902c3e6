import Interpreter
import PythonSyntax
import Torch

extension Engine {
  /// nbcheck's own: its Python on its tensors.
  package static let python: Engine = Engine(codeReader: PythonCodeReader()) { PythonExecutor($0) }
}

/// Runs cells in one session of the interpreter, which has `torch` to import.
final class PythonExecutor: Executor {
  private let session: Session
  private let host: CellHost
  /// Names whose values were computed from unseeded draws.
  private var unseededNames: Set<String> = []

  init(_ settings: ExecutorSettings) {
    host = CellHost(settings)
    var limits = Interpreter.Limits()
    limits.seconds = settings.limits.seconds ?? .infinity
    limits.bytes = settings.limits.memoryBytes
    limits.recursion = settings.limits.recursionDepth
    session = Session(host: host, limits: limits)
    Torch.install(in: session.vm)
    session.vm.arguments = settings.arguments
    if settings.liveOutput == nil { prepareHistory() }
  }

  func execute(_ cell: ExecutableCell) -> Execution {
    let vm = session.vm
    vm.drewUnseeded = false
    vm.showedUnseeded = false
    vm.shownNumbers = []
    let start = host.monotonicTime()
    let magics = cell.display == .jupyter ? MagicCell(cell.code) : nil
    let source = Source(name: cell.name, text: magics?.code ?? cell.code)
    let shape = CellShape(source)
    if cell.display == .script { prepareScript() }
    host.showsValues = cell.display == .jupyter
    var execution = Execution()
    do throws(Failure) {
      let value = try session.run(source, returnsLastValue: cell.display != .script)
      defer { value.release() }
      let isShown = cell.display != .script && !shape.isSilenced && magics?.hidesValue != true
      if !value.isNone && isShown { try show(value, cell) }
    } catch {
      if cell.display == .script, case .raised(let exception) = error {
        execution.isErrorShown = session.callExceptHook(exception)
      }
      fill(&execution, error, source, isScript: cell.display == .script)
    }
    if cell.display == .script { session.runExitFunctions() }
    execution.pieces = host.takePieces()
    if magics?.hidesOutput == true { execution.pieces = [] }
    execution.isUnseeded = isUnseeded(shape)
    execution.numbers = vm.shownNumbers.compactMap { number in
      FloatType(dtype: number.dtype).map { PrintedNumber(text: number.text, value: number.value, type: $0) }
    }
    execution.seconds = host.monotonicTime() - start
    return execution
  }

  // MARK: Display

  private func show(_ value: Value, _ cell: ExecutableCell) throws(Failure) {
    let vm = session.vm
    do throws(Raised) {
      let text = cell.display == .jupyter ? try DisplayText.text(of: value, vm) : try vm.repr(value)
      host.show(text)
      remember(value, cell.number)
    } catch {
      throw .raised(vm.takeRaised())
    }
  }

  /// What a script finds that a notebook does not.
  private func prepareScript() {
    let vm = session.vm
    vm.globals.set("__file__", vm.str(host.file))
    vm.globals.set("__cached__", .none)
  }

  private func prepareHistory() {
    let vm = session.vm
    for name in ["_", "__", "___"] { vm.globals.set(name, vm.str("")) }
    vm.globals.set("Out", Value(DictObject.make(heap: vm.heap)))
    vm.builtins.set("display", DisplayModule.function(vm))
  }

  /// `_`, `__`, `___`, `_3` and `Out[3]`.
  private func remember(_ value: Value, _ number: Int?) {
    let globals = session.vm.globals
    for (name, source) in [("___", "__"), ("__", "_")] {
      if let old = globals.get(source)?.retained() { globals.set(name, old) }
    }
    globals.set("_", value.retained())
    guard let number else { return }
    globals.set("_\(number)", value.retained())
    if let out = globals.get("Out")?.asDict { try? session.vm.dictSet(out, .int(number), value) }
  }

  // MARK: Unseeded draws

  /// Whether what the cell shows may depend on an unseeded draw: it showed a tensor that does, made numbers out of
  /// one, or read a name that such a cell has set. (Tensors remember by themselves; numbers do not.)
  private func isUnseeded(_ shape: CellShape) -> Bool {
    let dependsOnDraw = session.vm.drewUnseeded || !unseededNames.isDisjoint(with: shape.readNames)
    if dependsOnDraw {
      unseededNames.formUnion(shape.boundNames)
    } else {
      unseededNames.subtract(shape.boundNames)
    }
    return dependsOnDraw || session.vm.showedUnseeded
  }

  // MARK: Errors

  private func fill(_ execution: inout Execution, _ failure: Failure, _ source: Source, isScript: Bool) {
    switch failure {
    case .syntax(let diagnostic):
      execution.error = ExecutionError(
        type: diagnostic.kind.rawValue, message: diagnostic.message,
        traceback: diagnostic.rendered(in: source).split(separator: "\n").map(String.init),
        line: source.line(at: diagnostic.range.start), column: source.column(at: diagnostic.range.start))
    case .raised(let exception):
      defer { exception.release() }
      let text = TracebackText(session.vm, hasHints: isScript)
      let (type, message) = text.typeAndMessage(exception)
      let place = text.position(exception, in: source)
      execution.error = ExecutionError(
        type: type, message: message, traceback: text.lines(exception), line: place?.line, column: place?.column,
        isOutsideEngine: type == "NotImplementedError" && message.hasSuffix("is not available in nbcheck"))
      execution.stop = stop(type)
      execution.exit = exitRequest(exception)
    }
  }

  private func stop(_ type: String) -> Execution.Stop? {
    switch session.vm.stopReason {
    case .timeout: .timeout
    case .interrupted: .interrupted
    case nil: type == "MemoryError" ? .memory : nil
    }
  }

  /// What `sys.exit(…)` asks for.
  private func exitRequest(_ exception: Value) -> Execution.ExitRequest? {
    let vm = session.vm
    guard vm.isInstance(exception, vm.heap.types[.systemExit]) else { return nil }
    let code = (try? vm.findAttribute(exception, vm.heap.intern("code"))) ?? .none
    defer { code.release() }
    if code.isNone { return .init(status: 0) }
    if let status = code.smallInt { return .init(status: Int32(truncatingIfNeeded: status)) }
    if code.bigInt != nil { return .init(status: -1) }
    let text = try? vm.strText(code)
    return .init(status: 1, message: text ?? "")
  }
}
