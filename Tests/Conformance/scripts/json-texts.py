# json: what is written and read, hooks, subclasses, and what is refused
import json, math

def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
d = {'b': [1, 2.5, None, True, {'x': 'é\n"\\\u2028😀'}], 'a': (), 'c': {}}
print(json.dumps(d))
print(json.dumps(d, indent=2))
print(json.dumps(d, sort_keys=True, separators=(',', ':'), ensure_ascii=False))
print(json.dumps(d, indent='\t'))
print(json.dumps([math.inf, -math.inf, math.nan, 1e+100, 10 ** 30]))
t(lambda: json.dumps(math.nan, allow_nan=False))
t(lambda: json.dumps({(1,): 2}))
print(json.dumps({(1,): 2, 'a': 1}, skipkeys=True))
print(json.dumps({1: 1, None: 2, True: 3, 1.5: 4}))
t(lambda: json.dumps({1}))
t(lambda: json.dumps(object))
print(json.dumps({1}, default=list))
a = []
a.append(a)
t(lambda: json.dumps(a))
print(json.loads(' {"a": [1, 2.0, -3e2, true, null, "\\u00e9\\ud83d\\ude00"], "b": NaN, "c": -Infinity} '))
for s in ['', '{', '[1,]', '{"a"}', '{"a":1,}', '"abc', '"\\x"', '1 2', 'nul', '[1 2]', "{'a':1}", '"\t"', '-', '01', '"\\u12"', '{"a" 1}', '[', '{"a":1 "b"']:
    t(lambda: json.loads(s))
try:
    json.loads('[1,\n x]')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, repr(e.doc), isinstance(e, ValueError))
t(lambda: json.loads(1))
print(json.loads(b'[1]'), json.loads('[1.5, 2]', parse_float=str, parse_int=float), json.loads('{"a":1,"b":2}', object_pairs_hook=list), json.loads('{"a":{"b":2}}', object_hook=lambda d: sorted(d)), json.loads('[NaN]', parse_constant=str))

class E(json.JSONEncoder):

    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)
print(json.dumps([1j], cls=E), E().encode({'a': 2j}), ''.join(json.JSONEncoder().iterencode([1, {'a': 2}])), E(indent=1).encode([1]))
t(lambda: json.dumps({1}, cls=E))

class D(json.JSONDecoder):

    def __init__(self, *a, **k):
        super().__init__(*a, object_hook=lambda d: ('H', d), **k)
print(json.loads('{"a":1}', cls=D), json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().decode(' [1] '))
import io
f = io.StringIO()
json.dump({'a': 1}, f)
print(f.getvalue())
f.seek(0)
print(json.load(f))
import enum

class C(enum.IntEnum):
    A = 1
print(json.dumps([C.A]), json.dumps({C.A: 1}), json.dumps('\x7f\x00/'))

class L(list):
    pass
print(json.dumps(L([1])), json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[]], indent=0))
print(json.dumps({'a': 1}, indent=2, separators=(',', ':')), json.JSONEncoder.item_separator, json.decoder.JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder)
