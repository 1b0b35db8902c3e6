import PythonSyntax

/// The machine that runs one notebook: its heap, stack, modules and limits. Single-threaded.
package final class VM {
  package let heap: Heap
  package let host: any Host
  /// Names that every namespace sees.
  package let builtins: DictObject
  /// The notebook's own namespace.
  package let globals: DictObject
  /// Modules imported so far, by name.
  package let modules: ModuleTable
  /// `sys.path`, once somebody asked for it.
  @exclusivity(unchecked) final var searchPathList: Value = .unbound
  @exclusivity(unchecked) final var moduleMakers: [String: (VM) throws(Raised) -> ModuleObject] = [:]
  @exclusivity(unchecked) package final var limits: Limits
  /// Python numbers or truth values were made that depend on a generator which the notebook never seeded.
  @exclusivity(unchecked) package final var drewUnseeded = false
  /// Text was made of a tensor whose elements do.
  @exclusivity(unchecked) package final var showedUnseeded = false
  /// The floats that were shown with fewer digits than they have, in the order of showing; whoever compares text empties it.
  @exclusivity(unchecked) package final var shownNumbers: [ShownNumber] = []
  /// `sys.argv`
  @exclusivity(unchecked) package final var arguments: [String] = []

  let state: UnsafeMutablePointer<MachineState>
  let frames: UnsafeMutablePointer<Frame>
  let stack: UnsafeMutablePointer<Value>
  let stackEnd: UnsafeMutablePointer<Value>
  static let stackCapacity: Int = 1 << 20
  static let frameCapacity: Int = 20_000
  private static let stackBytes: Int = stackCapacity * MemoryLayout<Value>.stride
  private static let frameBytes: Int = frameCapacity * MemoryLayout<Frame>.stride

  /// The exception on its way, owned, after a `Raised` was thrown.
  @exclusivity(unchecked) final var raised: Value = .unbound
  /// The exception being handled (`sys.exc_info()`), owned.
  @exclusivity(unchecked) final var handled: Value = .unbound
  /// What `throw` was called with on a generator, borrowed: an iterator that it delegates to gets the same.
  @exclusivity(unchecked) final var thrownArguments: [Value] = []
  /// What the last generator to end returned, owned.
  @exclusivity(unchecked) final var generatorResult: Value = .unbound
  /// Where the values of the generator in `MachineState.drainedFrame` go.
  @exclusivity(unchecked) final var sink: Unmanaged<Sink>!
  /// Nested Swift calls, which use the native stack.
  @exclusivity(unchecked) final var nativeDepth = 0
  /// Objects whose repr is being written.
  @exclusivity(unchecked) final var printing: [ObjectIdentifier] = []
  /// The clock at which the cell has to end.
  @exclusivity(unchecked) final var deadline: Double = .infinity
  /// The notebook is over: nothing of it runs any more.
  @exclusivity(unchecked) final var isEnding = false
  /// Set once a limit ended the cell, so that no handler can catch it.
  @exclusivity(unchecked) package final var stopReason: StopReason?

  package init(host: any Host, limits: Limits = Limits()) {
    self.host = host
    self.limits = limits
    heap = Heap()
    heap.byteLimit = limits.bytes
    builtins = DictObject.make(heap: heap)
    globals = DictObject.make(heap: heap)
    modules = ModuleTable(dict: DictObject.make(heap: heap))
    // All bits zero is a value without an owner, `.bool(false)`.
    stack = UnsafeMutableRawPointer.pages(VM.stackBytes).bindMemory(to: Value.self, capacity: VM.stackCapacity)
    stackEnd = stack + VM.stackCapacity
    frames = UnsafeMutableRawPointer.pages(VM.frameBytes).bindMemory(to: Frame.self, capacity: VM.frameCapacity)
    state = .allocate(capacity: 1)
    state.initialize(
      to: MachineState(
        top: stack, builtins: Unmanaged.passUnretained(builtins), listType: heap.types.list.address,
        tupleType: heap.types.tuple.address,
        dictType: heap.types.dict.address, strType: heap.types.str.address))
    ObjectType.install(self)
    IntType.install(self)
    BoolType.install(self)
    FloatType.install(self)
    ComplexType.install(self)
    StrType.install(self)
    BytesType.install(self)
    ListType.install(self)
    TupleType.install(self)
    DictType.install(self)
    SetType.install(self)
    RangeType.install(self)
    SliceType.install(self)
    FunctionTypes.install(self)
    CodeType.install(self)
    DescriptorTypes.install(self)
    GeneratorType.install(self)
    ExceptionTypes.install(self)
    TracebackType.install(self)
    Builtins.install(self)
    TypeDocumentation.install(self)
    prepareMain()
    heap.weakCallback = { [unowned self] reference in self.callBack(reference) }
    heap.finalizer = { [unowned self] object in self.finalize(object) }
  }

  /// What every main program finds in its namespace.
  private func prepareMain() {
    globals.set("__name__", str("__main__"))
    for name in ["__doc__", "__package__", "__loader__", "__spec__"] { globals.set(name, .none) }
    globals.set("__annotations__", Value(DictObject.make(heap: heap)))
    globals.set("__builtins__", builtinsModule.retained())
    modules["__main__"] = Value(ModuleObject(name: "__main__", namespace: globals, heap: heap))
  }

  deinit {
    UnsafeMutableRawPointer(stack).giveBack(pages: VM.stackBytes)
    UnsafeMutableRawPointer(frames).giveBack(pages: VM.frameBytes)
    state.deallocate()
  }
}

/// A float in a text that shows it rounded.
package struct ShownNumber: Sendable {
  /// The numeral as it stands in the text.
  package let text: String
  package let value: Double
  /// `float32`, …: what a last place is worth.
  package let dtype: String

  package init(text: String, value: Double, dtype: String) {
    self.text = text
    self.value = value
    self.dtype = dtype
  }
}

/// What a notebook may use.
package struct Limits: Sendable {
  /// Seconds for one cell.
  package var seconds: Double = .infinity
  /// Bytes of all buffers together.
  package var bytes = 4 << 30
  /// Python calls inside one another.
  package var recursion = 1000
  /// Decimal digits of an integer in a text; 0 for any number.
  package var integerDigits = 4300

  package init() {}
}

/// Why a cell was ended from outside: no Python code can catch it.
package enum StopReason: Sendable { case timeout, interrupted }
