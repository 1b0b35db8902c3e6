# operator: the operators as functions, the getters, and copy of what they give.
import copy
import operator
from operator import attrgetter, itemgetter, methodcaller


def refused(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


print([getattr(operator, name)(7, 2) for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor".split()])
print([getattr(operator, name)(1, 2) for name in "lt le eq ne ge gt".split()], operator.is_(None, None))
print(operator.neg(3), operator.pos(-3), operator.invert(5), operator.not_([]), operator.truth("a"), operator.abs(-2))
print(operator.index(True), operator.concat([1], [2]), operator.contains("abc", "b"), operator.countOf("banana", "a"))
print(operator.indexOf([4, 5, 6], 6), operator.length_hint(iter([1, 2, 3])), operator.length_hint((n for n in ()), 8))

items = [1, 2, 3]
operator.setitem(items, 0, "first")
operator.delitem(items, 1)
print(items, operator.getitem(items, -1), operator.iadd(items, [4]) is items, items)

records = [{"name": "b", "age": 2}, {"name": "a", "age": 2}, {"name": "c", "age": 1}]
print([record["name"] for record in sorted(records, key=itemgetter("age", "name"))])
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter(slice(1, None))([1, 2, 3]))


class Point:
    def __init__(self, x, inner=None):
        self.x, self.inner = x, inner

    def moved(self, by, *, times=1):
        return Point(self.x + by * times, self.inner)


point = Point(1, Point(2))
print(attrgetter("x")(point), attrgetter("x", "inner.x")(point))
print(methodcaller("moved", 3, times=2)(point).x, methodcaller("upper")("a"))
refused(attrgetter, 1)
refused(attrgetter("inner.y"), point)
refused(itemgetter("a"), {})
refused(methodcaller("lower"), 1)
refused(operator.add, 1, "a")
refused(operator.indexOf, [1], 2)
twin = copy.deepcopy(point)
print(twin.inner is point.inner, twin.inner.x, copy.copy(point).inner is point.inner)
