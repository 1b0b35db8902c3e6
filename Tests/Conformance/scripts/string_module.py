"""Templates, formatters and the constants of string."""
import string
from string import Template
t=Template('$who likes ${what} $$5')
print(t.substitute(who='tim',what='kung pao'), t.substitute({'who':'a','what':1},what=2), t.safe_substitute(who='x'), t.template, t.is_valid(), t.get_identifiers())
for s in ['$who $','$','${','a\nb $1','${a-b}','$Who $whO']:
    try: print(Template(s).substitute(who=1,Who=2,whO=3))
    except Exception as e: print(type(e).__name__,e)
    print(Template(s).safe_substitute(who=1), Template(s).is_valid())
try: t.substitute(who=1)
except KeyError as e: print(repr(e))
class P(Template):
    delimiter='%'
    idpattern='[a-z]+_[a-z]+'
print(P('%with_underscore %nounder %%').safe_substitute(with_underscore='r'))
f=string.Formatter()
print(f.format('{} {1!r:>5} {a.real} {b[0]} {b[k]!s}' if 0 else '{0} {1!r:>5} {a.real} {b[0]} {c[k]!s}',1,'x',a=3,b=[4],c={'k':5}), f.format('{:{w}.{p}f}',3.14159,w=10,p=2), f.format('{{}} {}',1), f.vformat('{x}',(),{'x':1}))
print(list(f.parse('a{b!r:c}d{{e}}{f:{g}}')), list(f.parse('')), f.get_field('0.real',[3],{}))
for s,a in [('{',()),('}',()),('{0}',()),('{a}',()),('{0}{}',(1,2)),('{}{0}',(1,2)),('{!x}',(1,)),('{:d}',('a',))]:
    try: print(f.format(s,*a))
    except Exception as e: print(type(e).__name__,e)
class U(string.Formatter):
    def get_value(self,k,a,kw): return kw.get(k,'<'+str(k)+'>') if isinstance(k,str) else super().get_value(k,a,kw)
    def check_unused_args(self, used, a, k): print(sorted(map(str,used)))
print(U().format('{x} {y} {0}',1,y=2))
print(string.capwords('hello  world-x y'), string.capwords('a,b,c',','), string.printable.__len__(), string.punctuation, repr(string.whitespace), string.hexdigits)
