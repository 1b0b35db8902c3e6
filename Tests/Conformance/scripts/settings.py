"""configparser: reading, asking, changing, writing, and errors."""

import configparser
import io


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


TEXT = """
[DEFAULT]
base = /home
level: 3

# A comment.
[paths]
Root = %(base)s/root
both = %(root)s and %(level)s
percent = 50%%
lines = first
    second

    third
empty =

[flags]
on = yes
off: False
number = 12
ratio = 1.5
"""

print("== reading and asking ==")
parser = configparser.ConfigParser()
parser.read_string(TEXT)
print(parser.sections(), parser.options("paths"), parser.defaults())
for option in ("root", "ROOT", "both", "percent", "lines", "empty", "level"):
    attempt(lambda: parser.get("paths", option))
print(parser.get("paths", "root", raw=True), parser.get("paths", "absent", fallback="-"))
print(parser.get("paths", "root", vars={"base": "/other"}))
print(parser.getboolean("flags", "on"), parser.getboolean("flags", "off"), parser.getint("flags", "number"))
print(parser.getfloat("flags", "ratio"), parser.getint("flags", "absent", fallback=0))
print(parser.items("flags"), parser.has_option("flags", "level"), parser.has_section("DEFAULT"))

print("== as a mapping ==")
section = parser["flags"]
print(section, section["number"], "on" in section, "nope" in section, list(section), len(section), section.name)
print(section.get("absent"), section.getint("number"), section.getboolean("on"), list(parser), len(parser))
section["added"] = "x"
parser["new"] = {"a": 1, "b": "two"}
del parser["paths"]
print(dict(parser["new"]), "paths" in parser, parser.remove_option("flags", "on"), parser.remove_section("absent"))
parser.set("flags", "number", "13")
file = io.StringIO()
parser.write(file)
print(file.getvalue())

print("== other forms ==")
raw = configparser.RawConfigParser(allow_no_value=True, delimiters=("->",), inline_comment_prefixes=(";",))
raw.read_string("[a]\nkey -> value ; comment\nalone\n%x -> %(y)s\n")
print(raw.items("a"))
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_dict({"a": {"x": "1", "y": "${x}2 $$"}, "b": {"z": "${a:y}3"}})
print(extended["a"]["y"], extended["b"]["z"])

print("== errors ==")
attempt(lambda: parser.get("nope", "x"))
attempt(lambda: parser.get("flags", "nope"))
attempt(lambda: parser["nope"])
attempt(lambda: parser.add_section("flags"))
attempt(lambda: parser.add_section("DEFAULT"))
attempt(lambda: parser.set("flags", "x", 5))
attempt(lambda: parser.getboolean("new", "b"))
for text in ["key = 1\n", "[a]\n[a]\n", "[a]\nx=1\nx=2\n", "[a]\nnonsense\n"]:
    attempt(lambda: configparser.ConfigParser().read_string(text))
bad = configparser.ConfigParser()
bad.read_string("[a]\nx = %(nope)s\ny = %(y)s\nz = %z\n")
for option in "xyz":
    attempt(lambda: bad.get("a", option))
