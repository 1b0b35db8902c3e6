"""Command lines taken apart, and help on how to write them."""

import os
import re
import sys
import textwrap

__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
    "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
    "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS",
    "ZERO_OR_MORE"]

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "?", "*", "+", "A...", "..."


class ArgumentError(Exception):
    """What is wrong with an argument."""

    def __init__(self, argument, message):
        self.argument_name = None if argument is None else _name_of(argument)
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """A text is none of the type that was asked for."""


def _name_of(action):
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return "{" + ",".join(action.choices) + "}" if action.choices else None


class Namespace:
    """The values of the arguments, as attributes."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = [f"{key}={value!r}" for key, value in self.__dict__.items() if key.isidentifier()]
        others = {key: value for key, value in self.__dict__.items() if not key.isidentifier()}
        if others:
            parts.append(f"**{others!r}")
        return f"{type(self).__name__}({', '.join(parts)})"


# Actions


class Action:
    """What to do with an argument."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def __repr__(self):
        names = ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help",
                 "metavar")
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError(
                "nargs for store actions must be != 0; if you have nothing to store, actions such as store true or "
                "store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings, dest, nargs=nargs, const=const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(
            option_strings, dest, nargs=0, const=const, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, const=True, default=default, required=required, help=help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, const=False, default=default, required=required, help=help)


class BooleanOptionalAction(Action):
    """`--flag` and `--no-flag`."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        names = []
        for option in option_strings:
            names.append(option)
            if option.startswith("--"):
                names.append("--no-" + option[2:])
        super().__init__(
            names, dest, nargs=0, default=default, type=type, choices=choices, required=required, help=help,
            metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


def _copied(namespace, name):
    items = getattr(namespace, name, None)
    return [] if items is None else list(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*_copied(namespace, self.dest), values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*_copied(namespace, self.dest), *values])


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*_copied(namespace, self.dest), self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, nargs=0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        formatter = parser.formatter_class(prog=parser.prog)
        parser._print_message(formatter.fill(version % {"prog": parser.prog}, "") + "\n", sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    class _Choice(Action):
        def __init__(self, name, aliases, help):
            shown = f"{name} ({', '.join(aliases)})" if aliases else name
            super().__init__([], name, help=help, metavar=shown)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(
            option_strings, dest, nargs=PARSER, choices=self._name_parser_map, required=required, help=help,
            metavar=metavar)

    def add_parser(self, name, *, aliases=(), **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        for taken in (name, *aliases):
            if taken in self._name_parser_map:
                what = "subparser" if taken == name else "subparser alias"
                raise ArgumentError(self, f"conflicting {what}: {taken}")
        if "help" in kwargs:
            self._choices_actions.append(self._Choice(name, aliases, kwargs.pop("help")))
        parser = self._parser_class(**kwargs)
        for known in (name, *aliases):
            self._name_parser_map[known] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            choices = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})")
        found, left = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if left:
            vars(namespace).setdefault("_unrecognized_args", [])
            namespace._unrecognized_args.extend(left)


class FileType:
    """Opens the file that an argument names."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == "-":
            return sys.stdin if "r" in self._mode else sys.stdout
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}") from None

    def __repr__(self):
        return f"{type(self).__name__}({self._mode!r})"


# Help


