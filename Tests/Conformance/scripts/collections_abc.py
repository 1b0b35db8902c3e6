from collections.abc import *
import collections
checks = [Hashable, Iterable, Iterator, Reversible, Generator, Sized, Container, Collection, Callable, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence, KeysView, ItemsView, ValuesView, MappingView, ByteString, Awaitable, Coroutine]
def gen(): yield
objs = dict(list=[], tuple=(), str="", bytes=b"", dict={}, set=set(), frozenset=frozenset(), range=range(3), int=1, none=None, gen=gen(), func=gen, it=iter([]), keys={}.keys(), items={}.items(), values={}.values(), deque=collections.deque(), counter=collections.Counter(), od=collections.OrderedDict(), dd=collections.defaultdict(), cls=int, zip=zip(), map=map(str, []), enum=enumerate([]), rev=reversed([]), cm=collections.ChainMap(), ud=collections.UserDict(), ul=collections.UserList(), us=collections.UserString(""), bytearray=bytearray(), slice=slice(1), obj=object())
for name, o in objs.items():
    print(name, [c.__name__ for c in checks if isinstance(o, c)])
class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = Seq(1, 2, 3, 2)
print(list(s), 2 in s, list(reversed(s)), s.index(2), s.index(2, 2), s.count(2), isinstance(s, Iterable))
try: s.index(9)
except ValueError as e: print(repr(e))
class MSeq(MutableSequence):
    def __init__(self, *a): self.a = list(a)
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
    def __setitem__(self, i, v): self.a[i] = v
    def __delitem__(self, i): del self.a[i]
    def insert(self, i, v): self.a.insert(i, v)
m = MSeq(1, 2); m.append(3); m.extend([4, 5]); m.reverse(); m += [6]; print(m.a, m.pop(), m.pop(0), m.remove(3), m.a); m.clear(); print(m.a)
class Mp(MutableMapping):
    def __init__(self, **k): self.d = dict(k)
    def __getitem__(self, k): return self.d[k]
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
m = Mp(a=1, b=2)
print("a" in m, m.get("z"), m.get("z", 1), list(m.keys()), list(m.items()), list(m.values()), m == {"a": 1, "b": 2}, m.pop("a"), m.pop("q", 0), m.setdefault("n", 4), m.popitem(), dict(m))
m.update({"x": 1}, y=2); m.update([("z", 3)]); print(m.d, m.items() & {("x", 1)}, m.keys() | {"w"} == {"n", "x", "y", "z", "w"}, 1 in m.values(), ("x", 1) in m.items()); m.clear(); print(m.d)
try: m.pop("zz")
except KeyError as e: print(repr(e))
class S(Set):
    def __init__(self, it): self.e = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.e
    def __iter__(self): return iter(self.e)
    def __len__(self): return len(self.e)
    def __repr__(self): return f"S({self.e})"
print(S("abc") & S("bcd"), S("abc") | S("d"), S("abc") - S("b"), S("abc") ^ S("bcd"), S("ab") < S("abc"), S("ab") <= {"a", "b"}, S("ab") == {"a", "b"}, S("ab").isdisjoint("cd"), S("ab") > S("a"), {"a", "z"} & S("ab"))
class MS(MutableSet, S):
    def add(self, x): self.e.append(x) if x not in self.e else None
    def discard(self, x): x in self.e and self.e.remove(x)
m = MS("abc"); m |= "d"; m -= S("a"); m &= MS("bcd"); m ^= MS("bz"); print(m, m.pop(), m.remove("z"), m)
try: m.remove("q")
except KeyError as e: print(repr(e))
for cls in (Sequence, MutableMapping, Set, Iterator, Callable, Generator):
    try: cls()
    except TypeError as e: print(e)
class It(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), iter(It()).__class__.__name__)
class G(Generator):
    def send(self, v): return v
    def throw(self, *a): raise StopIteration
g = G(); print(next(g), g.send(4), g.close())
class NH: __hash__ = None
print(isinstance(NH(), Hashable), issubclass(NH, Hashable), isinstance([], Hashable))
class Duck:
    def __iter__(self): return iter(())
    def __len__(self): return 0
    def __contains__(self, x): return False
print(isinstance(Duck(), Collection), isinstance(Duck(), Sequence), issubclass(Duck, Sized), Iterable[int], Callable[[int], str], Mapping[str, int])
match Seq(1, 2):
    case [a, b]: print("seq", a, b)
    case _: print("no")
match Mp(k=1):
    case {"k": v}: print("map", v)
    case _: print("no")
match collections.deque([1]):
    case [x]: print("deque", x)
    case _: print("no")
