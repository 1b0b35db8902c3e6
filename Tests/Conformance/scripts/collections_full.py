from collections import *
import collections, collections.abc as abc
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c, c["a"], c["b"], len(c), sorted(c), "b" in c, c.get("z", 9), dict(c) == {"a": 1, "b": 3})
attempt(lambda: c["z"]); attempt(lambda: c.pop("b"))
d = c.new_child({"q": 5}); d["a"] = 7
print(d, d.parents, d.maps[0], c.new_child(x=1))
def f(): del c["b"]
attempt(f)
print(list(c.items()), list(c.keys()), c | {"n": 1}, {"n": 1} | c)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = UD({"a": 1}, b=2); u.update(c=3); u.setdefault("d", 4)
print(u, len(u), u["A"], list(u), u.pop("A"), u.copy(), u == {"B": 2, "C": 3, "D": 4}, isinstance(u, abc.Mapping), u | {"x": 1}, type(u).__name__)
attempt(lambda: u["nope"])
class UM(UserDict):
    def __missing__(self, k): return k * 2
print(UM()["ab"], "ab" in UM(), UM().get("ab"))
l = UserList([3, 1, 2]); l.append(5); l.sort(); l += [9]; l[0:1] = [7, 8]
print(l, l + [1], [0] + l, l * 2, l[1:3], type(l[1:3]).__name__, l == [7, 8, 2, 3, 5, 9], l.index(5), l.count(2), len(l), l.pop(), l < [8], list(reversed(l)))
s = UserString("hello")
print(s, repr(s), s.upper(), type(s.upper()).__name__, s + " w", "x" + s, s * 2, s[1:3], "ell" in s, s.find("l"), s == "hello", s.split("l"), s.center(9, "*"), s.startswith("he"), len(s), hash(s) == hash("hello"), UserString("%d") % 3, s.join(["a", "b"]), s.encode())
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(list(o), o.popitem(last=False), o.popitem(), o)
attempt(lambda: o.move_to_end("zz")); attempt(lambda: OrderedDict().popitem())
print(OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)]), OrderedDict(a=1) == {"a": 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict(a=1) | {"b": 2}, OrderedDict.fromkeys("ab", 0))
n = Counter("mississippi")
print(n, n.most_common(2), n["z"], sorted(n.elements()), n.total(), n + Counter("ms"), n - Counter("iii"), n & Counter("sip"), n | Counter("zz"), +Counter(a=1, b=-1), -Counter(a=1, b=-1))
n.update("ss"); n.subtract({"s": 10}); print(n, n == Counter(n), n <= Counter(m=1), Counter(a=1) < Counter(a=2), Counter(a=1, b=0) == Counter(a=1))
attempt(lambda: Counter.fromkeys("ab"))
del n["zzz"]; n += Counter("q"); print(n, n.copy(), Counter(a=2).pop("a"), repr(Counter()))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0)
print(q, q.maxlen, q.rotate(1), q, q.index(2) if 2 in q else None, q.count(3), q.copy(), q == deque([3, 0, 2]), q + deque([1]), deque([1]) * 3, list(reversed(q)))
q.extend([7, 8]); q.extendleft([9]); q.insert(1, 5) if len(q) < 3 else attempt(lambda: q.insert(1, 5))
print(q, q.pop(), q.popleft(), q[0], q.remove(7) if 7 in q else 0, q, deque("ab") < deque("b"))
attempt(lambda: deque().pop()); attempt(lambda: deque().popleft()); attempt(lambda: deque([1])[3]); attempt(lambda: deque([1]).remove(5)); attempt(lambda: deque([1]).index(5)); attempt(lambda: deque([], -1))
def f():
    q = deque([1, 2, 3])
    for x in q: q.append(1)
attempt(f)
q = deque(range(5)); del q[1]; q[0] = 9; q.reverse(); q.clear(); print(q)
dd = defaultdict(list); dd["a"].append(1); dd["b"]
print(dd, dd.default_factory, dd.copy(), dd.get("z"), "z" in dd, defaultdict(int, {"a": 1}) | {"b": 2})
attempt(lambda: defaultdict(None)["k"]); attempt(lambda: defaultdict(3))
P = namedtuple("P", "x y", defaults=[5])
p = P(1); print(p, p.x, p._asdict(), p._replace(y=9), P._make([3, 4]), P._fields, P._field_defaults, p == (1, 5), P.__doc__, p[0], p[-1], p + (1,), len(p), P.__match_args__)
attempt(lambda: P()); attempt(lambda: P(1, 2, 3)); attempt(lambda: P(1, z=1)); attempt(lambda: P._make([1])); attempt(lambda: p._replace(q=1)); attempt(lambda: setattr(p, "x", 3)); attempt(lambda: setattr(p, "zz", 3))
attempt(lambda: namedtuple("P", "a a")); attempt(lambda: namedtuple("P", "for")); attempt(lambda: namedtuple("P", "_a")); attempt(lambda: namedtuple("1P", "a")); attempt(lambda: namedtuple("P", "a", defaults=[1, 2]))
print(namedtuple("R", "a for a", rename=True)._fields, P.__name__, P.__module__, P.__mro__, hash(p) == hash((1, 5)))
class Q(namedtuple("Q", ["a", "b"])):
    __slots__ = ()
    @property
    def s(self): return self.a + self.b
    def __str__(self): return "Q!"
print(Q(1, 2).s, Q(1, 2), repr(Q(1, 2)), Q(1, b=2)._replace(a=5).s)
