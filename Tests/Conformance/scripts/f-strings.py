# f-strings
x = 3.14159; w = 10; name = "Bob"; d = {"a": 1}; n = 255
print(f"{x:.2f}|{x!r:>12}|{name!s:^10}|{name!a}|{x = }|{x=:.1f}|{name=!s}|{ d['a'] }|{n:#x}|{n:{w}}|{n:{'0'}{w}d}|{{}}|{{{n}}}")
print(f"{'nested ' + f'{n}'}", f"""{
    n
}""", f'{d["a"]}', f"{n!r:{w}}|", f"{(lambda: 1)()}")
print(f"{n:,}", f"{1_000_000:_}", f"{name:>{w}}", f"{x:{w}.{2}f}", f"{n = !r:>6}", rf"\n{n}", fr'\{n}', F"{n}")
print(f"{', '.join(str(i) for i in range(3))}", f"{n if n else 0}", f"{[1,2][0]}", f"{ {1,2} == {2,1} }", f"{n!=3}", f"{n==255}", f"{n>=1}")
