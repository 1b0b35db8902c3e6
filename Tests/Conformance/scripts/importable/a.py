from .b import B
A = "a" + B
