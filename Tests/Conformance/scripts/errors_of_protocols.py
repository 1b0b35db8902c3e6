"""What builtins, operators and patterns say of what they cannot take."""
import os


def show(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


# Keywords that are not there come before arguments that are missing.
show(enumerate, foo=1)
show(enumerate)


# Only the first argument of complex() may have __complex__ alone.
class Number:
    def __complex__(self):
        return 3j


show(complex, Number())
show(complex, 1, Number())


# Deleting items of what has none.
class Plain:
    pass


def delete(container, key):
    del container[key]


for container in object(), Plain(), (1,), "a", 5:
    show(delete, container, 0)
    show(delete, container, "a")

# A function bound to nothing at all.
show((lambda: 1).__get__, None, None)
show(len.__get__ if hasattr(len, "__get__") else str.upper.__get__, None, None)


# A free variable without a value is named.
def outer():
    def inner():
        return late

    return inner()
    late = 1


try:
    outer()
except NameError as error:
    print(error, error.name)


# The names of a pattern are looked at one after the other.
class Listed:
    __match_args__ = ("first", 5)


def match(subject):
    match subject:
        case Listed(1, 2):
            return "matched"
    return "no match"


show(match, Listed())
subject = Listed()
subject.first = 1
show(match, subject)

# A relative import asks the globals who they are.
show(__import__, "x", {}, {}, [], 1)
print(os)

# breakpoint() leaves what happens to the hook.
import sys

hook, sys.breakpointhook = sys.breakpointhook, lambda *args, **kwargs: (args, kwargs)
print(hook is sys.__breakpointhook__, breakpoint(1, x=2))
del sys.breakpointhook
show(breakpoint)

# What str() and bytes() are told about texts is looked at even without one.
for made in str, bytes:
    show(made, errors=5)
    show(made, encoding=5)
show(ExceptionGroup("some", [ValueError()]).split)


# Classes within classes and functions are shown by the whole path to them.
class Outer:
    class Inner:
        pass


def local():
    class Local:
        pass

    return Local


for shown in Outer.Inner, local(), list[Outer.Inner]:
    print(shown, repr(shown()).split(" at ")[0])

# An unpacked alias is one of its own.
alias = tuple[int, str]
print([*alias], next(iter(alias)) == alias, next(iter(alias)).__unpacked__, alias.__unpacked__)
show(len, alias)
