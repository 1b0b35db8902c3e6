"""Measures how long small pieces of code take."""

import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5
_globals = globals


def _indented(source, depth):
    return source.replace("\n", "\n" + " " * depth)


class Timer:
    """Runs a statement many times and tells how long that takes."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = _globals() if globals is None else globals
        local = {}
        if isinstance(setup, str):
            compile(setup, "<timeit-src>", "exec")
            prepare = setup
            preparation = setup + "\n"
        elif callable(setup):
            local["_setup"] = setup
            prepare = "_setup()"
            preparation = ""
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(preparation + stmt, "<timeit-src>", "exec")
            body = stmt
        elif callable(stmt):
            local["_stmt"] = stmt
            body = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        parameters = "".join(f", {name}={name}" for name in local)
        self.src = (
            f"def inner(_count, _timer{parameters}):\n    {_indented(prepare, 4)}\n    _start = _timer()\n"
            f"    for _i in _count:\n        {_indented(body, 8)}\n        pass\n    return _timer() - _start\n")
        exec(compile(self.src, "<timeit-src>", "exec"), names, local)
        self.inner = local["inner"]

    def print_exc(self, file=None):
        """Prints the error that the statement raised."""
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds that the statement takes `number` times."""
        return self.inner(range(number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """What `timeit` gives, several times over."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How often the statement runs in a fifth of a second or more, and how long that took."""
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Seconds that the statement takes `number` times."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """What `timeit` gives, several times over."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
