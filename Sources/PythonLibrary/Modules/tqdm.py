"""Progress of loops: counted, never drawn, so that outputs stay the same from run to run."""

import sys

__all__ = ["tqdm", "trange", "tqdm_notebook", "tnrange"]


class tqdm:
    """An iterable that counts what is taken from it."""

    monitor_interval = 10
    monitor = None

    def __init__(
        self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
        maxinterval=10.0, miniters=None, ascii=None, disable=False, unit="it", unit_scale=False,
        dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
        unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0.0, gui=False,
        **kwargs
    ):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        self.iterable = iterable
        self.desc = desc or ""
        self.total = total
        self.leave = leave
        self.unit = unit
        self.disable = disable
        self.initial = initial
        self.n = initial
        self.postfix = None
        if postfix:
            self.set_postfix(postfix)

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError("bool() undefined when iterable == total == None")
        return bool(self.iterable)

    def __len__(self):
        if self.iterable is None:
            return self.total
        return len(self.iterable) if hasattr(self.iterable, "__len__") else self.total

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1

    def __contains__(self, item):
        return item in self.iterable

    def __reversed__(self):
        self.iterable = reversed(self.iterable)
        return iter(self)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def update(self, n=1):
        self.n += n

    def close(self):
        pass

    def clear(self, nolock=False):
        pass

    def refresh(self, nolock=False, lock_args=None):
        pass

    def unpause(self):
        pass

    def display(self, msg=None, pos=None):
        pass

    def reset(self, total=None):
        self.n = 0
        if total is not None:
            self.total = total

    def set_description(self, desc=None, refresh=True):
        self.desc = desc + ": " if desc else ""

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = dict(ordered_dict or {})
        values.update(sorted(kwargs.items()))
        parts = []
        for key, value in values.items():
            text = f"{value:.3g}" if isinstance(value, (int, float)) else str(value)
            parts.append(f"{key}={text.strip()}")
        self.postfix = ", ".join(parts)

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)

    @property
    def format_dict(self):
        return {"n": self.n, "total": self.total, "prefix": self.desc, "unit": self.unit, "postfix": self.postfix}

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        """Print a message."""
        file = sys.stdout if file is None else file
        file.write(s)
        file.write(end)

    @classmethod
    def pandas(cls, *args, **kwargs):
        raise NotImplementedError("tqdm.pandas is not available in nbcheck")


def trange(*args, **kwargs):
    """Shortcut for tqdm(range(*args), **kwargs)."""
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
