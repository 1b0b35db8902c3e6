import Interpreter

/// `torch.device`: tensors live on the CPU; others can be named.
final class DeviceObject: ForeignObject {
  let name: String
  let index: Int?

  init(_ name: String, _ index: Int?, type: TypeObject) {
    self.name = name
    self.index = index
    super.init(type)
  }

  var text: String { index.map { "\(name):\($0)" } ?? name }
}

extension TorchState {
  private static let deviceNames: [String] = [
    "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga", "maia", "xla", "lazy",
    "vulkan", "mps", "meta", "hpu", "mtia", "privateuseone",
  ]

  /// Reads `cuda:1`.
  func parseDevice(_ text: String) throws(Raised) -> (name: String, index: Int?) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    guard Self.deviceNames.contains(name) else {
      if name.last?.isNumber == true || name.isEmpty {
        throw vm.raise(.runtimeError, "Invalid device string: '\(text)'")
      }
      throw vm.raise(
        .runtimeError,
        "Expected one of \(Self.deviceNames.joined(separator: ", ")) device type at start of device string: \(name)")
    }
    if parts.count == 1 { return (name, nil) }
    guard let index = Int(parts[1]), index >= 0 else {
      throw vm.raise(.runtimeError, "Invalid device string: '\(text)'")
    }
    return (name, index)
  }

  /// A device given as an argument: refuses all but the CPU. False if the value names no device.
  func checkDevice(_ value: Value) throws(Raised) -> Bool {
    let name: String
    if let device = value.object as? DeviceObject {
      name = device.name
    } else if let text = value.asStr?.string {
      name = try parseDevice(text).name
    } else if case .int = value {
      throw vm.raise(.runtimeError, "Cannot access accelerator device when none is available.")
    } else {
      return false
    }
    switch name {
    case "cpu": return true
    case "cuda": throw vm.raise(.assertionError, "Torch not compiled with CUDA enabled")
    default: throw vm.raise(.notImplementedError, "the device '\(name)' is not available in nbcheck")
    }
  }

  /// `device(type='cpu')`, owned by the caller.
  var cpu: Value { Value(DeviceObject("cpu", nil, type: deviceType)) }
}

enum DeviceType {
  static func install(_ state: TorchState) {
    let type = state.deviceType
    type.define("__new__", "cls, type, index=None") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      try make(state, a[1], a.optional(2))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let device = try receiver(vm, a[0], "__repr__")
      return vm.str("device(type='\(device.name)'\(device.index.map { ", index=\($0)" } ?? ""))")
    }
    type.define("__str__", "self, /") { (vm, a) throws(Raised) in vm.str(try receiver(vm, a[0], "__str__").text) }
    type.define("__eq__", "self, other, /") { (vm, a) throws(Raised) in
      let device = try receiver(vm, a[0], "__eq__")
      guard let other = a[1].object as? DeviceObject else { return .notImplemented }
      return .bool(device.text == other.text)
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      let text = vm.str(try receiver(vm, a[0], "__hash__").text)
      defer { text.release() }
      return .int(try vm.hash(text))
    }
    type.defineProperty("type") { (vm, value) throws(Raised) in vm.str(try receiver(vm, value, "type").name) }
    type.defineProperty("index") { (vm, value) throws(Raised) in
      try receiver(vm, value, "index").index.map { .int($0) } ?? .none
    }
  }

  private static func make(_ state: TorchState, _ value: Value, _ index: Value?) throws(Raised) -> Value {
    let vm = state.vm
    if let device = value.object as? DeviceObject { return device.retainedValue }
    guard let text = value.asStr?.string else {
      if case .int = value {
        throw vm.raise(.runtimeError, "Cannot access accelerator device when none is available.")
      }
      throw vm.raise(.typeError, "device(): argument 'type' must be str, not \(vm.typeName(value))")
    }
    let (name, parsed) = try state.parseDevice(text)
    guard let index, !index.isNone else { return Value(DeviceObject(name, parsed, type: state.deviceType)) }
    if parsed != nil {
      throw vm.raise(
        .runtimeError, "type (string) must not include an index because index was passed explicitly: \(text)")
    }
    return Value(DeviceObject(name, try vm.index(index), type: state.deviceType))
  }

  private static func receiver(_ vm: VM, _ value: Value, _ method: String) throws(Raised) -> DeviceObject {
    guard let device = value.object as? DeviceObject else { throw vm.raiseReceiver(method, "torch.device", value) }
    return device
  }
}
