"""Wrong arguments of functions that CPython writes in C, values that pickle as bytes, and dicts that see every entry."""
import binascii
import collections
import copy
import datetime
import decimal
import functools
import itertools
import operator
import os
import pathlib
import pickle
import struct


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


# Arguments
for wrong in [
    lambda: datetime.date(),
    lambda: datetime.date(2020),
    lambda: datetime.date(1, 2, 3, 4),
    lambda: datetime.date(2020, 1, 1, foo=2),
    lambda: datetime.date.fromisoformat(),
    lambda: datetime.date.replace(),
    lambda: datetime.time(1).replace(foo=1),
    lambda: decimal.Decimal(1, 2, 3),
    lambda: decimal.Decimal(foo=1),
    lambda: decimal.Decimal(1).compare(),
    lambda: struct.unpack("i"),
    lambda: struct.calcsize(),
    lambda: binascii.hexlify(),
    lambda: binascii.unhexlify(),
    lambda: binascii.crc_hqx(b""),
]:
    attempt(wrong)

# Dates as bytes
print(datetime.date(2020, 1, 2).__reduce__(), datetime.time(1, 2, 3).__reduce__())
print(datetime.datetime(2020, 1, 2, 3, 4, 5, 6).__reduce__())
print(datetime.time(1, fold=1).__reduce_ex__(3), datetime.time(1, fold=1).__reduce_ex__(4))
print(datetime.datetime(2020, 2, 3, fold=1).__reduce_ex__(4))


class Day(datetime.date):
    pass


for value in [
    datetime.date(1, 1, 1), datetime.time(1, fold=1), datetime.timedelta(3), Day(2020, 3, 4),
    datetime.datetime(2020, 2, 3, 4, 5, 6, 7, tzinfo=datetime.timezone.utc, fold=1),
    datetime.time(9, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
]:
    again = pickle.loads(pickle.dumps(value))
    print(repr(again), again == value, copy.deepcopy(value) == value, type(again) is type(value))


# Dicts in order
class Upper(collections.OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


upper = Upper([("x", 0)], a=1)
upper.update({"b": 2})
upper["c"] = 3
print(upper, upper == {"X": 0, "A": 1, "B": 2, "C": 3})

# Classes that know their module, and properties that know their name
Point = collections.namedtuple("Point", "x y", module="geometry")
print(Point.__module__, Point.__doc__)


class Computed:
    @functools.cached_property
    def value(self):
        """Computed once."""
        return 4


print(Computed.value.__doc__, Computed().value)
try:
    class Twice:
        first = functools.cached_property(len)
        second = first
except RuntimeError as error:
    print(error, repr(error.__cause__))

# Lengths of iterators
print(operator.length_hint(itertools.repeat(1, 5)), operator.length_hint(iter(collections.deque([1, 2, 3]))))
walk = reversed(collections.deque([1, 2]))
next(walk)
print(operator.length_hint(walk), operator.length_hint(itertools.repeat(1), 7))
attempt(itertools.repeat(1).__length_hint__)


# Contexts
def forget():
    del decimal.getcontext().prec


attempt(forget)

# Homes and programs
os.environ["HOME"] = "/home/me"
os.environ["PATH"] = "/a:/b"
print(pathlib.Path("~/a").expanduser(), pathlib.Path.home(), os.path.expanduser("~/b"), os.path.expanduser("x~"))
print(os.get_exec_path(), len(os.urandom(8)), type(os.urandom(0)))
attempt(lambda: os.urandom(-1))
