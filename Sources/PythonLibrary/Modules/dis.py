"""CPython's machine code, which is not what runs here."""

_FUNCTIONS = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code",
              "get_instructions", "Instruction", "Bytecode", "stack_effect"]
_TABLES = ["cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs"]
__all__ = _FUNCTIONS


def _absent(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"dis.{name} is not available in nbcheck")

    function.__name__ = function.__qualname__ = name
    return function


for _name in _FUNCTIONS:
    globals()[_name] = _absent(_name)


def __getattr__(name):
    if name in _TABLES:
        raise NotImplementedError(f"dis.{name} is not available in nbcheck")
    raise AttributeError(f"module 'dis' has no attribute '{name}'")
