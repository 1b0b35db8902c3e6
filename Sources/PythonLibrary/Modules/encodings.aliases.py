"""Other names of encodings."""

_NAMES = """
ascii: 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us
 iso_646.irv_1991 iso_ir_6 us us_ascii
base64_codec: base64 base_64
bz2_codec: bz2
cp1251: 1251 windows_1251
cp1252: 1252 windows_1252
cp437: 437 cspc8codepage437 ibm437
hex_codec: hex
iso8859_15: iso_8859_15 latin9 l9
koi8_r: cskoi8r
latin_1: 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1
mac_roman: macintosh macroman
quopri_codec: quopri quoted_printable quotedprintable
rot_13: rot13
utf_16: u16 utf16
utf_16_be: unicodebigunmarked utf_16be
utf_16_le: unicodelittleunmarked utf_16le
utf_32: u32 utf32
utf_32_be: utf_32be
utf_32_le: utf_32le
utf_7: u7 utf7 unicode_1_1_utf_7
utf_8: u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001
uu_codec: uu
zlib_codec: zip zlib
"""

aliases = {}
for _line in _NAMES.replace("\n ", " ").split("\n"):
    _name, _, _others = _line.partition(":")
    aliases.update((_other, _name) for _other in _others.split())
