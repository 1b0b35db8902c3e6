"""int: from text, bytes, operators, rounding and the limit on digits"""


def show(lines, **names):
    for text in lines.strip().replace("\n", " ;; ").split(" ;; "):
        try:
            print(text, "->", ascii(eval(text, dict(names))))
        except Exception as error:
            print(text, "->", type(error).__name__, ascii(str(error)))


show(
    r'''
int("12") ;; int("  12\n") ;; int("-12") ;; int("+12") ;; int("1_000") ;; int("1__0") ;; int("_1") ;; int("1_")
int("") ;; int(" ") ;; int("a") ;; int("0x1f",16) ;; int("0x1f",0) ;; int("0b101",0) ;; int("0o17",0)
int("017",0) ;; int("0",0) ;; int("00",0) ;; int("z",36) ;; int("Z",36) ;; int("1",37) ;; int("1",1)
int("1",-1) ;; int("12",3) ;; int("10",2) ;; int("12",2) ;; int("0b12",2) ;; int("0b1",2) ;; int("- 1")
int("--1") ;; int("1.5") ;; int("1e5") ;; int("١٢") ;; int("１２") ;; int("0_0") ;; int("0x_f",16) ;; int("0x",16)
int(b"12") ;; int(b"1a") ;; int(b"\xff") ;; int(1.9) ;; int(-1.9) ;; int(float("inf")) ;; int(float("nan"))
int(None) ;; int([]) ;; int(1j) ;; int("1",None) ;; int("1","a") ;; int(1,2) ;; int(True) ;; int(x=1)
int("1",base=10) ;; int(base=10) ;; int(1.5,10) ;; int("9"*30) ;; int("1\x00") ;; int("é") ;; int("1"*5000)
int(bytearray(b'7')) ;; int("  ") ;; int("\u20039\u2003") ;; int("1 2") ;; int("+") ;; int("-0") ;; int("0b",0)
int("0B1",0) ;; int("0O7",0) ;; int("0X1F",0) ;; int("1L") ;; int("²")
'''
)

