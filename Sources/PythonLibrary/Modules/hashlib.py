"""Digests of bytes."""

from _hashes import digest as _digest

# The size of the digest and of the blocks, in bytes.
_SIZES = {
    "md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128),
    "sha512": (64, 128), "sha3_224": (28, 144), "sha3_256": (32, 136), "sha3_384": (48, 104), "sha3_512": (64, 72),
    "shake_128": (0, 168), "shake_256": (0, 136), "blake2b": (64, 128), "blake2s": (32, 64),
}
algorithms_guaranteed = set(_SIZES)
algorithms_available = set(_SIZES)

__all__ = (*_SIZES, "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")


def _bytes(data):
    if type(data) is bytes:
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise TypeError("object supporting the buffer API required")


class HASH:
    """A digest in the making: update it, and ask for what it is so far."""

    def __init__(self, name, size, block, key=b""):
        self._name = name
        self._size = size
        self._block = block
        self._key = key
        self._parts = []

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return self._size

    @property
    def block_size(self):
        return self._block

    def update(self, obj, /):
        """Update this hash object's state with the provided string."""
        self._parts.append(_bytes(obj))

    def copy(self):
        """Return a copy of the hash object."""
        other = type(self)(self._name, self._size, self._block, self._key)
        other._parts = self._parts[:]
        return other

    def _whole(self):
        if len(self._parts) > 1:
            self._parts = [b"".join(self._parts)]
        return self._parts[0] if self._parts else b""

    def digest(self):
        """Return the digest value as a bytes object."""
        return _digest(self._name, self._whole(), self._size, self._key)

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest().hex()

    def __repr__(self):
        return f"<{self._name} _hashlib.HASH object @ {id(self):#x}>"


class HASHXOF(HASH):
    """A digest of any length."""

    def digest(self, length):
        """Return the digest value as a bytes object."""
        return _digest(self._name, self._whole(), length, b"")

    def hexdigest(self, length):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest(length).hex()


def _maker(name):
    size, block = _SIZES[name]
    kind = HASHXOF if name.startswith("shake") else HASH

    def make(string=b"", *, usedforsecurity=True):
        result = kind(name, size, block)
        if string != b"":
            result.update(string)
        return result

    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5 = _maker("md5")
sha1 = _maker("sha1")
sha224 = _maker("sha224")
sha256 = _maker("sha256")
sha384 = _maker("sha384")
sha512 = _maker("sha512")
sha3_224 = _maker("sha3_224")
sha3_256 = _maker("sha3_256")
sha3_384 = _maker("sha3_384")
sha3_512 = _maker("sha3_512")
shake_128 = _maker("shake_128")
shake_256 = _maker("shake_256")


def _blake(name):
    most, block = _SIZES[name]

    def make(data=b"", /, *, digest_size=most, key=b"", usedforsecurity=True, **others):
        if others:
            raise NotImplementedError(f"hashlib.{name}({next(iter(others))}=…) is not available in nbcheck")
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        if len(key) > most:
            raise ValueError(f"maximum key length is {most} bytes")
        result = HASH(name, digest_size, block, bytes(key))
        result.update(data)
        return result

    make.__name__ = make.__qualname__ = name
    return make


blake2b = _blake("blake2b")
blake2s = _blake("blake2s")
_MAKERS = {name: globals()[name] for name in _SIZES}


def new(name, data=b"", **kwargs):
    """Return a new hashing object using the named algorithm; optionally initialized with data."""
    maker = _MAKERS.get(name.lower() if isinstance(name, str) else name)
    if maker is None:
        raise ValueError("unsupported hash type " + str(name))
    return maker(data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    """The hash object of all that a file still has to be read."""
    result = new(digest) if isinstance(digest, str) else digest()
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return result
        result.update(data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    import hmac
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size = new(hash_name).digest_size
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    result = b""
    block = 0
    while len(result) < dklen:
        block += 1
        part = hmac.digest(password, salt + block.to_bytes(4, "big"), hash_name)
        total = int.from_bytes(part, "big")
        for _ in range(iterations - 1):
            part = hmac.digest(password, part, hash_name)
            total ^= int.from_bytes(part, "big")
        result += total.to_bytes(size, "big")
    return result[:dklen]
