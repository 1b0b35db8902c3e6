class Inner:
    def __init__(self, change):
        self.change = change

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        if name == "throw":
            self.try_to_change()
        raise AttributeError(name)

    def try_to_change(self):
        try:
            self.change()
        except ValueError as error:
            seen.append(str(error))


class Throwing(Inner):
    def throw(self, *error):
        self.try_to_change()
        return 2


def outer(kind, change):
    kept = [object(), object()]
    yield from kind(change)
    return kept


seen = []
for kind in Inner, Throwing:
    for change in lambda: generator.close(), lambda: next(generator), lambda: generator.send(1):
        generator = outer(kind, change)
        assert next(generator) == 1
        try:
            generator.throw(KeyError("x"))
        except KeyError:
            pass
        generator.close()
assert seen.count("generator already executing") == len(seen) >= 3, seen
