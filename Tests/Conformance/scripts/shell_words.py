"""Tokens as a shell reads them."""
import shlex

print(list(shlex.shlex('a b "c d" e;f #x')))
print(list(shlex.shlex("a-b c|d && (e)", posix=True, punctuation_chars=True)))

reader = shlex.shlex("x = 'y z'")
print(reader.get_token(), reader.get_token(), reader.get_token(), repr(reader.get_token()))
reader.push_token("again")
print(reader.get_token(), repr(reader.eof), shlex.shlex("", posix=True).eof)

for text in ["a'b c'd", "'a'b", '"a\\"b" c', "a\\ b", "a # b\nc", "'' x"]:
    for posix in False, True:
        for split in False, True:
            reader = shlex.shlex(text, posix=posix)
            reader.whitespace_split = split
            try:
                print(posix, split, list(reader), reader.lineno)
            except ValueError as error:
                print(posix, split, error)
