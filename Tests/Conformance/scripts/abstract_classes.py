from abc import ABC, ABCMeta, abstractmethod, abstractproperty
class A(ABC):
    @abstractmethod
    def f(self): "doc"
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
    p = 3
try: B()
except TypeError as e: print(e)
class C(B):
    def c(cls): pass
    def s(): pass
print(C().f(), sorted(A.__abstractmethods__), C.__abstractmethods__, B.__abstractmethods__ == {"c","s"})
class One(ABC):
    @abstractmethod
    def go(self): ...
    def __new__(cls, *a):
        return super().__new__(cls)
try: One()
except TypeError as e: print(e)
try: One(1,2)
except TypeError as e: print(e)
class Reg(metaclass=ABCMeta): pass
@Reg.register
class X: pass
print(isinstance(X(), Reg), issubclass(X, Reg), isinstance(1, Reg))
Reg.register(int)
print(isinstance(1, Reg), isinstance(True, Reg), issubclass(str, Reg))
try: Reg.register(3)
except TypeError as e: print(e)
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, sub):
        if cls is Hook: return any("go" in b.__dict__ for b in sub.__mro__)
        return NotImplemented
class G:
    def go(self): pass
print(isinstance(G(), Hook), isinstance(3, Hook), issubclass(G, Hook))
class Sub(Hook): pass
print(isinstance(G(), Sub), isinstance(Sub(), Hook))
print(type(A), A.__name__, ABC.__module__, ABCMeta.__mro__)
print(Reg.__subclasses__(), Hook.__subclasses__())
try: Reg.register(type("Q", (), {}), 3)
except TypeError as e: print("te")
class L(list, ABC):
    @abstractmethod
    def z(self): ...
print(L())
class Meth(ABC):
    def concrete(self): return "c"
print(Meth().concrete())
try: issubclass(3, Reg)
except TypeError as e: print(e)
try: isinstance(3, 3)
except TypeError as e: print(e)
class P(ABC):
    @property
    def x(self): return 1
    @x.setter
    @abstractmethod
    def x(self, v): ...
try: P()
except TypeError as e: print(e)
from abc import update_abstractmethods, get_cache_token
class U(ABC): pass
U.f = abstractmethod(lambda self: 0)
U()
update_abstractmethods(U)
try: U()
except TypeError as e: print(e)
U.__abstractmethods__ = frozenset()
print(U())if 0 else U()
print(hasattr(object, "__abstractmethods__"), hasattr(int, "__abstractmethods__"))
