import Interpreter
import Tensors

/// `torch.finfo` and `torch.iinfo`.
enum NumericLimits {
  /// A dtype whose limits are asked for.
  private final class LimitsObject: ForeignObject {
    let dtype: DType

    init(_ dtype: DType, type: TypeObject) {
      self.dtype = dtype
      super.init(type)
    }
  }

  private struct FloatLimits {
    let max, epsilon, tiny, resolution: Double
    let text: String

    init(_ dtype: DType) {
      switch dtype {
      case .float16:
        (max, epsilon, tiny, resolution) = (65504, 0x1p-10, 0x1p-14, 0.001)
        text = "resolution=0.001, min=-65504, max=65504, eps=0.000976562, smallest_normal=6.10352e-05, tiny=6.10352e-05"
      case .bfloat16:
        (max, epsilon, tiny, resolution) = (0x1.FEp127, 0x1p-7, 0x1p-126, 0.01)
        text =
          "resolution=0.01, min=-3.38953e+38, max=3.38953e+38, eps=0.0078125, smallest_normal=1.17549e-38, tiny=1.17549e-38"
      case .float64:
        (max, epsilon, tiny, resolution) = (.greatestFiniteMagnitude, .ulpOfOne, .leastNormalMagnitude, 1e-15)
        text =
          "resolution=1e-15, min=-1.79769e+308, max=1.79769e+308, eps=2.22045e-16, smallest_normal=2.22507e-308, "
          + "tiny=2.22507e-308"
      default:
        (max, epsilon, tiny, resolution) = (Double(Float.greatestFiniteMagnitude), 0x1p-23, 0x1p-126, 1e-6)
        text =
          "resolution=1e-06, min=-3.40282e+38, max=3.40282e+38, eps=1.19209e-07, smallest_normal=1.17549e-38, "
          + "tiny=1.17549e-38"
      }
    }
  }

  static func define(in names: DictObject, _ state: TorchState) {
    let types = state.vm.heap.types!
    let floating = types.make("finfo", .foreign, isFinal: true, module: "torch")
    defineConstruction(
      floating, "finfo", state,
      refusal: "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'"
    ) { $0.isFloatingPoint }
    for (name, get) in [
      ("max", { $0.max }), ("min", { -$0.max }), ("eps", { $0.epsilon }), ("tiny", { $0.tiny }),
      ("smallest_normal", { $0.tiny }), ("resolution", { $0.resolution }),
    ] as [(String, (FloatLimits) -> Double)] {
      property(name, floating) { .float(get(FloatLimits($0))) }
    }
    floating.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let dtype = try dtype(vm, a[0], "__repr__")
      return vm.str("finfo(\(FloatLimits(dtype).text), dtype=\(dtype.name))")
    }
    names.set("finfo", floating.retainedValue)
    let integral = types.make("iinfo", .foreign, isFinal: true, module: "torch")
    defineConstruction(
      integral, "iinfo", state,
      refusal: "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'"
    ) { $0.isIntegral }
    property("max", integral) { .int($0.integerRange?.upperBound ?? 0) }
    property("min", integral) { .int($0.integerRange?.lowerBound ?? 0) }
    integral.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let dtype = try dtype(vm, a[0], "__repr__")
      let (least, greatest) =
        switch dtype {
        case .int32: ("-2.14748e+09", "2.14748e+09")
        case .int64: ("-9.22337e+18", "9.22337e+18")
        default: ("\(dtype.integerRange?.lowerBound ?? 0)", "\(dtype.integerRange?.upperBound ?? 0)")
        }
      return vm.str("iinfo(min=\(least), max=\(greatest), dtype=\(dtype.name))")
    }
    names.set("iinfo", integral.retainedValue)
    for type in [floating, integral] {
      property("bits", type) { .int($0.itemSize * 8) }
      type.defineProperty("dtype") { (vm, value) throws(Raised) in vm.str(try dtype(vm, value, "dtype").name) }
    }
  }

  private static func defineConstruction(
    _ type: TypeObject, _ name: String, _ state: TorchState, refusal: String, accepts: @escaping (DType) -> Bool
  ) {
    type.define("__new__", "cls, type=None") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      guard let given = a.optional(1), !given.isNone else {
        return Value(LimitsObject(state.engine.defaultDType, type: type))
      }
      guard let dtype = state.dtype(given) else {
        throw vm.raise(
          .typeError, "\(name)(): argument 'type' (position 1) must be torch.dtype, not \(vm.typeName(given))")
      }
      guard accepts(dtype) else { throw vm.raise(.typeError, refusal) }
      return Value(LimitsObject(dtype, type: type))
    }
  }

  private static func property(_ name: String, _ type: TypeObject, _ get: @escaping (DType) -> Value) {
    type.defineProperty(name) { (vm, value) throws(Raised) in get(try dtype(vm, value, name)) }
  }

  private static func dtype(_ vm: VM, _ value: Value, _ method: String) throws(Raised) -> DType {
    guard let object = value.object as? LimitsObject else { throw vm.raiseReceiver(method, "torch.finfo", value) }
    return object.dtype
  }
}
