"""cmath: every function, near its cuts and at infinity."""
import cmath
import math

names = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "phase", "polar",
         "sin", "sinh", "sqrt", "tan", "tanh", "isfinite", "isinf", "isnan"]
parts = [0.0, -0.0, 1.0, -2.5, math.inf, -math.inf, math.nan, 720.0]
for name in names:
    for real in parts:
        for imaginary in parts:
            try:
                print(name, real, imaginary, getattr(cmath, name)(complex(real, imaginary)))
            except (ValueError, OverflowError) as error:
                print(name, real, imaginary, type(error).__name__, error)
print(cmath.rect(2, math.pi / 3), cmath.rect(math.inf, 1), cmath.log(2j, 3 + 1j), cmath.infj, cmath.nanj, cmath.tau)
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1.05, abs_tol=0.1), cmath.isclose(math.inf, math.inf))
for argument in ("a", None, [1]):
    try:
        cmath.sqrt(argument)
    except TypeError as error:
        print(error)
