"""Internet addresses, networks of them, and addresses in networks."""

import functools

__all__ = ["AddressValueError", "IPv4Address", "IPv4Interface", "IPv4Network", "IPv6Address", "IPv6Interface",
           "IPv6Network", "NetmaskValueError", "collapse_addresses", "get_mixed_type_key", "ip_address", "ip_interface",
           "ip_network", "summarize_address_range", "v4_int_to_packed", "v6_int_to_packed"]

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """What is no address."""


class NetmaskValueError(ValueError):
    """What is no mask of a network."""


def _either(value, kinds, words):
    for kind in kinds:
        try:
            return kind(value)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{value!r} does not appear to be an IPv4 or IPv6 {words}")


def ip_address(address):
    return _either(address, (IPv4Address, IPv6Address), "address")


def ip_interface(address):
    return _either(address, (IPv4Interface, IPv6Interface), "interface")


def ip_network(address, strict=True):
    return _either(
        address, (lambda value: IPv4Network(value, strict), lambda value: IPv6Network(value, strict)), "network")


def v4_int_to_packed(address):
    return _packed(address, IPv4Address)


def v6_int_to_packed(address):
    return _packed(address, IPv6Address)


def _packed(number, kind):
    try:
        return number.to_bytes(kind._BITS // 8, "big")
    except OverflowError:
        raise ValueError(f"Address negative or too large for IPv{kind.version}") from None


def summarize_address_range(first, last):
    """The fewest networks that hold all addresses from one to another."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    kind = IPv4Network if first.version == 4 else IPv6Network
    return _summarized(kind, int(first), int(last))


def _summarized(kind, start, stop):
    bits = kind._BITS
    while start <= stop:
        aligned = (start & -start).bit_length() - 1 if start else bits
        size = min(aligned, (stop - start + 1).bit_length() - 1)
        yield kind((start, bits - size))
        start += 1 << size


def collapse_addresses(addresses):
    """The fewest networks that hold some addresses and networks."""
    ranges = []
    kind = None
    for item in addresses:
        if kind is not None and kind.version != item.version:
            raise TypeError(f"{item} and {kind} are not of the same version")
        kind = item
        if isinstance(item, _Network):
            ranges.append((int(item.network_address), int(item.broadcast_address)))
        else:
            ranges.append((int(item), int(item)))
    merged = []
    for start, stop in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], stop)
        else:
            merged.append([start, stop])
    network = IPv4Network if kind is None or kind.version == 4 else IPv6Network
    return iter([found for start, stop in merged for found in _summarized(network, start, stop)])


def get_mixed_type_key(obj):
    """A key that sorts addresses and networks together."""
    if isinstance(obj, _Network):
        return obj._key()
    if isinstance(obj, _Address):
        return (obj.version, obj)
    return NotImplemented


class _Version4:
    version = 4
    max_prefixlen = _BITS = IPV4LENGTH

    @classmethod
    def _number(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(".")
        if len(parts) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        number = 0
        for part in parts:
            try:
                number = number << 8 | cls._octet(part)
            except ValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
        return number

    @staticmethod
    def _octet(text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {text!r}")
        if len(text) > 3:
            raise ValueError(f"At most 3 characters permitted in {text!r}")
        if text != "0" and text[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {text!r}")
        if int(text) > 255:
            raise ValueError(f"Octet {int(text)} (> 255) not permitted")
        return int(text)

    @staticmethod
    def _text(number):
        return ".".join(map(str, number.to_bytes(4, "big")))

    @classmethod
    def _mask_length(cls, text):
        """The length of a mask written as an address, or as what it leaves out."""
        try:
            number = cls._number(text)
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for mask in (number, number ^ 0xFFFFFFFF):
            length = bin(mask).count("1")
            if mask == (0xFFFFFFFF >> length) ^ 0xFFFFFFFF:
                return length
        raise NetmaskValueError(f"{text!r} is not a valid netmask")


class _Version6:
    version = 6
    max_prefixlen = _BITS = IPV6LENGTH

    @classmethod
    def _number(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                number = _Version4._number(parts.pop())
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += [f"{number >> 16:x}", f"{number & 0xFFFF:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        gap = None
        for place in range(1, len(parts) - 1):
            if not parts[place]:
                if gap is not None:
                    raise AddressValueError(f"At most one '::' permitted in {text!r}")
                gap = place
        if gap is None:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            head, tail = parts, []
        else:
            head, tail = parts[:gap], parts[gap + 1 :]
        if not parts[0]:
            if gap != 1:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            head = []
        if not parts[-1]:
            if gap != len(parts) - 2:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            tail = []
        skipped = 8 - len(head) - len(tail)
        if gap is not None and skipped < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        number = 0
        try:
            for part in head + ["0"] * (skipped if gap is not None else 0) + tail:
                number = number << 16 | cls._group(part)
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        return number

    @staticmethod
    def _group(text):
        if not text or not all(c in "0123456789abcdefABCDEF" for c in text):
            raise ValueError(f"Only hex digits permitted in {text!r}")
        if len(text) > 4:
            raise ValueError(f"At most 4 characters permitted in {text!r}")
        return int(text, 16)

    @staticmethod
    def _groups(number):
        digits = f"{number:032x}"
        return [digits[place : place + 4] for place in range(0, 32, 4)]

    @classmethod
    def _text(cls, number):
        groups = [f"{int(group, 16):x}" for group in cls._groups(number)]
        best, length, place = 0, 1, 0
        while place < 8:
            end = place
            while end < 8 and groups[end] == "0":
                end += 1
            if end - place > length:
                best, length = place, end - place
            place = max(end, place + 1)
        if length == 1:
            return ":".join(groups)
        return ":".join(groups[:best]) + "::" + ":".join(groups[best + length :])

    @classmethod
    def _mask_length(cls, text):
        raise NetmaskValueError(f"{text!r} is not a valid netmask")


@functools.total_ordering
class _Address:
    """A number of 32 or 128 bits."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._check(address)
            self._ip = address
        elif isinstance(address, bytes):
            size = self._BITS // 8
            if len(address) != size:
                raise AddressValueError(f"{address!r} (len {len(address)} != {size}) is not permitted as an "
                                        f"IPv{self.version} address")
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._number(text)

    def _check(self, number):
        if number < 0:
            raise AddressValueError(f"{number} (< 0) is not permitted as an IPv{self.version} address")
        if number >> self._BITS:
            raise AddressValueError(
                f"{number} (>= 2**{self._BITS}) is not permitted as an IPv{self.version} address")

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __hash__(self):
        return hash(hex(self._ip))

    def __reduce__(self):
        return type(self), (self._ip,)

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self.version == other.version

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __format__(self, spec):
        if spec in ("", "s"):
            return format(str(self), spec)
        kind = spec[-1]
        options = spec[:-1]
        if kind not in "bnxX" or options not in ("", "#", "_", "#_"):
            return super().__format__(spec)
        if kind == "n":
            kind = "b" if self.version == 4 else "x"
        digits = self._BITS if kind == "b" else self._BITS // 4
        if "_" in options:
            digits += digits // 4 - 1
        if "#" in options:
            digits += 2
        return format(self._ip, f"{'#' if '#' in options else ''}0{digits}{'_' if '_' in options else ''}{kind}")

    @property
    def packed(self):
        return self._ip.to_bytes(self._BITS // 8, "big")

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return str(self) if self.version == 4 else ":".join(self._groups(self._ip))

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return ".".join(reversed(str(self._text(self._ip)).split("."))) + ".in-addr.arpa"
        return ".".join(reversed(f"{self._ip:032x}")) + ".ip6.arpa"

    def _in(self, networks):
        return any(self._ip & mask == start for start, mask in networks)

    @property
    def is_multicast(self):
        return self._in(self._MULTICAST)

    @property
    def is_private(self):
        return self._in(self._PRIVATE)

    @property
    def is_reserved(self):
        return self._in(self._RESERVED)

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._in(self._LOOPBACK)

    @property
    def is_link_local(self):
        return self._in(self._LINK_LOCAL)


def _ranges(kind, *texts):
    """Pairs of where networks start and their masks."""
    found = []
    for text in texts:
        start, _, length = text.partition("/")
        mask = (1 << kind._BITS) - (1 << kind._BITS - int(length))
        found.append((kind._number(start), mask))
    return found


class IPv4Address(_Version4, _Address):
    """Four octets."""

    __slots__ = ()
    _MULTICAST = _ranges(_Version4, "224.0.0.0/4")
    _PRIVATE = _ranges(
        _Version4, "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
        "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "240.0.0.0/4", "255.255.255.255/32")
    _RESERVED = _ranges(_Version4, "240.0.0.0/4")
    _LOOPBACK = _ranges(_Version4, "127.0.0.0/8")
    _LINK_LOCAL = _ranges(_Version4, "169.254.0.0/16")
    _SHARED = _ranges(_Version4, "100.64.0.0/10")

    @property
    def is_global(self):
        return not self._in(self._SHARED) and not self.is_private


class IPv6Address(_Version6, _Address):
    """Eight groups of four hexadecimal digits, and perhaps a scope."""

    __slots__ = ("_scope_id",)
    _MULTICAST = _ranges(_Version6, "ff00::/8")
    _PRIVATE = _ranges(
        _Version6, "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
        "2001:10::/28", "fc00::/7", "fe80::/10")
    _RESERVED = _ranges(
        _Version6, "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3",
        "a000::/3", "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9")
    _LOOPBACK = _ranges(_Version6, "::1/128")
    _LINK_LOCAL = _ranges(_Version6, "fe80::/10")
    _SITE_LOCAL = _ranges(_Version6, "fec0::/10")

    def __init__(self, address):
        self._scope_id = None
        if not isinstance(address, (int, bytes)) and "/" not in str(address):
            whole = address
            address, mark, scope = str(address).partition("%")
            if mark:
                if not scope or "%" in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{whole!r}"')
                self._scope_id = scope
        super().__init__(address)

    def __str__(self):
        text = super().__str__()
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_site_local(self):
        return self._in(self._SITE_LOCAL)

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return super().is_private if mapped is None else mapped.is_private

    @property
    def is_global(self):
        return not self.is_private

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


def _split(address, default):
    """What is before and after the slash."""
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], default)
    if isinstance(address, (int, bytes)):
        return address, default
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) > 1 else default


