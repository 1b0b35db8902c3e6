"""complex: from text and parts, operators"""


def show(lines, **names):
    for text in lines.strip().replace("\n", " ;; ").split(" ;; "):
        try:
            print(text, "->", ascii(eval(text, dict(names))))
        except Exception as error:
            print(text, "->", type(error).__name__, ascii(str(error)))


show(
    r'''
complex() ;; complex(1) ;; complex(1,2) ;; complex(1.5,-2.5) ;; complex("1+2j") ;; complex("1") ;; complex("j")
complex("-j") ;; complex("1j") ;; complex("+1j") ;; complex("1+j") ;; complex(" 1+2j ") ;; complex("(1+2j)")
complex(" ( 1+2j ) ") ;; complex("1 + 2j") ;; complex("1+2") ;; complex("a") ;; complex("")
complex("inf+nanj") ;; complex("nan") ;; complex("1e5-2e-5j") ;; complex("1_0+2j") ;; complex("1,2")
complex(1,"2") ;; complex("1",2) ;; complex("1","2") ;; complex(1j,2j) ;; complex(1j,1) ;; complex(None)
complex([]) ;; complex(1,None) ;; complex(real=1) ;; complex(imag=2) ;; complex(real=1,imag=2)
complex(real="1") ;; complex(foo=1) ;; complex(1,2,3) ;; complex(True) ;; complex(10**400)
complex(float("inf"),float("nan")) ;; complex(-0.0) ;; complex(0,-0.0) ;; complex(-0.0,-0.0) ;; complex(b"1")
complex("1+2J") ;; complex("infj") ;; complex("-infinity") ;; complex("1++2j") ;; complex("1j+2")
complex("0x1") ;; complex("(1+2j") ;; complex("1+2j)")
'''
)

show(
    r'''
1j+"a" ;; 1j<2j ;; 1j>1 ;; 1j//1 ;; 1j%1 ;; 1j.foo ;; 1j() ;; 1j[0] ;; len(1j) ;; ~1j ;; 1j&1 ;; 1j<<1 ;; -1j
2j.__add__(1) ;; 2j.__add__("a") ;; 2j.__eq__(2j) ;; 2j.__eq__("a") ;; 2j.__lt__(1) ;; 2j.__pow__(2)
2j.__pow__(2,3) ;; pow(1j,2) ;; pow(1j,2,3) ;; pow(2,1j) ;; 0j**0 ;; 0j**1 ;; 0j**-1 ;; 0j**1j ;; 0**1j
(1+0j)**1j ;; sum([1j,2]) ;; sum([1,2j,3.5]) ;; max(1j,2) ;; sorted([1j,2]) ;; complex.from_number
isinstance(1j,complex) ;; 1j==1j==1j ;; 1j in [1j] ;; {1j:1}[1j] ;; {1+0j:1}[1] ;; (1+2j)*(3-4j)
(1+2j)/(3-4j) ;; (1+2j)-(1+2j) ;; 1j*1j ;; 1j**2 ;; 1e400j ;; 10**400*1j ;; 1j*float("inf")
complex(1,2)==(1+2j) ;; complex(1j) ;; complex(1,2).real ;; (1+2j).real.is_integer() ;; 3 .__complex__
(3.5).__complex__ ;; complex(3,4).__abs__() ;; complex(3,4).__bool__() ;; str(1+1j) ;; repr(complex(0.1,1e100))
f"{1+2j}" ;; f"{1+2j:.1f}" ;; f"{1+2j!r:>10}" ;; "{:.2f}".format(1+2j) ;; "%s"%(1+2j) ;; complex("1e400")
'''
)
