"""What a program may know of where it runs: the language, and little of the machine."""

import sys


def python_implementation():
    """What `sys.implementation` stands for, by name."""
    return "CPython"


def python_version():
    """Returns the Python version as string 'major.minor.patchlevel'."""
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    """Returns the Python version as tuple (major, minor, patchlevel) of strings."""
    return tuple(map(str, sys.version_info[:3]))


def python_compiler():
    """Returns a string identifying the compiler used for compiling Python."""
    return "nbcheck"


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    """Returns a tuple (buildno, builddate)."""
    return "", ""


def system():
    """Returns the system/OS name."""
    return "Linux"


def machine():
    """Returns the machine type, which is not told."""
    return ""


def node():
    """Returns the computer's network name, which is not told."""
    return ""


release = version = processor = node


def architecture(executable="", bits="", linkage=""):
    """Returns a tuple (bits, linkage)."""
    return "64bit", ""


def platform(aliased=False, terse=False):
    """Returns a single string identifying the underlying platform."""
    return "Linux"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def uname():
    """What is told of the machine, as a tuple with names."""
    from collections import namedtuple
    result = namedtuple("uname_result", "system node release version machine processor")
    return result(system(), "", "", "", "", "")
