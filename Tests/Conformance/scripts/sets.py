"""set and frozenset: methods, algebra, order of small ints, words of errors"""


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
a.add(4) ;; a.add([]) ;; a.add() ;; a.remove(1) ;; a.remove(9) ;; a.remove([]) ;; a.discard(9) ;; a.discard(1)
a.discard([]) ;; r=a.pop() ;; r=set().pop() ;; a.clear() ;; r=a.copy() ;; a.update([4],[5]) ;; a.update()
a.update(1) ;; a.update([[]]) ;; a.intersection_update([1]) ;; a.difference_update([1],[2])
a.symmetric_difference_update([1,9]) ;; r=a.union([4],(5,)) ;; r=a.union() ;; r=a.union(1)
r=a.intersection([1,2],[2]) ;; r=a.intersection() ;; r=a.difference([1]) ;; r=a.difference()
r=a.symmetric_difference([1,9]) ;; r=a.symmetric_difference() ;; r=a.issubset([1,2,3,4]) ;; r=a.issubset(1)
r=a.issuperset([1]) ;; r=a.isdisjoint([4]) ;; r=a.isdisjoint(1) ;; r=a|{4} ;; r=a|[4] ;; r=a&{1} ;; r=a&[1]
r=a-{1} ;; r=a-[1] ;; r=a^{1,9} ;; r=a^[1] ;; r=[1]|a ;; a|={4} ;; a|=[4] ;; a&={1} ;; a-={1} ;; a^={1,9}
a-=[1] ;; a^=a ;; a-=a ;; a&=a ;; r=a=={1,2,3} ;; r=a==frozenset([1,2,3]) ;; r=a==[1,2,3] ;; r=a!={1}
r=a<{1,2,3,4} ;; r=a<=a ;; r=a<a ;; r=a>{1} ;; r=a>=[1] ;; r=a<1 ;; r=1 in a ;; r="a" in a ;; r=[] in a
r={1} in {frozenset([1])} ;; r=len(a) ;; r=bool(a),bool(set()) ;; r=hash(a)==hash(frozenset([3,2,1])) ;; r=set()
r=set(1) ;; r=set("aab")=={"a","b"} ;; r=set([[]]) ;; r=set(a,a) ;; r=set(x=1) ;; r=frozenset(x=1)
r=frozenset() ;; r=frozenset([1,2]) ;; r=frozenset(a) ;; r={a} ;; r=a[0] ;; r=a+a ;; r=a*2 ;; r=-a ;; r=a()
a.foo=1 ;; r=a.foo ;; r=iter(a).__length_hint__() ;; r=sorted(a) ;; r=max(a),min(a),sum(a) ;; r=list(a)
for q in a: a.add(q+10) ;; for q in a: a.remove(q) ;; i=iter(a);next(i);a.clear();r=next(i,"end") ;; r={*a,*[7]}
r={[]} ;; r={1,1.0,True} ;; r={{}} ;; r=a.__or__(1) ;; r=a.__and__({1}) ;; r=a.__sub__([1]) ;; r=a.__ror__({5})
r=a.__rsub__({5,1}) ;; r=a.__eq__(1) ;; r=a.__lt__(1) ;; r=a.__contains__(1) ;; r=a.__len__() ;; r=set.add(1,2)
r=set.union({1},[2]) ;; r=frozenset.union(frozenset(),[2]) ;; r=set.union([1],[2]) ;; r=set[int]
r=type(a|set()) ;; r=type(set()|a) ;; r=type(frozenset()|a)
r=repr(set()),repr(frozenset()),repr({1}),repr(frozenset([1])) ;; r={frozenset([1]),frozenset([1])}
b={1,2};a.add(b) ;; a.remove({1}) ;; r={1} in a ;; a.discard({1}) ;; r=a.isdisjoint(a) ;; r=set(range(20))
r={10,5,100,3,64,33} ;; r={-1,-2,-3} ;; r={0,8,16,24,1} ;; r=set(range(100,0,-7)) ;; r={i*i for i in range(12)}
r=set([1000,2000,3000,4,5]) ;; r={2**61-1,2**61,0,5} ;; r={1.5,2,3.0}=={2,3,1.5}
s=set(range(50));s-=set(range(3,48));r=s ;; s=set(range(10));s.discard(0);s.add(100);r=s
s={1,2,3};s.add(70);s.add(6);r=s ;; r=set(range(8))|set(range(100,104)) ;; r={5,1,9}&{9,5} ;; r={30,20,10}-{20}
r={30,20,10}^{20,40} ;; r=set([5,3,1]).union([2,4]) ;; r=set((100,50,25)).copy()
s={1,2,3,4,5};r=[s.pop(),s.pop()] ;; r=frozenset([33,1,65]) ;; r={True,False} ;; r={False,True,2} ;; r={3,1,2}
r={None} ;; r={i for i in range(300,310)} ;; r=list({7,14,21,28,35,42})
s=set(range(1000));[s.discard(i) for i in range(5,1000)];r=s ;; r=set([-5,-4,-3,3,4,5])
r={2**31,2**32,2**33,1} ;; r={2**64,1,2**65} ;; r={99,98,97}|{1,2,3} ;; s={4,3};s|={2,1};r=s
s={40,30};s.update([20,10]);r=s ;; s={i for i in range(30)};s&={25,3,17};r=s ;; r=set(range(5,0,-1))
r=set([1,33,65,97,2,34]) ;; r={1.0,33,65.0} ;; r=set.intersection({1,2},{2},{2,3}) ;; r={1,2}.__rand__({2})
r={1,2}.__ixor__({2}) ;; r={1,2}.__iand__([2])
''',
    lambda: set([1, 2, 3]),
)

show(
    r'''
