"""Orders the nodes of a graph so that each comes after those it depends on."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle; the second argument lists its nodes, the first one again at the end."""


class TopologicalSorter:
    """Collects nodes with what they depend on, and hands them out in a possible order."""

    def __init__(self, graph=None):
        self._depends = {}
        self._waiting = None
        self._ready = []
        self._out = set()
        self._done = set()
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._waiting is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        own = self._depends.setdefault(node, {})
        for predecessor in predecessors:
            own[predecessor] = True
            self._depends.setdefault(predecessor, {})

    def prepare(self):
        if self._waiting is not None:
            raise ValueError("cannot prepare() more than once")
        self._waiting = {node: len(own) for node, own in self._depends.items()}
        self._followers = {node: [] for node in self._depends}
        for node, own in self._depends.items():
            for predecessor in own:
                self._followers[predecessor].append(node)
        self._ready = [node for node, count in self._waiting.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        self._require_prepared()
        ready = tuple(self._ready)
        self._out.update(ready)
        self._ready = []
        return ready

    def is_active(self):
        self._require_prepared()
        return bool(self._ready) or len(self._done) < len(self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._require_prepared()
        for node in nodes:
            if node not in self._waiting:
                raise ValueError(f"node {node!r} was not added using add()")
            if node in self._done:
                raise ValueError(f"node {node!r} was already marked done")
            if node not in self._out:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._done.add(node)
            for follower in self._followers[node]:
                self._waiting[follower] -= 1
                if self._waiting[follower] == 0:
                    self._ready.append(follower)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _require_prepared(self):
        if self._waiting is None:
            raise ValueError("prepare() must be called first")

    def _find_cycle(self):
        visited = set()
        for start in self._depends:
            if start in visited:
                continue
            path, places, trail = [start], {start: 0}, [iter(self._followers[start])]
            visited.add(start)
            while trail:
                for node in trail[-1]:
                    if node in places:
                        return path[places[node]:] + [node]
                    if node not in visited:
                        visited.add(node)
                        places[node] = len(path)
                        path.append(node)
                        trail.append(iter(self._followers[node]))
                        break
                else:
                    trail.pop()
                    del places[path.pop()]
        return None
