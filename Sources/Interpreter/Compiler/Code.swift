import PythonSyntax

/// What a function, a class body or a cell compiles to.
package final class CodeObject: Object {
  package let name: String
  package let qualifiedName: String
  package let source: Source
  /// The source range of each instruction.
  let ranges: [SourceRange]

  /// Registers of parameters and other variables; temporaries come after them.
  let localCount: Int
  /// All registers, with a few to spare: what is left out of a call of a Swift function has room in the frame.
  let registerCount: Int
  private static var spareRegisters: Int { 3 }
  /// Names of the locals, by register.
  let localNames: [StrObject]
  let parameters: ParameterLayout
  /// The comprehensions in it, inner ones before those around them.
  let comprehensions: [Comprehension]
  /// Registers where the closure's cells go, in order.
  let freeRegisters: [Int]
  let freeNames: [String]
  let isGenerator: Bool
  /// The code of a cell or a script, whose names are globals.
  let isModule: Bool
  let documentation: String?
  /// Line of the `def`.
  let firstLine: Int
  /// What code run in a namespace has learned of its globals holds in no other: see `usable(with:isMain:)`.
  @exclusivity(unchecked) private final var ranInMain: Bool?

  // What the machine reads on every call, without arrays or structs in between.
  let instructionPointer: UnsafeMutablePointer<Instruction>
  let constantPointer: UnsafeMutablePointer<Value>
  let cachePointer: UnsafeMutablePointer<InlineCache>
  let constantCount: Int
  let cacheCount: Int
  let parameterCount: Int
  /// The number of parameters if all are plain positional ones, or else -1.
  let simpleParameterCount: Int
  let freeRegisterCount: Int
  let freeRegisterPointer: UnsafeMutablePointer<UInt16>
  /// `localNames`, uncounted.
  let localNamePointer: UnsafeMutablePointer<Unmanaged<StrObject>>
  let handlerCount: Int
  /// A generator that is dropped where it stands has something left to do: `finally`, or closing what it delegates to.
  let hasToEnd: Bool
  private let handlerPointer: UnsafeMutablePointer<Handler>

  struct Handler {
    let start: Int
    let end: Int
    let target: Int
    /// Temporaries from here on are cleared.
    let depth: Int
    /// Where the exception goes.
    let register: Int
  }

  struct ParameterLayout {
    var positionalOnlyCount = 0
    /// Positional parameters, positional-only ones included.
    var positionalCount = 0
    var keywordOnlyCount = 0
    var hasVariadic = false
    var hasKeywordVariadic = false

    /// Registers: positional, keyword-only, `*args`, `**kwargs`.
    var variadicRegister: Int { positionalCount + keywordOnlyCount }
    var keywordVariadicRegister: Int { variadicRegister + (hasVariadic ? 1 : 0) }
    var count: Int { keywordVariadicRegister + (hasKeywordVariadic ? 1 : 0) }
    /// Only plain positional parameters: arguments are in place as passed.
    var isSimple: Bool { keywordOnlyCount == 0 && !hasVariadic && !hasKeywordVariadic }
  }

  /// Where a comprehension runs in the code, and which registers it calls its own: `locals()` and `eval` see these alone.
  struct Comprehension {
    let instructions: Range<Int>
    let variables: [Int]
    /// Variables of the function around it that it uses.
    let borrowed: [Int]
  }

  /// Takes over the counts of the constants.
  init(_ draft: CodeDraft, heap: Heap) {
    name = draft.name
    qualifiedName = draft.qualifiedName
    source = draft.source
    instructionPointer = CodeObject.copy(draft.instructions)
    constantPointer = CodeObject.copy(draft.constants)
    constantCount = draft.constants.count
    cacheCount = draft.cacheNames.count
    cachePointer = CodeObject.copy(draft.cacheNames.map { InlineCache(name: $0) })
    ranges = draft.ranges
    handlerCount = draft.handlers.count
    hasToEnd = !draft.handlers.isEmpty || draft.instructions.contains { $0.op == .delegate }
    handlerPointer = CodeObject.copy(draft.handlers)
    localCount = draft.localNames.count
    registerCount = draft.registerCount + CodeObject.spareRegisters
    localNames = draft.localNames
    parameters = draft.parameters
    comprehensions = draft.comprehensions
    freeRegisters = draft.freeRegisters
    freeNames = draft.freeNames
    isGenerator = draft.isGenerator
    isModule = draft.isModule
    documentation = draft.documentation
    firstLine = draft.firstLine
    parameterCount = draft.parameters.count
    simpleParameterCount = draft.parameters.isSimple ? parameterCount : -1
    freeRegisterCount = draft.freeRegisters.count
    freeRegisterPointer = CodeObject.copy(draft.freeRegisters.map { UInt16(truncatingIfNeeded: $0) })
    localNamePointer = CodeObject.copy(draft.localNames.map { Unmanaged.passUnretained($0) })
    super.init(kind: .code, type: heap.types.code)
  }

  /// A copy that has learned nothing yet. Takes its own counts of the constants, and copies code among them too.
  init(
    copying original: CodeObject, name: String? = nil, qualifiedName: String? = nil, source: Source? = nil,
    firstLine: Int? = nil
  ) {
    self.name = name ?? original.name
    self.qualifiedName = qualifiedName ?? original.qualifiedName
    self.source = source ?? original.source
    ranges = original.ranges
    handlerCount = original.handlerCount
    hasToEnd = original.hasToEnd
    handlerPointer = CodeObject.copy(
      Array(UnsafeBufferPointer(start: original.handlerPointer, count: original.handlerCount)))
    localCount = original.localCount
    registerCount = original.registerCount
    localNames = original.localNames
    parameters = original.parameters
    comprehensions = original.comprehensions
    freeRegisters = original.freeRegisters
    freeNames = original.freeNames
    isGenerator = original.isGenerator
    isModule = original.isModule
    documentation = original.documentation
    self.firstLine = firstLine ?? original.firstLine
    constantCount = original.constantCount
    cacheCount = original.cacheCount
    parameterCount = original.parameterCount
    simpleParameterCount = original.simpleParameterCount
    freeRegisterCount = original.freeRegisterCount
    instructionPointer = CodeObject.copy(
      Array(UnsafeBufferPointer(start: original.instructionPointer, count: original.ranges.count)))
    constantPointer = CodeObject.copy(
      (0..<original.constantCount).map { index in
        let value = original.constantPointer[index]
        guard let code = value.cast(.code, to: CodeObject.self) else { return value.retained() }
        return Value(CodeObject(copying: code))
      })
    cachePointer = CodeObject.copy(
      (0..<original.cacheCount).map { InlineCache(name: original.cachePointer[$0].name.takeUnretainedValue()) })
    freeRegisterPointer = CodeObject.copy(
      Array(UnsafeBufferPointer(start: original.freeRegisterPointer, count: original.freeRegisterCount)))
    localNamePointer = CodeObject.copy(original.localNames.map { Unmanaged.passUnretained($0) })
    super.init(kind: .code, type: original.type)
  }

  /// What guards an instruction; nil if nothing does.
  @inline(__always)
  final func handler(at position: Int) -> UnsafeMutablePointer<Handler>? {
    for index in 0..<handlerCount {
      let handler = handlerPointer + index
      if handler.pointee.start <= position && position < handler.pointee.end { return handler }
    }
    return nil
  }

  /// This code, if it has run in no other namespace, or else a copy. Owned.
  func usable(with globals: DictObject, isMain: Bool) -> CodeObject {
    defer { ranInMain = isMain }
    if ranInMain == nil || isMain && ranInMain == true || !dependsOnGlobals {
      refCount &+= 1
      return self
    }
    return CodeObject(copying: self)
  }

  /// Has caches of global names, itself or in functions it makes.
  private var dependsOnGlobals: Bool {
    (0..<constantCount).contains { constantPointer[$0].kind == .code }
      || (0..<ranges.count).contains {
        instructionPointer[$0].op == .loadGlobal || instructionPointer[$0].op == .storeGlobal
      }
  }

  package override func dropReferences() {
    for index in 0..<constantCount { constantPointer[index].release() }
  }

  private static func copy<T>(_ items: [T]) -> UnsafeMutablePointer<T> {
    let pointer = UnsafeMutablePointer<T>.allocate(capacity: max(items.count, 1))
    for (index, item) in items.enumerated() { (pointer + index).initialize(to: item) }
    return pointer
  }

  deinit {
    instructionPointer.deallocate()
    constantPointer.deallocate()
    for index in 0..<cacheCount { cachePointer[index].alternatives?.deallocate() }
    cachePointer.deallocate()
    freeRegisterPointer.deallocate()
    localNamePointer.deallocate()
    handlerPointer.deallocate()
  }
}