a.add(4) ;; a.add([]) ;; a.add() ;; a.remove(1) ;; a.remove(9) ;; a.remove([]) ;; a.discard(9) ;; a.discard(1)
a.discard([]) ;; r=a.pop() ;; r=set().pop() ;; a.clear() ;; r=a.copy() ;; a.update([4],[5]) ;; a.update()
a.update(1) ;; a.update([[]]) ;; a.intersection_update([1]) ;; a.difference_update([1],[2])
a.symmetric_difference_update([1,9]) ;; r=a.union([4],(5,)) ;; r=a.union() ;; r=a.union(1)
r=a.intersection([1,2],[2]) ;; r=a.intersection() ;; r=a.difference([1]) ;; r=a.difference()
r=a.symmetric_difference([1,9]) ;; r=a.symmetric_difference() ;; r=a.issubset([1,2,3,4]) ;; r=a.issubset(1)
r=a.issuperset([1]) ;; r=a.isdisjoint([4]) ;; r=a.isdisjoint(1) ;; r=a|{4} ;; r=a|[4] ;; r=a&{1} ;; r=a&[1]
r=a-{1} ;; r=a-[1] ;; r=a^{1,9} ;; r=a^[1] ;; r=[1]|a ;; a|={4} ;; a|=[4] ;; a&={1} ;; a-={1} ;; a^={1,9}
a-=[1] ;; a^=a ;; a-=a ;; a&=a ;; r=a=={1,2,3} ;; r=a==frozenset([1,2,3]) ;; r=a==[1,2,3] ;; r=a!={1}
r=a<{1,2,3,4} ;; r=a<=a ;; r=a<a ;; r=a>{1} ;; r=a>=[1] ;; r=a<1 ;; r=1 in a ;; r="a" in a ;; r=[] in a
r={1} in {frozenset([1])} ;; r=len(a) ;; r=bool(a),bool(set()) ;; r=hash(a)==hash(frozenset([3,2,1])) ;; r=set()
r=set(1) ;; r=set("aab")=={"a","b"} ;; r=set([[]]) ;; r=set(a,a) ;; r=set(x=1) ;; r=frozenset(x=1)
r=frozenset() ;; r=frozenset([1,2]) ;; r=frozenset(a) ;; r={a} ;; r=a[0] ;; r=a+a ;; r=a*2 ;; r=-a ;; r=a()
a.foo=1 ;; r=a.foo ;; r=iter(a).__length_hint__() ;; r=sorted(a) ;; r=max(a),min(a),sum(a) ;; r=list(a)
for q in a: a.add(q+10) ;; for q in a: a.remove(q) ;; i=iter(a);next(i);a.clear();r=next(i,"end") ;; r={*a,*[7]}
r={[]} ;; r={1,1.0,True} ;; r={{}} ;; r=a.__or__(1) ;; r=a.__and__({1}) ;; r=a.__sub__([1]) ;; r=a.__ror__({5})
r=a.__rsub__({5,1}) ;; r=a.__eq__(1) ;; r=a.__lt__(1) ;; r=a.__contains__(1) ;; r=a.__len__() ;; r=set.add(1,2)
r=set.union({1},[2]) ;; r=frozenset.union(frozenset(),[2]) ;; r=set.union([1],[2]) ;; r=set[int]
r=type(a|set()) ;; r=type(set()|a) ;; r=type(frozenset()|a)
r=repr(set()),repr(frozenset()),repr({1}),repr(frozenset([1])) ;; r={frozenset([1]),frozenset([1])}
b={1,2};a.add(b) ;; a.remove({1}) ;; r={1} in a ;; a.discard({1}) ;; r=a.isdisjoint(a) ;; r=set(range(20))
r={10,5,100,3,64,33} ;; r={-1,-2,-3} ;; r={0,8,16,24,1} ;; r=set(range(100,0,-7)) ;; r={i*i for i in range(12)}
r=set([1000,2000,3000,4,5]) ;; r={2**61-1,2**61,0,5} ;; r={1.5,2,3.0}=={2,3,1.5}
s=set(range(50));s-=set(range(3,48));r=s ;; s=set(range(10));s.discard(0);s.add(100);r=s
s={1,2,3};s.add(70);s.add(6);r=s ;; r=set(range(8))|set(range(100,104)) ;; r={5,1,9}&{9,5} ;; r={30,20,10}-{20}
r={30,20,10}^{20,40} ;; r=set([5,3,1]).union([2,4]) ;; r=set((100,50,25)).copy()
s={1,2,3,4,5};r=[s.pop(),s.pop()] ;; r=frozenset([33,1,65]) ;; r={True,False} ;; r={False,True,2} ;; r={3,1,2}
r={None} ;; r={i for i in range(300,310)} ;; r=list({7,14,21,28,35,42})
s=set(range(1000));[s.discard(i) for i in range(5,1000)];r=s ;; r=set([-5,-4,-3,3,4,5])
r={2**31,2**32,2**33,1} ;; r={2**64,1,2**65} ;; r={99,98,97}|{1,2,3} ;; s={4,3};s|={2,1};r=s
s={40,30};s.update([20,10]);r=s ;; s={i for i in range(30)};s&={25,3,17};r=s ;; r=set(range(5,0,-1))
r=set([1,33,65,97,2,34]) ;; r={1.0,33,65.0} ;; r=set.intersection({1,2},{2},{2,3}) ;; r={1,2}.__rand__({2})
r={1,2}.__ixor__({2}) ;; r={1,2}.__iand__([2])
''',
    lambda: frozenset([1, 2, 3]),
)
