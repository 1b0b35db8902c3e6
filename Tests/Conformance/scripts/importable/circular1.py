from . import circular2 as circ2
x = 1
def g(): return circ2.y
