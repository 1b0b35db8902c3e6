# Raises and catches: in a loop, through several calls, past finally clauses and with causes.


class Missing(KeyError):
    def __init__(self, name):
        super().__init__(name)
        self.name = name


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return None


def parse(text):
    try:
        return int(text)
    except ValueError:
        return -1


def dive(depth):
    if depth == 0:
        raise Missing("bottom")
    dive(depth - 1)


def guarded(depth, log):
    try:
        if depth == 0:
            raise ValueError("bottom")
        guarded(depth - 1, log)
    finally:
        log[0] += 1


def translated(key):
    try:
        raise KeyError(key)
    except KeyError as error:
        raise Missing(key) from error


class Context:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return kind is ZeroDivisionError


def run():
    table = {i: i for i in range(100)}
    found = sum(1 for i in range(200_000) if lookup(table, i % 200) is not None)
    wrong = 0
    for i in range(60_000):
        wrong += parse("12x" if i % 2 else "12") < 0
    caught = 0
    for i in range(20_000):
        try:
            dive(i % 10)
        except Missing as error:
            caught += error.name == "bottom"
    log = [0]
    for _ in range(10_000):
        try:
            guarded(5, log)
        except ValueError:
            pass
    chained = 0
    for i in range(40_000):
        try:
            translated(i)
        except (TypeError, Missing) as error:
            chained += error.__cause__ is not None
    swallowed = 0
    for _ in range(60_000):
        with Context():
            1 / 0
        swallowed += 1
    quiet = 0
    for i in range(400_000):
        try:
            quiet += i
        except ValueError:
            quiet = 0
    return found, wrong, caught, log[0], chained, swallowed


assert run() == (100_000, 30_000, 20_000, 60_000, 40_000, 60_000)
