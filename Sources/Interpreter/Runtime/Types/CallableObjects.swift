/// A function of the notebook.
package final class FunctionObject: Object {
  @exclusivity(unchecked) final private(set) var codeReference: Unmanaged<CodeObject>
  @exclusivity(unchecked) final private(set) var globalsReference: Unmanaged<DictObject>
  /// The cells of enclosing functions' variables that it uses, as many as its code has free registers.
  @exclusivity(unchecked) final private(set) var cells: UnsafeMutablePointer<Value>
  @exclusivity(unchecked) private final var cellCapacity: Int
  @exclusivity(unchecked) final private(set) var cellCount: Int
  /// Defaults of the last positional parameters, and of keyword-only ones (`.unbound`: none).
  @exclusivity(unchecked) final var defaults: [Value]
  @exclusivity(unchecked) final var keywordDefaults: [Value]
  @exclusivity(unchecked) private final var givenName: String?
  @exclusivity(unchecked) private final var givenQualifiedName: String?
  @exclusivity(unchecked) final var annotations: Value = .none
  /// What `__module__` and `__doc__` were set to, owned.
  @exclusivity(unchecked) private(set) final var givenModule: Value?
  @exclusivity(unchecked) private(set) final var givenDocumentation: Value?

  final var code: CodeObject { codeReference.takeUnretainedValue() }
  /// The namespace its global names are looked up in.
  final var globals: DictObject { globalsReference.takeUnretainedValue() }
  final var closure: [Value] { (0..<cellCount).map { cells[$0] } }

  final var name: String {
    get { givenName ?? code.name }
    set { givenName = newValue }
  }

  final var qualifiedName: String {
    get { givenQualifiedName ?? code.qualifiedName }
    set { givenQualifiedName = newValue }
  }

  /// Takes over the counts of the defaults; retains code and globals. The cells are for the caller to fill.
  private init(
    code: CodeObject, globals: Unmanaged<DictObject>, defaults: [Value], keywordDefaults: [Value], heap: Heap
  ) {
    codeReference = Unmanaged.passUnretained(code)
    globalsReference = globals
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    cellCount = code.freeRegisterCount
    cellCapacity = max(cellCount, 4)
    cells = .allocate(capacity: cellCapacity)
    code.refCount &+= 1
    globals._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    super.init(kind: .function, type: heap.types.function)
    track()
  }

  /// A function whose cells, one for each free register of its code, are for the caller to fill.
  static func make(
    code: CodeObject, globals: Unmanaged<DictObject>, defaults: [Value] = [], keywordDefaults: [Value] = [],
    heap: Heap
  ) -> Unmanaged<FunctionObject> {
    guard
      let kept = heap.reusePlain(PoolIndex.function.rawValue, as: FunctionObject.self, type: heap.plainFunction)
    else {
      return .passUnretained(
        FunctionObject(code: code, globals: globals, defaults: defaults, keywordDefaults: keywordDefaults, heap: heap))
    }
    code.refCount &+= 1
    globals._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    kept._withUnsafeGuaranteedRef { function in
      function.codeReference = Unmanaged.passUnretained(code)
      function.globalsReference = globals
      if !defaults.isEmpty { function.defaults = defaults }
      if !keywordDefaults.isEmpty { function.keywordDefaults = keywordDefaults }
      function.reserveCells(code.freeRegisterCount)
    }
    return kept
  }

  /// Room for so many cells, which are for the caller to fill.
  @inline(__always)
  private final func reserveCells(_ count: Int) {
    if count > cellCapacity {
      cells.deallocate()
      cells = .allocate(capacity: count)
      cellCapacity = count
    }
    cellCount = count
  }

  deinit { cells.deallocate() }

  // MARK: Change

  final var keywordOnlyNames: ArraySlice<StrObject> {
    let layout = code.parameters
    return code.localNames[layout.positionalCount..<(layout.positionalCount + layout.keywordOnlyCount)]
  }

  /// Takes over the count.
  final func setModule(_ value: Value?) {
    let old = givenModule
    givenModule = value
    old?.release()
  }

  /// Takes over the count.
  final func setDocumentation(_ value: Value?) {
    let old = givenDocumentation
    givenDocumentation = value
    old?.release()
  }

  /// Takes over the counts.
  final func setDefaults(_ values: [Value]) {
    let old = defaults
    defaults = values
    for value in old { value.release() }
  }

  /// Takes over the counts; `.unbound` for those without a default.
  final func setKeywordDefaults(_ values: [Value]) {
    let old = keywordDefaults
    keywordDefaults = values
    for value in old { value.release() }
  }

  /// Other code with as many cells; defaults of keyword-only parameters stay with their names.
  final func setCode(_ new: CodeObject) {
    let old = code
    // The function keeps the names it had.
    if givenName == nil { givenName = old.name }
    if givenQualifiedName == nil { givenQualifiedName = old.qualifiedName }
    let known = Dictionary(
      zip(keywordOnlyNames.map(\.string), keywordDefaults), uniquingKeysWith: { first, _ in first })
    new.refCount &+= 1
    codeReference = Unmanaged.passUnretained(new)
    setKeywordDefaults(keywordOnlyNames.map { (known[$0.string] ?? .unbound).retained() })
    Value(old).release()
  }

  package override func dropReferences() {
    for index in 0..<cellCount { cells[index].release() }
    cellCount = 0
    if !defaults.isEmpty {
      for value in defaults { value.release() }
      defaults = []
    }
    if !keywordDefaults.isEmpty {
      for value in keywordDefaults { value.release() }
      keywordDefaults = []
    }
    if givenName != nil { givenName = nil }
    if givenQualifiedName != nil { givenQualifiedName = nil }
    annotations.release()
    annotations = .none
    if givenModule != nil { setModule(nil) }
    if givenDocumentation != nil { setDocumentation(nil) }
    globalsReference._withUnsafeGuaranteedRef { Value($0).release() }
    codeReference._withUnsafeGuaranteedRef { Value($0).release() }
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(code))
    visit(Value(globals))
    for index in 0..<cellCount { visit(cells[index]) }
    for value in defaults { visit(value) }
    for value in keywordDefaults { visit(value) }
    visit(annotations)
    if let givenModule { visit(givenModule) }
    if let givenDocumentation { visit(givenDocumentation) }
  }

  override func breakCycle() {
    super.breakCycle()
    // The cells stay in number: a call already on its way reads them.
    for index in 0..<cellCount { cells.drop(index) }
    if !defaults.isEmpty { setDefaults([]) }
    if !keywordDefaults.isEmpty { setKeywordDefaults([]) }
  }
}

