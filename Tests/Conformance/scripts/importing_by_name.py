# importlib, imp and pkgutil: modules found, described and made without an import statement.
import importlib, importlib.abc, importlib.machinery, importlib.util, pkgutil, sys, warnings

print("by name")
print(importlib.import_module("math").floor(2.5), importlib.import_module("os.path").__name__)
for name in ("nope", "os.nope"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(type(error).__name__, error)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)

print("found")
print(importlib.util.find_spec("nope"), importlib.util.find_spec("sys"))
for name in ("json", "json.decoder"):
    spec = importlib.util.find_spec(name)
    print(spec.name, spec.parent)
try:
    importlib.util.find_spec("math.nope")
except ImportError as error:
    print(type(error).__name__, error)
print(importlib.util.resolve_name("..x", "a.b"))
for arguments in (("...x", "a.b"), (".x", "")):
    try:
        importlib.util.resolve_name(*arguments)
    except ImportError as error:
        print(error)

print("described")
spec = importlib.machinery.ModuleSpec("foo", None)
print(spec, repr(spec.parent), spec.has_location, spec.cached, spec.submodule_search_locations)
module = importlib.util.module_from_spec(spec)
print(module, module.__spec__ is spec, module.__loader__, repr(module.__package__))
print(importlib.machinery.ModuleSpec("a.b", None, origin="here", is_package=True))
print(sys.__spec__, sys.__loader__ is importlib.machinery.BuiltinImporter)

print("found by others")


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print("create", spec.name)

    def exec_module(self, module):
        print("exec", module.__name__)
        module.x = 42


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "virtual":
            return importlib.util.spec_from_loader(name, Loader())
        if name.startswith("package"):
            return importlib.machinery.ModuleSpec(name, Loader(), is_package="." not in name)


finder = Finder()
sys.meta_path.insert(0, finder)
import virtual
import package.inner

print(virtual.x, type(virtual.__loader__).__name__, package.inner.x, package.__path__, package.inner.__package__)
sys.meta_path.remove(finder)
try:
    import virtual_too
except ImportError as error:
    print(error)

print("as it was done before")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import imp
print(imp.new_module("made"), imp.is_builtin("sys"), imp.is_builtin("nope"), imp.PY_SOURCE)
try:
    imp.find_module("nope")
except ImportError as error:
    print(error)
print(pkgutil.resolve_name("os.path:join").__name__, pkgutil.resolve_name("collections.OrderedDict"))
