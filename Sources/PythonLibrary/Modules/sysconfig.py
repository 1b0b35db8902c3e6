"""Where things would be installed."""

import sys

__all__ = ["get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path",
           "get_path_names", "get_paths", "get_platform", "get_python_version", "get_scheme_names",
           "get_default_scheme", "get_preferred_scheme", "parse_config_h", "is_python_build"]

_VARIABLES = {
    "prefix": sys.prefix, "exec_prefix": sys.exec_prefix, "py_version": "3.11.0", "py_version_short": "3.11",
    "py_version_nodot": "311", "installed_base": sys.base_prefix, "base": sys.prefix,
    "installed_platbase": sys.base_exec_prefix, "platbase": sys.exec_prefix, "platlibdir": "lib", "abiflags": "",
    "EXT_SUFFIX": ".cpython-311-x86_64-linux-gnu.so", "SOABI": "cpython-311-x86_64-linux-gnu", "Py_DEBUG": 0,
    "WITH_PYMALLOC": 1, "Py_GIL_DISABLED": None, "SIZEOF_VOID_P": 8, "VERSION": "3.11",
}
_PATHS = {
    "stdlib": "{installed_base}/lib/python3.11", "platstdlib": "{platbase}/lib/python3.11",
    "purelib": "{base}/lib/python3.11/site-packages", "platlib": "{platbase}/lib/python3.11/site-packages",
    "include": "{installed_base}/include/python3.11", "platinclude": "{installed_platbase}/include/python3.11",
    "scripts": "{base}/bin", "data": "{base}",
}


def get_config_vars(*args):
    return [_VARIABLES.get(name) for name in args] if args else _VARIABLES


def get_config_var(name):
    return _VARIABLES.get(name)


def get_platform():
    return "linux-x86_64"


def get_python_version():
    return "3.11"


def get_scheme_names():
    return ("posix_prefix",)


def get_default_scheme():
    return "posix_prefix"


def get_preferred_scheme(key):
    if key not in ("prefix", "home", "user"):
        raise ValueError(f"{key!r} returned 'posix_prefix' but the scheme is not supported")
    return "posix_prefix"


def get_path_names():
    return tuple(_PATHS)


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    if scheme != "posix_prefix":
        raise KeyError(scheme)
    if not expand:
        return dict(_PATHS)
    return {name: path.format(**_VARIABLES | (vars or {})) for name, path in _PATHS.items()}


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def is_python_build(check_home=None):
    return False


def _absent(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"sysconfig.{name} is not available in nbcheck")

    function.__name__ = function.__qualname__ = name
    return function


get_config_h_filename, get_makefile_filename, parse_config_h = map(
    _absent, ("get_config_h_filename", "get_makefile_filename", "parse_config_h"))
