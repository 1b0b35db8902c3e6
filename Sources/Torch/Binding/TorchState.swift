import Interpreter
import Tensors

/// What the tensors of one notebook have in common: the engine, and their types in Python.
final class TorchState {
  let engine = Engine()
  unowned(unsafe) let vm: VM
  /// `torch.Tensor`, borrowed like the other types: a type written in Swift lives as long as the heap.
  let tensorType: TypeObject
  let sizeType: TypeObject
  let deviceType: TypeObject
  let dtypeType: TypeObject
  let constantType: TypeObject
  let generatorType: TypeObject
  let nodeType: TypeObject
  let hookHandleType: TypeObject
  /// `torch._C._LinAlgError`
  let linAlgError: TypeObject
  /// By raw value; owned.
  private(set) var dtypes: [Value] = []
  /// `torch.default_generator`, owned.
  private(set) var generator: Value = .unbound
  var printOptions = PrintOptions()
  /// Named tuples by the name of the operation that returns them.
  var returnTypes: [String: TypeObject] = [:]
  /// The types of `grad_fn`s by name.
  var nodeTypes: [String: TypeObject] = [:]
  /// The Python objects of nodes, so that the same node is the same object.
  var nodeObjects: [ObjectIdentifier: Unmanaged<NodeObject>] = [:]
  /// Each is shown once.
  private var shownWarnings: Set<String> = []
  /// An error of Python code that an operation of the engine called back and that is on its way through it.
  private var waiting: Raised?

  init(_ vm: VM) {
    self.vm = vm
    let types = vm.heap.types!
    tensorType = types.make("Tensor", .foreign, hasAttributes: true, module: "torch")
    sizeType = types.make("torch.Size", .tuple, base: types.tuple, isFinal: true)
    deviceType = types.make("torch.device", .foreign, isFinal: true)
    dtypeType = types.make("torch.dtype", .foreign, isFinal: true)
    constantType = types.make("torch.memory_format", .foreign, isFinal: true)
    generatorType = types.make("Generator", .foreign, isFinal: true, module: "torch._C")
    nodeType = types.make("Node", .foreign, module: "torch.autograd.graph")
    hookHandleType = types.make("RemovableHandle", .foreign, isFinal: true, module: "torch.utils.hooks")
    linAlgError = types.make(
      "_LinAlgError", .exception, base: types[.runtimeError], hasAttributes: true, module: "torch._C")
    dtypes = DType.allCases.map { Value(DTypeObject($0, type: dtypeType)) }
    generator = Value(RandomGeneratorObject(engine.generator, type: generatorType))
    engine.allocator.byteLimit = vm.limits.bytes
    engine.allocator.externalBytes = { [unowned(unsafe) heap = vm.heap] in heap.bytes }
    TensorType.install(self)
    SizeType.install(self)
    DeviceType.install(self)
    DTypeType.install(self)
    ConstantType.install(self)
    GeneratorType.install(self)
    NodeType.install(self)
    HookHandleType.install(self)
  }

  // MARK: Errors

  /// Runs work of the engine; its errors become Python's.
  @inline(__always)
  func run<Result>(_ body: () throws(TensorError) -> Result) throws(Raised) -> Result {
    do throws(TensorError) { return try body() } catch { throw raise(error) }
  }

  func raise(_ error: TensorError) -> Raised {
    switch error.kind {
    case .runtimeError: return vm.raise(.runtimeError, error.message)
    case .valueError: return vm.raise(.valueError, error.message)
    case .typeError: return vm.raise(.typeError, error.message)
    case .indexError: return vm.raise(.indexError, error.message)
    case .notImplementedError: return vm.raise(.notImplementedError, error.message)
    case .attributeError: return vm.raise(.attributeError, error.message)
    case .assertionError: return vm.raise(.assertionError, error.message)
    case .overflowError: return vm.raise(.overflowError, error.message)
    case .linAlgError: return vm.raise(linAlgError, [vm.str(error.message)])
    case .foreign:
      guard let error = waiting else { return vm.raise(.runtimeError, "a hook failed without an error") }
      waiting = nil
      return error
    }
  }

  /// Python code that the engine called has failed: the engine is told so, and `raise` finds the error again.
  func postpone(_ error: Raised) -> TensorError {
    waiting = error
    return TensorError(.foreign, "")
  }

  /// Shows what operations had to warn of, as Python does: on the error stream.
  func showWarnings() {
    if engine.warnings.isEmpty { return }
    for text in engine.warnings where shownWarnings.insert(text).inserted {
      vm.host.write("UserWarning: \(text)\n", to: .stderr)
    }
    engine.warnings = []
  }

  /// Counts an operation on `count` elements against the time limit.
  @inline(__always)
  func charge(_ count: Int) throws(Raised) { if count > 1000 { try vm.charge(count / 1000) } }
}
