"""The one locale there is: C."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


def setlocale(category, locale=None):
    """The name of the locale; refuses any but that of C."""
    if locale is None or locale in ("", "C", "POSIX", ("C", None)):
        return "C"
    if locale in ("C.UTF-8", ("C", "UTF-8")):
        return "C.UTF-8"
    raise Error("unsupported locale setting")


def getlocale(category=LC_CTYPE):
    return None, None


def getdefaultlocale(envvars=()):
    return None, None


def getpreferredencoding(do_setlocale=True):
    """The encoding of text files, unless they say another."""
    return "UTF-8"


def getencoding():
    return "UTF-8"


def resetlocale(category=LC_ALL):
    pass


def normalize(localename):
    return localename


def localeconv():
    """How numbers are written."""
    texts = (
        "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign",
        "negative_sign", "thousands_sep")
    counts = (
        "int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
        "p_sign_posn", "n_sign_posn")
    found = {name: "" for name in texts} | {name: CHAR_MAX for name in counts}
    return found | {"decimal_point": ".", "grouping": [], "mon_grouping": []}


def strcoll(a, b, /):
    """Compares two strings."""
    return (a > b) - (a < b)


def strxfrm(string, /):
    """A text that compares as the string does."""
    return string


def format_string(f, val, grouping=False, monetary=False):
    """Formats a string in the same way that the % formatting would use."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """The number as text; there is one locale only."""
    return "%.12g" % val


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string
