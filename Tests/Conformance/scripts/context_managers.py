from contextlib import *
import contextlib, sys
class Lines:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text
    def flush(self): pass
    def getvalue(self): return self.text
def attempt(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
@contextmanager
def cm(x):
    "doc of cm"
    print("enter", x)
    try:
        yield x * 2
    except ValueError as e:
        print("caught", e)
    finally:
        print("exit")
with cm(2) as v: print(v)
with cm(3): raise ValueError("boom")
def f():
    with cm(4): raise KeyError("k")
attempt(f)
print(cm.__name__, cm.__doc__)
@cm(5)
def deco(a): print("in deco", a); return a
print(deco(1), deco(2), deco.__name__)
@contextmanager
def none():
    if 0: yield
attempt(lambda: none().__enter__())
@contextmanager
def two():
    yield 1
    yield 2
def f():
    with two(): pass
attempt(f)
@contextmanager
def stubborn():
    try: yield
    except Exception: pass
    yield
def f():
    with stubborn(): raise ValueError(1)
attempt(f)
@contextmanager
def reraise():
    try: yield
    except Exception as e: raise RuntimeError("new") from e
def f():
    with reraise(): raise ValueError(1)
attempt(f)
def f():
    with cm(1): raise StopIteration("s")
attempt(f)
with suppress(ValueError, KeyError): raise KeyError(1)
def f():
    with suppress(ValueError): raise KeyError(1)
attempt(f)
class C:
    def close(self): print("closed")
with closing(C()) as c: print("body")
s = Lines()
with redirect_stdout(s): print("hidden")
print(repr(s.getvalue()))
e = Lines()
with redirect_stderr(e): print("err", file=sys.stderr)
print(repr(e.getvalue()))
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    print(st.enter_context(cm(7)))
    st.callback(print, "cb", 1, sep="-")
    st.push(lambda *a: print("pushed", a[0]))
    print("in stack")
def f():
    with ExitStack() as st:
        st.callback(print, "always")
        st.push(lambda t, v, tb: print("saw", t) or True)
        raise ValueError("x")
    return "suppressed"
attempt(f)
def f():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        st.callback(lambda: {}["k"])
        raise ValueError("x")
attempt(f)
st = ExitStack(); st.callback(print, "late"); o = st.pop_all(); st.close(); print("now"); o.close()
attempt(lambda: ExitStack().enter_context(3))
class D(ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *a): print("D out", a[0]); return True
@D()
def g(): raise ValueError
print(g())
print(isinstance(D(), AbstractContextManager), isinstance(3, AbstractContextManager), issubclass(closing, AbstractContextManager))
attempt(lambda: AbstractContextManager())
class Own(AbstractContextManager):
    def __exit__(self, *a): print("own exit")
with Own() as o: print(type(o).__name__)
@contextmanager
def outer():
    with cm("in") as x: yield x
with outer() as x: print(x)
with cm(1) as a, cm(a) as b: print(a, b)