show(
    r'''
(5).to_bytes(2,"big") ;; (5).to_bytes(2,"little") ;; (500).to_bytes(1,"big") ;; (-1).to_bytes(2,"big")
(-1).to_bytes(2,"big",signed=True) ;; (-129).to_bytes(1,"big",signed=True) ;; (5).to_bytes() ;; (5).to_bytes(2)
(5).to_bytes(2,"x") ;; (5).to_bytes(-1,"big") ;; (0).to_bytes(0,"big") ;; (5).to_bytes("a","big")
(5).to_bytes(2,1) ;; (5).to_bytes(length=3,byteorder="little") ;; int.from_bytes(b"\x01\x00","big")
int.from_bytes(b"\x01\x00","little") ;; int.from_bytes(b"\xff","big",signed=True) ;; int.from_bytes([1,2],"big")
int.from_bytes([300],"big") ;; int.from_bytes("ab","big") ;; int.from_bytes(b"","big") ;; int.from_bytes(b"a")
int.from_bytes(b"a","x") ;; int.from_bytes(5,"big") ;; int.from_bytes(bytearray(b"\x01\x02"),"big")
(10**30).to_bytes(16,"big") ;; (5).bit_length() ;; (-5).bit_length() ;; (0).bit_length()
(2**100).bit_length() ;; (5).bit_count() ;; (-7).bit_count() ;; (2**100-1).bit_count() ;; (5).as_integer_ratio()
True.as_integer_ratio() ;; (5).conjugate() ;; (5).real ;; (5).imag ;; (5).numerator ;; (5).denominator
(True).real ;; (5).__index__() ;; (5).__trunc__() ;; (5).__floor__() ;; (5).__ceil__() ;; (5).__round__()
(15).__round__(-1) ;; (5).__int__() ;; (5).__float__() ;; (5).__bool__() ;; (5).__neg__() ;; (5).__pos__()
(-5).__abs__() ;; (5).__invert__() ;; (5).__add__(1) ;; (5).__add__(1.5) ;; (5).__add__("a") ;; (5).__radd__(1)
(5).__divmod__(3) ;; (5).__pow__(2) ;; (5).__pow__(2,3) ;; (5).__rpow__(2) ;; (5).__truediv__(2)
(5).__eq__(5.0) ;; (5).__eq__("a") ;; (5).__lt__(6) ;; (5).__lt__(6.0) ;; (5).__format__("x")
(5).__format__(1) ;; (5).__str__() ;; (5).__getnewargs__() ;; (5).__class__ ;; (5).foo ;; pow(2,-1) ;; pow(0,-1)
pow(2,10,1000) ;; pow(2,-1,7) ;; pow(2,-1,4) ;; pow(2,3,0) ;; pow(2,3,-5) ;; pow(-2,3,5) ;; pow(2,0,1)
pow(0,0) ;; pow(2.0,3,5) ;; pow(2,3.0,5) ;; pow(2,"a") ;; pow("a",2) ;; pow(2) ;; pow(2,3,"a")
pow(base=2,exp=3) ;; pow(2,exp=5,mod=7) ;; pow(0.0,-1) ;; pow(-8,1/3) ;; pow(-1,0.5) ;; pow(2,1000)>0 ;; 2**-2
0**-1 ;; (-2)**3 ;; (-2)**-3 ;; 2**0.5 ;; (-2)**0.5 ;; 0**0 ;; 0.0**0 ;; 10**400*1.0 ;; 2.0**10000
(-2.0)**10001 ;; 1e308*10 ;; 7//2 ;; -7//2 ;; 7//-2 ;; -7//-2 ;; 7%3 ;; -7%3 ;; 7%-3 ;; -7%-3 ;; divmod(7,3)
divmod(-7,3) ;; divmod(7,-3) ;; divmod(7,0) ;; divmod(7.5,2) ;; divmod(-7.5,2) ;; divmod(7,0.0) ;; divmod("a",1)
divmod(1,"a") ;; divmod(1j,1) ;; divmod(1) ;; 7/0 ;; 7//0 ;; 7%0 ;; 7.0/0 ;; 7.0//0 ;; 7.0%0 ;; 0/0.0 ;; 1<<3
1<<-1 ;; 1>>-1 ;; 1>>100 ;; -1>>100 ;; 1<<0 ;; 0<<10**30 ;; 1<<10**30 ;; 1>>10**30 ;; -5>>1 ;; 5&3 ;; -5&3
5|-3 ;; 5^-1 ;; ~5 ;; 5&1.0 ;; 5|"a" ;; True&True ;; True|False ;; True^True ;; True&1 ;; True+True ;; ~True
-True ;; 5 .real ;; 10**20//3 ;; -10**20//3 ;; 10**20%-7 ;; (10**20)/(10**10) ;; 10**400/10**399 ;; 10**400/3
1/10**400 ;; 10**400//1.0 ;; int(1e300)%7 ;; 2**64-1 ;; -2**63 ;; 2**63 ;; 9223372036854775807+1
-9223372036854775808-1 ;; 9223372036854775807*2 ;; -(-9223372036854775808) ;; abs(-9223372036854775808)
-9223372036854775808//-1 ;; -9223372036854775808%-1 ;; divmod(-9223372036854775808,-1) ;; 3 .__rsub__(10)
round(5) ;; round(15,-1) ;; round(25,-1) ;; round(-15,-1) ;; round(1234,-2) ;; round(1250,-2) ;; round(1350,-2)
round(5,2) ;; round(5,None) ;; round(5,"a") ;; round(5,1.5) ;; round(10**30+5,-1) ;; round(55,-2)
round(5,-10) ;; round(True) ;; round(2.5) ;; round(3.5) ;; round(-2.5) ;; round(2.675,2) ;; round(1.5,0)
round(1e300,-299) ;; round(1234.5678,-2) ;; round(float("inf")) ;; round(float("nan")) ;; round(float("inf"),2)
round(1.0,400) ;; round(1.0,-400) ;; round(5e-324,400) ;; round("a") ;; round() ;; round(1.5,ndigits=1)
round(number=1.5) ;; round(1j) ;; round(0.5) ;; round(-0.5) ;; round(-0.4,0) ;; round(1.005,2)
round(12345.678,10**10) ;; round(1.5,10**30) ;; round(1.5,None) ;; hex(255) ;; hex(-255) ;; hex(1.5) ;; oct(8)
oct("a") ;; bin(5) ;; bin(-5) ;; bin(True) ;; bin(2**70) ;; hex(None) ;; int() ;; bool() ;; bool(0) ;; bool("a")
bool([]) ;; bool(1,2) ;; bool(x=1) ;; True==1 ;; True<2 ;; str(True) ;; repr(False) ;; True.__and__(1)
True.__class__ ;; isinstance(True,int) ;; issubclass(bool,int) ;; bool.__mro__ ;; hash(True) ;; True.__str__()
True+1.5 ;; int(True) ;; float(True) ;; complex(True) ;; [1,2,3][True] ;; format(True) ;; format(True,"d")
format(True,"5") ;; format(True,">8") ;; f"{True:>8}" ;; "%d"%True ;; "%s"%True ;; True.bit_length()
sum([True,True]) ;; 1 < "a" ;; 1 < None ;; 1 == None ;; 1 != "a" ;; 1 < 1j ;; 1 == 1j ;; 1j==1+0j ;; 1.0 == 1
1 == 1.0000000000000001 ;; 2**53==2.0**53 ;; 2**53+1==2.0**53 ;; 2**53+1>2.0**53 ;; 10**400>1e308
10**400==float("inf") ;; 10**400<float("inf") ;; -10**400>float("-inf") ;; float("nan")==float("nan")
1<float("nan") ;; hash(2**61-1) ;; hash(2**61) ;; hash(-1) ;; hash(-2) ;; hash(10**20) ;; hash(-10**20)
hash(0.5) ;; hash(1.0) ;; hash(1e300) ;; hash(float("inf")) ;; hash(float("-inf")) ;; hash(-0.0) ;; hash(3.14)
hash(1j) ;; hash(1+2j) ;; hash(0.1+0.2j) ;; hash((1,2,3)) ;; hash(()) ;; hash((1,)) ;; hash((1,(2,3)))
hash((1.5,-1)) ;; hash((-1,-2)) ;; hash(range(5))==hash(range(0,5,1)) ;; hash(frozenset([1,2,3]))
hash(frozenset()) ;; hash([]) ;; hash({}) ;; hash(set()) ;; hash(slice(1)) ;; hash(bytearray())
hash(2.0**70)==hash(2**70) ;; hash(int)==hash(int) ;; 5 in range(10) ;; 1 if 1 else 2 ;; 5() ;; 5[0] ;; len(5)
iter(5) ;; 5+"a" ;; "a"+5 ;; 5*"a" ;; 5-[] ;; 5@3 ;; 5@[] ;; -"a" ;; +[] ;; ~1.5 ;; not 5 ;; 5+None ;; None+5
5 and 0 ;; 5<5.5<6 ;; (1).__rtruediv__(4) ;; 1_000_000 ;; 0xff_ff ;; 0b1_0 ;; 0o1_7 ;; int("9"*4300)>0
int("9"*4301) ;; str(10**4299)[:3] ;; str(10**4300) ;; len(str(10**4299)) ;; repr(10**5000) ;; f"{10**5000}"
"%d"%10**5000 ;; "%d"%(10**5000) ;; hex(10**5000)[:5] ;; format(10**5000,"x")[:5] ;; int("f"*5000,16)>0
10**5000==10**5000 ;; str(-10**4299)[:3] ;; int("1"*10000,8)>0 ;; int("-"+"1"*4301) ;; int("1_"*4300+"1")
'''
)
