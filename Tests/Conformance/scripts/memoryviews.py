"""memoryview over bytes and bytearray: items, slices, casts, release"""


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
b=a;m=memoryview(b);r=m[0] ;; b=a;m=memoryview(b);r=m[-1] ;; b=a;m=memoryview(b);r=m[10]
b=a;m=memoryview(b);r=m["a"] ;; b=a;m=memoryview(b);r=m[1:3].tobytes() ;; b=a;m=memoryview(b);r=m[::-1].tolist()
b=a;m=memoryview(b);r=m[::2].tobytes() ;; b=a;m=memoryview(b);r=m.tolist() ;; b=a;m=memoryview(b);r=m.tobytes()
b=a;m=memoryview(b);r=len(m) ;; b=a;m=memoryview(b);r=m.readonly
b=a;m=memoryview(b);r=m.format,m.itemsize,m.nbytes,m.shape,m.ndim,m.strides,m.suboffsets
b=a;m=memoryview(b);r=m==b ;; b=a;m=memoryview(b);r=m==b"abcdef" ;; b=a;m=memoryview(b);r=m!=b"abcdef"
b=a;m=memoryview(b);r=m=="a" ;; b=a;m=memoryview(b);r=m==[1] ;; b=a;m=memoryview(b);m[0]=65
b=a;m=memoryview(b);m[0]=300 ;; b=a;m=memoryview(b);m[0]="a" ;; b=a;m=memoryview(b);m[0]=b"a"
b=a;m=memoryview(b);m[10]=1 ;; b=a;m=memoryview(b);m[1:3]=b"XY" ;; b=a;m=memoryview(b);m[1:3]=b"XYZ"
b=a;m=memoryview(b);m[1:3]=[1,2] ;; b=a;m=memoryview(b);m[1:3]="ab" ;; b=a;m=memoryview(b);m[::2]=b"XYZ"
b=a;m=memoryview(b);m[::-1]=b"123456" ;; b=a;m=memoryview(b);del m[0] ;; b=a;m=memoryview(b);m[0:2]=m[2:4]
b=a;m=memoryview(b);r=m.hex() ;; b=a;m=memoryview(b);r=m.hex(":") ;; b=a;m=memoryview(b);r=m.hex(":",2)
b=a;m=memoryview(b);r=m.cast("B").tolist() ;; b=a;m=memoryview(b);r=m.cast("b").tolist()
b=a;m=memoryview(b);r=m.cast("c").tolist() ;; b=a;m=memoryview(b);r=m.cast("H").tolist()
b=a;m=memoryview(b);r=m.cast("h").format ;; b=a;m=memoryview(b);r=m.cast("I")
b=a;m=memoryview(b);r=m.cast("z") ;; b=a;m=memoryview(b);r=m.cast(1)
b=a;m=memoryview(b);r=m.cast("H").cast("I") ;; b=a;m=memoryview(b);r=m.cast("H").cast("B").tolist()
b=a;m=memoryview(b);r=m[::2].cast("H") ;; b=a;m=memoryview(b);c=m.cast("H");c[0]=0x4142
b=a;m=memoryview(b);c=m.cast("H");c[0]=70000 ;; b=a;m=memoryview(b);c=m.cast("H");c[0]=-1
b=a;m=memoryview(b);c=m.cast("b");c[0]=-1 ;; b=a;m=memoryview(b);c=m.cast("b");c[0]=200
b=a;m=memoryview(b);c=m.cast("h");c[1]="a" ;; b=a;m=memoryview(b);c=m.cast("c");c[1]=b"Z"
b=a;m=memoryview(b);c=m.cast("c");c[1]=b"ZZ" ;; b=a;m=memoryview(b);c=m.cast("c");c[1]=1
b=a;m=memoryview(b);m.release();r=m[0] ;; b=a;m=memoryview(b);m.release();len(m)
b=a;m=memoryview(b);m.release();m.tobytes() ;; b=a;m=memoryview(b);m.release();r=m.format
b=a;m=memoryview(b);m.release();m.release();r=1 ;; b=a;m=memoryview(b);m.release();r=m==m
b=a;m=memoryview(b);with m as q: r=q[0] ;; b=a;m=memoryview(b);r=hash(m)==hash(b)
b=a;m=memoryview(b);r=hash(memoryview(b"abc"))==hash(b"abc") ;; b=a;m=memoryview(b);r=list(m)
b=a;m=memoryview(b);r=list(reversed(m)) ;; b=a;m=memoryview(b);r=97 in m ;; b=a;m=memoryview(b);r="a" in m
b=a;m=memoryview(b);r=b"".join([m,m]) ;; b=a;m=memoryview(b);r=bytes(m)
b=a;m=memoryview(b);r=bytearray(m[1:3]) ;; b=a;m=memoryview(b);r=m<m ;; b=a;m=memoryview(b);r=m+m
b=a;m=memoryview(b);r=m+b"x" ;; b=a;m=memoryview(b);r=b"x"+m ;; b=a;m=memoryview(b);r=str(m,"ascii")
b=a;m=memoryview(b);r=m[1:4][1:2].tolist() ;; b=a;m=memoryview(b);r=m[1.5] ;; b=a;m=memoryview(b);r=m[...]
b=a;m=memoryview(b);r=m[None] ;; b=a;m=memoryview(b);r=memoryview(m).tolist()
b=a;m=memoryview(b);r=memoryview("a") ;; b=a;m=memoryview(b);r=memoryview(1)
b=a;m=memoryview(b);r=memoryview() ;; b=a;m=memoryview(b);r=m.toreadonly().readonly
b=a;m=memoryview(b);t=m.toreadonly();t[0]=1 ;; b=a;m=memoryview(b);m[0]=66;r=m.tobytes()
b=a;m=memoryview(b);r=bool(m) ;; b=a;m=memoryview(b);r=int(memoryview(b"12"))
b=a;m=memoryview(b);r=m.tobytes("C") ;; b=a;m=memoryview(b);r=m.c_contiguous,m.contiguous,m[::2].contiguous
b=a;m=memoryview(b);r=memoryview(object=b)[0] ;; b=a;m=memoryview(b);r=m.index ;; b=a;m=memoryview(b);r=m.foo
b=a;m=memoryview(b);m.foo=1 ;; b=a;m=memoryview(b);r=[x for x in m] ;; b=a;m=memoryview(b);r=b.find(m[2:4])
b=a;m=memoryview(b);r=b.startswith(m[:2]) ;; b=a;m=memoryview(b);r=b.split(m[2:3])
b=a;m=memoryview(b);r=m[2:2].tobytes(),len(m[2:2]) ;; b=a;m=memoryview(b);r=m[::0]
b=a;m=memoryview(b);r=m[10:].tobytes() ;; b=a;m=memoryview(b);r=m[-3:].tolist()
b=a;m=memoryview(b);r=max(m),min(m),sum(m) ;; b=a;m=memoryview(b);r=type(m)
b=a;m=memoryview(b);r=isinstance(m,memoryview) ;; b=a;m=memoryview(b);b2=b[:];r=m==b2
b=a;m=memoryview(b);r=m==memoryview(b) ;; b=a;m=memoryview(b);r=memoryview(bytes(8)).cast("d").tolist()
b=a;m=memoryview(b);r=memoryview(bytes(8)).cast("f").tolist()
b=a;m=memoryview(b);r=memoryview(bytes(range(16))).cast("q").tolist()
b=a;m=memoryview(b);r=memoryview(bytes(range(16))).cast("?").tolist()
b=a;m=memoryview(b);r=m.cast("@B").format
''',
    lambda: bytearray(b"abcdef"),
)

show(
    r'''
