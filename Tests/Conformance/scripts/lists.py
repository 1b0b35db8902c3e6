"""list and tuple: methods, items, slices, operators, unpacking, words of errors"""


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
a.append(4) ;; a.append() ;; a.append(1,2) ;; a.extend([4]) ;; a.extend(1) ;; a.extend("ab") ;; a.extend(a)
a.extend() ;; a.insert(0,9) ;; a.insert(-1,9) ;; a.insert(100,9) ;; a.insert("a",9) ;; a.insert(1)
a.insert(1.0,2) ;; r=a.pop() ;; r=a.pop(0) ;; r=a.pop(-1) ;; r=a.pop(9) ;; r=a.pop("a") ;; r=[].pop()
r=a.pop(1,2) ;; r=a.pop(1.0) ;; a.remove(2) ;; a.remove(9) ;; a.remove() ;; r=a.index(2) ;; r=a.index(9)
r=a.index(2,2) ;; r=a.index(3,-1) ;; r=a.index(2,0,1) ;; r=a.index(1,"a") ;; r=a.index("x"*3) ;; r=a.count(1)
r=a.count() ;; a.reverse() ;; a.sort() ;; a.sort(reverse=True) ;; a.sort(key=lambda x:-x) ;; a.sort(key=1)
a.sort(key=None) ;; a.sort(foo=1) ;; a.sort(reverse="x") ;; a.sort(reverse=None) ;; a=[1,"a"];a.sort()
a=[None,1];a.sort() ;; a=[1j,2j];a.sort() ;; a.clear() ;; a.foo ;; a.foo=1 ;; del a.append ;; a() ;; a[0]=9
a[-1]=9 ;; a[5]=9 ;; a["a"]=9 ;; a[1.0]=9 ;; a[0:2]=[] ;; a[0:2]="xyz" ;; a[0:2]=5 ;; a[::2]=[7,8] ;; a[::2]=[7]
a[::2]=5 ;; a[::-1]=[7,8,9] ;; a[3:]=[4,5] ;; a[1:1]=[0,0] ;; a[:]=a ;; a[::2]=a ;; a[2:0]=[5] ;; a[10:20]=[5]
a[-100:1]=[5] ;; a[1:None]=[] ;; a["a":]=[] ;; a[::0]=[] ;; del a[0] ;; del a[-1] ;; del a[5] ;; del a["a"]
del a[:] ;; del a[::2] ;; del a[::-1] ;; del a[1:] ;; del a[5:] ;; del a[::0] ;; r=a[5] ;; r=a[-4] ;; r=a["a"]
r=a[None] ;; r=a[1.0] ;; r=a[1,2] ;; r=a[True] ;; r=a[10**30] ;; r=a[:10**30] ;; r=a[-10**30:] ;; r=a[::10**30]
r=a[::-10**30] ;; r=a[::-1] ;; r=a[::0] ;; r=a["a":] ;; r=a+[4] ;; r=a+(4,) ;; r=a+1 ;; r=(4,)+a ;; r="a"+a
r=a*2 ;; r=2*a ;; r=a*-1 ;; r=a*1.5 ;; r=a*"a" ;; r=a*a ;; r=a*10**30 ;; r=a*10**15 ;; a+=(4,5) ;; a+="xy"
a+=1 ;; a+={7:8} ;; a*=2 ;; a*=0 ;; a*=1.5 ;; a-=1 ;; a|=1 ;; r=-a ;; r=a<[1,2,4] ;; r=a<(1,) ;; r=a==(1,2,3)
r=a==[1,2,3] ;; r=a!=[1] ;; r=a<=a ;; r=[1,2]<[1,2,3] ;; r=[]<[1] ;; r=[1,"a"]<[1,2] ;; r=[1,"a"]<[2,2]
r=1 in a ;; r="a" in a ;; r=hash(a) ;; r={a:1} ;; r=len(a) ;; r=len() ;; r=len(1) ;; r=bool(a),bool([])
r=list() ;; r=list(1) ;; r=list(None) ;; r=list("ab") ;; r=list({1:2}) ;; r=list(a,a) ;; r=list(x=1)
r=list(iterable=a) ;; r=[*a,*a] ;; r=[*1] ;; b,c,d=a;r=b ;; b,c=a ;; b,c,d,e=a ;; b,*c=a;r=c ;; *b,c=[]
b,*c,d=[1] ;; b,c=1 ;; b,c=None ;; (b,c),d=a ;; [b,c]="ab";r=b ;; b,c="abc" ;; b,c={1,2,3} ;; b,c=iter([1])
b,c=(i for i in range(5)) ;; for b,c in [1]:pass ;; for b,c in [(1,2,3)]:pass ;; for b,c in ["a"]:pass
a.append(a);r=repr(a) ;; a[0]=a;r=a==a ;; r=iter(a).__length_hint__() ;; i=iter(a);next(i);r=i.__length_hint__()
r=next(iter([])) ;; i=iter([]);r=next(i,5) ;; r=next(a) ;; r=next() ;; r=next(iter(a),1,2)
r=reversed(a).__length_hint__() ;; r=list(reversed(a)) ;; r=reversed(1) ;; r=reversed({1})
r=list(reversed({1:2,3:4})) ;; r=reversed() ;; r=list.append(1,2) ;; r=list.__getitem__(a,0)
r=a.__getitem__("a") ;; r=a.__setitem__(0,5) ;; r=a.__delitem__(0) ;; r=a.__contains__(1) ;; r=a.__eq__([1])
r=a.__eq__(1) ;; r=a.__lt__([5]) ;; r=a.__lt__(1) ;; r=a.__iadd__([1]) ;; r=a.__add__(1) ;; r=a.__mul__(2)
r=a.__rmul__(2) ;; r=a.__imul__(2) ;; r=a.__init__([7]) ;; r=list[int] ;; r=list[int,str] ;; r=list[int]()
r=list[int]([1]) ;; r=isinstance([],list[int]) ;; r=list[int]==list[int]
r=list[int].__origin__,list[int].__args__ ;; r=list["a"] ;; r=list[...] ;; r=list[int][str] ;; r=type(list[int])
r=issubclass(list,list[int]) ;; r=dict[str,int] ;; r=tuple[int,...] ;; r=tuple[()] ;; r=list[list[int]]
r=type[int] ;; r=int[str] ;; r=str[int] ;; r=list.__class_getitem__(int) ;; r=set[int]|None
r=hash(list[int])==hash(list[int]) ;; r=list[int].append ;; r=[].__class__([1]) ;; r=sorted(a,reverse=True)
r=sorted("bca") ;; r=sorted(1) ;; r=sorted(a,key=lambda x:1/0) ;; r=sorted(["b","A"],key=str.lower)
r=sorted([3,1,2],key=lambda x:-x,reverse=True) ;; r=sorted([(1,"b"),(0,"c"),(1,"a")],key=lambda p:p[0])
r=sorted([(1,"b"),(0,"c"),(1,"a")],key=lambda p:p[0],reverse=True) ;; a.sort(key=lambda x:a.append(1))
a.sort(key=lambda x:len(a)) ;; a.sort(key=len) ;; r=[1,2,3].sort() ;; r=[[]]*2;r[0].append(1) ;; r=[0]*3;r[0]=1
r=[1,2,3][1:][0] ;; r=a.__class_getitem__(int) ;; r=[x for x in a if x>1] ;; r=a.__len__() ;; r=a.__repr__()
r=a.__str__() ;; a.sort(key=lambda x: "a" if x==1 else x) ;; r=min(a),max(a),sum(a)
r=[float("nan")]*2; r=r==r ;; r=[1,2]>[1] ;; r=[[1],[2]]<[[1],[3]] ;; r=[None]<[None] ;; r=[None]==[None]
r=[None]<[1]
''',
    lambda: [1, 2, 3],
)

show(
    r'''
