"""Where modules come from: what is known of them before they run, and who runs them."""

import _importlib
import sys

SOURCE_SUFFIXES = [".py"]
DEBUG_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES = [".pyc"]
OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = [".cpython-311-x86_64-linux-gnu.so", ".abi3.so", ".so"]


def all_suffixes():
    """The ends of the names of files that modules may be read from."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it runs."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._initializing = False
        self._set_fileattr = False
        self._cached = None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        if self._cached is None and self._set_fileattr and self.origin and self.origin.endswith(".py"):
            from importlib.util import cache_from_source

            self._cached = cache_from_source(self.origin)
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin, self.submodule_search_locations, self.cached,
                    self.has_location) == (other.name, other.loader, other.origin, other.submodule_search_locations,
                                           other.cached, other.has_location)
        except AttributeError:
            return NotImplemented


class _LibraryImporter:
    """Finds the modules that the interpreter brings with it; used as a class, never made."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if _importlib.origin(fullname) != cls._ORIGIN:
            return None
        return ModuleSpec(fullname, cls, origin=cls._ORIGIN, is_package=_importlib.is_package(fullname))

    @classmethod
    def find_module(cls, fullname, path=None):
        spec = cls.find_spec(fullname, path)
        return None if spec is None else spec.loader

    @staticmethod
    def create_module(spec):
        return _importlib.import_module(spec.name)

    @staticmethod
    def exec_module(module):
        """Nothing: the module was complete when it was made."""

    @classmethod
    def load_module(cls, fullname):
        return _importlib.import_module(fullname)

    @classmethod
    def get_code(cls, fullname):
        source = cls.get_source(fullname)
        return None if source is None else compile(source, f"<frozen {fullname}>", "exec")

    @classmethod
    def get_source(cls, fullname):
        return _importlib.text(fullname)

    @classmethod
    def is_package(cls, fullname):
        return _importlib.is_package(fullname)


class BuiltinImporter(_LibraryImporter):
    """Of modules that are not written in Python."""

    _ORIGIN = "built-in"


class FrozenImporter(_LibraryImporter):
    """Of modules whose text is part of the interpreter."""

    _ORIGIN = "frozen"


BuiltinImporter.__module__ = FrozenImporter.__module__ = ModuleSpec.__module__ = "_frozen_importlib"


class _Loader:
    """Runs the code of a file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def is_package(self, fullname):
        import os.path

        stem = os.path.basename(self.path).rsplit(".", 1)[0]
        return stem == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)

    def load_module(self, fullname=None):
        from importlib.util import spec_from_loader

        return _load(spec_from_loader(fullname or self.name, self))


class SourceFileLoader(_Loader):
    def get_source(self, fullname):
        from importlib.util import decode_source

        return decode_source(self.get_data(self.path))

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, "exec", dont_inherit=True)

    def get_code(self, fullname):
        return self.source_to_code(self.get_data(self.path), self.path)

    def path_stats(self, path):
        import os

        facts = os.stat(path)
        return {"mtime": facts.st_mtime, "size": facts.st_size}


class _UnreadableLoader(_Loader):
    def get_source(self, fullname):
        return None

    def get_code(self, fullname):
        raise NotImplementedError(f"{type(self).__name__} is not available in nbcheck")


class SourcelessFileLoader(_UnreadableLoader):
    pass


class ExtensionFileLoader(_UnreadableLoader):
    pass


class NamespaceLoader:
    """Of packages that are folders without a file of their own."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


class FileFinder:
    """Finds modules in one folder."""

    def __init__(self, path, *loader_details):
        self.path = path or "."
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes] or [
            (".py", SourceFileLoader)]

    def __repr__(self):
        return f"FileFinder({self.path!r})"

    def find_spec(self, fullname, target=None):
        import os.path

        from importlib.util import spec_from_file_location

        base = os.path.join(self.path, fullname.rpartition(".")[2])
        for suffix, loader in self._loaders:
            file = os.path.join(base, "__init__" + suffix)
            if os.path.isfile(file):
                return spec_from_file_location(
                    fullname, file, loader=loader(fullname, file), submodule_search_locations=[base])
            if os.path.isfile(base + suffix):
                return spec_from_file_location(fullname, base + suffix, loader=loader(fullname, base + suffix))
        return None

    def find_module(self, fullname):
        spec = self.find_spec(fullname)
        return None if spec is None else spec.loader

    def invalidate_caches(self):
        """Nothing: no folder's contents are remembered."""

    @classmethod
    def path_hook(cls, *loader_details):
        return lambda path: cls(path, *loader_details)


class PathFinder:
    """Finds modules in the folders of `sys.path`; used as a class, never made."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        for folder in sys.path if path is None else path:
            spec = FileFinder(folder).find_spec(fullname) if isinstance(folder, str) else None
            if spec is not None:
                return spec
        return None

    @classmethod
    def find_module(cls, fullname, path=None):
        spec = cls.find_spec(fullname, path)
        return None if spec is None else spec.loader

    @staticmethod
    def invalidate_caches():
        """Nothing: no folder's contents are remembered."""


class WindowsRegistryFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


for _class in (SourceFileLoader, SourcelessFileLoader, ExtensionFileLoader, NamespaceLoader, FileFinder, PathFinder,
               WindowsRegistryFinder):
    _class.__module__ = "_frozen_importlib_external"


def _describe(module, spec):
    """Writes into a module what is known of it."""
    names = module.__dict__
    for name, value in (("__name__", spec.name), ("__loader__", spec.loader), ("__package__", spec.parent),
                        ("__spec__", spec)):
        if names.get(name) is None:
            setattr(module, name, value)
    if spec.submodule_search_locations is not None and "__path__" not in names:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        if "__file__" not in names:
            module.__file__ = spec.origin
        if spec.cached is not None:
            module.__cached__ = spec.cached
    return module


def _load(spec):
    """The module of a spec, made, known to `sys.modules` and run."""
    loader = spec.loader
    if loader is not None and not hasattr(loader, "exec_module"):
        loader.load_module(spec.name)
        return sys.modules[spec.name]
    from importlib.util import module_from_spec

    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if loader is not None:
            loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules[spec.name]


def _default_finders():
    """What `sys.meta_path` begins with."""
    return [BuiltinImporter, FrozenImporter, PathFinder]


def _spec_of(name, module=None):
    """What can be said of a module that was loaded without a spec; nothing of one made by hand."""
    for importer in (BuiltinImporter, FrozenImporter):
        spec = importer.find_spec(name)
        if spec is not None:
            return spec
    file = getattr(module, "__file__", None)
    if file is None:
        return None
    from importlib.util import spec_from_file_location

    return spec_from_file_location(name, file, submodule_search_locations=getattr(module, "__path__", None))
