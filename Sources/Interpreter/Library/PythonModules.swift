import PythonSyntax

/// The standard library's modules that are written in Python, and embedded as text: compiled when first imported.
enum PythonModules {
  static func install(_ vm: VM) {
    let sources: [(String, () -> [UInt8])] = [
      ("collections", { PackageResources.collections_py }),
      ("collections.abc", { PackageResources.collections_abc_py }),
      ("contextlib", { PackageResources.contextlib_py }),
      ("dataclasses", { PackageResources.dataclasses_py }),
      ("abc", { PackageResources.abc_py }),
      ("datetime", { PackageResources.datetime_py }), ("time", { PackageResources.time_py }),
      ("decimal", { PackageResources.decimal_py }),
      ("fractions", { PackageResources.fractions_py }), ("numbers", { PackageResources.numbers_py }),
      ("statistics", { PackageResources.statistics_py }),
      ("warnings", { PackageResources.warnings_py }), ("timeit", { PackageResources.timeit_py }),
      ("tqdm", { PackageResources.tqdm_py }), ("tqdm.auto", { tqdm }), ("tqdm.notebook", { tqdm }),
      ("tqdm.std", { tqdm }), ("tqdm.autonotebook", { tqdm }),
      ("IPython", { PackageResources.IPython_py }), ("IPython.display", { PackageResources.IPython_display_py }),
      ("IPython.core.display", { PackageResources.IPython_display_py }),
      ("IPython.core", { Array("\"\"\"IPython's inside, of which display can be reached.\"\"\"\n".utf8) }),
      ("hashlib", { PackageResources.hashlib_py }),
      ("hmac", { PackageResources.hmac_py }),
      ("binascii", { PackageResources.binascii_py }),
      ("base64", { PackageResources.base64_py }),
      ("zlib", { PackageResources.zlib_py }),
      ("secrets", { PackageResources.secrets_py }),
      ("uuid", { PackageResources.uuid_py }),
      ("colorsys", { PackageResources.colorsys_py }),
      ("errno", { PackageResources.errno_py }),
      ("calendar", { PackageResources.calendar_py }),
      ("threading", { PackageResources.threading_py }),
      ("_strptime", { PackageResources._strptime_py }),
      ("enum", { PackageResources.enum_py }),
      ("functools", { PackageResources.functools_py }),
      ("types", { PackageResources.types_py }),
      ("typing", { PackageResources.typing_py }),
      ("graphlib", { PackageResources.graphlib_py }),
      ("io", { PackageResources.io_py }), ("os", { PackageResources.os_py }),
      ("json", { PackageResources.json_py }),
      ("glob", { PackageResources.glob_py }),
      ("pathlib", { PackageResources.pathlib_py }),
      ("shutil", { PackageResources.shutil_py }),
      ("struct", { PackageResources.struct_py }),
      ("tempfile", { PackageResources.tempfile_py }),
      ("posixpath", { PackageResources.posixpath_py }),
      ("keyword", { PackageResources.keyword_py }),
      ("fnmatch", { PackageResources.fnmatch_py }),
      ("html", { PackageResources.html_py }),
      ("logging", { PackageResources.logging_py }),
      ("pprint", { PackageResources.pprint_py }),
      ("shlex", { PackageResources.shlex_py }),
      ("string", { PackageResources.string_py }),
      ("textwrap", { PackageResources.textwrap_py }),
      ("queue", { PackageResources.queue_py }),
      ("traceback", { PackageResources.traceback_py }),
      ("weakref", { PackageResources.weakref_py }),
    ]
    for (name, text) in sources {
      vm.register(name) { (vm) throws(Raised) in try make(vm, name, text()) }
    }
  }

  /// The modules inside `tqdm` offer what it offers itself.
  private static var tqdm: [UInt8] { Array("from tqdm import *\n".utf8) }

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
    module.isPackage = ["collections", "tqdm", "IPython", "IPython.core"].contains(name)
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
