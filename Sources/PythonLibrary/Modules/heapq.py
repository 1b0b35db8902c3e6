"""Lists as heaps: the smallest item first."""

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace, nlargest, nsmallest

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


class _Head:
    """The next item of one of the sources; the earlier source wins among equals."""

    __slots__ = ("key", "item", "place", "source", "reverse")

    def __init__(self, place, source, reverse):
        self.place = place
        self.source = source
        self.reverse = reverse

    def advance(self, key):
        """Takes the source's next item; false at its end."""
        for item in self.source:
            self.item = item
            self.key = item if key is None else key(item)
            return True
        return False

    def __lt__(self, other):
        if self.reverse:
            if other.key < self.key:
                return True
            return not self.key < other.key and self.place < other.place
        if self.key < other.key:
            return True
        return not other.key < self.key and self.place < other.place


def merge(*iterables, key=None, reverse=False):
    heap = []
    for place, iterable in enumerate(iterables):
        head = _Head(place, iter(iterable), reverse)
        if head.advance(key):
            heap.append(head)
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.item
        if head.advance(key):
            heapreplace(heap, head)
        else:
            heappop(heap)


# Heaps with the largest item first, which have no public names.


def _sift_max(heap, place):
    """Lets the larger items below a place rise, and puts the item that was there where it belongs among them."""
    item, start, size = heap[place], place, len(heap)
    while (child := 2 * place + 1) < size:
        if child + 1 < size and not heap[child + 1] < heap[child]:
            child += 1
        heap[place] = heap[child]
        place = child
    while place > start and heap[above := (place - 1) // 2] < item:
        heap[place] = heap[above]
        place = above
    heap[place] = item


def _heapify_max(x):
    for place in reversed(range(len(x) // 2)):
        _sift_max(x, place)


def _heapreplace_max(heap, item):
    largest = heap[0]
    heap[0] = item
    _sift_max(heap, 0)
    return largest


def _heappop_max(heap):
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last
