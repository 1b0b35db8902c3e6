"""Numbers in a row, as compactly as C would keep them."""

from _array import ArrayType, array, typecodes
from collections.abc import MutableSequence

MutableSequence.register(array)
del MutableSequence
