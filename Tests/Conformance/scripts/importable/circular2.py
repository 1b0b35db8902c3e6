from . import circular1 as circ1
try: circ1.x
except AttributeError as e: print(e)
try: from .circular1 import x
except ImportError as e: print(str(e).split(" (/")[0], e.name)
y = 2
