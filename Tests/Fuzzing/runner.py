"""Runs one program in nbcheck under limits, and says what went wrong, if anything did."""

import os
import pathlib
import resource
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("NBCHECK", str(ROOT / ".build/release/nbcheck"))
SECONDS = 2.0
MEGABYTES = 300
# What the process takes beside the notebook's own memory: its stack, its code, buffers counted late.
MARGIN_SECONDS = 20.0 if "FUZZ_SANITIZED" in os.environ else 3.0
MARGIN_MEGABYTES = 500
# A build with the address sanitizer reserves far more addresses than it uses, and is slow.
IS_SANITIZED = "FUZZ_SANITIZED" in os.environ
TRAPS = ("Fatal error", "AddressSanitizer", "Fatal access conflict", "ThreadSanitizer", "internal error")


class Finding:
    def __init__(self, kind, detail):
        self.kind = kind
        self.detail = detail


def limited():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
    if not IS_SANITIZED:
        size = (MEGABYTES + MARGIN_MEGABYTES + 4096) << 20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def run(text, symbols=False):
    """A `Finding`, or None if the program ended as programs may."""
    environment = {"PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0:detect_stack_use_after_return=0:abort_on_error=1"}
    # The sanitizer writes a better report than the backtracer, which would be in its way.
    backtrace = symbols and not IS_SANITIZED
    if backtrace:
        environment["SWIFT_BACKTRACE"] = "enable=yes,color=no,sanitize=no,threads=crashed,limit=40,images=none,interactive=no,timeout=60s"
    with tempfile.TemporaryDirectory(prefix="fuzz") as folder:
        path = pathlib.Path(folder, "program.py")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        command = [BINARY, "run", "--timeout", str(SECONDS), "--memory", str(MEGABYTES), path.name]
        errors = pathlib.Path(folder, "errors")
        with errors.open("wb") as stream:
            start = time.monotonic()
            process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=stream,
                                       env=environment, preexec_fn=limited)  # fmt: skip
            timer = SECONDS + MARGIN_SECONDS + (90 if backtrace else 0)
            status, usage = wait(process, start + timer)
        with errors.open("rb") as stream:
            stream.seek(max(0, errors.stat().st_size - 20_000))
            said = stream.read().decode("utf-8", "replace")
    if status is None:
        return Finding("hang", f"still running after {timer:.0f} s")
    if status < 0:
        name = signal.Signals(-status).name
        if name == "SIGXFSZ":
            return None
        return Finding(name, said[-20_000:] if symbols else reason(said))
    for trap in TRAPS:
        if trap in said and status not in (0, 1):
            return Finding("trap", said if symbols else reason(said))
    if not IS_SANITIZED and usage.ru_maxrss > (MEGABYTES + MARGIN_MEGABYTES) << 10:
        return Finding("memory", f"{usage.ru_maxrss >> 10} MB")
    return None


def wait(process, until):
    """The status and what it used; None if it had to be ended."""
    pause = 0.002
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > until:
            process.kill()
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = -9
            return None, usage
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def reason(said):
    for line in said.splitlines():
        if any(trap in line for trap in TRAPS):
            return line[:300]
    return ""
