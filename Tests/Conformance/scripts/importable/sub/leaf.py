v = 7
try:
    from .... import q
except ImportError as e: print(e)
