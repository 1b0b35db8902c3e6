import sys
from importable import helper
print(helper.X, helper.f(), helper.__name__, helper.__doc__, helper.__file__.endswith("importable/helper.py"))
import importable.helper as h2
print(h2 is helper, sys.modules["importable.helper"] is helper)
from importable.helper import *
print(X, 'C' in globals(), '_hidden' in globals(), C.__module__, C)
try: from importable.helper import nope
except ImportError as e: print(type(e).__name__, str(e).split(" (")[0], e.name)
try: import nomod
except ModuleNotFoundError as e: print(e, e.name)
try: import importable.helper.foo
except ModuleNotFoundError as e: print(e, e.name)
try: import importable.foo
except ModuleNotFoundError as e: print(e, e.name)
import importable.sub.leaf
print(importable.sub.leaf.v, importable.A, importable.b.B)
from importable import *
print(z, late.L, A)
from importable import sub as s2
print(s2.__name__, s2.__package__)
from importable import circular1 as circ1
print(circ1.g())
try: import importable.bad
except SyntaxError as e: print(e.msg, e.lineno, e.filename.endswith("bad.py"), 'importable.bad' in sys.modules)
for i in range(2):
    try: import importable.boom
    except ValueError as e: print(e, 'importable.boom' in sys.modules)
try: from . import q
except ImportError as e: print(e)
import importlib
m = importlib.import_module("importable.b"); print(m.B)
print(importlib.import_module(".b", "importable") is m)
helper.X = 50
importlib.reload(helper); print(helper.X)
print(__import__("importable.b").__name__, __import__("importable.b", fromlist=["B"]).__name__)
sys.modules["fake"] = type(sys)("fake")
sys.modules["fake"].v = 3
import fake
print(fake.v)
sys.modules["gone"] = None
try: import gone
except ImportError as e: print(type(e).__name__, e)
del sys.modules["importable.helper"]
import importable.helper as h3
print(h3 is helper)
import __main__
print(__main__.X, __main__ is sys.modules["__main__"], __name__)
def local():
    import math as mm
    from math import pi, sqrt as sq
    return mm.floor(pi), sq(4)
print(local())
print(repr(helper).startswith("<module 'importable.helper' from '/"))
print(helper.__dict__['X'], [k for k in vars(helper) if not k.startswith('__')])
if True:
    try:
        import foo_missing
    except ImportError:
        foo_missing = None
print(foo_missing, __builtins__, __doc__, __spec__, __package__)
