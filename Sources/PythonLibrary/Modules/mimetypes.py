"""What kind of content the ending of a name tells of. The types are those of this table; no system's files are read."""

import posixpath

__all__ = [
    "knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type", "init",
    "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types",
]

# For each type the endings, the usual one first.
_TABLE = """
application/javascript .js .mjs
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .adts .loas .ass .aac
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/opus .opus
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
audio/x-wav .wav
image/avif .avif
image/bmp .bmp
image/gif .gif
image/ief .ief
image/heic .heic
image/heif .heif
image/jpeg .jpg .jpe .jpeg
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi
video/x-sgi-movie .movie
"""

knownfiles = []
inited = False
suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2",
              ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
types_map = {}
for _line in _TABLE.split("\n"):
    _type, *_endings = _line.split() or [""]
    types_map.update(dict.fromkeys(_endings, _type))
# Not registered, but seen.
common_types = {
    ".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg", ".pic": "image/pict",
    ".pct": "image/pict", ".pict": "image/pict", ".webp": "image/webp", ".xul": "text/xul",
}


class MimeTypes:
    """Tables of types and encodings, which can be added to."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()
        # The seldom ones come first.
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for table, is_strict in ((types_map, True), (common_types, False)):
            for ending, type in table.items():
                self.add_type(type, ending, is_strict)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        endings = self.types_map_inv[strict].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        import os

        scheme, colon, path = os.fspath(url).partition(":")
        if not colon or not scheme or "/" in scheme:
            path = scheme + colon + path
        elif scheme.lower() == "data":
            return self._type_of_data(path)
        base, ending = posixpath.splitext(path)
        while (key := ending.lower()) in self.suffix_map:
            base, ending = posixpath.splitext(base + self.suffix_map[key])
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            base, ending = posixpath.splitext(base)
        for table in self.types_map[::-1] if not strict else self.types_map[1:]:
            for key in (ending, ending.lower()):
                if key in table:
                    return table[key], encoding
        return None, encoding

    @staticmethod
    def _type_of_data(path):
        """Of an address that holds the data itself: the type is what comes before the comma."""
        head, comma, _ = path.partition(",")
        if not comma:
            return None, None
        type = head.partition(";")[0]
        return type if "/" in type and "=" not in type else "text/plain", None

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        endings = list(self.types_map_inv[True].get(type, []))
        if not strict:
            endings += [ending for ending in self.types_map_inv[False].get(type, []) if ending not in endings]
        return endings

    def guess_extension(self, type, strict=True):
        endings = self.guess_all_extensions(type, strict)
        return endings[0] if endings else None

    def read(self, filename, strict=True):
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """Lines of a type and its endings, without their dots."""
        for line in fp:
            type, *endings = line.partition("#")[0].split() or [""]
            for ending in endings:
                self.add_type(type, "." + ending, strict)


_tables = None


def init(files=None):
    """Makes the tables anew, and reads files."""
    global _tables, inited, types_map, common_types, suffix_map, encodings_map
    _tables = MimeTypes(files or ())
    inited = True
    common_types, types_map = _tables.types_map
    suffix_map, encodings_map = _tables.suffix_map, _tables.encodings_map


def _asking(name):
    def function(*args, **kwargs):
        if _tables is None:
            init()
        return getattr(_tables, name)(*args, **kwargs)

    function.__name__ = function.__qualname__ = name
    return function


guess_type = _asking("guess_type")
guess_all_extensions = _asking("guess_all_extensions")
guess_extension = _asking("guess_extension")
add_type = _asking("add_type")


def read_mime_types(file):
    """The types in a file by their endings; None if it cannot be read."""
    tables = MimeTypes()
    tables.types_map = ({}, {})
    try:
        tables.read(file)
    except OSError:
        return None
    return tables.types_map[True]
