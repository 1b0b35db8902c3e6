"""threading and concurrent.futures, as far as programs do not depend on the order of threads."""

import queue
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, as_completed
from threading import Lock, Thread, current_thread

seen = []


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def work(number, factor=1):
    seen.append((number * factor, current_thread().name, current_thread() is threading.main_thread()))


def run(*targets):
    threads = [Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


print("== threads ==")
threads = [Thread(target=work, args=(i,), kwargs={"factor": 2}) for i in range(3)]
print(threads[0].name, threads[0].is_alive(), threads[0].ident, threads[0].daemon)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen), [thread.is_alive() for thread in threads], threading.active_count())
attempt(threads[0].start)
attempt(Thread(target=work).join)
attempt(current_thread().join)
attempt(lambda: Thread(group=1))


class Answer(Thread):
    def __init__(self):
        super().__init__(name="answer", daemon=True)

    def run(self):
        self.result = 42


class Unprepared(Thread):
    def __init__(self):
        pass


answer = Answer()
answer.start()
answer.join(timeout=1)
print(answer.result, answer.name, answer.daemon)
attempt(lambda: Unprepared().start())

print("== what goes wrong inside ==")
caught = []
threading.excepthook = lambda args: caught.append((args.exc_type, str(args.exc_value), args.thread.name))


def fail():
    raise ValueError("in a thread")


failing = Thread(target=fail, name="failing")
failing.start()
failing.join()
print(caught)

print("== what they share ==")
lock, total = Lock(), 0


def add():
    global total
    for _ in range(100):
        with lock:
            total += 1


run(*[add] * 5)
print(total)
own = threading.local()
own.x = 1
run(lambda: seen.append(hasattr(own, "x")), lambda: setattr(own, "x", 2))
print(seen[-1], own.x)
event = threading.Event()
run(event.set)
print(event.wait(1))
numbers = queue.Queue()
run(lambda: [numbers.put(i) for i in range(3)])
print([numbers.get() for _ in range(3)], numbers.empty())
timer = threading.Timer(0.001, seen.append, ["timer"])
timer.start()
timer.join()
print(seen[-1])

print("== locks ==")
print(lock.locked(), lock.acquire(), lock.acquire(False), lock.release())
attempt(lock.release)
again = threading.RLock()
print(again.acquire(), again.acquire(), again.release(), again.release())
attempt(again.release)
attempt(threading.Condition().notify)
attempt(threading.BoundedSemaphore(1).release)
print(threading.Barrier(1).wait())

print("== futures ==")
with ThreadPoolExecutor(max_workers=2) as executor:
    futures = [executor.submit(pow, 2, i) for i in range(4)]
    print([future.result() for future in futures], list(executor.map(lambda x: x * x, [1, 2, 3])))
    print(sorted(future.result() for future in as_completed(futures)), futures[0].done())
    failed = executor.submit(lambda: 1 / 0)
    attempt(failed.result)
    print(repr(failed.exception()))
    failed.add_done_callback(lambda future: print("done", future is failed))
attempt(lambda: executor.submit(print))
future = Future()
print(future.running(), future.cancelled(), future.cancel(), future.cancelled())
try:
    future.result()
except CancelledError as error:
    print(type(error).__name__)
