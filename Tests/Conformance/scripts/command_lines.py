"""argparse and getopt: parsing, errors and help."""

import argparse
import getopt
import io
import os
import sys

os.environ["COLUMNS"] = "80"


def parse(parser, *args):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        print(args, parser.parse_args(list(args)))
    except SystemExit as error:
        print(args, "exit", error.code)
        print(sys.stderr.getvalue(), end="")
    except Exception as error:
        print(args, type(error).__name__, error)
    finally:
        sys.stderr = stderr


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


print("== arguments ==")
parser = argparse.ArgumentParser(prog="prog", description="Does things to files.", epilog="The end.")
parser.add_argument("file", help="the file")
parser.add_argument("rest", nargs="*", help="others")
parser.add_argument("-v", "--verbose", action="store_true", help="say more")
parser.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
parser.add_argument("--choice", choices=["a", "b"])
parser.add_argument("-c", action="count", default=0)
parser.add_argument("--pair", nargs=2, type=float)
parser.add_argument("--opt", nargs="?", const="C")
parser.add_argument("-a", action="append")
parser.add_argument("--no-x", dest="x", action="store_false")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction)
print(parser.format_help())
print(parser.format_usage())
for line in [
        "f", "f g h", "-v f -n 5", "f --num=7", "f -n5 -ccc", "f -vc", "f -n x", "f --choice z", "f --choice=a", "",
        "f --pair 1 2", "f --pair 1", "f --opt", "f --opt z", "f -a 1 -a2", "f --no-x", "f --bad", "-- -f", "f -n -5",
        "-h", "--version", "f --flag", "f --no-flag", "f --ver", "f -vn 3", "f --verbose=1", "-v", "f -z"]:
    parse(parser, *line.split())
print(parser.parse_known_args(["f", "--zzz"]))

print("== commands ==")
parser = argparse.ArgumentParser(prog="tool")
commands = parser.add_subparsers(dest="command", help="commands", required=True)
add = commands.add_parser("add", help="adds")
add.add_argument("x", type=int)
add.set_defaults(function="ADD")
remove = commands.add_parser("rm", aliases=["del"], help="removes")
remove.add_argument("-f", action="store_true")
print(parser.format_help())
print(add.format_help())
for line in ["add 3", "rm -f", "del", "", "zz", "add x", "add 3 4"]:
    parse(parser, *line.split())

print("== groups ==")
parser = argparse.ArgumentParser(prog="group")
either = parser.add_mutually_exclusive_group(required=True)
either.add_argument("--a", action="store_true")
either.add_argument("--b", type=int)
special = parser.add_argument_group("special", "Some special ones")
special.add_argument("--s", required=True, help="S")
print(parser.format_help())
for line in ["--a --s 1", "--a --b 1 --s 1", "--s 1", "--b 2"]:
    parse(parser, *line.split())

print("== of one's own ==")


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)


parser = argparse.ArgumentParser(
    prog="own", exit_on_error=False, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
parser.add_argument("--upper", action=Upper)
parser.add_argument("--even", type=even, default=2, help="an even number")
parser.add_argument("--more", action="extend", nargs="+")
parser.add_argument("--const", action="store_const", const=5)
parser.add_argument("--each", action="append_const", const=1, dest="list")
print(parser.format_help())
for line in ["--upper abc", "--upper", "--even 3", "--even x", "--more 1 2 --more 3 --const --each --each"]:
    parse(parser, *line.split())
attempt(lambda: parser.add_argument("--even"))
attempt(lambda: parser.add_argument("x", "y"))
attempt(lambda: parser.add_argument("--q", action="nope"))
attempt(lambda: parser.add_argument("--w", nargs=0))
attempt(lambda: parser.add_argument("w", required=True))
namespace = argparse.Namespace(a=1, b="x")
print(namespace, namespace == argparse.Namespace(a=1, b="x"), "a" in namespace, parser.get_default("even"))

print("== getopt ==")
print(getopt.getopt("-a -b x --foo --bar=1 rest -z".split(), "ab:", ["foo", "bar="]))
print(getopt.gnu_getopt("x -a y -- -b".split(), "ab"))
for line in ["-z", "-b", "--nope", "--bar", "--foo=1", "--b"]:
    attempt(lambda: getopt.getopt([line], "ab:", ["foo", "bar=", "baz"]))
