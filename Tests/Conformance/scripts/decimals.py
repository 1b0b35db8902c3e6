"""decimal: exact and rounded arithmetic, contexts, signals, formats and functions."""
from decimal import *

D = Decimal


def show(*sources):
    for source in sources:
        try:
            print(source, "->", repr(eval(source)))
        except Exception as error:
            print(source, "!!", type(error).__name__, error)


a, b = D("3.14"), D("-2.5")
show("D('1_000.5')", "D('abc')", "D(0.1)", "D((0, (1, 2, 3), -2))", "D((0, (1, 2)))", "D(None)", "D('snan12')", "D('-0')")
show("a + b", "a * b", "a / b", "a // b", "a % b", "divmod(a, b)", "a ** 2", "a ** -2", "D(2) ** D('0.5')")
show("a + 1.5", "a < 1.5", "a == 3.14", "D(1) / 3", "D(1) / 0", "D(0) / 0", "D(5) % 0", "D('inf') - D('inf')", "a < 'x'")
show("D('9' * 28) + 1", "D('1.1') + D('2.2')", "sum([D('0.1')] * 10)", "max(a, b)", "hash(D('0.5')) == hash(0.5)", "D('snan') == 1")
show("int(b)", "round(D('2.675'), 2)", "round(D('2.5'))", "a.as_tuple()", "a.as_integer_ratio()", "D('1e10').adjusted()", "int(D('inf'))")
show("str(D('1.5E+10'))", "D('12345e3').to_eng_string()", "str(D('0E-10'))", "D('0.0000001')")
for rounding in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(rounding, [str(D(text).quantize(D("0.1"), rounding=rounding)) for text in ("1.25", "-1.35", "1.01", "1.06", "10.55")])
show("D('1e30').quantize(D(1))", "a.quantize(1, 'foo')", "D('1200').normalize()", "a.fma(2, 3)", "a.compare(b)", "a.next_plus()")
show("D('101').logical_xor(D('110'))", "D(10).remainder_near(4)", "a.number_class()", "a.scaleb(3)", "D('123').rotate(1)", "a.logb()")
for text in ["2", "0.25", "10", "1.44", "123.456"]:
    print(text, D(text).sqrt(), D(text).exp(), D(text).ln(), D(text).log10(), D(text) ** D("7.89"))
for spec in [".2f", "+.1f", "e", ".3g", "%", ",.2f", "*^12.1f", "012,.2f", "x"]:
    try:
        print(spec, [format(D(text), spec) for text in ("1234.5678", "-0.000012345", "1e10", "inf")])
    except ValueError as error:
        print(spec, error)
print(getcontext())
with localcontext() as context:
    context.prec = 6
    context.traps[DivisionByZero] = False
    print(D(1) / 7, +D("1.23456789"), D(1) / 0, context.flags[DivisionByZero], context)
with localcontext(prec=3, rounding=ROUND_UP, Emax=9, Emin=-9):
    show("D(2) / 3", "D('9.99e9') * 10", "D('1.23e-9') / 100")
with localcontext() as context:
    context.traps[Inexact] = True
    show("D(1) / 3", "D(1) / 4")
print(Context(prec=5).divide(1, 3), Context(prec=5).create_decimal("1.23456789"), InvalidOperation.__mro__[1].__name__)
