# Functions of modules do not bind when they are found on a class; Python's functions and methods do.


class Tools:
    size = len
    biggest = max
    kind = type
    own = lambda self: "own"

    def sizes(self, *lists):
        return [self.size(items) for items in lists]


class Sub(Tools):
    def size(self, items):
        return -super().size(items)


print(Tools().size([1, 2]), Tools().biggest(3, 1), Tools().kind(1), Tools().own())
print(Tools().sizes([1], [1, 2]), Sub().sizes([1], [1, 2]))
found = Tools().size
print(found is len, found("abc"))


# The names of keywords in calls are not mangled, other names are.
def keywords(**given):
    return given


class Private:
    names = keywords(__a=1, **{"__b": 2})
    __hidden = 3

    def variables(self):
        __inner = 5

        def use():
            return __inner

        return use(), list(locals())


print(Private.names, Private._Private__hidden, Private().variables())
print(range(3)[1], end=" ")
for index in (2**100, -(2**100)):
    try:
        range(3)[index]
    except IndexError as error:
        print(error, end="; ")
print()
