"""What finders and loaders of modules have in common."""

import abc
from importlib import machinery as _machinery

__all__ = ["Loader", "Finder", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader",
           "ExecutionLoader", "FileLoader", "SourceLoader"]


class Loader(metaclass=abc.ABCMeta):
    def create_module(self, spec):
        """None, for a module of the usual kind."""
        return None

    def load_module(self, fullname):
        if not hasattr(self, "exec_module"):
            raise ImportError
        from importlib.util import spec_from_loader

        return _machinery._load(spec_from_loader(fullname, self))


class Finder(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def find_module(self, fullname, path=None):
        """The loader of a module."""


class MetaPathFinder(metaclass=abc.ABCMeta):
    def find_module(self, fullname, path):
        spec = self.find_spec(fullname, path) if hasattr(self, "find_spec") else None
        return None if spec is None else spec.loader

    def invalidate_caches(self):
        """Nothing, unless a finder remembers what it found."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    def find_module(self, fullname):
        spec = self.find_spec(fullname) if hasattr(self, "find_spec") else None
        return None if spec is None else spec.loader

    def invalidate_caches(self):
        """Nothing, unless a finder remembers what it found."""


class ResourceLoader(Loader):
    @abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source, self.get_filename(fullname))


class FileLoader(_machinery._Loader, ResourceLoader, ExecutionLoader):
    pass


class SourceLoader(ResourceLoader, ExecutionLoader):
    def is_package(self, fullname):
        import os.path

        return os.path.basename(self.get_filename(fullname)).rsplit(".", 1)[0] == "__init__"

    def get_source(self, fullname):
        from importlib.util import decode_source

        return decode_source(self.get_data(self.get_filename(fullname)))


for _class in (_machinery.BuiltinImporter, _machinery.FrozenImporter, _machinery.PathFinder):
    MetaPathFinder.register(_class)
PathEntryFinder.register(_machinery.FileFinder)
Loader.register(_machinery._Loader)
for _class in (_machinery.BuiltinImporter, _machinery.FrozenImporter):
    InspectLoader.register(_class)
for _class in (_machinery.SourcelessFileLoader, _machinery.ExtensionFileLoader):
    FileLoader.register(_class)
SourceLoader.register(_machinery.SourceFileLoader)
FileLoader.register(_machinery.SourceFileLoader)