class _Masked:
    """The ways to write an address, of a network or in one, with its mask."""

    with_prefixlen = property(lambda self: f"{self._start}/{self._prefixlen}")
    with_netmask = property(lambda self: f"{self._start}/{self.netmask}")
    with_hostmask = property(lambda self: f"{self._start}/{self.hostmask}")


@functools.total_ordering
class _Network(_Masked):
    """The addresses that begin with the same bits."""

    def __init__(self, address, strict=True):
        address, mask = _split(address, self._BITS)
        self.network_address = self._address_class(address)
        self._prefixlen = self._length(mask)
        self.netmask = self._address_class(self._mask(self._prefixlen))
        number = int(self.network_address)
        inside = number & int(self.netmask)
        if inside != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(inside)

    @classmethod
    def _mask(cls, length):
        return (1 << cls._BITS) - (1 << cls._BITS - length)

    @classmethod
    def _length(cls, mask):
        if isinstance(mask, int):
            if not 0 <= mask <= cls._BITS:
                raise NetmaskValueError(f"{mask} is not a valid netmask")
            return mask
        text = str(mask)
        if text.isascii() and text.isdigit():
            if int(text) > cls._BITS:
                raise NetmaskValueError(f"{text!r} is not a valid netmask")
            return int(text)
        return cls._mask_length(text)

    def _key(self):
        return self.version, self.network_address, self.netmask

    @property
    def _start(self):
        return self.network_address

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ ((1 << self._BITS) - 1))

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def num_addresses(self):
        return 1 << self._BITS - self._prefixlen

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, _Network) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._key() < other._key()

    def __iter__(self):
        for number in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._address_class(number)

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _Network):
            return False
        return int(other) & int(self.netmask) == int(self.network_address)

    def hosts(self):
        """The addresses that something may have."""
        first, last = int(self.network_address), int(self.broadcast_address)
        if self._prefixlen >= self._BITS - 1:
            return list(self)
        return map(self._address_class, range(first + 1, last + (self.version == 6)))

    def overlaps(self, other):
        return self.network_address in other or self.broadcast_address in other or (
            other.network_address in self or other.broadcast_address in self)

    def _same_version(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def subnet_of(self, other):
        self._same_version(other)
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def supernet_of(self, other):
        self._same_version(other)
        return other.subnet_of(self)

    def compare_networks(self, other):
        self._same_version(other)
        return (self._key() > other._key()) - (self._key() < other._key())

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that it falls into."""
        if self._prefixlen == self._BITS:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        length = self._prefixlen + prefixlen_diff
        if length > self._BITS:
            raise ValueError(f"prefix length diff {length} is invalid for netblock {self}")
        for start in range(int(self.network_address), int(self.broadcast_address) + 1, 1 << self._BITS - length):
            yield type(self)((start, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network that it is a part of."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(
                f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return type(self)((int(self.network_address) & self._mask(length), length))

    def address_exclude(self, other):
        """The networks that are left when one in it is taken out."""
        self._same_version(other)
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        one, two = self.subnets()
        while True:
            inner, outer = (one, two) if other.subnet_of(one) else (two, one)
            yield outer
            if inner == other:
                return
            one, two = inner.subnets()

    def _both(name):
        def test(self):
            return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

        return property(test)

    is_multicast, is_reserved, is_link_local, is_loopback, is_unspecified = map(
        _both, ("is_multicast", "is_reserved", "is_link_local", "is_loopback", "is_unspecified"))

    @property
    def is_private(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        return any(first & mask == last & mask == start for start, mask in self._address_class._PRIVATE)

    @property
    def is_global(self):
        return not self.is_private and not (self.version == 4 and self.network_address._in(IPv4Address._SHARED)
                                            and self.broadcast_address._in(IPv4Address._SHARED))


class IPv4Network(_Version4, _Network):
    _address_class = IPv4Address


class IPv6Network(_Version6, _Network):
    _address_class = IPv6Address
    is_site_local = property(
        lambda self: self.network_address.is_site_local and self.broadcast_address.is_site_local)


class _Interface(_Masked):
    """An address that knows its network."""

    def __init__(self, address):
        address, mask = _split(address, self._BITS)
        super().__init__(address)
        self.network = self._network_class((address, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network.prefixlen

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        return self._plain_class(self._ip)

    _start = ip

    def __str__(self):
        return f"{super().__str__()}/{self._prefixlen}"

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return type(self), (str(self),)

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        if not isinstance(other, _Interface):
            return super().__lt__(other)
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (self.network, self._ip) < (other.network, other._ip)


class IPv4Interface(_Interface, IPv4Address):
    _network_class = IPv4Network
    _plain_class = IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _network_class = IPv6Network
    _plain_class = IPv6Address
