#!/usr/bin/env python3
"""Looks for programs that crash nbcheck, hang it or make it take more memory than it may.

    Tests/Fuzzing/fuzz.py --minutes 10 --seed 1        ten minutes of generated and mutated programs
    Tests/Fuzzing/fuzz.py --reproduce 1:4711           the program of that seed and number, run again
    Tests/Fuzzing/fuzz.py --run FILE…                  programs that were kept

Program n of seed s is always the same. What fails is made smaller and kept in --keep with its seed and the crash's
backtrace. NBCHECK names the binary (default: .build/release/nbcheck).
"""

import argparse
import concurrent.futures
import hashlib
import pathlib
import random
import re
import subprocess
import sys
import time

import generate
import hazards
import minimise
import mutate
import runner
import stress
import sweep


def corpus():
    """Programs to change: the project's own."""
    root = runner.ROOT
    texts = [path.read_text() for folder in ("Tests/Conformance/scripts", "Benchmarks/programs") for path in sorted((root / folder).glob("*.py"))]
    for path in sorted((root / "Tests/InterpreterTests/Corpus").glob("*.py.txt")):
        texts += [part for part in path.read_text().split("\n\n") if len(part) > 40]
    texts += re.findall(r"```python\n(.*?)```", "\n".join(p.read_text() for p in sorted((root / "notebooks").glob("*.md"))), re.S)
    return [text for text in texts if len(text) < 20_000]


TEXTS = corpus()
BY_GROUP = {}


def program(seed, number):
    """The program of that seed and number."""
    source = random.Random(f"{seed}:{number}")
    kind = source.random()
    if kind < 0.25:
        return generate.Generator(source).program()
    if kind < 0.55:
        return hazards.program(source)
    if kind < 0.7:
        return sweep.program(source)
    if kind < 0.94:
        # Small snippets are many: half of the time choose among whole scripts.
        whole = [text for text in TEXTS if len(text) > 600]
        text = source.choice(whole if source.random() < 0.5 else TEXTS)
        return mutate.mutated(text, source, TEXTS)
    return stress.program(source)


def signature(finding):
    """What makes two findings the same: the first frames of the project's code."""
    frames = re.findall(r"^\s*\d+ (?:\[\w+\] )*(?:0x\w+ )?(?:\[\w+\] )?(.*?) in \S+(?: at (.*))?$", finding.detail, re.M)
    frames = frames or re.findall(r"#\d+ 0x\w+ in (\S+) (\S+)", finding.detail)
    names = [(name[:120], re.sub(r".*/", "", place or "")) for name, place in frames]
    own = [f"{name} {place}" for name, place in names if "Swift runtime" not in name and "swift_" not in name and "_assertion" not in name]
    text = "\n".join(own[:3]) or runner.reason(finding.detail)
    return finding.kind + "-" + hashlib.sha1((finding.kind + text).encode()).hexdigest()[:8]


def examine(seed, number, text, keep, seen):
    """Reruns, names, minimises and keeps a program that failed."""
    finding = runner.run(text, symbols=True)
    if finding is None:
        return "not again"
    name = signature(finding)
    seen[name] = seen.get(name, 0) + 1
    if seen[name] > 1:
        return name
    quick = runner.run(text) or finding
    kind = quick.kind

    def fails(candidate):
        outcome = runner.run(candidate)
        return outcome is not None and outcome.kind == kind and (kind == "hang" or same(outcome.detail, quick.detail))

    small = minimise.minimised(text, fails, seconds=60 if kind != "hang" else 120)
    folder = pathlib.Path(keep)
    folder.mkdir(parents=True, exist_ok=True)
    data = f"# {kind}, {seed}:{number}\n{small}".encode("utf-8", "surrogatepass")
    (folder / f"{name}.py").write_bytes(data)
    (folder / f"{name}.txt").write_text(f"{kind} {seed}:{number}\n{finding.detail}\n", errors="replace")
    return name


def same(a, b):
    """Whether two crashes' messages agree but for numbers."""
    return re.sub(r"\d+", "", a) == re.sub(r"\d+", "", b)


def fuzz(options):
    seen, counts = {}, {"programs": 0, "findings": 0}
    start = time.monotonic()
    number = options.start

    def one(n):
        text = program(options.seed, n)
        return n, text, runner.run(text)

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        waiting = set()
        while True:
            while len(waiting) < options.jobs and time.monotonic() - start < options.minutes * 60:
                waiting.add(pool.submit(one, number))
                number += 1
            if not waiting:
                break
            done, waiting = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                n, text, finding = future.result()
                counts["programs"] += 1
                if finding:
                    counts["findings"] += 1
                    name = examine(options.seed, n, text, options.keep, seen)
                    print(f"{finding.kind}: {name}; again: {sys.argv[0]} --reproduce {options.seed}:{n}", flush=True)
    minutes = (time.monotonic() - start) / 60
    print(f"seed {options.seed}, programs {options.start} to {number - 1}: {counts['programs']} in {minutes:.1f} minutes, "
          f"{counts['findings']} findings, {len(seen)} different")  # fmt: skip
    return 1 if counts["findings"] else 0


def show(text):
    finding = runner.run(text, symbols=True)
    print(f"{finding.kind}\n{finding.detail}" if finding else "nothing wrong")
    return 1 if finding else 0


def main():
    parser = argparse.ArgumentParser(description="Looks for programs that crash nbcheck.")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the number of the first program")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", default="findings", help="the folder for what fails")
    parser.add_argument("--print", metavar="SEED:NUMBER", help="print a program instead")
    parser.add_argument("--reproduce", metavar="SEED:NUMBER", help="run one program")
    parser.add_argument("--run", nargs="+", metavar="FILE", help="run these programs")
    options = parser.parse_args()
    if options.print:
        sys.stdout.buffer.write(program(*map(int, options.print.split(":"))).encode("utf-8", "surrogatepass"))
        return 0
    if not pathlib.Path(runner.BINARY).exists():
        parser.error(f"no {runner.BINARY}: build it with `swift build -c release --product nbcheck`")
    if subprocess.run([runner.BINARY, "run", "--help"], stdout=subprocess.DEVNULL).returncode:
        parser.error(f"{runner.BINARY} does not run")
    if options.reproduce:
        return show(program(*map(int, options.reproduce.split(":"))))
    if options.run:
        return max(show(pathlib.Path(path).read_text(errors="surrogateescape")) for path in options.run)
    return fuzz(options)


if __name__ == "__main__":
    sys.exit(main())
