"""threading.Timer: cancelled, slept through, joined and waited for."""

import queue
import threading
import time

calls = []
timer = threading.Timer(30, calls.append, ("never",))
timer.start()
print(timer.is_alive(), threading.active_count())
timer.cancel()
timer.join()
print(timer.is_alive(), calls, threading.active_count())

timer = threading.Timer(0.05, calls.append, args=["slept"])
timer.start()
print(calls)
time.sleep(0.1)
print(calls, timer.is_alive())

event = threading.Event()
threading.Timer(0.02, event.set).start()
print(event.is_set(), event.wait(1), event.wait())

late = threading.Timer(0.06, lambda: calls.append("late"))
early = threading.Timer(0.01, lambda: calls.append("early"))
late.start()
early.start()
late.join()
early.join()
print(calls)

items = queue.Queue()
threading.Timer(0.01, items.put, (5,)).start()
print(items.get())
condition = threading.Condition()


def notify():
    with condition:
        condition.notify()


with condition:
    threading.Timer(0.01, notify).start()
    print(condition.wait(1))
lock = threading.Lock()
lock.acquire()
threading.Timer(0.01, lock.release).start()
print(lock.acquire(timeout=1), lock.acquire(timeout=0.01), lock.acquire(False))

timer = threading.Timer(0.01, print, ["called"], {"end": "!\n"})
timer.start()
timer.join()
print(timer.finished.is_set(), timer.interval, timer.function is print)
try:
    timer.start()
except RuntimeError as error:
    print(error)
threading.excepthook = lambda args: print("hook", args.exc_type.__name__)
timer = threading.Timer(0.01, lambda: 1 / 0)
timer.start()
timer.join()
for timeout in (0.01, -1):
    try:
        queue.Queue().get(timeout=timeout)
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
