/// Which names mean something at a place in the notebook.
struct BoundNames {
  private var names: Set<String>
  private(set) var includesAll = false

  init(builtins: Set<String>) {
    names = builtins
  }

  mutating func add(_ shape: CodeShape) {
    names.formUnion(shape.boundNames)
    includesAll = includesAll || shape.importsEverything
  }

  func contains(_ name: some StringProtocol) -> Bool { names.contains(String(name)) }
}

/// Names that a repr begins with, whatever they are bound to: a value shown is far likelier than a value made and dropped.
enum ReprNames {
  static let calls: Set<String> = [
    "tensor", "torch.Size", "device", "array", "torch.device", "Parameter", "OrderedDict", "Counter", "deque",
    "defaultdict", "set", "slice", "bytearray", "dict_keys", "dict_values", "dict_items", "Fraction", "Decimal",
    "range", "frozenset",
  ]

  /// `torch.float32` and its like: attributes that print as they are written.
  static func isConstant(_ text: some StringProtocol) -> Bool {
    text.hasPrefix("torch.") && constants.contains(String(text.dropFirst("torch.".count)))
  }

  private static let constants: Set<String> = [
    "float32", "float64", "float16", "bfloat16", "int8", "int16", "int32", "int64", "uint8", "bool", "complex64",
    "complex128", "strided", "sparse_coo", "contiguous_format", "preserve_format", "channels_last",
  ]
}
