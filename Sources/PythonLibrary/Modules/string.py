"""String constants, templates, and a formatter that can be subclassed."""

import re as _re

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalises every word."""
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text with $name in the places of values."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            sign = _re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or name
            pattern = (
                rf"{sign}(?:(?P<escaped>{sign})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
            )
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _fail(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        if lines:
            column = start - len("".join(lines[:-1]))
            line = len(lines)
        else:
            column = line = 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    @staticmethod
    def _values(mapping, names):
        if mapping is None:
            return names
        if not names:
            return mapping
        from collections import ChainMap

        return ChainMap(names, mapping)

    def _replace(self, values, is_safe):
        def replacement(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if not is_safe:
                    return str(values[name])
                try:
                    return str(values[name])
                except KeyError:
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                if is_safe:
                    return match.group()
                self._fail(match)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(replacement, self.template)

    def substitute(self, mapping=None, /, **kws):
        return self._replace(self._values(mapping, kws), False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._replace(self._values(mapping, kws), True)

    def is_valid(self):
        for match in self.pattern.finditer(self.template):
            if match.group("invalid") is not None:
                return False
            if all(match.group(name) is None for name in ("named", "braced", "escaped")):
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True

    def get_identifiers(self):
        names = []
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if name not in names:
                    names.append(name)
            elif match.group("invalid") is None and match.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return names


Template.__init_subclass__()


def _parse_field(text, start):
    """The replacement field that begins after a brace: its name, spec, conversion, and where it ends."""
    depth = 1
    end = start
    while end < len(text):
        if text[end] == "{":
            depth += 1
        elif text[end] == "}":
            depth -= 1
            if depth == 0:
                break
        end += 1
    else:
        raise ValueError("expected '}' before end of string")
    field = text[start:end]
    brackets = 0
    split = len(field)
    for index, sign in enumerate(field):
        if sign == "[":
            brackets += 1
        elif sign == "]":
            brackets -= 1
        elif sign in "!:" and brackets <= 0:
            split = index
            break
        elif sign == "{":
            raise ValueError("unexpected '{' in field name")
    name = field[:split]
    rest = field[split:]
    conversion = None
    if rest.startswith("!"):
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = rest[1]
        rest = rest[2:]
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion, end + 1


def _parse(text):
    """The parts of a format string: text before a field, then the field."""
    literal = ""
    place = 0
    while place < len(text):
        sign = text[place]
        if sign in "{}" and text[place : place + 2] == sign * 2:
            literal += sign
            yield literal, None, None, None
            literal = ""
            place += 2
        elif sign == "}":
            raise ValueError("Single '}' encountered in format string")
        elif sign == "{":
            if place + 1 == len(text):
                raise ValueError("Single '{' encountered in format string")
            name, spec, conversion, place = _parse_field(text, place + 1)
            yield literal, name, spec, conversion
            literal = ""
        else:
            literal += sign
            place += 1
    if literal:
        yield literal, None, None, None


def _split_name(name):
    """The first part of a field's name, and the attributes and items after it."""
    match = _re.match(r"[^.\[]*", name)
    first = match.group()
    rest = []
    place = match.end()
    while place < len(name):
        if name[place] == ".":
            match = _re.compile(r"[^.\[]*").match(name, place + 1)
            key = match.group()
            place = match.end()
            is_attribute = True
        elif name[place] == "[":
            close = name.find("]", place)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = name[place + 1 : close]
            place = close + 1
            is_attribute = False
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        if not is_attribute and key.isdigit():
            key = int(key)
        rest.append((is_attribute, key))
    return (int(first) if first.isdigit() else first), rest


class Formatter:
    """str.format, in parts that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, first = self.get_field(name, args, kwargs)
            used_args.add(first)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(
                spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index
            )
            result.append(self.format_field(value, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