a.append(4) ;; r=a.count(1) ;; r=a.index(2) ;; r=a.index(9) ;; r=a.index(2,2) ;; r=a.index() ;; a[0]=1
del a[0] ;; a.x=1 ;; r=a[5] ;; r=a["a"] ;; r=a[1.0] ;; r=a[10**30] ;; r=a[::-1] ;; r=a[::0] ;; r=a+(4,)
r=a+[4] ;; r=a+1 ;; r=a*2 ;; r=2*a ;; r=a*1.5 ;; r=a*-1 ;; r=a*10**15 ;; a+=(4,) ;; a+=[4] ;; a*=2
r=a<(1,2,4) ;; r=a<[1] ;; r=a==[1,2,3] ;; r=a==(1,2,3) ;; r=a<=a ;; r=hash(a) ;; r=hash((1,[2])) ;; r=tuple()
r=tuple(1) ;; r=tuple("ab") ;; r=tuple([1,2]) ;; r=tuple(a,a) ;; r=tuple(x=1) ;; r=(1,) ;; r=() ;; r=((),)
r=(1,(2,3),[4]) ;; r=1 in a ;; r=len(a) ;; r=bool(()),bool(a) ;; r=a.__add__(1) ;; r=a.__add__((1,))
r=a.__getnewargs__() ;; r=a.__eq__(1) ;; r=tuple[int] ;; r=max(a),min(a) ;; r=a() ;; r=-a ;; r=a-a
r=sorted(a,reverse=True) ;; b=([],);b[0]+=[1] ;; r=iter(a).__length_hint__() ;; r=list(reversed(a))
r=a.__class__ ;; r=tuple.__new__(tuple,[1]) ;; r=tuple.__new__(int,[1]) ;; r=tuple.count(1,2) ;; r=(1,"a")<(1,2)
r=(1,"a")==(1,2) ;; r=(1,2)+(3,)*2 ;; r="%s,%s"%(1,2) ;; r=a.index(3,-1) ;; r=a.index(3,0,-1)
r=a.index(3,None) ;; r=a.count() ;; r=a.__contains__(2) ;; b=(1,2,);r=b ;; r=(lambda *q:q)(*a)
''',
    lambda: (1, 2, 3),
)
