import PythonLibrary
import PythonSyntax

/// The standard library's modules that are written in Python, and embedded as text: compiled when first imported.
enum PythonModules {
  /// Looked at when something is imported, and not before.
  private static let texts = Dictionary(
    PythonLibrary.modules.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  static var names: some Collection<String> { texts.keys }
  /// Those that have modules inside them.
  static let packages: Set = [
    "IPython", "IPython.core", "collections", "concurrent", "encodings", "html", "importlib", "json", "tqdm",
    "unittest", "urllib", "xml", "xml.etree", "xml.sax",
  ]

  static func text(_ name: String) -> [UInt8]? { texts[name]?() }

  /// Who makes the module; nil for a name that is none of these.
  static func maker(_ name: String) -> ((VM) throws(Raised) -> ModuleObject)? {
    guard let text = texts[name] else { return nil }
    return { (vm) throws(Raised) in try make(vm, name, text()) }
  }

  /// The module with its code run.
  private static func make(_ vm: VM, _ name: String, _ text: [UInt8]) throws(Raised) -> ModuleObject {
    let file = "<frozen \(name)>"
    let code: CodeObject
    let documentation: String?
    do throws(Diagnostic) {
      let source = Source(name: file, text: text)
      let tree = try Parser.parseModule(source)
      documentation = Compiler.documentation(of: tree.body)
      code = try Compiler.compile(tree, source: source, mode: .module, heap: vm.heap)
    } catch {
      throw vm.raise(.systemError, "module \(name): \(error.message)")
    }
    let module = ModuleObject(name: name, heap: vm.heap)
    module.isPackage = packages.contains(name)
    module.namespace.set("__doc__", documentation.map { vm.str($0) } ?? .none)
    module.namespace.set("__file__", vm.str(file))
    // Known before it is complete, so that modules may import one another.
    vm.modules[name] = Value(module).retained()
    do throws(Raised) {
      try vm.run(code, globals: module.namespace).release()
    } catch {
      vm.modules[name] = nil
      Value(module).release()
      throw error
    }
    return module
  }
}
