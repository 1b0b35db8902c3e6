"""csv: readers, writers, dialects, dictionaries and errors."""

import csv
import io

TEXTS = [
    "a,b,c\n1,2,3\n", 'a,"b,c",d\r\n"x ""q"" y",,\n', "", "\n", "a\n\nb\n", '"multi\nline",x\n', "a,b", 'a,"b', "a\rb\n",
    " a, b\n", '"a"b,c\n', 'a"b,c\n', '"",""\n', ",\n", "a\\,b\n"]
OPTIONS = [
    {}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"escapechar": "\\"}, {"strict": True},
    {"doublequote": False}, {"quotechar": "'"}, {"delimiter": "\t"}, {"dialect": "unix"}]


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def read(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


def write(rows, **options):
    file = io.StringIO(newline="")
    csv.writer(file, **options).writerows(rows)
    return file.getvalue()


print("== reading ==")
for options in OPTIONS:
    print(options)
    for text in TEXTS:
        attempt(lambda: read(text, **options))
attempt(lambda: read('"a",1,2.5\n', quoting=csv.QUOTE_NONNUMERIC))
attempt(lambda: read("a,1\n", quoting=csv.QUOTE_NONNUMERIC))
attempt(lambda: list(csv.reader(["a,b", "c,d"])))
attempt(lambda: list(csv.reader([b"a"])))
attempt(lambda: csv.reader(5))
rows = csv.reader(["a,b"])
print(rows.dialect.delimiter, rows.line_num, next(rows), rows.line_num, next(rows, "end"))

print("== options ==")
for options in [
        {"delimiter": "ab"}, {"delimiter": 5}, {"delimiter": None}, {"quotechar": 5}, {"quotechar": "xx"},
        {"quotechar": None}, {"quoting": 9}, {"quoting": "x"}, {"key": 1}, {"dialect": "zz"}, {"lineterminator": 5},
        {"escapechar": "aa"}]:
    print(options, end=" ")
    attempt(lambda: read("a", **options))

print("== writing ==")
ROWS = [
    ["a", "b c", "d,e", 'q"r', "s't", "x\ny", "", None, 1, 2.5, True, b"x", "x\\y"], [], [""], [None], "abc", (1, 2),
    range(3), [" x "]]
for options in [
        {}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE},
        {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False},
        {"doublequote": False, "escapechar": "\\"}, {"delimiter": ";"}, {"quotechar": "'"}, {"lineterminator": "\n"},
        {"dialect": "excel-tab"}, {"dialect": "unix"}]:
    print(options)
    for row in ROWS:
        attempt(lambda: write([row], **options))
attempt(lambda: write([5]))
attempt(lambda: csv.writer(5))
attempt(lambda: csv.writer(io.StringIO()).writerow([1, 2]))

print("== dictionaries ==")
table = csv.DictReader(io.StringIO("a,b\n1,2\n3\n\n4,5,6\n"))
print(table.fieldnames, list(table), table.line_num)
print(list(csv.DictReader(io.StringIO("1,2\n3,4,5\n6"), ["x", "y"], restkey="rest", restval="?")))
file = io.StringIO(newline="")
writer = csv.DictWriter(file, ["a", "b"], restval="-")
print(writer.writeheader())
writer.writerow({"a": 1})
writer.writerows([{"a": 1, "b": 2}, {"b": 3}])
print(repr(file.getvalue()))
attempt(lambda: writer.writerow({"c": 1}))
attempt(lambda: csv.DictWriter(file, ["a"], extrasaction="x"))

print("== dialects ==")
print(csv.list_dialects(), csv.field_size_limit())
csv.register_dialect("pipe", delimiter="|", quoting=csv.QUOTE_ALL)
print(list(csv.reader(["a|b"], "pipe")))
csv.unregister_dialect("pipe")
attempt(lambda: csv.unregister_dialect("pipe"))
attempt(lambda: csv.get_dialect("pipe"))


class Semicolons(csv.excel):
    delimiter = ";"


class Wrong(csv.excel):
    delimiter = "||"


print(list(csv.reader(["a;b"], Semicolons)), list(csv.reader(["a;b"], Semicolons())))
attempt(Wrong)
sniffer = csv.Sniffer()
print(repr(sniffer.sniff("a;b;c\n1;2;3\n").delimiter), repr(sniffer.sniff('"a"\t"b"\n"c"\t"d"\n').delimiter))
print(sniffer.has_header("name,age\nbob,3\nal,55\n"))
