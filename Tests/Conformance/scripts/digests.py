"""hashlib, hmac, binascii, base64, zlib, uuid, secrets, colorsys, errno."""
import base64
import binascii
import colorsys
import errno
import hashlib
import hmac
import secrets
import uuid
import zlib


def show(*sources):
    for source in sources:
        try:
            print(source, "->", repr(eval(source)))
        except Exception as error:
            print(source, "!!", type(error).__name__, error)


for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    for data in [b"", b"abc", b"a" * 56, b"x" * 128, b"z" * 1000]:
        print(name, len(data), hashlib.new(name, data).hexdigest())
    whole = getattr(hashlib, name)(b"he")
    part = whole.copy()
    whole.update(b"llo")
    print(whole.digest()[:4], part.hexdigest()[:8], whole.digest_size, whole.block_size, whole.name)
show("hashlib.shake_128(b'abc').hexdigest(20)", "hashlib.md5('abc')", "hashlib.new('foo')", "hashlib.blake2s(b'a', key=b'k', digest_size=8).hexdigest()")
show("hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex()", "hmac.new(b'key', b'msg', 'sha256').hexdigest()", "hmac.new(b'k', b'm')")
show("hmac.compare_digest('a', 'a')", "hmac.digest(b'k', b'm', 'sha1').hex()")
show("binascii.hexlify(b'abcdef', ':', 2)", "binascii.unhexlify('00fF')", "binascii.unhexlify(b'0')", "binascii.unhexlify('0g')")
show("binascii.b2a_base64(b'hello')", "binascii.a2b_base64('aGVsbG8')", "binascii.a2b_base64('a')", "binascii.crc32(b'hello')")
show("zlib.crc32(b'b', zlib.crc32(b'a'))", "zlib.adler32(b'hello')", "binascii.crc_hqx(b'abc', 0)", "binascii.b2a_uu(b'hello')")
for data in [b"", b"a", b"abc", b"abcde", bytes(range(20)), b"\0\0\0\0", b"    "]:
    for name in ["b64", "b32", "b32hex", "b16", "b85", "a85"]:
        text = getattr(base64, name + "encode")(data)
        print(name, text, getattr(base64, name + "decode")(text) == data)
show("base64.urlsafe_b64encode(b'\\xff\\xfe')", "base64.b64decode('YW!Jj', validate=True)", "base64.b64decode('abc')", "base64.b64encode('x')")
show("base64.b32decode('abc')", "base64.b16decode('ab')", "base64.b85decode('~~~~~')", "base64.a85encode(b'test', adobe=True)", "base64.encodebytes(b'x' * 60)")
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
show("u", "str(u)", "u.hex", "u.int", "u.fields", "u.urn", "u.version", "uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org')", "uuid.uuid3(uuid.NAMESPACE_URL, 'x')")
show("uuid.uuid4().version", "uuid.UUID('x')", "uuid.UUID()", "uuid.UUID(int=5, version=4)", "u < uuid.UUID(int=5)", "len({u, uuid.UUID(u.hex)})")
show("len(secrets.token_hex(5))", "secrets.randbelow(1)", "secrets.choice([7])", "errno.ENOENT", "errno.errorcode[13]")
for color in [(0, 0, 0), (0.2, 0.4, 0.4), (1, 0, 0)]:
    print(colorsys.rgb_to_hsv(*color), colorsys.rgb_to_hls(*color), colorsys.hsv_to_rgb(*color), colorsys.yiq_to_rgb(*color), colorsys.rgb_to_yiq(*color))
