# What try statements inside each other return, raise and leave behind.

print("-- cf try nested")
def log(f):
    try: r = f()
    except BaseException as e: r = (type(e).__name__, str(e), type(e.__context__).__name__, type(e.__cause__).__name__)
    print(f.__name__, r)
@log
def a():
    try:
        try: raise ValueError('a')
        except TypeError: return 'wrong'
    except ValueError as e: return 'right'
@log
def b():
    try:
        try: raise ValueError('b')
        finally: print('inner finally')
    except ValueError: return 'caught after finally'
@log
def c():
    try: raise ValueError('c1')
    except ValueError: raise TypeError('c2')
    finally: print('c fin')
@log
def d():
    try: raise ValueError('d1')
    except ValueError as e: raise TypeError('d2') from e
@log
def e():
    try:
        try: raise ValueError('1')
        except ValueError: raise TypeError('2')
    except TypeError: raise KeyError('3') from None
@log
def f():
    try: return 'try'
    except: return 'except'
    else: return 'else'
    finally: print('f fin')
@log
def g():
    try: raise ValueError
    except (TypeError, ValueError) as e: x = e
    try: e
    except NameError: return type(x).__name__
@log
def h():
    for i in range(3):
        try:
            if i == 0: continue
            if i == 1: raise ValueError
            return i
        except ValueError: print('ve', i)
        finally: print('fin', i)
@log
def i():
    try:
        raise ValueError('orig')
    except ValueError as e:
        try: raise KeyError('second')
        except KeyError: pass
        raise
@log
def j():
    class E(Exception): pass
    class F(E): pass
    try: raise F('f')
    except E as e: return type(e).__name__
@log
def k():
    try: raise Exception('x')
    except Exception as ex:
        ex = 5
    return 'k'
@log
def l():
    def inner():
        try: yield 1
        except ValueError: yield 'caught'
        finally: print('l fin')
    g = inner(); next(g); r = g.throw(ValueError); g.close(); return r
@log
def m():
    try: raise ValueError('m')
    finally: return 'swallowed'
@log
def n():
    while True:
        try: raise ValueError
        except ValueError: break
        finally: print('n fin')
    return 'n'
@log
def o():
    try:
        try: 1 / 0
        finally: 1 + 'a'
    except TypeError as e: return repr(e.__context__)
@log
def p():
    raise ValueError('p') from KeyError('cause')
@log
def q(): raise StopIteration('q')
@log
def r():
    try: raise KeyboardInterrupt
    except Exception: return 'no'
    except BaseException: return 'base'
@log
def s():
    try: pass
    except UndefinedName: pass
    return 'undefined not evaluated'
@log
def t():
    try: 1 / 0
    except UndefinedName: pass
@log
def u():
    x = []
    try: x.append(1)
    except: x.append(2)
    else: x.append(3)
    finally: x.append(4)
    return x
@log
def v():
    try: return (lambda: 1 / 0)()
    except ZeroDivisionError as e: return e.__traceback__.tb_next.tb_frame.f_code.co_name
