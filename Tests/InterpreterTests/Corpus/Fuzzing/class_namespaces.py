class Changed:
    def __new__(cls, *arguments):
        try:
            cls.__dict__.clear()
        except AttributeError:
            pass
        return super().__new__(cls)

    def method(self):
        return 1


class Clears:
    def __eq__(self, other):
        other.clear()
        return True

    def __ror__(self, other):
        other.clear()
        return 2


assert Changed().method() == 1
assert Changed.__dict__ == Clears()
assert Changed.__dict__ | Clears() == 2
assert Changed().method() == 1


class Restless:
    def __set_name__(self, owner, name):
        names.clear()


names = {f"a{i}": Restless() for i in range(50)}
made = type("Made", (), names)
assert names == {} and isinstance(made.a49, Restless)


class Freed:
    def __del__(self):
        seen.append(Compared() == 1)


seen = []


class Compared:
    def __eq__(self, other, default=Freed()):
        return "old"


Compared.__eq__ = lambda self, other: "new"
assert seen == ["new"]
seen.clear()
Compared.__eq__ = lambda self, other, default=Freed(): "old"
del Compared.__eq__
assert seen == [False]
