# struct: packing and unpacking, orders of bytes, and what is refused
import struct

def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for f, v in [('<bBhHiIlLqQ', (-1, 255, -2, 65535, -3, 2 ** 32 - 1, -4, 5, -6, 2 ** 64 - 1)), ('>hil', (1, 2, 3)), ('bhbi', (1, 2, 3, 4)), ('=bhbi', (1, 2, 3, 4)), ('3s5pc?', (b'ab', b'xyz', b'q', 1)), ('2x3h', (1, 2, 3)), ('<efd', (1.5, 3.14, -2.5e-310)), ('>f', (float('inf'),)), ('<e', (65504.0,)), ('<e', (6e-08,)), ('bq', (1, 2)), ('0s', (b'',)), ('nNP', (1, 2, 3))]:
    b = struct.pack(f, *v)
    print(f, b, struct.calcsize(f), struct.unpack(f, b))
for f, v in [('b', (200,)), ('B', (-1,)), ('h', (40000,)), ('H', (70000,)), ('i', (2 ** 31,)), ('I', (-1,)), ('<h', (40000,)), ('<i', (2 ** 31,)), ('l', (2 ** 63,)), ('<q', (2 ** 63,)), ('q', (2 ** 63,)), ('Q', (-1,)), ('i', ('a',)), ('i', (1.0,)), ('f', ('a',)), ('f', (1e+300,)), ('e', (1000000.0,)), ('c', (b'ab',)), ('s', ('a',)), ('p', (1,)), ('i', ()), ('i', (1, 2)), ('z', ()), ('3', ()), ('<n', (1,))]:
    t(lambda: struct.pack(f, *v))
t(lambda: struct.unpack('i', b'abc'))
t(lambda: struct.unpack_from('i', b'abc', 1))
t(lambda: struct.unpack_from('h', b'abcd', -2))
t(lambda: struct.unpack_from('h', b'abcd', -9))
t(lambda: struct.unpack_from('i', b'abcd', -2))
print(list(struct.iter_unpack('<h', b'abcd')))
t(lambda: list(struct.iter_unpack('<h', b'abc')))
t(lambda: struct.unpack('i', 'abc'))
s = struct.Struct('<2h')
print(s.size, s.format, s.pack(1, 2), s.unpack(b'abcd'))
t(lambda: s.pack(1))
print(struct.unpack('<d', struct.pack('<d', 0.1)), struct.unpack('<f', struct.pack('<f', 0.1)), struct.error)
