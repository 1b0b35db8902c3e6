print("pkg init", __name__, __package__)
from .a import A
from . import b
__all__ = ["A", "b", "late", "z"]
z = 26
