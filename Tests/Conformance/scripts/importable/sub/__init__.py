from .. import z
from ..a import A as AA
from . import leaf
print("sub", z, AA, leaf.v)
