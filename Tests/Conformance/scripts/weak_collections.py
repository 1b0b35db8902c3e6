"""`weakref`'s collections: entries go with the objects they are about."""

import copy
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name!r})"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


a, b = Node("a"), Node("b")

by_name = weakref.WeakValueDictionary({"a": a}, b=b)
print(len(by_name), by_name["a"], "b" in by_name, "c" in by_name, by_name.get("c"), by_name.get("c", 5))
print(sorted(by_name), sorted(by_name.keys()), list(by_name.values()), list(by_name.items()))
print(by_name == {"a": a, "b": b}, by_name != {}, [ref() for ref in by_name.valuerefs()])
print(by_name.setdefault("a", b), by_name.setdefault("z", b), by_name.pop("z"), by_name.pop("z", None))
attempt(lambda: by_name.pop("z"))
attempt(lambda: by_name["z"])
attempt(lambda: by_name.__delitem__("z"))
attempt(lambda: weakref.WeakValueDictionary(a=1))
print(sorted(by_name.copy()), sorted(copy.copy(by_name)), sorted(by_name | {"c": a}), sorted({"c": a} | by_name))

notes = weakref.WeakKeyDictionary({a: 1})
notes[b] = None
print(len(notes), notes[a], a in notes, 5 in notes, notes.get(b, 9), list(notes.items()), list(notes.keys()))
print([ref() for ref in notes.keyrefs()], dict(notes) == {a: 1, b: None}, notes == {a: 1, b: None})
notes.update({a: 2})
print(notes[a], notes.setdefault(a, 7), notes.pop(a), notes.pop(a, "gone"), len(notes))
attempt(lambda: weakref.WeakKeyDictionary({1: 2}))

members = weakref.WeakSet([a, b])
print(len(members), a in members, 5 in members, sorted(n.name for n in members))
print(len(members | {a}), len(members & {a}), len(members - {a}), len(members ^ {a}))
print(members >= {a}, members > {a, b}, members == weakref.WeakSet([b, a]), members.isdisjoint([5]))
members -= {a}
print(sorted(members, key=lambda n: n.name))
members |= {a}
print(sorted(members, key=lambda n: n.name))
members.discard(b)
print(len(members))

calls = []
finalizer = weakref.finalize(a, calls.append, "a is gone")
reference = weakref.ref(a, lambda ref: calls.append("callback"))
print(finalizer.alive, reference() is a)
members.add(b)
notes[a] = 3
del a
gc.collect()
print(len(by_name), len(notes), len(members), sorted(calls), finalizer.alive, reference())

by_name.clear()
notes.clear()
attempt(by_name.popitem)
attempt(notes.popitem)
print(len(by_name), len(notes), bool(by_name))


# What a reference shows of an object with a name.
def shown(value):
    import re

    return re.sub("0x[0-9a-f]+", "0x", repr(weakref.ref(value)))


class Unnamed:
    pass


unnamed = Unnamed()
print(shown(Unnamed), shown(shown), shown(len), shown(unnamed), sep="\n")
unnamed.__name__ = "now"
print(shown(unnamed))
