for value in (0.1, 1e-7, 123456.789, 1e22, -0.0, 2 / 3, float("inf")):
    print(repr(value), f"{value:.3f}", f"{value:10.2e}|", f"{value:<10.4g}|", "%8.2f" % value)
for n in (0, -1, 255, 10 ** 20):
    print(f"{n:>25,} {n:#x} {n:b}"[:60])
print("{:>10}|{:^10}|{:<10}|".format("right", "mid", "left"))
