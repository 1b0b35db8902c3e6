"""dict: methods, views, merging, mutation while iterating, words of errors"""


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
r=a["x"] ;; r=a["zz"] ;; r=a[1] ;; r=a[[]] ;; r=a[{}] ;; r=a[(1,[])] ;; a[[]]=1 ;; del a[[]] ;; del a["zz"]
del a["x"] ;; a["n"]=1 ;; r=a.get("x") ;; r=a.get("zz") ;; r=a.get("zz",5) ;; r=a.get()
r=a.get("x",default=1) ;; r=a.get([]) ;; r=a.pop("x") ;; r=a.pop("zz") ;; r=a.pop("zz",5) ;; r=a.pop()
r=a.pop([]) ;; r=a.popitem() ;; r={}.popitem() ;; r=a.popitem(1) ;; r=a.setdefault("x",5)
r=a.setdefault("n",5) ;; r=a.setdefault("n") ;; r=a.setdefault() ;; r=a.setdefault([],1)
a.update({"x":9,"n":8}) ;; a.update([("n",1)]) ;; a.update(n=5) ;; a.update([("x",1,2)]) ;; a.update([1])
a.update(["ab","cd"]) ;; a.update(["abc"]) ;; a.update(5) ;; a.update(None) ;; a.update() ;; a.update({},{})
a.update([("a",1)],b=2) ;; a.update("ab") ;; a.update([[[],1]]) ;; a.update({1:2},x=3) ;; a.clear()
r=a.copy() ;; r=a.keys() ;; r=a.values() ;; r=a.items() ;; r=list(a) ;; r=len(a) ;; r=a=={"y":2,"x":1}
r=a!={"x":1} ;; r=a<{} ;; r=a=={} ;; r=a==[1] ;; r="x" in a ;; r=[] in a ;; r=1 in a ;; r=a|{"n":1}
r={"n":1,"x":5}|a ;; r=a|[("n",1)] ;; r=a|1 ;; r=1|a ;; a|={"n":1} ;; a|=[("n",1)] ;; a|=1 ;; a|=[1] ;; a|="ab"
r=a+a ;; r=a&a ;; r=-a ;; r=hash(a) ;; r={a:1} ;; r=a.foo ;; a.foo=1 ;; r=a() ;; r=dict() ;; r=dict(1)
r=dict([1]) ;; r=dict([(1,2)]) ;; r=dict([(1,2,3)]) ;; r=dict(x=1) ;; r=dict({"a":1},b=2)
r=dict([("a",1)],a=2) ;; r=dict({},{}) ;; r=dict("ab") ;; r=dict(["ab"]) ;; r=dict(None)
r=dict(zip("ab",[1,2])) ;; r=dict(a) ;; r=dict(**a) ;; r=dict(**{1:2}) ;; r=dict(self=1) ;; r=dict(iterable=1)
r={**a,"n":1} ;; r={**1} ;; r={**a,**a} ;; r=dict.fromkeys("ab") ;; r=dict.fromkeys([1,2],0)
r=dict.fromkeys(1) ;; r=dict.fromkeys([[]]) ;; r=a.fromkeys([1]) ;; r=list(reversed(a))
r=list(reversed(a.items())) ;; r=list(reversed(a.values())) ;; for k in a: a["q"+k]=1 ;; for k in a: del a[k]
for k in list(a): del a[k] ;; for k in a: a[k]=5 ;; for k,v in a.items(): a.pop(k) ;; i=iter(a);a["n"]=1;next(i)
i=iter(a);next(i);a.clear();next(i) ;; i=iter(a.values());next(i);next(i);a["n"]=1;r=next(i,5)
r=iter(a).__length_hint__() ;; i=iter(a);next(i);r=i.__length_hint__() ;; a["self"]=a;r=repr(a)
a["v"]=a.values();r=repr(a) ;; r=a.keys()&{"x","z"} ;; r=sorted(a.keys()-{"x"}) ;; r=sorted(a.keys()^{"x","q"})
r={"x"}&a.keys() ;; r=a.keys()=={"x","y"} ;; r=a.keys()<{"x","y","z"} ;; r=a.keys()>={"x"}
r=a.keys()==["x","y"] ;; r=a.keys()<["x"] ;; r=a.keys()&1 ;; r=a.keys().isdisjoint(["q"])
r=a.keys().isdisjoint(1) ;; r=a.items()&[("x",1)] ;; r=("x",1) in a.items() ;; r=("x",2) in a.items()
r="x" in a.items() ;; r=1 in a.values() ;; r=a.values()==a.values() ;; r=a.items()==a.items()
r=a.items()=={("x",1),("y",2)} ;; r=len(a.keys()),len(a.values()),len(a.items()) ;; r=a.keys()[0]
r=a.values()+1 ;; r=hash(a.keys()) ;; r=hash(a.values())!=0 ;; r=a.items().isdisjoint([]) ;; r=a.keys().mapping
r=type(a.keys().mapping) ;; r=type(a.keys()),type(a.values()),type(a.items()) ;; r=a.keys()-a.keys()
r=a.items()-a.items() ;; r=sorted(a.items()|{("z",3)}) ;; k=a.keys();a["z"]=1;r=k ;; k=a.items();a.clear();r=k
r={1:"a",1.0:"b",True:"c"} ;; r={1:1,True:2}[1.0] ;; r={float("nan"):1} ;; n=float("nan");r={n:1}[n]
r={"a":1}.__class__ ;; r=a.__getitem__("x") ;; r=a.__contains__("x") ;; r=a.__eq__(1) ;; r=a.__or__(1)
r=a.__or__({}) ;; r=a.__ror__({}) ;; r=a.__ior__({}) ;; r=a.__len__() ;; r=dict[str,int] ;; r=a.__delitem__("x")
r=a.__setitem__("x",2) ;; r=a.get("x",1,2) ;; r=dict.get(1,2) ;; r=dict.fromkeys("aab",[]) ;; r=min(a),max(a)
r=sorted(a,key=a.get,reverse=True) ;; r=sum(a.values()) ;; r={k:v for k,v in a.items() if v>1} ;; r={[]:1}
r={{}:1} ;; r={k:1 for k in [[]]} ;; a.setdefault("l",[]).append(1) ;; r=a.items().__class__.__name__
b,c=a;r=b,c ;; (b,c),*d=a.items();r=b,c,d ;; r=[*a] ;; r=(lambda **k:k)(**a) ;; r=(lambda x:x)(**a)
r=(lambda **k:k)(**{1:2}) ;; r=a["x"]["y"] ;; a["x"]+=1 ;; a["zz"]+=1 ;; a.keys().x=1 ;; r=a.__init__(q=5)
r={}.__init__(1) ;; r=list({}.items()) ;; r=repr({"a":{"b":[]}}) ;; r={}=={} ;; r={1:2}|{1:3}
r=dict(a,**{"x":5}) ;; r=str({1:"a",None:(1,)}) ;; r=list(zip(a,a.values())) ;; del a["x"];a["x"]=5;r=list(a)
a["x"]=5;r=list(a) ;; r=isinstance({},dict),issubclass(dict,object) ;; r={"b":1,"a":2}.popitem()
''',
    lambda: {"x": 1, "y": 2},
)
