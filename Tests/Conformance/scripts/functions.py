"""builtin functions: results and words of errors"""


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
r=enumerate(1) ;; r=list(enumerate("ab")) ;; r=list(enumerate("ab",5)) ;; r=list(enumerate("ab",start=-1))
r=list(enumerate(iterable="ab")) ;; r=enumerate("ab","x") ;; r=enumerate("ab",1.5)
r=list(enumerate("ab",10**30)) ;; r=enumerate("a",1,2) ;; r=enumerate("a",foo=1) ;; r=next(enumerate([]))
r=enumerate[int] ;; r=list(zip()) ;; r=list(zip("ab")) ;; r=list(zip("ab",[1,2,3]))
r=list(zip("ab",[1],strict=True)) ;; r=list(zip("a",[1,2],strict=True))
r=list(zip("ab","cd",[1],strict=True)) ;; r=list(zip([],[1],strict=True)) ;; r=zip(1) ;; r=zip("a",1)
r=zip("a",foo=1) ;; r=list(zip(*[(1,2),(3,4)])) ;; r=dict(zip("ab",range(2))) ;; r=list(zip("ab",strict=False))
r=list(map(str,[1,2])) ;; r=list(map(lambda a,b:a+b,[1,2],[3,4,5])) ;; r=list(map(1,[1]))
r=list(map(None,[1])) ;; r=list(map(lambda x:1/0,[1])) ;; r=list(filter(None,[0,1,"",2]))
r=list(filter(lambda x:x>1,[1,2,3])) ;; r=list(filter(1,[1])) ;; r=list(reversed("abc")) ;; r=reversed(5)
r=list(iter(lambda c=iter([1,2,0,3]):next(c),0)) ;; r=list(iter(int,0)) ;; r=next([]) ;; r=next(iter([]))
r=next(iter([]),None) ;; r=next(5) ;; r=min() ;; r=min(1) ;; r=min([]) ;; r=min([],default=5) ;; r=min(1,2)
r=min("b","a") ;; r=min([1],[0]) ;; r=min(1,2,default=3) ;; r=min([3,1],key=lambda x:-x) ;; r=min(1,"a")
r=max([1,"a"]) ;; r=max(1,2,key=lambda x:-x) ;; r=max([1],key=1) ;; r=max([(1,"b"),(1,"a")],key=lambda p:p[0])
r=max(None) ;; r=max(1,2,foo=3) ;; r=max("abc") ;; r=max({1:2,3:1}) ;; r=max([],key=None) ;; r=max()
r=max([],[],[1]) ;; r=sum([]) ;; r=sum([1,2],3) ;; r=sum([1,"a"]) ;; r=sum(["a"]) ;; r=sum(["a"],"")
r=sum([[1],[2]],[]) ;; r=sum(1) ;; r=sum([1],start=5) ;; r=sum([b"a"],b"") ;; r=sum([1.5,2])
r=sum([True,True]) ;; r=sum([1],"a") ;; r=sum([bytearray()],bytearray()) ;; r=sum([(1,),(2,)],())
r=sum([1,2],start=1.5) ;; r=sum([10**20,1]) ;; r=any([]) ;; r=any([0,1]) ;; r=any(1) ;; r=all([])
r=all([1,0]) ;; r=all() ;; r=any([1],[2]) ;; r=abs(-5) ;; r=abs("a") ;; r=abs() ;; r=abs(-1.5) ;; r=abs(True)
r=abs(3+4j) ;; r=abs(None) ;; r=callable(1) ;; r=callable(len) ;; r=callable(int) ;; r=callable()
r=callable(lambda:0) ;; r=hasattr(1,"real") ;; r=hasattr(1,"x") ;; r=hasattr(1) ;; r=hasattr(1,1)
r=getattr(1,"real") ;; r=getattr(1,"x") ;; r=getattr(1,"x",5) ;; r=getattr(1,2) ;; r=getattr(1)
r=getattr(1,"x",1,2) ;; r=setattr(1,"x",2) ;; r=setattr(1,2,3) ;; r=delattr(1,"x") ;; r=delattr(1,2)
r=isinstance(1,int) ;; r=isinstance(1,(str,int)) ;; r=isinstance(1,int|str) ;; r=isinstance(1,"a")
r=isinstance(1,(str,"a")) ;; r=isinstance(1,("a",int)) ;; r=isinstance(1,(int,"a")) ;; r=isinstance(1)
r=isinstance(1,[int]) ;; r=isinstance(1,((str,(int,)),)) ;; r=isinstance(None,int|None)
r=isinstance(None,None) ;; r=isinstance(1,()) ;; r=issubclass(int,object) ;; r=issubclass(int,(str,float))
r=issubclass(1,int) ;; r=issubclass(int,1) ;; r=issubclass(bool,int|str) ;; r=issubclass(int) ;; r=int|str
r=int|None ;; r=None|int ;; r=int|"a" ;; r=int|1 ;; r=list[int]|None ;; r=int|str|int ;; r=(int|str)==(str|int)
r=isinstance(1,list[int]) ;; r=isinstance(1,int|list[int]) ;; r=(int|str).__args__
r=hash(int|str)==hash(str|int) ;; r=vars(1) ;; r=vars([]) ;; r=vars(1,2) ;; r=type(1) ;; r=type() ;; r=type(1,2)
r=type(1,(),{}) ;; r=type("",(),{}).__name__ ;; r=object(1) ;; r=object(x=1) ;; r=object().x
r=setattr(object(),"x",1) ;; r=repr() ;; r=repr(1) ;; r=repr(1,2) ;; r=ascii("é") ;; r=ascii() ;; r=hash([])
r=hash({}) ;; r=hash() ;; r=hash(1,2) ;; r=len() ;; r=len(1) ;; r=len([],[]) ;; r=len(obj=[]) ;; r=len(range(5))
r=len(int) ;; r=ord() ;; r=chr() ;; r=bin() ;; r=bin("a") ;; r=hex(1.5) ;; r=oct(None) ;; r=hex(-1)
r=divmod() ;; r=divmod(1,0) ;; r=divmod(1.0,0) ;; r=divmod("a",2) ;; r=divmod(1,2,3) ;; r=pow() ;; r=pow(1)
r=pow(2,3) ;; r=pow(2,-1,5) ;; r=pow("a",2) ;; r=round() ;; r=round("a") ;; r=round(1.5,"a") ;; r=input(1,2)
r=compile(1) ;; r=eval(1) ;; r=eval("1+") ;; r=eval("1+1") ;; r=exec("x=1") ;; r=eval("x",{"x":5})
r=eval("q") ;; r=exec(1) ;; r=sorted([3,1,2]) ;; r=sorted([1,"a"]) ;; r=sorted(None) ;; r=slice(1)
r=NotImplemented ;; r=... ;; r=Ellipsis ;; r=bool(NotImplemented) ;; r=type(NotImplemented) ;; r=type(...)
r=type(None) ;; r=type(None)() ;; r=type(...)() ;; r=type(NotImplemented)() ;; r=NotImplemented() ;; r=None()
r=None.x ;; r=None[0] ;; r=None+1 ;; r=None<None ;; r=None==None ;; r=len(None) ;; r=next(None) ;; r=...()
r=...==... ;; r=not None ;; r=repr(None) ;; r=str(None) ;; r=hash(None)==hash(None) ;; r=bool(None)
r=None.__class__ ;; r=None.__bool__() ;; r=setattr(None,"x",1) ;; r=isinstance(None,type(None))
r=staticmethod() ;; r=classmethod() ;; r=memoryview(1) ;; r=object.__new__(int) ;; r=int.__new__(str)
r=str.__new__(int) ;; r=list.__new__(int) ;; r=object.__eq__(1,2) ;; r=object.__repr__(1)[:10]
r=object.__str__(1) ;; r=object.__format__(1,"") ;; r=object.__format__(1,"5") ;; r=object()<object()
r=object()==object() ;; r=object()!=object() ;; r=object.__subclasshook__(1) ;; r=int.__mro__ ;; r=int.mro()
r=int.__base__ ;; r=int.__bases__ ;; r=int.__name__ ;; r=int.__qualname__ ;; r=int.__module__ ;; r=int.x
r=setattr(int,"x",1) ;; r=delattr(int,"real") ;; r=int.__class__ ;; r=type.__class__ ;; r=type.__mro__
r=int() ;; r=len==len ;; r=str.upper ;; r=len ;; r=print ;; r=str.upper.__name__ ;; r=str.upper.__qualname__
r=isinstance(len,type(print)) ;; r=type(i for i in []) ;; r=type(lambda:0) ;; r=type(len) ;; r=type("a".upper)
r=type(str.upper) ;; r=type(int.real) ;; r=type(type) ;; r=type(object()) ;; r=type([].append)
r=type(dict.fromkeys) ;; r=type(int.__dict__) ;; r=type(iter(int,1)) ;; r=type(zip()) ;; r=type(map(str,[]))
''',
    lambda: 0,
)
