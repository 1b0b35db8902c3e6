"""How pprint breaks lines."""
import pprint, collections, types
from pprint import pprint as P
d={'name':'x'*30,'list':list(range(40)),'nested':{'b':[1,2,{'c':('a','b')}],'a':'long text '*12},3:None}
def go(*a,**k):
    try: P(*a,**k)
    except Exception as e: print(type(e).__name__,e)
go({'b':1,'a':2}); go({'b':1,'a':2},sort_dicts=False)
for w in (20,40,80):
    for i in (1,4):
        for c in (False,True):
            d2={str(k):v for k,v in d.items()}
            go(d2,width=w,indent=i,compact=c)
go([[1,[2,[3,[4]]]]],depth=2); go({'a':{'b':{'c':1}}},depth=1); go(((1,),),depth=1)
go([]); go({}); go(set()); go({3,1,2}); go(frozenset(range(30)),width=30); go((1,)); go(('a'*50,'b'*50))
go('word '*40); go(['word '*40]); go('line\n'*5,width=20); go(b'abc'*40); go([b'abcdefgh'*5],width=30)
l=[1]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable(l), pprint.isreadable([1,'a']), pprint.saferepr([1,{'b':2,'a':1}]))
go(collections.OrderedDict((str(i),i) for i in range(20)),width=40)
go(collections.Counter('abracadabra'*3),width=20)
go(collections.defaultdict(list,{i:[i]*5 for i in range(5)}),width=30)
go(collections.deque(range(30)),width=40); go(collections.deque(range(30),maxlen=50),width=40)
go(types.SimpleNamespace(a='x'*30,b='y'*50)); go([1000000],underscore_numbers=True)
go({1:'a','b':2,(1,2):3,None:4}); go([1],indent=-1); go([1],width=0); go([1],depth=0)
print(pprint.pformat({'z':1,'y':[1,2]})); pprint.pp({'z':1,'a':2}); print(pprint.PrettyPrinter(width=10).pformat([1,2,3,4,5]))
import dataclasses
@dataclasses.dataclass
class D:
    name:str='a'*40
    items:list=dataclasses.field(default_factory=lambda:list(range(30)))
go(D()); go([D()],width=50)
go([{'id':i,'tags':['t%d'%j for j in range(6)],'v':i*1.5} for i in range(3)],width=60)
