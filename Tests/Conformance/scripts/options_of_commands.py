"""optparse: options that store, count, append and call, their errors, and the help."""

import contextlib
import io
import optparse


def called(option, opt, value, parser, *args):
    print("called", opt, value, args)


parser = optparse.OptionParser(
    usage="usage: %prog [options] file", version="%prog 1.0", prog="demo", epilog="The end.",
    description="A demonstration whose description is long enough to need more than one line of text.")
parser.add_option("-f", "--file", metavar="FILE", help="write to FILE, which takes some words to say in full")
parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="print nothing")
parser.add_option("-n", "--number", type="int", default=5, help="a number [default: %default]")
parser.add_option("-c", "--choose", choices=["a", "b"])
parser.add_option("-v", action="count", dest="level", default=0)
parser.add_option("-a", "--add", action="append")
parser.add_option("--point", nargs=2, type="float")
parser.add_option("--call", action="callback", callback=called, type="string", callback_args=(1,))
parser.add_option("--hidden", help=optparse.SUPPRESS_HELP)
group = parser.add_option_group("Danger", "Be careful with these.")
group.add_option("-g", action="store_true", help="an option of the group")

for line in ("", "-f x y", "-fx -q -n7 z", "--file=x --num 0x10 -vvv", "-a1 --add 2 --add=3", "--point 1 2.5 r",
             "-g -- -q", "--call hey", "-qvg a - b"):
    values, rest = parser.parse_args(line.split())
    print(line, sorted(vars(values).items()), rest)

for line in ("-n x", "--number", "-z", "--nope", "--c", "--quiet=1", "-c z", "--point 1", "--version"):
    output, errors = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            parser.parse_args(line.split())
    except SystemExit as stop:
        print(line, stop.code, output.getvalue(), errors.getvalue())

print(parser.format_help())
print(optparse.OptionParser(formatter=optparse.TitledHelpFormatter(), prog="t", description="Titles.").format_help())

for names, attributes in (
    (("-f",), {}), (("x",), {}), (("-xy",), {}), ((5,), {}), (("-k",), {"action": "zz"}), (("-k",), {"type": "zz"}),
    (("-k",), {"other": 1}), (("-k",), {"type": "choice"}), (("-k",), {"action": "callback"}),
):
    try:
        parser.add_option(*names, **attributes)
    except Exception as error:
        print(type(error).__name__, error)

parser.remove_option("-f")
print(parser.has_option("--file"), str(parser.get_option("-n")), parser.get_option_group("-g") is group)
parser.set_defaults(number="12")
print(parser.parse_args([])[0].number)
parser.disable_interspersed_args()
print(parser.parse_args(["a", "-q"])[1])
other = optparse.OptionParser(conflict_handler="resolve", prog="r")
other.add_option("-x", "--ex", help="one")
other.add_option("-x", help="two")
print(other.format_option_help())
