"""unicodedata: names, categories, numbers and normal forms."""

import unicodedata


def attempt(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, error)


print("== characters ==")
for c in "aA1é½Ⅷ漢가힣 \n\x00ß😀ǅ٣²֑\u0300\u200d€<(„\"_-\ud800\ue000\U0001f1e6ﬁＡ":
    print(
        ascii(c), unicodedata.name(c, None), unicodedata.category(c), unicodedata.bidirectional(c),
        unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c),
        unicodedata.decomposition(c), unicodedata.decimal(c, None), unicodedata.digit(c, None),
        unicodedata.numeric(c, None))

print("== names ==")
for name in ["LATIN SMALL LETTER A", "snowman", "HANGUL SYLLABLE GA", "CJK UNIFIED IDEOGRAPH-4E00", "no such thing"]:
    attempt(lambda: unicodedata.lookup(name))

print("== normal forms ==")
for text in [
        "é", "e\u0301", "ﬁ", "①²", "가", "가각힣", "Å", "a\u0328\u0301", "a\u0301\u0328", "ǅ", "ﷺ", "\u1e9b\u0323",
        "क़", "ñandú", "\u0344", "\ufb2c", "plain"]:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        print(form, ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))

print("== errors ==")
attempt(lambda: unicodedata.name("\n"))
attempt(lambda: unicodedata.decimal("a"))
attempt(lambda: unicodedata.digit("½"))
attempt(lambda: unicodedata.numeric("a"))
attempt(lambda: unicodedata.category(""))
attempt(lambda: unicodedata.category(5))
attempt(lambda: unicodedata.normalize("X", "a"))
attempt(lambda: unicodedata.normalize("NFC", 5))
