# shutil and tempfile
import os, shutil, tempfile
os.mkdir('made_dir')
f = open('made_dir/a', 'w')
f.write('x')
f.close()
print(shutil.copy('made_dir/a', 'made_dir/b'), shutil.copytree('made_dir', 'made_2'), sorted(os.listdir('made_2')))
try:
    shutil.copyfile('made_dir/a', 'made_dir/a')
except shutil.Error as e:
    print(type(e).__name__, e)
print(shutil.move('made_dir/b', 'made_2/c'), sorted(os.listdir('made_2')), shutil.which('nope-x'))
shutil.rmtree('made_dir')
shutil.rmtree('made_2')
print(os.path.exists('made_2'))
with tempfile.TemporaryDirectory() as d:
    print(os.path.isdir(d))
    f = open(os.path.join(d, 'q'), 'w')
    f.write('1')
    f.close()
    print(os.listdir(d))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile('w+', suffix='.txt') as f:
    f.write('hey')
    f.seek(0)
    print(f.read(), f.name.endswith('.txt'), os.path.exists(f.name))
print(os.path.exists(f.name), tempfile.gettempdir())
try:
    shutil.rmtree('gone')
except OSError as e:
    print(e)