/// What one access of a global or an attribute has learned: valid while `version` is that of the type or the
/// namespace, and `shape` that of the object.
struct InlineCache {
  enum Content: UInt8 {
    case nothing
    /// Attribute: in slot `index` of an object with `shape`.
    case slot
    /// Setting an attribute moves an object from `shape` to `nextShape`.
    case transition
    /// Attribute: `value`, found on the type, not described.
    case typeValue
    /// Attribute: `value`, a function found on the type: a method when called.
    case method
    /// Attribute of the class at `shape`, whose metaclass has version `otherVersion`: `value`, not described.
    case classValue
    /// Attribute of objects whose type has version `otherVersion`: `value`, a property read by a Python function.
    case property
    /// Global, or attribute of a module: entry `index` of the namespace.
    case entry
    /// Global: entry `index` of the builtins, while their version is `otherVersion`.
    case builtin
  }

  /// Interned, borrowed from the heap.
  let name: Unmanaged<StrObject>
  var content = Content.nothing
  /// No type and no namespace has version 0.
  var version: UInt32 = 0
  var index: Int32 = 0
  var shape: UnsafeMutableRawPointer?
  var nextShape: UnsafeMutableRawPointer?
  var otherVersion: UInt32 = 0
  /// Borrowed: whatever owns it is unchanged while `version` is.
  var value: Value = .unbound
  /// What was learned before, for accesses that meet objects of several types: `alternativeCount` places, the oldest of which
  /// is given up.
  var alternatives: UnsafeMutablePointer<InlineCache>?
  var nextAlternative: Int32 = 0
  static let alternativeCount: Int = 3

