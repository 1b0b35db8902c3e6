# pathlib, glob and fnmatch
import fnmatch
import glob
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


# Pure paths
for text in ["", ".", "/", "//a/b", "///a", "a/b/../c.tar.gz", ".profile", "a.", "/etc/x.y", "a//b/./c/"]:
    p = PurePath(text)
    print(repr(p), str(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.anchor, p.is_absolute())
p = PurePosixPath("/a/b/c.txt")
print(p.parents, list(p.parents), p.parents[0], len(p.parents), p.parents[-1])
attempt(lambda: p.parents[5])
print(p.with_name("d"), p.with_suffix(".md"), p.with_suffix(""), p.with_stem("x"), p.relative_to("/a"))
attempt(lambda: p.relative_to("/x"))
attempt(lambda: p.with_name(""))
attempt(lambda: p.with_suffix("md"))
attempt(lambda: PurePath("/").with_name("a"))
attempt(lambda: PurePath(3))
attempt(lambda: p / 3)
print(p / "d" / "e", "x" / PurePath("y"), p / "/z", PurePath("a", "b", PurePath("c")), p.joinpath("q", "r"))
print(p.match("*.txt"), p.match("b/*"), p.match("/a/*"), p.match("/a/b/*.txt"), p.is_relative_to("/a"))
print(PurePath("a") == PurePath("a/."), PurePath("a") < PurePath("b"), PurePath("a") == "a", hash(p) == hash(PurePath(str(p))))
print(sorted([PurePath("b"), PurePath("a/c"), PurePath("a")]), p.as_posix(), {p: 1}[PurePath("/a/b/c.txt")])
w = PureWindowsPath("C:\\Users\\me\\x.TXT")
print(repr(w), w, w.drive, w.root, w.anchor, w.parts, w.name, w.parent, w.as_posix(), w == PureWindowsPath("c:/users/ME/x.txt"))
print(isinstance(Path("a"), PurePosixPath), type(Path("a")).__name__, Path("a"))

# Files
base = Path("made_folder")
base.mkdir()
attempt(lambda: base.mkdir())
base.mkdir(exist_ok=True)
(base / "x" / "y").mkdir(parents=True)
print((base / "a.txt").write_text("one\ntwo\n"), (base / "a.txt").read_text(), (base / "b.bin").write_bytes(b"\0\1"))
print((base / "b.bin").read_bytes(), (base / "a.txt").stat().st_size)
(base / "x" / "y" / "deep.txt").touch()
attempt(lambda: (base / "gone").read_text())
attempt(lambda: (base / "a.txt").write_text(3))
print(sorted(base.iterdir()), (base / "x").is_dir(), (base / "x").is_file(), (base / "q").exists())
print(sorted(base.glob("*.txt")), sorted(base.glob("**/*.txt")), sorted(base.rglob("*")), sorted(base.glob("**")))
with (base / "a.txt").open() as file:
    print([line.strip() for line in file])
print(sorted(glob.glob("made_folder/*")), sorted(glob.glob("made_folder/**/*.txt", recursive=True)), glob.glob("no*"))
print(sorted(glob.glob("made_folder/**", recursive=True)), glob.escape("a[1]*"), sorted(glob.glob("*", root_dir="made_folder")))
print((base / "a.txt").rename(base / "c.txt"), (base / "c.txt").exists(), (base / "a.txt").exists())
print(base.resolve() == Path.cwd() / base, base.absolute() == Path.cwd() / "made_folder")
attempt(lambda: base.rmdir())
(base / "gone").unlink(missing_ok=True)
attempt(lambda: (base / "gone").unlink())
for path in sorted(base.rglob("*"), reverse=True):
    path.rmdir() if path.is_dir() else path.unlink()
base.rmdir()
print(base.exists())

# Patterns of names
print(fnmatch.fnmatch("a.py", "*.py"), fnmatch.fnmatch("b", "[!ab]"), fnmatch.filter(["ab", "b", "a*"], "a[*]"), fnmatch.fnmatch("[x", "[x"))
