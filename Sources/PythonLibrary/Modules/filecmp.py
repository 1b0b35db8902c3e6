"""Files and folders compared."""

import os
import stat
from functools import cached_property
from itertools import filterfalse
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]


def clear_cache():
    """Nothing: comparisons are not remembered."""


def cmp(f1, f2, shallow=True):
    """Whether two files are the same; with `shallow` those with the same size and time are."""
    first, second = ((stat.S_IFMT(facts.st_mode), facts.st_size, facts.st_mtime) for facts in map(os.stat, (f1, f2)))
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    with open(f1, "rb") as one, open(f2, "rb") as other:
        return one.read() == other.read()


def cmpfiles(a, b, common, shallow=True):
    """Names of files that are the same in both folders, that differ, and that cannot be compared."""
    same, different, funny = [], [], []
    for name in common:
        try:
            found = same if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else different
        except OSError:
            found = funny
        found.append(name)
    return same, different, funny


class dircmp:
    """Two folders compared, as far as one asks."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _names(self, folder):
        hidden = set(self.hide) | set(self.ignore)
        return sorted(name for name in os.listdir(folder) if name not in hidden)

    @cached_property
    def left_list(self):
        return self._names(self.left)

    @cached_property
    def right_list(self):
        return self._names(self.right)

    @cached_property
    def common(self):
        return [name for name in self.left_list if name in self.right_list]

    @cached_property
    def left_only(self):
        return list(filterfalse(self.right_list.__contains__, self.left_list))

    @cached_property
    def right_only(self):
        return list(filterfalse(self.left_list.__contains__, self.right_list))

    def _both(self, name, test):
        return tuple(test(os.path.join(folder, name)) for folder in (self.left, self.right))

    @cached_property
    def common_dirs(self):
        return [name for name in self.common if all(self._both(name, os.path.isdir))]

    @cached_property
    def common_files(self):
        return [name for name in self.common if all(self._both(name, os.path.isfile))]

    @cached_property
    def common_funny(self):
        return [name for name in self.common if name not in self.common_dirs and name not in self.common_files]

    @cached_property
    def _compared(self):
        return cmpfiles(self.left, self.right, self.common_files)

    same_files = property(lambda self: self._compared[0])
    diff_files = property(lambda self: self._compared[1])
    funny_files = property(lambda self: self._compared[2])

    @cached_property
    def subdirs(self):
        return {name: type(self)(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide)
                for name in self.common_dirs}

    def report(self):
        print("diff", self.left, self.right)
        for words, names in (
                (f"Only in {self.left} :", self.left_only), (f"Only in {self.right} :", self.right_only),
                ("Identical files :", self.same_files), ("Differing files :", self.diff_files),
                ("Trouble with common files :", self.funny_files), ("Common subdirectories :", self.common_dirs),
                ("Common funny cases :", self.common_funny)):
            if names:
                print(words, sorted(names))

    def report_partial_closure(self):
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report()

    def report_full_closure(self):
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report_full_closure()
