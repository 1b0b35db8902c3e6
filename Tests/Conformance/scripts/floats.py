"""float: from text, operators, hexadecimal and special values"""


def show(lines, **names):
    for text in lines.strip().replace("\n", " ;; ").split(" ;; "):
        try:
            print(text, "->", ascii(eval(text, dict(names))))
        except Exception as error:
            print(text, "->", type(error).__name__, ascii(str(error)))


show(
    r'''
float("1.5") ;; float(" 1.5 ") ;; float("1e5") ;; float("1E-5") ;; float(".5") ;; float("5.") ;; float(".")
float("") ;; float("e5") ;; float("1e") ;; float("inf") ;; float("-Infinity") ;; float("+INF") ;; float("nan")
float("-nan") ;; float("1_000.5") ;; float("1__0") ;; float("1_") ;; float("_1") ;; float("1e1_0")
float("1._5") ;; float("0x10") ;; float("abc") ;; float("1.5.5") ;; float("1,5") ;; float("١.٥")
float(b"1.5") ;; float(b"x") ;; float(None) ;; float([]) ;; float(1j) ;; float(10**400) ;; float(10**308)
float("1e400") ;; float("-1e400") ;; float("1e-400") ;; float(True) ;; float(x=1) ;; float(1,2)
float("1"*400) ;; float("infinit") ;; float("1 5") ;; float("\x00") ;; float("1\x00") ;; float("１．５")
float("--1") ;; float("+-1") ;; float("9007199254740993") ;; float("0.1e-1000000000000")
float("1e99999999999999999999")
'''
)

show(
    r'''
%f ;; %.0f ;; %.3f ;; %e ;; %.2E ;; %g ;; %.3g ;; %#g ;; %G ;; %10.2f| ;; %-10.2f| ;; %+f ;; % f ;; %010.2f
%d ;; %i ;; %x ;; %s ;; %r ;; %5s| ;; %.3s ;; %c ;; %a ;; %#.0f ;; %+010.3e ;; %F ;; %u ;; %o
'''
)
