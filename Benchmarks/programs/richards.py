# An operating system in small: a scheduler runs an idler, a worker, two handlers and two devices,
# which hand packets to one another through queues.

IDLER, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
FOR_DEVICE, FOR_WORK = "device", "work"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PACKET_SIZE = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_SIZE

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    """What is scheduled: by priority, unless it waits or is held."""

    def __init__(self, scheduler, number, priority, queue):
        self.scheduler = scheduler
        self.number = number
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = queue is None

    def is_idle(self):
        return self.held or (self.waiting and self.queue is None)

    def turn(self):
        packet = None
        if self.waiting:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
        return self.run(packet)

    def receive(self, packet, sender):
        if self.queue is None:
            self.queue = packet.append_to(None)
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def wait(self):
        self.waiting = True
        return self

    def run(self, packet):
        raise NotImplementedError


class Idler(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLER, 0, None)
        self.waiting = False
        self.control = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold()
        if self.control & 1:
            self.control = (self.control >> 1) ^ 0xD008
            return self.scheduler.release(DEVICE_B)
        self.control >>= 1
        return self.scheduler.release(DEVICE_A)


class Worker(Task):
    def __init__(self, scheduler, queue):
        super().__init__(scheduler, WORKER, 1000, queue)
        self.waiting = True
        self.target = HANDLER_A
        self.written = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.target = HANDLER_B if self.target == HANDLER_A else HANDLER_A
        packet.owner = self.target
        packet.datum = 0
        for i in range(PACKET_SIZE):
            self.written = (self.written + 1) % 26
            packet.data[i] = LETTERS[self.written]
        return self.scheduler.send(packet)


class Handler(Task):
    def __init__(self, scheduler, number, priority, queue):
        super().__init__(scheduler, number, priority, queue)
        self.waiting = True
        self.work = None
        self.ready = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == FOR_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.ready = packet.append_to(self.ready)
        work = self.work
        if work is None:
            return self.wait()
        if work.datum >= PACKET_SIZE:
            self.work = work.link
            return self.scheduler.send(work)
        device = self.ready
        if device is None:
            return self.wait()
        self.ready = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.scheduler.send(device)


class Device(Task):
    def __init__(self, scheduler, number, priority):
        super().__init__(scheduler, number, priority, None)
        self.pending = None

    def run(self, packet):
        if packet is None:
            done, self.pending = self.pending, None
            return self.wait() if done is None else self.scheduler.send(done)
        self.pending = packet
        return self.scheduler.hold()


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.table = {}
        self.current = None
        self.sent = 0
        self.holds = 0

    def add(self, task):
        self.tasks.insert(0, task)
        self.table[task.number] = task

    def next_after(self, task):
        place = self.tasks.index(task) + 1
        return self.tasks[place] if place < len(self.tasks) else None

    def run(self):
        self.current = self.tasks[0]
        while self.current is not None:
            if self.current.is_idle():
                self.current = self.next_after(self.current)
            else:
                self.current = self.current.turn()

    def hold(self):
        self.holds += 1
        self.current.held = True
        return self.next_after(self.current)

    def release(self, number):
        task = self.table[number]
        task.held = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        self.sent += 1
        sender = self.current
        receiver = self.table[packet.owner]
        packet.link = None
        packet.owner = sender.number
        return receiver.receive(packet, sender)


def packets(owner, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def simulate(count):
    scheduler = Scheduler()
    scheduler.add(Idler(scheduler, count))
    scheduler.add(Worker(scheduler, packets(WORKER, FOR_WORK, 2)))
    scheduler.add(Handler(scheduler, HANDLER_A, 2000, packets(DEVICE_A, FOR_DEVICE, 3)))
    scheduler.add(Handler(scheduler, HANDLER_B, 3000, packets(DEVICE_B, FOR_DEVICE, 3)))
    scheduler.add(Device(scheduler, DEVICE_A, 4000))
    scheduler.add(Device(scheduler, DEVICE_B, 5000))
    scheduler.run()
    return scheduler.sent, scheduler.holds


assert simulate(10_000) == (23246, 9297)
for _ in range(9):
    simulate(10_000)
