"""range and slice"""


def show(lines, **names):
    for text in lines.strip().replace("\n", " ;; ").split(" ;; "):
        try:
            print(text, "->", ascii(eval(text, dict(names))))
        except Exception as error:
            print(text, "->", type(error).__name__, ascii(str(error)))


show(
    r'''
range() ;; range(5) ;; range(1,5) ;; range(1,5,2) ;; range(5,1,-1) ;; range(1,5,0) ;; range("a") ;; range(1.0)
range(1,"a") ;; range(None) ;; range(1,2,3,4) ;; range(x=1) ;; range(5)[2] ;; range(5)[-1] ;; range(5)[5]
range(5)[-6] ;; range(5)["a"] ;; range(5)[1.0] ;; range(5)[1:3] ;; range(5)[::-1] ;; range(10)[2:8:3]
range(5)[::0] ;; range(0)[::2] ;; range(10**30) ;; len(range(10**30)) ;; range(10**30)[5] ;; range(10**30)[-1]
range(10**20,10**20+5)[2] ;; list(range(10**20,10**20+3)) ;; 5 in range(10) ;; 5.0 in range(10)
5.5 in range(10) ;; "a" in range(10) ;; 10**30 in range(10**31) ;; range(5)==range(0,5) ;; range(0)==range(2,1)
range(1,5,10)==range(1,2) ;; range(5)!=range(6) ;; range(5)<range(6) ;; range(5)==[0,1,2,3,4]
hash(range(5))==hash(range(0,5,1)) ;; range(5).count(2) ;; range(5).count(9) ;; range(5).count("a")
range(5).index(2) ;; range(5).index(9) ;; range(5).index("a") ;; range(5).index(2.0)
range(5).start,range(5).stop,range(5).step ;; range(5).x ;; repr(range(5)) ;; repr(range(0,5,2))
repr(range(0,5,1)) ;; str(range(1,2)) ;; bool(range(0)) ;; list(reversed(range(5)))
list(reversed(range(1,10,3))) ;; reversed(range(5)).__length_hint__() ;; iter(range(5)).__length_hint__()
range(5)+range(3) ;; range(5)*2 ;; max(range(5)) ;; max(range(0)) ;; sum(range(101))
sorted(range(3),reverse=True) ;; list(range(0,-5,-2)) ;; range(True) ;; range(3)[True] ;; range(-5)
list(range(5,0)) ;; range(2**63) ;; range(-2**63,2**63) ;; len(range(-2**63,2**63)) ;; range(2**63).index(2**62)
range(5).__len__() ;; range(5).__contains__(3) ;; range(5).__getitem__(1) ;; range(5).__eq__(1)
isinstance(range(5),range) ;; range(1)[0:1] ;; range(10)[5:2] ;; range(10)[10**30:] ;; range(0,10,3)[-1]
tuple(range(2)) ;; range(5).__bool__() ;; range(range(5)) ;; range(10)[slice(1,5)] ;; range(10).index(3,1)
[*range(3)] ;; range(4)[1:][1:] ;; range(5).__iter__().__next__() ;; type(iter(range(3)))
type(reversed(range(3))) ;; type(iter(range(2**70))) ;; range(3).__class__
'''
)

show(
    r'''
slice() ;; slice(1) ;; slice(1,2) ;; slice(1,2,3) ;; slice(1,2,3,4) ;; slice(None) ;; slice("a")
slice(1).start ;; slice(1).stop ;; slice(1,2,3).step ;; slice(1,2)==slice(1,2) ;; slice(1,2)==(1,2,None)
slice(1,2)<slice(1,3) ;; slice(1,2)<slice(1,2,3) ;; slice(1)<1 ;; slice(5).indices(3)
slice(None,None,-1).indices(3) ;; slice(-2,None).indices(5) ;; slice(1,10,2).indices(5) ;; slice(5).indices(-1)
slice(5).indices("a") ;; slice(5).indices() ;; slice("a").indices(5) ;; slice(1,2,0).indices(5)
slice(10**30).indices(5) ;; slice(5).indices(10**30) ;; slice(None,10**30).indices(10**31)
slice(1.5).indices(3) ;; repr(slice(1,"a")) ;; hash(slice(1)) ;; {slice(1):1} ;; slice(1).__eq__(slice(1))
slice(x=1) ;; slice(1)() ;; slice(1)[0] ;; [1,2,3][slice(1,None)] ;; "abc"[slice(None,None,-1)] ;; slice(1).foo
slice(1)!=slice(2) ;; type(slice(1)) ;; slice(-5,-1).indices(3) ;; slice(3,-1,-1).indices(5)
slice(None,None,-2).indices(6) ;; slice([1],[2])==slice([1],[2]) ;; slice(5,0,-1).indices(3)
'''
)
