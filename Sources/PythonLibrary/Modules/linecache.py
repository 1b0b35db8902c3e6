"""Lines of files, read once."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its end; empty if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forgets files that have changed."""
    import os

    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            facts = os.stat(entry[3])
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if (entry[0], entry[1]) != (facts.st_size, facts.st_mtime):
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file's lines; none if it cannot be read."""
    import os

    entry = cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    if entry is not None and len(entry) == 1 or lazycache(filename, module_globals):
        text = (entry or cache.pop(filename))[0]()
        if text is not None:
            lines = [line + "\n" for line in text.splitlines()]
            cache[filename] = (len(text), None, lines, filename)
            return lines
    try:
        with open(filename, encoding="utf-8") as file:
            lines = file.readlines()
        facts = os.stat(filename)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (facts.st_size, facts.st_mtime, lines, filename)
    return lines


def lazycache(filename, module_globals):
    """Remembers whom to ask for a text; whether there is someone."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">") or not module_globals:
        return False
    loader = getattr(module_globals.get("__spec__"), "loader", None) or module_globals.get("__loader__")
    name = module_globals.get("__name__")
    source = getattr(loader, "get_source", None)
    if not name or source is None:
        return False
    cache[filename] = (lambda: source(name),)
    return True