b=a;m=memoryview(b);r=m[0] ;; b=a;m=memoryview(b);r=m[-1] ;; b=a;m=memoryview(b);r=m[10]
b=a;m=memoryview(b);r=m["a"] ;; b=a;m=memoryview(b);r=m[1:3].tobytes() ;; b=a;m=memoryview(b);r=m[::-1].tolist()
b=a;m=memoryview(b);r=m[::2].tobytes() ;; b=a;m=memoryview(b);r=m.tolist() ;; b=a;m=memoryview(b);r=m.tobytes()
b=a;m=memoryview(b);r=len(m) ;; b=a;m=memoryview(b);r=m.readonly
b=a;m=memoryview(b);r=m.format,m.itemsize,m.nbytes,m.shape,m.ndim,m.strides,m.suboffsets
b=a;m=memoryview(b);r=m==b ;; b=a;m=memoryview(b);r=m==b"abcdef" ;; b=a;m=memoryview(b);r=m!=b"abcdef"
b=a;m=memoryview(b);r=m=="a" ;; b=a;m=memoryview(b);r=m==[1] ;; b=a;m=memoryview(b);m[0]=65
b=a;m=memoryview(b);m[0]=300 ;; b=a;m=memoryview(b);m[0]="a" ;; b=a;m=memoryview(b);m[0]=b"a"
b=a;m=memoryview(b);m[10]=1 ;; b=a;m=memoryview(b);m[1:3]=b"XY" ;; b=a;m=memoryview(b);m[1:3]=b"XYZ"
b=a;m=memoryview(b);m[1:3]=[1,2] ;; b=a;m=memoryview(b);m[1:3]="ab" ;; b=a;m=memoryview(b);m[::2]=b"XYZ"
b=a;m=memoryview(b);m[::-1]=b"123456" ;; b=a;m=memoryview(b);del m[0] ;; b=a;m=memoryview(b);m[0:2]=m[2:4]
b=a;m=memoryview(b);r=m.hex() ;; b=a;m=memoryview(b);r=m.hex(":") ;; b=a;m=memoryview(b);r=m.hex(":",2)
b=a;m=memoryview(b);r=m.cast("B").tolist() ;; b=a;m=memoryview(b);r=m.cast("b").tolist()
b=a;m=memoryview(b);r=m.cast("c").tolist() ;; b=a;m=memoryview(b);r=m.cast("H").tolist()
b=a;m=memoryview(b);r=m.cast("h").format ;; b=a;m=memoryview(b);r=m.cast("I")
b=a;m=memoryview(b);r=m.cast("z") ;; b=a;m=memoryview(b);r=m.cast(1)
b=a;m=memoryview(b);r=m.cast("H").cast("I") ;; b=a;m=memoryview(b);r=m.cast("H").cast("B").tolist()
b=a;m=memoryview(b);r=m[::2].cast("H") ;; b=a;m=memoryview(b);c=m.cast("H");c[0]=0x4142
b=a;m=memoryview(b);c=m.cast("H");c[0]=70000 ;; b=a;m=memoryview(b);c=m.cast("H");c[0]=-1
b=a;m=memoryview(b);c=m.cast("b");c[0]=-1 ;; b=a;m=memoryview(b);c=m.cast("b");c[0]=200
b=a;m=memoryview(b);c=m.cast("h");c[1]="a" ;; b=a;m=memoryview(b);c=m.cast("c");c[1]=b"Z"
b=a;m=memoryview(b);c=m.cast("c");c[1]=b"ZZ" ;; b=a;m=memoryview(b);c=m.cast("c");c[1]=1
b=a;m=memoryview(b);m.release();r=m[0] ;; b=a;m=memoryview(b);m.release();len(m)
b=a;m=memoryview(b);m.release();m.tobytes() ;; b=a;m=memoryview(b);m.release();r=m.format
b=a;m=memoryview(b);m.release();m.release();r=1 ;; b=a;m=memoryview(b);m.release();r=m==m
b=a;m=memoryview(b);with m as q: r=q[0] ;; b=a;m=memoryview(b);r=hash(m)==hash(b)
b=a;m=memoryview(b);r=hash(memoryview(b"abc"))==hash(b"abc") ;; b=a;m=memoryview(b);r=list(m)
b=a;m=memoryview(b);r=list(reversed(m)) ;; b=a;m=memoryview(b);r=97 in m ;; b=a;m=memoryview(b);r="a" in m
b=a;m=memoryview(b);r=b"".join([m,m]) ;; b=a;m=memoryview(b);r=bytes(m)
b=a;m=memoryview(b);r=bytearray(m[1:3]) ;; b=a;m=memoryview(b);r=m<m ;; b=a;m=memoryview(b);r=m+m
b=a;m=memoryview(b);r=m+b"x" ;; b=a;m=memoryview(b);r=b"x"+m ;; b=a;m=memoryview(b);r=str(m,"ascii")
b=a;m=memoryview(b);r=m[1:4][1:2].tolist() ;; b=a;m=memoryview(b);r=m[1.5] ;; b=a;m=memoryview(b);r=m[...]
b=a;m=memoryview(b);r=m[None] ;; b=a;m=memoryview(b);r=memoryview(m).tolist()
b=a;m=memoryview(b);r=memoryview("a") ;; b=a;m=memoryview(b);r=memoryview(1)
b=a;m=memoryview(b);r=memoryview() ;; b=a;m=memoryview(b);r=m.toreadonly().readonly
b=a;m=memoryview(b);t=m.toreadonly();t[0]=1 ;; b=a;m=memoryview(b);m[0]=66;r=m.tobytes()
b=a;m=memoryview(b);r=bool(m) ;; b=a;m=memoryview(b);r=int(memoryview(b"12"))
b=a;m=memoryview(b);r=m.tobytes("C") ;; b=a;m=memoryview(b);r=m.c_contiguous,m.contiguous,m[::2].contiguous
b=a;m=memoryview(b);r=memoryview(object=b)[0] ;; b=a;m=memoryview(b);r=m.index ;; b=a;m=memoryview(b);r=m.foo
b=a;m=memoryview(b);m.foo=1 ;; b=a;m=memoryview(b);r=[x for x in m] ;; b=a;m=memoryview(b);r=b.find(m[2:4])
b=a;m=memoryview(b);r=b.startswith(m[:2]) ;; b=a;m=memoryview(b);r=b.split(m[2:3])
b=a;m=memoryview(b);r=m[2:2].tobytes(),len(m[2:2]) ;; b=a;m=memoryview(b);r=m[::0]
b=a;m=memoryview(b);r=m[10:].tobytes() ;; b=a;m=memoryview(b);r=m[-3:].tolist()
b=a;m=memoryview(b);r=max(m),min(m),sum(m) ;; b=a;m=memoryview(b);r=type(m)
b=a;m=memoryview(b);r=isinstance(m,memoryview) ;; b=a;m=memoryview(b);b2=b[:];r=m==b2
b=a;m=memoryview(b);r=m==memoryview(b) ;; b=a;m=memoryview(b);r=memoryview(bytes(8)).cast("d").tolist()
b=a;m=memoryview(b);r=memoryview(bytes(8)).cast("f").tolist()
b=a;m=memoryview(b);r=memoryview(bytes(range(16))).cast("q").tolist()
b=a;m=memoryview(b);r=memoryview(bytes(range(16))).cast("?").tolist()
b=a;m=memoryview(b);r=m.cast("@B").format
''',
    lambda: b"abcdef",
)
