# os and os.path
import os, os.path
p = os.path

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(p.join('a', 'b', '/c', 'd'), p.join('a', ''))
print(p.split('/a/b/'), p.split('/'), p.splitext('.a.b'), p.splitext('x.tar.gz'), p.splitext('..a'), p.basename('a/b'), p.dirname('//a//b'))
for x in ['', '/', '//', '///a', 'a/../..', '/../a', './a//b/.', '//x/../y']:
    print(repr(p.normpath(x)))
print(p.relpath('/a/b/c', '/a/d'), p.relpath('a'), p.commonpath(['/a/b', '/a/c']), p.commonprefix(['abc', 'abd']))
t(lambda: p.commonpath(['a', '/b']))
t(lambda: p.commonpath([]))
t(lambda: p.relpath(''))
t(lambda: p.join('a', b'b'))
t(lambda: p.join(1))
t(lambda: p.join('a', 1))
t(lambda: os.listdir('gone'))
t(lambda: os.remove('gone'))
os.makedirs('tmp_d/e', exist_ok=True)
t(lambda: os.mkdir('tmp_d'))
t(lambda: os.rmdir('tmp_d'))
f = open('tmp_d/x', 'w')
f.write('hi')
f.close()
print(sorted(os.listdir('tmp_d')), p.getsize('tmp_d/x'), p.isdir('tmp_d'), p.isfile('tmp_d'), p.exists('tmp_d/x'))
print([(a, sorted(b), c) for a, b, c in os.walk('tmp_d')])
os.rename('tmp_d/x', 'tmp_d/y')
os.remove('tmp_d/y')
os.rmdir('tmp_d/e')
os.rmdir('tmp_d')
print(p.exists('tmp_d'))
print(os.sep, repr(os.linesep), os.name, os.getenv('NOPE_X', 'd'), os.fspath('a'))
t(lambda: os.fspath(1))

class P:

    def __fspath__(self):
        return 'q'
print(isinstance(P(), os.PathLike), p.join(P(), 'x'), os.fspath(P()))