/// A method bound to the object it was looked up on; either may be a Swift or a Python function.
package final class BoundMethodObject: Object {
  @exclusivity(unchecked) package final private(set) var function: Value
  @exclusivity(unchecked) package final private(set) var receiver: Value

  private init(function: Value, receiver: Value, type: TypeObject) {
    self.function = function
    self.receiver = receiver
    super.init(kind: .boundMethod, type: type)
    track()
  }

  /// Retains both.
  static func make(function: Value, receiver: Value, heap: Heap) -> Unmanaged<BoundMethodObject> {
    _ = function.retained()
    _ = receiver.retained()
    let type: TypeObject
    if let native = function.cast(.native, to: NativeFunctionObject.self) {
      type = native.isSlotWrapper ? heap.types.methodWrapper : heap.types.builtinMethod
    } else {
      type = heap.types.boundMethod
    }
    if let kept = heap.reuse(PoolIndex.boundMethod.rawValue, as: BoundMethodObject.self, type: type) {
      kept._withUnsafeGuaranteedRef {
        $0.function = function
        $0.receiver = receiver
      }
      return kept
    }
    return .passUnretained(BoundMethodObject(function: function, receiver: receiver, type: type))
  }

  package override func dropReferences() {
    function.release()
    receiver.release()
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    visit(receiver)
  }
}

/// A variable shared by a function and the functions inside it.
package final class CellObject: Object {
  @exclusivity(unchecked) final var value: Value

  private init(_ value: Value, heap: Heap) {
    self.value = value
    super.init(kind: .cell, type: heap.types.cell)
    track()
  }

  /// Takes over the caller's count of `value`.
  static func make(_ value: Value, heap: Heap) -> Unmanaged<CellObject> {
    guard let kept = heap.reusePlain(PoolIndex.cell.rawValue, as: CellObject.self, type: heap.plainCell) else {
      return .passUnretained(CellObject(value, heap: heap))
    }
    kept._withUnsafeGuaranteedRef { $0.value = value }
    return kept
  }

  package override func dropReferences() { value.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(value) }

  override func breakCycle() {
    super.breakCycle()
    let old = value
    value = .unbound
    old.release()
  }
}