class HelpFormatter:
    """Lays help out."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self.prog = prog
        self.step = indent_increment
        self.width = width
        self.most_help_place = min(max_help_position, max(width - 20, indent_increment * 2))

    def prepare(self, groups):
        """Finds where help begins: after the longest of the arguments that are not too long."""
        lengths = [0]
        for group in groups:
            for action in group._group_actions:
                if action.help is not SUPPRESS:
                    lengths.append(len(self.invocation(action)) + self.step)
                    lengths += [len(self.invocation(one)) + 2 * self.step for one in self.actions_of(action)]
        self.help_place = min(max(lengths) + 2, self.most_help_place)

    def fill(self, text, indent):
        return textwrap.fill(re.sub(r"\s+", " ", text).strip(), max(self.width - len(indent), 11) + len(indent),
                             initial_indent=indent, subsequent_indent=indent)

    def split(self, text, width):
        return textwrap.wrap(re.sub(r"\s+", " ", text).strip(), width)

    def default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{" + ",".join(map(str, action.choices)) + "}"
        return self.default_metavar(action)

    def arguments(self, action):
        """The values that follow an option, or stand for a positional argument."""
        shown = self.metavar(action)
        names = shown if isinstance(shown, tuple) else (shown,)

        def name(i):
            return names[i] if isinstance(shown, tuple) else shown

        nargs = action.nargs
        if nargs is None:
            return name(0)
        if nargs == OPTIONAL:
            return f"[{name(0)}]"
        if nargs == ZERO_OR_MORE:
            return f"[{name(0)} [{name(1)} ...]]" if len(names) == 2 else f"[{name(0)} ...]"
        if nargs == ONE_OR_MORE:
            return f"{name(0)} [{name(1 if len(names) > 1 else 0)} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{name(0)} ..."
        return " ".join(name(i) for i in range(nargs)) if nargs else ""

    def help_text(self, action):
        values = dict(vars(action), prog=self.prog)
        for key, value in list(values.items()):
            if value is SUPPRESS:
                del values[key]
            elif hasattr(value, "__name__"):
                values[key] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return action.help % values

    def invocation(self, action):
        if not action.option_strings:
            shown = self.metavar(action)
            return shown if isinstance(shown, str) else shown[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        arguments = self.arguments(action)
        return ", ".join(f"{option} {arguments}" for option in action.option_strings)

    def entry(self, action, indent):
        """The lines for an argument."""
        head = " " * indent + self.invocation(action)
        if not action.help or not action.help.strip():
            return head + "\n"
        place = self.help_place
        lines = self.split(self.help_text(action), max(self.width - place, 11))
        if len(head) <= place - 2:
            lines[0] = head.ljust(place) + lines[0]
        else:
            lines[0] = head + "\n" + " " * place + lines[0]
        return "".join([lines[0] + "\n", *(" " * place + line + "\n" for line in lines[1:])])

    def actions_of(self, action):
        if isinstance(action, _SubParsersAction):
            return action._choices_actions
        return []

    def section(self, title, description, actions):
        shown = [action for action in actions if action.help is not SUPPRESS]
        entries = []
        for action in shown:
            if not isinstance(action, _SubParsersAction) or action.help or action.metavar or not action._choices_actions:
                entries.append(self.entry(action, self.step))
            elif action._choices_actions:
                entries.append(self.entry(action, self.step))
            entries += [self.entry(inner, self.step * 2) for inner in self.actions_of(action)]
        if not entries and not description:
            return ""
        text = f"{title}:\n" if title else ""
        if description:
            text += self.fill(description % {"prog": self.prog}, " " * self.step) + "\n"
            if entries:
                text += "\n"
        return text + "".join(entries) + "\n"

    def usage(self, usage, actions, groups, prefix="usage: "):
        if usage is not None:
            return f"{prefix}{usage % {'prog': self.prog}}\n\n"
        optional = [action for action in actions if action.option_strings]
        positional = [action for action in actions if not action.option_strings]
        parts = [self.usage_parts(some, groups) for some in (optional, positional)]
        text = " ".join([self.prog, *parts[0], *parts[1]])
        if len(prefix) + len(text) > self.width:
            indent = " " * (len(prefix) + len(self.prog) + 1)
            if len(prefix) + len(self.prog) <= 0.75 * self.width:
                lines = self.wrapped([self.prog, *parts[0]] if parts[0] else [self.prog, *parts[1]], indent, prefix)
                if parts[0]:
                    lines += self.wrapped(parts[1], indent)
            else:
                indent = " " * len(prefix)
                lines = self.wrapped(parts[0] + parts[1], indent)
                if len(lines) > 1:
                    lines = self.wrapped(parts[0], indent) + self.wrapped(parts[1], indent)
                lines = [self.prog, *lines]
            text = "\n".join(lines)
        return f"{prefix}{text}\n\n"

    def wrapped(self, parts, indent, prefix=None):
        lines, line = [], []
        length = len(prefix if prefix is not None else indent) - 1
        for part in parts:
            if length + 1 + len(part) > self.width and line:
                lines.append(indent + " ".join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None and lines:
            lines[0] = lines[0][len(indent):]
        return lines

    def usage_parts(self, actions, groups):
        parts = []
        done = set()
        for action in actions:
            if action in done or action.help is SUPPRESS:
                continue
            group = next((group for group in groups if action in group._group_actions), None)
            if group is not None:
                members = [one for one in group._group_actions if one.help is not SUPPRESS]
                done.update(members)
                text = " | ".join(self.one_usage(member, False) for member in members)
                ends = "()" if group.required else "[]"
                parts.append(f"{ends[0]}{text}{ends[1]}" if len(members) > 1 or not group.required else text)
            else:
                parts.append(self.one_usage(action, True))
        return parts

    def one_usage(self, action, brackets):
        if not action.option_strings:
            text = self.arguments(action)
            return text if brackets or text[:1] != "[" else text[1:-1]
        text = action.format_usage() if action.nargs == 0 else f"{action.option_strings[0]} {self.arguments(action)}"
        return f"[{text}]" if brackets and not action.required else text


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def fill(self, text, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all help as it is."""

    def split(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Says what the defaults are."""

    def help_text(self, action):
        text = super().help_text(action)
        if "%(default)" not in (action.help or "") and action.default not in (SUPPRESS,) and (
                action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += f" (default: {action.default})"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names values by their types."""

    def default_metavar(self, action):
        return action.type.__name__


# Parsers


class _Container:
    """What arguments are added to."""

    _actions_by_word = {
        None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
        "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction,
        "count": _CountAction, "help": _HelpAction, "version": _VersionAction, "extend": _ExtendAction,
        "parsers": _SubParsersAction}

    def __init__(self, parser):
        self._parser = parser
        self._group_actions = []
        self._custom = {}

    def register(self, registry_name, value, object):
        if registry_name == "action":
            self._actions_by_word = {**self._actions_by_word, value: object}
        else:
            self._custom[value] = object

    def add_argument(self, *args, **kwargs):
        """Adds an argument: by its options, or by its name."""
        parser = self._parser
        chars = parser.prefix_chars
        if not args or len(args) == 1 and args[0][:1] not in chars:
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(args, kwargs)
        if "default" not in kwargs:
            if kwargs["dest"] in parser._defaults:
                kwargs["default"] = parser._defaults[kwargs["dest"]]
            elif parser.argument_default is not None:
                kwargs["default"] = parser.argument_default
        word = kwargs.pop("action", None)
        cls = self._actions_by_word.get(word, word)
        if not callable(cls):
            raise ValueError(f'unknown action "{cls}"')
        action = cls(**kwargs)
        if action.type is not None and not callable(self._custom.get(action.type, action.type)):
            raise ValueError(f"{action.type!r} is not callable")
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0):
            kwargs["required"] = True
        if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, args, kwargs):
        chars = self._parser.prefix_chars
        for option in args:
            if option[0] not in chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character {chars!r}")
        dest = kwargs.pop("dest", None)
        if dest is None:
            long = [option for option in args if len(option) > 1 and option[1] in chars]
            dest = (long or args)[0].lstrip(chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {args[0]!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _add_action(self, action):
        parser = self._parser
        for option in action.option_strings:
            if option in parser._options:
                if parser.conflict_handler == "resolve":
                    old = parser._options.pop(option)
                    old.option_strings.remove(option)
                    if not old.option_strings:
                        for container in (parser, *parser._action_groups):
                            if old in container._group_actions:
                                container._group_actions.remove(old)
                        parser._actions.remove(old)
                    continue
                clashing = [option for option in action.option_strings if option in parser._options]
                word = "string" if len(clashing) == 1 else "strings"
                raise ArgumentError(action, f"conflicting option {word}: {', '.join(clashing)}")
        for option in action.option_strings:
            parser._options[option] = action
        parser._actions.append(action)
        self._take(action)
        return action

    def _take(self, action):
        self._group_actions.append(action)

    def add_mutually_exclusive_group(self, **kwargs):
        group = _ExclusiveGroup(self, **kwargs)
        self._parser._exclusive_groups.append(group)
        return group


class _ArgumentGroup(_Container):
    def __init__(self, parser, title=None, description=None):
        super().__init__(parser)
        self.title = title
        self.description = description


class _ExclusiveGroup(_Container):
    def __init__(self, container, required=False):
        super().__init__(container._parser)
        self.required = required
        self._outer = container

    def _take(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._group_actions.append(action)
        self._outer._take(action)


class ArgumentParser(_Container):
    """Takes command lines apart."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(self)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._defaults = {}
        self._actions = []
        self._options = {}
        self._exclusive_groups = []
        self._positionals = _ArgumentGroup(self, "positional arguments")
        self._optionals = _ArgumentGroup(self, "options")
        self._action_groups = [self._positionals, self._optionals]
        self._subparsers = None
        if add_help:
            char = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(
                char + "h", char * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            for action in parent._actions:
                self._add_action(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def _take(self, action):
        (self._optionals if action.option_strings else self._positionals)._group_actions.append(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, **kwargs):
        """Adds commands with arguments of their own."""
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        container = self._positionals
        if title is not None or description is not None:
            container = self.add_argument_group(title or "subcommands", description)
        if prog is None:
            positional = [action for action in self._actions if not action.option_strings]
            formatter = self.formatter_class(prog=self.prog)
            usage = formatter.usage(self.usage, positional, self._exclusive_groups, "").strip()
            prog = usage
        action = _SubParsersAction([], prog, parser_class or type(self), **kwargs)
        self._subparsers = action
        self._actions.append(action)
        container._group_actions.append(action)
        return action

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # Parsing

    def parse_args(self, args=None, namespace=None):
        """The values of a command line; exits if there is something wrong with it."""
        found, left = self.parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found

    parse_intermixed_args = parse_args

    def parse_known_args(self, args=None, namespace=None):
        """The values of a command line, and the words that mean nothing."""
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            left = _Parse(self, self._from_files(args), namespace).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        left += vars(namespace).pop("_unrecognized_args", [])
        return namespace, left

    parse_known_intermixed_args = parse_known_args

    def _from_files(self, args):
        if self.fromfile_prefix_chars is None:
            return args
        found = []
        for word in args:
            if word and word[0] in self.fromfile_prefix_chars:
                with open(word[1:]) as file:
                    for line in file.read().splitlines():
                        found += self.convert_arg_line_to_args(line)
            else:
                found.append(word)
        return found

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    # Help

    def format_usage(self):
        formatter = self.formatter_class(prog=self.prog)
        return formatter.usage(self.usage, self._actions, self._exclusive_groups).rstrip("\n") + "\n"

    def format_help(self):
        formatter = self.formatter_class(prog=self.prog)
        text = formatter.usage(self.usage, self._actions, self._exclusive_groups)
        if self.description:
            text += formatter.fill(self.description % {"prog": self.prog}, "").rstrip("\n") + "\n\n"
        formatter.prepare(self._action_groups)
        for group in self._action_groups:
            text += formatter.section(group.title, group.description, group._group_actions)
        if self.epilog:
            text += formatter.fill(self.epilog % {"prog": self.prog}, "").rstrip("\n") + "\n"
        return text.strip("\n") + "\n"

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Prints what is wrong, and exits."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


class _Parse:
    """One command line on its way through a parser."""

    def __init__(self, parser, words, namespace):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.seen = set()
        self.left = []
        self.waiting = [action for action in parser._actions if not action.option_strings]
        # For each word: O an option, A an argument, - the mark after which there are no options.
        self.kinds = ""
        after_mark = False
        for word in words:
            if after_mark:
                self.kinds += "A"
            elif word == "--":
                self.kinds += "-"
                after_mark = True
            else:
                self.kinds += "O" if self.option(word) is not None else "A"

    def option(self, word):
        """The action that a word calls for, the option, and the value that is in the word; None for no option."""
        parser = self.parser
        if not word or word[0] not in parser.prefix_chars:
            return None
        if word in parser._options:
            return parser._options[word], word, None
        if len(word) == 1:
            return None
        name, equals, value = word.partition("=")
        if equals and name in parser._options:
            return parser._options[name], name, value
        found = self.abbreviated(word)
        if len(found) > 1:
            names = ", ".join(option for _, option, _ in found)
            parser.error(f"ambiguous option: {word} could match {names}")
        if found:
            return found[0]
        if re.match(r"^-\d+$|^-\d*\.\d+$", word) and not any(
                re.match(r"^-\d+$|^-\d*\.\d+$", option) for option in parser._options):
            return None
        return None if " " in word else (None, word, None)

    def abbreviated(self, word):
        chars = self.parser.prefix_chars
        options = self.parser._options
        found = []
        if word[0] in chars and word[1] in chars:
            if self.parser.allow_abbrev:
                name, equals, value = word.partition("=")
                found = [
                    (action, option, value if equals else None) for option, action in options.items()
                    if option.startswith(name)]
        else:
            short, value = word[:2], word[2:]
            for option, action in options.items():
                if option == short:
                    found.append((action, option, value))
                elif self.parser.allow_abbrev and option.startswith(word):
                    found.append((action, option, None))
        return found

    def run(self):
        place = 0
        while place < len(self.words):
            place = self.take_positionals(place)
            next_option = self.kinds.find("O", place)
            if next_option < 0:
                self.left += [word for word in self.words[place:]]
                break
            self.left += self.words[place:next_option]
            place = self.take_option(next_option)
        if not self.words:
            self.take_positionals(0)
        elif self.waiting:
            self.take_positionals(len(self.words))
        self.check_required()
        return self.left

    def pattern(self, action):
        """Which words an action takes, as a pattern for their kinds."""
        nargs = action.nargs
        one = "(-*A-*)"
        patterns = {
            None: one, OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
            REMAINDER: "([-AO]*)", PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}
        pattern = patterns.get(nargs) or f"(-*{'-*'.join('A' * nargs)})" if nargs != 0 else "()"
        if action.option_strings:
            pattern = pattern.replace("-*", "").replace("-", "")
        return pattern

    def take_positionals(self, place):
        kinds = self.kinds[place:]
        for count in range(len(self.waiting), 0, -1):
            pattern = "".join(self.pattern(action) for action in self.waiting[:count])
            match = re.match(pattern, kinds)
            if match is None:
                continue
            taken = self.waiting[:count]
            lengths = [len(group) for group in match.groups()]
            del self.waiting[:len(taken)]
            for action, length in zip(taken, lengths):
                self.apply(action, self.words[place : place + length])
                place += length
            return place
        return place

    def take_option(self, place):
        action, option, value = self.option(self.words[place])
        if action is None:
            self.left.append(self.words[place])
            return place + 1
        while value is not None and action.nargs == 0:
            # -xyz is -x -y -z
            if option[1:2] in self.parser.prefix_chars or not value:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            self.apply(action, [], option)
            option, rest = option[0] + value[0], value[1:]
            action = self.parser._options.get(option)
            if action is None:
                raise ArgumentError(
                    self.parser._options[self.words[place][:2]], f"ignored explicit argument {value!r}")
            value = rest.removeprefix("=") or None
        if value is not None:
            if re.fullmatch(self.pattern(action), "A") is None:
                raise ArgumentError(action, self.expected(action))
            self.apply(action, [value], option)
            return place + 1
        match = re.match(self.pattern(action), self.kinds[place + 1:])
        if match is None:
            raise ArgumentError(action, self.expected(action))
        end = place + 1 + len(match[0])
        self.apply(action, self.words[place + 1 : end], option)
        return end

    def expected(self, action):
        words = {
            None: "expected one argument", OPTIONAL: "expected at most one argument",
            ONE_OR_MORE: "expected at least one argument"}
        if action.nargs in words:
            return words[action.nargs]
        return f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"

    def apply(self, action, words, option=None):
        values = self.values(action, words)
        if values is not action.default or words:
            self.seen_once(action, values)
        else:
            self.seen.add(action)
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def seen_once(self, action, values):
        self.seen.add(action)
        for group in self.parser._exclusive_groups:
            if action in group._group_actions:
                for other in group._group_actions:
                    if other is not action and other in self.seen:
                        raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")

    def values(self, action, words):
        if action.nargs not in (PARSER, REMAINDER) and "--" in words:
            words = words[:]
            words.remove("--")
        nargs = action.nargs
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self.converted(action, value)
                self.check_choice(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            value = words if action.default is None else action.default
            self.check_choice(action, value) if action.default is not None else None
            return value
        if len(words) == 1 and nargs in (None, OPTIONAL):
            value = self.converted(action, words[0])
            self.check_choice(action, value)
            return value
        if nargs == REMAINDER:
            return [self.converted(action, word) for word in words]
        values = [self.converted(action, word) for word in words]
        if nargs == PARSER:
            self.check_choice(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        for value in values:
            self.check_choice(action, value)
        return values

    def converted(self, action, word):
        convert = self.parser._custom.get(action.type, action.type)
        if convert is None:
            return word
        try:
            return convert(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {word!r}") from None

    def check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.default is not SUPPRESS and (
                    getattr(self.namespace, action.dest, None) is action.default):
                setattr(self.namespace, action.dest, self.converted(action, action.default))
        if missing:
            self.parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._exclusive_groups:
            if group.required and not any(action in self.seen for action in group._group_actions):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.parser.error(f"one of the arguments {' '.join(names)} is required")
