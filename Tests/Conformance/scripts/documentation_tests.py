"""doctest: examples that are right, and examples that are wrong.

>>> 1 + 1
2
>>> square(3)
9
"""

import doctest


def square(x):
    r"""Squares.

    >>> square(2)
    4
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> square('a')
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> print('a\n\nb')
    a
    <BLANKLINE>
    b
    >>> [1,   2]  # doctest: +NORMALIZE_WHITESPACE
    [1,
     2]
    >>> list(range(20))  # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> 1 / 0  # doctest: +SKIP
    """
    return x * x


class Counter:
    """
    >>> Counter().five()
    5
    """

    def five(self):
        """
        >>> Counter().five() + 1
        6
        """
        return 5


WRONG = """
>>> 1 + 1
3
>>> print('x')
>>> 5
"""

print(doctest.testmod())
parser = doctest.DocTestParser()
print([(e.source, e.want, e.lineno) for e in parser.get_examples(">>> 1\n1\n\ntext\n\n>>> if x:\n...     y\n")])
runner = doctest.DocTestRunner()
print(runner.run(parser.get_doctest(WRONG, {}, "wrong", None, None)))
print(runner.summarize())
doctest.run_docstring_examples(square, globals())
