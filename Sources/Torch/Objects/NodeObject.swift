import Interpreter
import Tensors

/// `tensor.grad_fn`. The same node is the same object as long as anyone holds it.
final class NodeObject: ForeignObject {
  let node: Node
  private unowned(unsafe) let state: TorchState

  init(_ node: Node, _ state: TorchState, type: TypeObject) {
    self.node = node
    self.state = state
    super.init(type)
    state.nodeObjects[ObjectIdentifier(node)] = Unmanaged.passUnretained(self)
  }

  override func dropReferences() { state.nodeObjects[ObjectIdentifier(node)] = nil }
}

extension TorchState {
  /// The object of a node, owned by the caller.
  func value(_ node: Node) -> Value {
    if let known = nodeObjects[ObjectIdentifier(node)] { return known.takeUnretainedValue().retainedValue }
    let type =
      nodeTypes[node.name] ?? vm.heap.types.make(node.name, .foreign, base: nodeType, isFinal: true)
    nodeTypes[node.name] = type
    return Value(NodeObject(node, self, type: type))
  }
}

enum NodeType {
  static func install(_ state: TorchState) {
    let type = state.nodeType
    type.define("name", "self, /") { (vm, a) throws(Raised) in vm.str(try receiver(vm, a[0], "name").name) }
    type.defineProperty("next_functions") { [unowned(unsafe) state] (vm, value) throws(Raised) in
      let functions = try receiver(vm, value, "next_functions").nextFunctions
      return vm.tuple(functions.map { vm.tuple([$0.node.map(state.value) ?? .none, .int($0.index)]) })
    }
    type.defineProperty("variable") { [unowned(unsafe) state] (vm, value) throws(Raised) in
      let node = try receiver(vm, value, "variable")
      guard let accumulator = node as? AccumulateGrad else {
        throw vm.raise(.attributeError, "'\(node.name)' object has no attribute 'variable'")
      }
      return accumulator.variable.map(state.value) ?? .none
    }
  }

  private static func receiver(_ vm: VM, _ value: Value, _ method: String) throws(Raised) -> Node {
    guard let object = value.object as? NodeObject else {
      throw vm.raiseReceiver(method, "torch.autograd.graph.Node", value)
    }
    return object.node
  }
}
