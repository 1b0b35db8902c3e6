"""Lines of code run one after another, as at a prompt."""

import sys
import traceback

from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs pieces of code in one namespace."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a text; true if there must be more of it first."""
        try:
            complete = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            self.showsyntaxerror(filename)
        else:
            if complete is None:
                return True
            self.runcode(complete)
        return False

    def runcode(self, code):
        """Runs what was compiled; only `SystemExit` leaves it."""
        try:
            exec(code, self.locals)
        except BaseException as error:
            if isinstance(error, SystemExit):
                raise
            self.showtraceback()

    def showsyntaxerror(self, filename=None):
        kind, error, _ = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = kind, error, None
        if filename and isinstance(error, SyntaxError):
            error.filename = filename
        self.write("".join(traceback.format_exception_only(kind, error)))

    def showtraceback(self):
        kind, error, trace = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = kind, error, trace
        self.write("".join(traceback.format_exception(kind, error, trace.tb_next)))

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Collects lines until they are complete."""

    def __init__(self, locals=None, filename="<console>"):
        super().__init__(locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def push(self, line):
        """Takes a line; true if there must be more."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), self.filename)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        return input(prompt)

    def interact(self, banner=None, exitmsg=None):
        """Reads lines until there are no more."""
        if banner is None:
            banner = f"Python {sys.version} on {sys.platform}\n({type(self).__name__})"
        if banner:
            self.write(f"{banner}\n")
        more = False
        while True:
            try:
                line = self.raw_input(getattr(sys, "ps2", "... ") if more else getattr(sys, "ps1", ">>> "))
            except EOFError:
                self.write("\n")
                break
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                more = False
                continue
            more = self.push(line)
        if exitmsg is None:
            self.write(f"now exiting {type(self).__name__}...\n")
        elif exitmsg:
            self.write(f"{exitmsg}\n")


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    console = InteractiveConsole(local)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)
