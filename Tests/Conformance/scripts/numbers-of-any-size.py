# Integers that no machine word holds, and how numbers are read.

print("-- bigint")
a = 10 ** 50
b = 7 ** 60
print(a * b, a // b, a % b, -a // b, -a % b, a - b, b - a, a & b, a | -b, a ^ b, ~a)
print(a << 70, a >> 70, -a >> 3, hash(a), hash(-a), hash(2**61 - 1), hash(2**61), a == 1e50, float(a), a / b, int(1e50))
print(hex(a), oct(b), bin(2**70), f'{a:,}', f'{a:_x}', '%x' % a, '%o' % b, '%#X' % a, f'{a:e}', f'{a:.3f}')
print(a.bit_length(), (a - 1).bit_count(), a.to_bytes(30, 'big'), int.from_bytes(a.to_bytes(30, 'big'), 'big') == a)
print(pow(3, 1000, a), pow(a, 3), pow(a, -1, 7), divmod(-b, a), abs(-a), round(a, -45), int(str(a)) == a, a > 1e49, a < float('inf'))
import math
print(math.gcd(a, 2**40), math.isqrt(a), math.factorial(30), math.lcm(a, 6))
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
try:
    10 ** 400 / 3
except OverflowError as e:
    print(e)
print(10 ** 400 // 10 ** 399, 10**400 / 10**399, (10**400) % 7)
x = 1
for i in range(1, 200): x *= i
print(x)
try:
    int('9' * 5000)
except ValueError as e:
    print(e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)

print("-- int parse")
for s in ['0', ' 12 ', '-5', '+7', '0x1f', '0b101', '0o17', '1_000', '_1', '1_', '1__0', '', ' ', '12a', '\n3\t', '- 5', '--5', '0_0', '٣', '1e3', '0x', 'ab']:
    for base in (10, 0, 16, 2, 36):
        try:
            print(repr(s), base, int(s, base))
        except ValueError as e:
            print(repr(s), base, 'ValueError', e)
for b in (1, 37, -1, 2**70):
    try:
        print(int('1', b))
    except Exception as e:
        print(type(e).__name__, e)
for args in [(None,), ([],), (1, 2), (1.5, 10), (float('nan'),), (float('inf'),), ('1', 'a'), (b'12',), (bytearray(b'13'), 8), (b'\xff',), ({},), (1j,)]:
    try:
        print(int(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(int(), int(3.99), int(-3.99), int(True), int(1e20), int('9' * 40))
try:
    int(x=3)
except TypeError as e:
    print(e)
try:
    int(base=3)
except TypeError as e:
    print(e)
