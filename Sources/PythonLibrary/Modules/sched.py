"""Calls at given times."""

import heapq
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

_EventBase = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")


class Event(_EventBase):
    """A call that waits for its time."""

    __slots__ = ()

    def _key(self):
        return self.time, self.priority, self.sequence

    def __lt__(self, other):
        return self._key() < other._key()

    def __le__(self, other):
        return self._key() <= other._key()

    def __gt__(self, other):
        return self._key() > other._key()

    def __ge__(self, other):
        return self._key() >= other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


class scheduler:
    """Waits until it is time, then calls."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._numbers = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """Plans a call for a point in time."""
        event = Event(time, priority, next(self._numbers), action, argument, kwargs or {})
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """Plans a call for so much later than now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes back what was planned."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        """Whether nothing is planned."""
        return not self._queue

    def run(self, blocking=True):
        """Execute events until the queue is empty, or say how long the next one waits."""
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
                continue
            heapq.heappop(self._queue)
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)

    @property
    def queue(self):
        """The events that wait, in order."""
        return sorted(self._queue)
