# `__import__` put in place of the builtin one serves every import of the program.
import builtins
import sys

original = builtins.__import__


def told(name, globals=None, locals=None, names=(), level=0):
    print("import", name, names, level)
    return original(name, globals, locals, names, level)


builtins.__import__ = told
import math
from math import pi, sin as sine
import os.path as path
import os.path

builtins.__import__ = original
print(pi, sine(0), path is os.path)


class Made:
    def __init__(self, name):
        self.name = self.x = name


builtins.__import__ = lambda name, *others: Made(name)
import anything
from whatever import x

builtins.__import__ = original
print(anything.name, x)

# What `print` writes to.
real = sys.stdout
sys.stdout = None
print("nowhere")
del sys.stdout
try:
    print("nowhere")
except RuntimeError as error:
    sys.stdout = real
    print(error)
sys.stdout = 5
try:
    print("nowhere")
except AttributeError as error:
    sys.stdout = real
    print(error)
