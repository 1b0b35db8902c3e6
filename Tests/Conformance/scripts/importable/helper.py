"""A helper module."""
print("loading helper", __name__)
X = 1
_hidden = 2
def f(): return X
class C:
    pass
if __name__ == "__main__": print("no")