  init(name: StrObject) { self.name = Unmanaged.passUnretained(name) }

  /// Whether the object is of the type and shape that were learned.
  @inline(__always)
  func fits(_ reference: Unmanaged<Object>) -> Bool {
    // As numbers: two optionals are compared in two steps.
    reference._withUnsafeGuaranteedRef {
      $0.type.version == version && UInt(bitPattern: $0.shape?.toOpaque()) == UInt(bitPattern: shape)
    }
  }

  /// The earlier entry that fits the object.
  @inline(__always)
  func alternative(for reference: Unmanaged<Object>) -> UnsafeMutablePointer<InlineCache>? {
    guard let alternatives else { return nil }
    for index in 0..<InlineCache.alternativeCount where alternatives[index].fits(reference) {
      return alternatives + index
    }
    return nil
  }

  /// Forgets what it knows, or keeps that as an alternative.
  mutating func makeRoom() {
    defer {
      content = .nothing
      version = 0
    }
    switch content {
    case .nothing, .entry, .classValue, .property: return
    default: break
    }
    let kept: UnsafeMutablePointer<InlineCache>
    if let alternatives {
      kept = alternatives
    } else {
      kept = .allocate(capacity: InlineCache.alternativeCount)
      var empty = self
      empty.version = 0
      kept.initialize(repeating: empty, count: InlineCache.alternativeCount)
      alternatives = kept
    }
    kept[Int(nextAlternative)] = self
    nextAlternative = (nextAlternative + 1) % Int32(InlineCache.alternativeCount)
  }
}

/// Code under construction.
struct CodeDraft {
  var name: String
  var qualifiedName: String
  var source: Source
  var instructions: [Instruction] = []
  var ranges: [SourceRange] = []
  var constants: [Value] = []
  var cacheNames: [StrObject] = []
  var handlers: [CodeObject.Handler] = []
  var localNames: [StrObject] = []
  var registerCount = 0
  var parameters = CodeObject.ParameterLayout()
  var comprehensions: [CodeObject.Comprehension] = []
  var freeRegisters: [Int] = []
  var freeNames: [String] = []
  var isGenerator = false
  var isModule = false
  var documentation: String?
  var firstLine = 1
}
