import PythonLibrary
import PythonSyntax

/// The standard library's modules that are written in Python, and embedded as text: compiled when first imported.
enum PythonModules {
  /// The files' texts, by the names of their modules. Looked at when something is imported, and not before.
  nonisolated(unsafe) private static let files: [String: UnsafePointer<UInt8>] = {
    var files: [String: UnsafePointer<UInt8>] = [:]
    var module = python_modules()!
    while let name = module.pointee.name {
      files[String(cString: name)] = module.pointee.text
      module += 1
    }
    return files
  }()
  static var names: [String] { Array(files.keys) + aliases.keys }
  static func contains(_ name: String) -> Bool { files[name] != nil || aliases[name] != nil }

  /// Those that have modules inside them.
  static let packages: Set = [
    "IPython", "IPython.core", "collections", "concurrent", "encodings", "html", "importlib", "json", "tqdm",
    "unittest", "urllib", "xml", "xml.etree", "xml.sax",
  ]

  static func text(_ name: String) -> [UInt8]? {
    if let file = files[name] {
      return Array(String(cString: file).utf8)
    }
    return aliases[name].map { Array("from \($0) import *\n".utf8) }
  }

  /// Who makes the module; nil for a name that is none of these.
  static func maker(_ name: String) -> ((VM) throws(Raised) -> ModuleObject)? {
    guard let text = text(name) else { return nil }
    return { (vm) throws(Raised) in try make(vm, name, text) }
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

  /// Names that offer what another module does: the inside of modules in CPython, and modules in packages.
  private static let aliases = [
    "_bisect": "bisect", "_codecs": "codecs", "_collections_abc": "collections.abc", "_contextvars": "contextvars",
    "_csv": "csv", "_datetime": "datetime", "_decimal": "decimal", "_io": "io", "_locale": "locale",
    "_operator": "operator", "_pickle": "pickle", "_pydecimal": "decimal", "_pyio": "io", "_queue": "queue",
    "_random": "random", "_statistics": "statistics", "_string": "string", "_struct": "struct", "_typing": "typing",
    "_uuid": "uuid", "_ast": "ast", "_signal": "signal", "_stat": "stat", "_elementtree": "xml.etree.ElementTree",
    "_zoneinfo": "zoneinfo", "_sre": "re", "_py_abc": "abc", "_tokenize": "tokenize", "sre_compile": "re",
    "sre_constants": "re", "sre_parse": "re", "_md5": "hashlib",
    "_sha1": "hashlib", "_sha256": "hashlib", "_sha512": "hashlib", "_sha3": "hashlib", "_blake2": "hashlib",
    "_hashlib": "hashlib", "_threading_local": "threading", "_weakrefset": "weakref", "posix": "os",
    "IPython.core.display": "IPython.display", "tqdm.auto": "tqdm", "tqdm.notebook": "tqdm", "tqdm.std": "tqdm",
    "tqdm.autonotebook": "tqdm",
  ]
}
