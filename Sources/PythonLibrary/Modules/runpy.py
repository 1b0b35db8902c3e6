"""Modules run as programs."""

import sys
import types

from importlib.util import find_spec as _find_spec

__all__ = ["run_module", "run_path"]


def _run(code, init_globals, run_name, **facts):
    """The names that code leaves behind, having run in a module of its own."""
    module = types.ModuleType(run_name)
    if init_globals is not None:
        module.__dict__.update(init_globals)
    module.__dict__.update(__name__=run_name, __doc__=None, __cached__=None, **facts)
    before = sys.modules.get(run_name)
    sys.modules[run_name] = module
    try:
        exec(code, module.__dict__)
        return dict(module.__dict__)
    finally:
        if before is None:
            sys.modules.pop(run_name, None)
        else:
            sys.modules[run_name] = before


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    try:
        spec = _find_spec(mod_name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError(f"Error while finding module specification for {mod_name!r} "
                          f"({type(error).__name__}: {error})") from error
    if spec is None:
        raise ImportError(f"No module named {mod_name}")
    if spec.submodule_search_locations is not None:
        return run_module(mod_name + ".__main__", init_globals, run_name or mod_name, alter_sys)
    code = spec.loader.get_code(mod_name)
    if code is None:
        raise ImportError(f"No code object available for {mod_name}")
    return _run(code, init_globals, run_name or mod_name, __file__=spec.origin, __loader__=spec.loader,
                __package__=spec.parent, __spec__=spec)


def run_path(path_name, init_globals=None, run_name=None):
    with open(path_name, "rb") as file:
        code = compile(file.read(), path_name, "exec")
    return _run(code, init_globals, run_name or "<run_path>", __file__=path_name, __loader__=None, __package__="",
                __spec__=None)
