# operator's three getters as classes, and the classes of streams.
import copy, io, operator, pickle, sys

print("getters")
for getter in (operator.itemgetter(1), operator.itemgetter(1, "a"), operator.attrgetter("real", "imag"),
               operator.methodcaller("split", ",", maxsplit=1), operator.methodcaller("upper")):
    print(getter, type(getter), pickle.loads(pickle.dumps(getter)), copy.copy(getter), callable(getter))
print(operator.itemgetter(slice(1, 3))("abcdef"), operator.itemgetter(0, -1)("xyz"))
print(operator.attrgetter("__class__.__name__")(5), operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(isinstance(operator.itemgetter(1), operator.itemgetter), operator.itemgetter(1, 2).__reduce__())
for call in (lambda: operator.attrgetter(3), lambda: operator.methodcaller(3), lambda: operator.attrgetter("x.y")(1),
             lambda: operator.itemgetter(5)([1])):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(operator.__add__ is operator.add, operator.__not__(0), operator.call(len, "ab"), len(operator.__all__))

print("streams")
for made in (io.StringIO(), io.BytesIO(), sys.stdout, sys.stdin):
    print([isinstance(made, kind) for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase)])
for kind in (io.IOBase, io.TextIOBase, io.StringIO, io.BytesIO, io.TextIOWrapper):
    print(kind, type(kind))
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.TextIOBase, io.IOBase))


class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, target):
        count = min(len(target), len(self.data))
        target[:count] = self.data[:count]
        self.data = self.data[count:]
        return count


source = Source(b"hello\nworld")
print(source.read(3), source.readline(), source.readall(), isinstance(source, io.IOBase))
print(io.BufferedReader(Source(b"abc\ndef")).readline(), list(io.TextIOWrapper(io.BufferedReader(Source(b"x\ny")))))
