"""Signals that a program sends itself; none comes from outside."""

from enum import IntEnum as _IntEnum

_NAMES = ("HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN "
          "TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS").split()

Signals = _IntEnum(
    "Signals", [("SIG" + name, number) for number, name in enumerate(_NAMES, 1)]
    + [("SIGIOT", 6), ("SIGCLD", 17), ("SIGPOLL", 29), ("SIGRTMIN", 34), ("SIGRTMAX", 64)], module="signal")
Handlers = _IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
Sigmasks = _IntEnum("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)], module="signal")
for _kind in (Signals, Handlers, Sigmasks):
    globals().update(_kind.__members__)

NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = range(3)

_TEXTS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
    7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault",
    12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 16: "Stack fault",
    17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)",
    22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded",
    25: "File size limit exceeded", 26: "Virtual timer expired", 27: "Profiling timer expired", 28: "Window changed",
    29: "I/O possible", 30: "Power failure", 31: "Bad system call",
}


class ItimerError(OSError):
    pass


ItimerError.__module__ = "signal"


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python."""
    raise KeyboardInterrupt


_handlers = {2: default_int_handler, 13: SIG_IGN, 25: SIG_IGN}


def _number(signalnum):
    number = signalnum.__index__()
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def _named(number, kind):
    try:
        return kind(number)
    except ValueError:
        return number


def getsignal(signalnum):
    return _handlers.get(_number(signalnum), SIG_DFL)


def signal(signalnum, handler):
    """Sets what is done about a signal; what was done before."""
    number = _number(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (9, 19, 32, 33):
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    _handlers[number] = handler if callable(handler) else Handlers(handler)
    return before


def raise_signal(signalnum, /):
    """Does what is to be done about a signal."""
    number = _number(signalnum)
    handler = getsignal(number)
    if callable(handler):
        import sys

        handler(number, sys._getframe(1))
    elif handler == SIG_DFL and number not in (17, 18, 23, 28):
        raise NotImplementedError(f"ending the program by {_named(number, Signals)!r} is not available in nbcheck")


def strsignal(signalnum, /):
    number = _number(signalnum)
    if number in _TEXTS:
        return _TEXTS[number]
    return f"Real-time signal {number - 34}" if number >= 34 else None


def valid_signals():
    return {_named(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}


def _absent(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"signal.{name} is not available in nbcheck")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("alarm", "getitimer", "pause", "pidfd_send_signal", "pthread_kill", "pthread_sigmask", "set_wakeup_fd",
              "setitimer", "siginterrupt", "sigpending", "sigtimedwait", "sigwait", "sigwaitinfo"):
    globals()[_name] = _absent(_name)
