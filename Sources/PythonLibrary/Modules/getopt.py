"""Options of a command line, as in C."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """What is wrong with an option."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options before the first argument, and the arguments."""
    found, rest = _options(args, shortopts, longopts, False)
    return found, rest


def gnu_getopt(args, shortopts, longopts=[]):
    """The options wherever they stand, and the arguments."""
    stops = shortopts.startswith("+")
    return _options(args, shortopts[stops:], longopts, not stops)


def _options(args, shortopts, longopts, is_mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, plain = [], []
    args = list(args)
    while args:
        word = args.pop(0)
        if word == "--":
            return found, plain + args
        if word.startswith("--"):
            found.append(_long(word[2:], longopts, args))
        elif word.startswith("-") and word != "-":
            letters = word[1:]
            while letters:
                letter, letters = letters[0], letters[1:]
                place = shortopts.find(letter)
                if letter == ":" or place < 0:
                    raise GetoptError(f"option -{letter} not recognized", letter)
                value = ""
                if shortopts.startswith(":", place + 1):
                    if not letters and not args:
                        raise GetoptError(f"option -{letter} requires argument", letter)
                    value, letters = letters or args.pop(0), ""
                found.append(("-" + letter, value))
        elif is_mixed:
            plain.append(word)
        else:
            return found, [word, *args]
    return found, plain


def _long(word, longopts, args):
    name, equals, value = word.partition("=")
    possible = [option for option in longopts if option.startswith(name)]
    if not possible:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in possible:
        takes_value, full = False, name
    elif name + "=" in possible:
        takes_value, full = True, name
    elif len(possible) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        takes_value, full = possible[0].endswith("="), possible[0].rstrip("=")
    if takes_value:
        if not equals:
            if not args:
                raise GetoptError(f"option --{full} requires argument", full)
            value = args.pop(0)
    elif equals:
        raise GetoptError(f"option --{full} must not have an argument", full)
    return "--" + full, value
