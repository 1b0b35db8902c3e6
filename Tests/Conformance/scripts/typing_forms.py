import typing
from typing import *
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(Optional[int], Union[int, str], Union[int, None], Union[int, int], Union[int, Union[str, float]], Union[int])
print(List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Set[int], FrozenSet[str], Type[int], List, Dict)
print(Callable[[int, str], bool], Callable[..., int], Callable, Any, Literal[1, "a"], ClassVar[int], Final[str], Annotated[int, "x", 3])
print(Iterable[int], Iterator, Sequence[str], Mapping[str, int], Generator[int, None, str], NoReturn, Self)
T = TypeVar("T"); K = TypeVar("K", bound=int); C = TypeVar("C", covariant=True); S = TypeVar("S", int, str)
print(T, K, C, S, T.__name__, K.__bound__, S.__constraints__)
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(3); print(s.items, Stack[int], Stack.__parameters__, isinstance(s, Stack), s.__orig_class__)
class Pair(Generic[T, K]): pass
print(Pair[int, str], Pair.__parameters__); attempt(lambda: Pair[int]); attempt(lambda: Stack[int][str])
class IntStack(Stack[int]): pass
print(IntStack().items, IntStack.__mro__[1].__name__, IntStack.__orig_bases__)
class NT(NamedTuple):
    x: int
    y: str = "d"
    def hi(self): return self.x
n = NT(1); print(n, n.hi(), n._fields, n == (1, "d"), NT.__annotations__, NT._field_defaults, n._replace(x=4))
attempt(lambda: NT())
print(NamedTuple("Q", [("a", int), ("b", str)])(1, "z"))
class TD(TypedDict):
    a: int
    b: str
class TD2(TD, total=False): c: float
print(TD(a=1, b="x"), TD.__annotations__, sorted(TD2.__required_keys__), TD2.__optional_keys__, TD.__total__, TypedDict("X", {"q": int})(q=1))
def f(a: int, b: "str" = "", *c: Optional[int], d: List["int"] = None) -> "Dict[str, int]": pass
print(get_type_hints(f))
class A:
    x: int
    y: "Optional[str]" = None
print(get_type_hints(A), get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(int), get_args(int), get_origin(list[int]), get_args(Literal[1, 2]))
print(cast(int, "x"), NewType("UserId", int)(5), NewType("UserId", int), TYPE_CHECKING, AnyStr)
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer), issubclass(F, Closer))
class Plain(Protocol):
    def go(self): ...
attempt(lambda: isinstance(3, Plain)); attempt(lambda: Plain())
class Impl(Plain):
    def go(self): return 1
print(Impl().go())
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(3), isinstance(3, SupportsInt), isinstance("a", SupportsFloat))
attempt(lambda: List[int, str]); attempt(lambda: Optional[1]); attempt(lambda: Union[()]); attempt(lambda: isinstance([], List[int])); attempt(lambda: Any()); attempt(lambda: List[int]([1]))
print(List[int] == List[int], hash(List[int]) == hash(List[int]), Optional[int] == Union[None, int], List[T][int], Dict[T, int][str], isinstance([], List), isinstance(3, Union[int, str] if 0 else (int, str)))
print(ForwardRef("X"), List["X"], Optional["X"], int | None, list[int] | None, Optional[int] | str)
@final
class Fin: pass
print(Fin.__final__, Text, ContextManager, Hashable, Sized)
class MyList(List[int]): pass
print(MyList([1, 2]), MyList.__mro__)
