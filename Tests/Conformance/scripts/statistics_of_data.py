"""statistics and fractions: exact averages, spreads, relations, and the normal distribution."""
import random
import statistics
from fractions import Fraction as F
from statistics import NormalDist


def show(*sources):
    for source in sources:
        try:
            print(source, "->", repr(eval(source)))
        except Exception as error:
            print(source, "!!", type(error).__name__, error)


samples = {
    "ints": [1, 2, 3, 4], "floats": [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], "fractions": [F(1, 2), F(1, 3)], "empty": [],
    "one": [5], "tenths": [0.1] * 10, "mixed": [1, 2.5, 3], "far": [1e17, 1, -1e17], "words": ["a", "b", "b"],
}
names = ["mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high", "median_grouped", "mode",
         "multimode", "quantiles", "stdev", "pstdev", "variance", "pvariance"]
for label, data in samples.items():
    for name in names:
        show(f"statistics.{name}({data!r})")
show("statistics.fmean([1, 2, 3], [1, 1, 2])", "statistics.harmonic_mean([40, 60], weights=[5, 30])")
show("statistics.quantiles([1, 2, 3, 4, 5], n=4, method='inclusive')", "statistics.quantiles([1, 2], n=0)")
x, y = [1, 2, 3, 4], [2, 4, 6, 9]
show("statistics.covariance(x, y)", "statistics.correlation(x, y)", "statistics.linear_regression(x, y)")
show("statistics.linear_regression(x, y, proportional=True)", "statistics.correlation(x, [1, 1, 1, 1])")
n = NormalDist(100, 15)
show("n", "n.pdf(110)", "n.cdf(110)", "n.inv_cdf(0.25)", "n.quantiles()", "n.zscore(130)", "n + 3", "n * -2", "n.samples(2, seed=1)")
show("NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0))", "NormalDist.from_samples([1, 2, 3, 4.5])", "n.inv_cdf(0)", "NormalDist(1, -1)")

a, b = F(3, 4), F(-5, 6)
show("F(6, -4)", "F('1.25')", "F(' -3/4 ')", "F('1e3')", "F('abc')", "F(1, 0)", "F(0.1)", "F(1.5, 2)", "F(float('nan'))")
show("a + b", "a / b", "a // b", "divmod(a, b)", "b ** -3", "a ** 0.5", "2 ** a", "a + 0.5", "a / 0", "a + 'x'", "a < 'x'")
show("a == 0.75", "a < b", "hash(a) == hash(0.75)", "hash(F(1, 3))", "round(F(22, 7), 3)", "round(F(5, 2))", "int(F(-7, 2))", "str(F(3))")
show("F(3.141592653589793).limit_denominator(1000)", "F(4321, 8765).limit_denominator(100)", "a.limit_denominator(0)", "F.from_float('a')")
random.seed(3)
for count in (2, 5, 30):
    data = [random.gauss(0, 10 ** random.randint(-5, 5)) for _ in range(count)]
    print(statistics.stdev(data), statistics.pstdev(data), statistics.mean(data), statistics.median(data))
