# except* and exception groups
eg = ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("n", [ValueError(2), OSError(3)])])
print(eg, repr(eg), eg.message, eg.exceptions)
m, r = eg.split(ValueError)
print(repr(m), repr(r))
print(repr(eg.subgroup(lambda e: isinstance(e, OSError))))
try:
    raise eg
except* ValueError as e:
    print("V", repr(e))
except* TypeError as e:
    print("T", repr(e))
except* OSError as e:
    print("O", repr(e))
else: print("else")
finally: print("fin")
try:
    try: raise eg
    except* ValueError: pass
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ValueError("naked")
    except* ValueError as e: print(repr(e), type(e).__name__)
except BaseException as e: print("esc", e)
try:
    raise KeyError(1)
except* ValueError: print("no")
except* KeyError as e: print(repr(e))
for args in [(), ("a",), (1, [ValueError()]), ("a", 5), ("a", []), ("a", [1]), ("a", [ValueError(), KeyboardInterrupt()]), ("a", {ValueError()})]:
    for cls in (ExceptionGroup, BaseExceptionGroup):
        try: print(repr(cls(*args)))
        except BaseException as e: print(type(e).__name__, e)
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message + "!", excs)
g = MyGroup("m", (ValueError(1), KeyError(2)))
print(repr(g), g.split(KeyError), g.args, g.exceptions)
print(ExceptionGroup.__mro__, issubclass(ExceptionGroup, Exception), g.subgroup((ValueError, KeyError)) is g)
try: g.split(5)
except TypeError as e: print(e)
def f():
    try:
        raise ExceptionGroup("x", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        raise
    except* TypeError as e:
        raise RuntimeError("new")
try: f()
except BaseException as e:
    print(repr(e), [repr(x) for x in e.exceptions])
    print(repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup("x", [ValueError(1)])
    except* ValueError: raise KeyError("k")
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup("x", [ValueError(1)])
    except* (ValueError, 3): pass
except BaseException as e: print(repr(e))
try:
    try: raise ExceptionGroup("x", [ValueError(1)])
    except* ExceptionGroup: pass
except BaseException as e: print(repr(e))
try: pass
except* ValueError: print("no")
else: print("else ran")
def nested():
    for i in range(2):
        try:
            try: raise ExceptionGroup("o", [ExceptionGroup("i", [ValueError(i), OSError(i)])])
            except* OSError as e: print("os", e.exceptions)
        except ExceptionGroup as e: print("rest", e.exceptions)
nested()
try:
    try: raise ValueError("plain")
    except* ValueError: raise
except BaseException as e: print(repr(e))
try:
    raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
except* KeyboardInterrupt as e: print(repr(e))
except* ValueError as e: print(repr(e))
import sys
try: raise ExceptionGroup("s", [ValueError(9)])
except* ValueError as e: print(sys.exc_info()[1] is e)
print(sys.exc_info())
for src in ["try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass", "for i in x:\n  try: pass\n  except* ValueError: break", "def f():\n  try: pass\n  except* ValueError: return 1", "try: pass\nexcept* ValueError:\npass", "for i in x:\n  try: pass\n  except* ValueError: continue"]:
    try: compile(src, "f", "exec")
    except SyntaxError as e: print(e)
for src in ["for i in x:\n  try: pass\n  except* ValueError:\n    for j in x: break", "try: pass\nexcept* ValueError:\n  def f(): return 1"]:
    compile(src, "f", "exec")
