"""Files of settings in sections: `[name]`, and lines of `key = value`."""

import re
from collections.abc import MutableMapping
from collections import ChainMap

__all__ = [
    "NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
    "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
    "MissingSectionHeaderError", "ConfigParser", "SafeConfigParser", "RawConfigParser", "Interpolation",
    "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_absent = object()


class Error(Exception):
    """What may be wrong with settings."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


def _place(source, lineno):
    text = "" if source is None else f"While reading from {source!r}"
    return text if lineno is None else f"{text} [line {lineno:2d}]"


class DuplicateSectionError(Error):
    """A section stands there twice."""

    def __init__(self, section, source=None, lineno=None):
        words = f"Section {section!r} already exists"
        if source is not None:
            words = f"{_place(source, lineno)}: section {section!r} already exists"
        Error.__init__(self, words)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    """An option stands there twice."""

    def __init__(self, section, option, source=None, lineno=None):
        words = f"Option {option!r} in section {section!r} already exists"
        if source is not None:
            words = f"{_place(source, lineno)}: option {option!r} in section {section!r} already exists"
        Error.__init__(self, words)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    """There is no such option."""

    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    """A value cannot be put together."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """A value names an option that is not there."""

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section,
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
            f"{reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A value names an option in a wrong way."""


class InterpolationDepthError(InterpolationError):
    """Values name one another without end."""

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section,
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. "
            f"Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    """A line means nothing."""

    def __init__(self, source):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
    """There is a line before the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """`%(name)s` stands for another option of the section."""

    def before_get(self, parser, section, option, value, defaults):
        return self._put(parser, section, option, value, defaults, value, 1)

    def before_set(self, parser, section, option, value):
        if "%" in re.sub(r"%\([^)]+\)s", "", value.replace("%%", "")):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find('%')}")
        return value

    def _put(self, parser, section, option, text, values, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        found = []
        while text:
            place = text.find("%")
            if place < 0:
                found.append(text)
                break
            found.append(text[:place])
            text = text[place:]
            if text[1:2] == "%":
                found.append("%")
                text = text[2:]
                continue
            match = re.match(r"%\(([^)]+)\)s", text)
            if match is None:
                words = (
                    f"bad interpolation variable reference {text!r}" if text[1:2] == "("
                    else f"'%' must be followed by '%' or '(', found: {text!r}")
                raise InterpolationSyntaxError(option, section, words)
            name = parser.optionxform(match[1])
            if name not in values:
                raise InterpolationMissingOptionError(option, section, raw, name)
            value = values[name]
            found.append(self._put(parser, section, option, value, values, raw, depth + 1) if "%" in value else value)
            text = text[match.end():]
        return "".join(found)


class ExtendedInterpolation(Interpolation):
    """`${name}` and `${section:name}` stand for other options."""

    def before_get(self, parser, section, option, value, defaults):
        return self._put(parser, section, option, value, defaults, value, 1)

    def before_set(self, parser, section, option, value):
        if "$" in re.sub(r"\$\{[^}]+\}", "", value.replace("$$", "")):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find('$')}")
        return value

    def _put(self, parser, section, option, text, values, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def one(match):
            if match[0] == "$$":
                return "$"
            if match[1] is None:
                words = f"'$' must be followed by '$' or '{{', found: {text[match.start():]!r}"
                raise InterpolationSyntaxError(option, section, words)
            path = match[1].split(":")
            try:
                if len(path) == 1:
                    place, known = section, values
                    value = values[parser.optionxform(path[0])]
                else:
                    place, name = path
                    known = dict(parser.items(place, raw=True))
                    value = parser.get(place, parser.optionxform(name), raw=True)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
            return self._put(parser, place, option, value, known, raw, depth + 1) if "$" in value else value

        return re.sub(r"\$\$|\$(?:\{([^}]+)\})?", one, text)


class SectionProxy(MutableMapping):
    """A section as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f"<Section: {self._name}>"

    name = property(lambda self: self._name)
    parser = property(lambda self: self._parser)

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._check_texts(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser._defaults)
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)


class RawConfigParser(MutableMapping):
    """Settings, whose values are what stands there."""

    _interpolation_class = Interpolation
    BOOLEAN_STATES = {
        "1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True,
                 empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_absent, converters=None):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._interpolation_class() if interpolation is _absent else (
            Interpolation() if interpolation is None else interpolation)
        for name, function in (converters or {}).items():
            setattr(self, "get" + name, self._getter(function))
        if defaults:
            self.read_dict({default_section: defaults})

    def _getter(self, convert):
        def get(section, option, **kwargs):
            return self._converted(section, option, convert, **kwargs)
        return get

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    # Reading

    def read(self, filenames, encoding=None):
        """Reads files, those that there are; returns their names."""
        found = []
        for name in [filenames] if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__") else filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, str(name))
            except OSError:
                continue
            found.append(str(name))
        return found

    def read_file(self, f, source=None):
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            elif self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self._values(section)[key] = None if value is None else str(value)

    def _values(self, section):
        if section == self.default_section or not section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def _read(self, lines, source):
        section = current = key = None
        seen = set()
        indent = 0
        error = None
        for number, line in enumerate(lines, 1):
            value = line
            for prefix in self._inline_prefixes:
                match = re.search(rf"(?:^|\s){re.escape(prefix)}", value)
                if match:
                    value = value[: match.start()]
            value = value.strip()
            is_comment = value.startswith(self._comment_prefixes) if self._comment_prefixes else False
            if not value or is_comment:
                if self._empty_lines_in_values:
                    if not is_comment and current is not None and key and current[key] is not None:
                        current[key].append("")
                else:
                    indent = 1 << 30
                continue
            margin = len(line) - len(line.lstrip())
            if current is not None and key and margin > indent:
                if current[key] is None:
                    raise ParsingError(source)
                current[key].append(value)
                continue
            indent = margin
            header = re.match(r"\[(.+)\]", value)
            if header:
                section = header[1]
                if section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, number)
                elif section != self.default_section:
                    self._sections[section] = self._dict()
                seen.add(section)
                current, key = self._values(section), None
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, line)
            key, text = self._split(value)
            if not key:
                error = error or ParsingError(source)
                error.append(number, repr(line))
                continue
            key = self.optionxform(key)
            if self._strict and (section, key) in seen:
                raise DuplicateOptionError(section, key, source, number)
            seen.add((section, key))
            current[key] = None if text is None else [text]
        for values in (self._defaults, *self._sections.values()):
            for key, value in values.items():
                if isinstance(value, list):
                    values[key] = "\n".join(value).rstrip()
        if error:
            raise error

    def _split(self, line):
        """The key and the value of a line; no key if it is none."""
        places = [line.find(mark) for mark in self._delimiters if mark in line]
        if not places:
            return (line, None) if self._allow_no_value else (None, None)
        place = min(places)
        mark = next(mark for mark in self._delimiters if line.startswith(mark, place))
        return line[:place].rstrip(), line[place + len(mark):].strip()

    # Asking

    def _known(self, section, vars):
        if section not in self._sections and section != self.default_section:
            raise NoSectionError(section)
        own = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return ChainMap(own, self._sections.get(section, {}), self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_absent):
        try:
            values = self._known(section, vars)
            option = self.optionxform(option)
            if option not in values:
                raise NoOptionError(option, section)
        except (NoSectionError, NoOptionError):
            if fallback is _absent:
                raise
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, option, convert, *, raw=False, vars=None, fallback=_absent, **kwargs):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _absent:
                raise
            return fallback

    def getint(self, section, option, **kwargs):
        return self._converted(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._converted(section, option, float, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._converted(section, option, self._convert_to_boolean, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_absent, raw=False, vars=None):
        if section is _absent:
            return [(name, self[name]) for name in self]
        names = list({**self._defaults, **self._values(section)})
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in names]

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    # Changing and writing

    def _check_texts(self, *, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._values(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        return self._values(section).pop(self.optionxform(option), _absent) is not _absent

    def remove_section(self, section):
        return self._sections.pop(section, _absent) is not _absent

    def popitem(self):
        for name in self._sections:
            return name, self._sections.pop(name)
        raise KeyError

    def write(self, fp, space_around_delimiters=True):
        mark = self._delimiters[0]
        mark = f" {mark} " if space_around_delimiters else mark
        everything = [(self.default_section, self._defaults)] if self._defaults else []
        for name, values in (*everything, *self._sections.items()):
            fp.write(f"[{name}]\n")
            for key, value in values.items():
                text = "" if value is None and self._allow_no_value else mark + str(value).replace("\n", "\n\t")
                fp.write(f"{key}{text}\n")
            fp.write("\n")

    # As a mapping of sections

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: dict(value)})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections


class ConfigParser(RawConfigParser):
    """Settings, whose values may name others: `%(name)s`."""

    _interpolation_class = BasicInterpolation

    def set(self, section, option, value=None):
        self._check_texts(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._check_texts(section=section)
        super().add_section(section)


SafeConfigParser = ConfigParser
