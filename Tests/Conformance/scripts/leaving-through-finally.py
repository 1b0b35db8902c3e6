# A `finally` that a `break`, `continue` or `return` runs is still guarded by the `try` around it.
def leave(how):
    log = []
    for turn in range(2):
        try:
            try:
                if how == "continue":
                    continue
                if how == "break":
                    break
                if how == "return":
                    return log
            finally:
                log.append("finally")
                raise ValueError(turn)
        except ValueError as error:
            log.append(repr(error))
    return log


for how in ("continue", "break", "return", "fall"):
    print(how, leave(how))


def generator():
    for turn in range(2):
        try:
            try:
                continue
            finally:
                yield turn
        except KeyError as error:
            yield repr(error)


g = generator()
print(next(g), g.throw(KeyError("thrown")), list(g))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise KeyError("exit")


def managed():
    while True:
        try:
            with Manager():
                break
        except KeyError as error:
            return repr(error)


print(managed())


# What `except` names must be classes, in a tuple too, but not in a tuple in a tuple.
for classes in ((KeyError, ValueError), (KeyError, (ValueError, TypeError)), 5):
    try:
        try:
            raise ValueError("v")
        except classes:
            print("caught")
    except TypeError as error:
        print(error)


# What exec adds to a function's variables stays for the call.
def adds():
    exec("added = 1")
    exec("added += 1")
    return eval("added"), "added" in locals(), sorted(locals())


print(adds(), adds())

# A comprehension has variables of its own, which eval and locals() see.
print([eval("x * 2") for x in range(3)], {k: eval("k") for k in "ab"}, [eval("x + y") for x in range(2) for y in range(2)])


def comprehends():
    [q for q in range(3)]
    try:
        [1 / 0 for w in range(2)]
    except ZeroDivisionError:
        pass
    return locals()


print(comprehends())
try:
    eval("w")
except NameError as error:
    print(error)


# A `finally` that leaves the loop has the last word, also over a `return` through several of them.
def overruled():
    while True:
        try:
            return "returned"
        finally:
            break
    return "after the loop"


def overruled_twice():
    for i in range(3):
        while True:
            try:
                try:
                    return "returned"
                finally:
                    print("inner", i)
            finally:
                break
        print("outer", i)
    return "done"


def continued():
    count = 0
    while count < 3:
        count += 1
        try:
            return "returned"
        finally:
            if count < 3:
                continue
            else:
                break
    return count


print(overruled(), overruled_twice(), continued())


# A generator that a `return` or a `break` leaves behind ends before the `finally` around its loop.
def drawn():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


def left_behind():
    for _ in range(2):
        try:
            for item in drawn():
                return item
        finally:
            print("finally")


print(left_behind())
