import re

for position in 2**63 - 1, -(2**63), -5, 100:
    error = re.error("bad", "a\nb", position)
    assert error.pos == position and str(error).startswith("bad at position")
