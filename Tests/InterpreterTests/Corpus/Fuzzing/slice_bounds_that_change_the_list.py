class Bound:
    def __init__(self, change):
        self.change = change
        self.asked = 0

    def __index__(self):
        self.asked += 1
        self.change(self.asked)
        return 5


def clear(asked):
    items.clear()


def clear_later(asked):
    if asked == 2:
        items.clear()


for change in clear, clear_later:
    items = list(range(10))
    items[Bound(change) : 8] = [1]
    assert items == ([1] if change is clear else [0, 1, 2, 3, 4, 1, 8, 9])
    items = list(range(10))
    assert items[Bound(change) : 8 : 2] == ([] if change is clear else [5, 7])
    items = list(range(10))
    del items[Bound(change) : 8 : 2]
    assert items == ([] if change is clear else [0, 1, 2, 3, 4, 6, 8, 9])
    items = list(range(10))
    del items[Bound(change) : 8]
    assert items == ([] if change is clear else [0, 1, 2, 3, 4, 8, 9])


def values():
    items.clear()
    yield 1


items = list(range(10))
items[2:8] = values()
assert items == [1]
items = list(range(10))
try:
    items[8:2:-1] = values()
except ValueError:
    pass
assert items == []
