"""bytes and bytearray: what they share, and what a bytearray can change"""


def show(lines, make):
    for text in lines.strip().replace("\n", " ;; ").split(" ;; "):
        names = {"a": make()}
        try:
            exec(text, names)
            print(text, "->", ascii(names.get("a")), ascii(names.get("r", "-")))
        except Exception as error:
            print(text, "->", type(error).__name__, ascii(str(error)), ascii(names.get("a")))


show(
    r'''
a+b"x" ;; a+bytearray(b"y") ;; a+"x" ;; a+1 ;; "x"+a ;; 1+a ;; a*2 ;; 2*a ;; a*-1 ;; a*1.5 ;; a*"a"
a==b"Hello, World" ;; a==bytearray(b"Hello, World") ;; a<b"I" ;; a<"a" ;; a=="Hello, World" ;; a!=1 ;; 72 in a
b"ell" in a ;; "e" in a ;; 300 in a ;; 1.0 in a ;; a["a"] ;; a[100] ;; a[1.0] ;; a[None:2] ;; a[::0] ;; a["a":]
a%1 ;; b"%s %d"%(b"x",3) ;; hash(a)==hash(b"Hello, World") ;; bool(a) ;; +a ;; a-a ;; a|a ;; a()
memoryview(a)[0] ;; a[10**30] ;; a>=a ;; a>None ;; len(a) ;; repr(a) ;; iter(a).__length_hint__()
type(iter(a)).__name__ ;; max(a) ;; sorted(a)[:3] ;; a.maketrans(b"ab",b"xy")[97:99] ;; a.maketrans(b"a",b"xy")
a.maketrans("a",b"xy") ;; a.fromhex("0a 0B") ;; a.fromhex("0g") ;; a.fromhex("0") ;; a.fromhex(b"aa")
a.fromhex("0a\n0b") ;; a.fromhex(" 1 2") ;; [*a][:2] ;; a.__contains__(1) ;; isinstance(a, bytes) ;; a.__class__
b"%a|%s|%a|%r|%c|%c|%x|%5d|%-5d|%05.1f"%(b"q",bytearray(b"w"),"é",b"t",65,b"B",255,3,4,2.55) ;; b"%s"%"a"
b"%c"%"a" ;; b"%c"%300 ;; b"%d"%"a" ;; b"%(a)s"%{b"a":b"x"} ;; b"%(a)s"%{"a":b"x"} ;; b"%z"%1 ;; b"%s"
b"%s"%() ;; b"a"%1 ;; b"%%"%() ;; b"%i%u"%(1,2)
''',
    lambda: bytearray(b"abcde"),
)
