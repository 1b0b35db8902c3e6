"""warnings: filters, places, categories, recording; timeit runs what it is given."""
import sys
import timeit
import warnings


class Echo:
    def write(self, text):
        sys.stdout.write(text.split("/")[-1])

    def flush(self):
        pass


def warn_caller():
    warnings.warn("level", FutureWarning, stacklevel=2)


class Custom(UserWarning):
    pass


sys.stderr = Echo()
warnings.warn("hello")
warnings.warn("hello", DeprecationWarning)
for index in range(3):
    warnings.warn("once per place")
    warnings.warn(f"differs {index}", RuntimeWarning)
warn_caller()
warn_caller()
warnings.warn(Custom("instance"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("a")
    warnings.warn("a")
    warn_caller()
    print([(str(item.message), item.category.__name__, item.lineno) for item in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", Custom)
    except Custom as error:
        print("caught", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("ignored")
with warnings.catch_warnings():
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("only once")
with warnings.catch_warnings():
    warnings.filterwarnings("error", category=DeprecationWarning)
    try:
        warnings.warn("old", DeprecationWarning)
    except DeprecationWarning as error:
        print("caught", error)
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "code"), end="")
for action in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("foo")):
    try:
        action()
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)

count = 0


def step():
    global count
    count += 1


timeit.timeit(step, number=7)
timeit.timeit("step()", globals=globals(), number=4)
print(count, len(timeit.repeat("x = 1", number=2, repeat=3)), timeit.timeit("pass", "y = 1", number=3) >= 0)
try:
    timeit.Timer(5)
except ValueError as error:
    print(error)
