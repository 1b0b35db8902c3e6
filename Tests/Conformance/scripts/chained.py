def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"cannot read {text!r}") from error


print(parse("12"))
try:
    print(parse("x"))
except RuntimeError as error:
    print(error, "/", error.__cause__)
parse("y")
