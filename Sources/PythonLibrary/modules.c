// The modules of the standard library that are written in Python, as text in the program itself.
// A module `a.b` is the file `Modules/a.b.py`.

#include "PythonLibrary.h"

// #embed belongs to C23, and is an extension where the compiler reads an older C.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define MODULE(name) {name, (const uint8_t[]){
#define END , 0}},

static const PythonModuleText modules[] = {
MODULE("IPython")
#embed "Modules/IPython.py"
END
MODULE("IPython.core")
#embed "Modules/IPython.core.py"
END
MODULE("IPython.display")
#embed "Modules/IPython.display.py"
END
MODULE("_encodings")
#embed "Modules/_encodings.py"
END
MODULE("_punycode")
#embed "Modules/_punycode.py"
END
MODULE("_scanner")
#embed "Modules/_scanner.py"
END
MODULE("_strptime")
#embed "Modules/_strptime.py"
END
MODULE("_thread")
#embed "Modules/_thread.py"
END
MODULE("_unicode_tables")
#embed "Modules/_unicode_tables.py"
END
MODULE("_unparse")
#embed "Modules/_unparse.py"
END
MODULE("abc")
#embed "Modules/abc.py"
END
MODULE("argparse")
#embed "Modules/argparse.py"
END
MODULE("array")
#embed "Modules/array.py"
END
MODULE("ast")
#embed "Modules/ast.py"
END
MODULE("atexit")
#embed "Modules/atexit.py"
END
MODULE("base64")
#embed "Modules/base64.py"
END
MODULE("binascii")
#embed "Modules/binascii.py"
END
MODULE("calendar")
#embed "Modules/calendar.py"
END
MODULE("cmd")
#embed "Modules/cmd.py"
END
MODULE("code")
#embed "Modules/code.py"
END
MODULE("codecs")
#embed "Modules/codecs.py"
END
MODULE("codeop")
#embed "Modules/codeop.py"
END
MODULE("collections")
#embed "Modules/collections.py"
END
MODULE("collections.abc")
#embed "Modules/collections.abc.py"
END
MODULE("colorsys")
#embed "Modules/colorsys.py"
END
MODULE("concurrent")
#embed "Modules/concurrent.py"
END
MODULE("concurrent.futures")
#embed "Modules/concurrent.futures.py"
END
MODULE("configparser")
#embed "Modules/configparser.py"
END
MODULE("contextlib")
#embed "Modules/contextlib.py"
END
MODULE("contextvars")
#embed "Modules/contextvars.py"
END
MODULE("copyreg")
#embed "Modules/copyreg.py"
END
MODULE("csv")
#embed "Modules/csv.py"
END
MODULE("dataclasses")
#embed "Modules/dataclasses.py"
END
MODULE("datetime")
#embed "Modules/datetime.py"
END
MODULE("decimal")
#embed "Modules/decimal.py"
END
MODULE("difflib")
#embed "Modules/difflib.py"
END
MODULE("dis")
#embed "Modules/dis.py"
END
MODULE("doctest")
#embed "Modules/doctest.py"
END
MODULE("encodings")
#embed "Modules/encodings.py"
END
MODULE("encodings.aliases")
#embed "Modules/encodings.aliases.py"
END
MODULE("enum")
#embed "Modules/enum.py"
END
MODULE("errno")
#embed "Modules/errno.py"
END
MODULE("filecmp")
#embed "Modules/filecmp.py"
END
MODULE("fileinput")
#embed "Modules/fileinput.py"
END
MODULE("fnmatch")
#embed "Modules/fnmatch.py"
END
MODULE("fractions")
#embed "Modules/fractions.py"
END
MODULE("functools")
#embed "Modules/functools.py"
END
MODULE("genericpath")
#embed "Modules/genericpath.py"
END
MODULE("getopt")
#embed "Modules/getopt.py"
END
MODULE("getpass")
#embed "Modules/getpass.py"
END
MODULE("gettext")
#embed "Modules/gettext.py"
END
MODULE("glob")
#embed "Modules/glob.py"
END
MODULE("graphlib")
#embed "Modules/graphlib.py"
END
MODULE("gzip")
#embed "Modules/gzip.py"
END
MODULE("hashlib")
#embed "Modules/hashlib.py"
END
MODULE("heapq")
#embed "Modules/heapq.py"
END
MODULE("hmac")
#embed "Modules/hmac.py"
END
MODULE("html")
#embed "Modules/html.py"
END
MODULE("html.entities")
#embed "Modules/html.entities.py"
END
MODULE("html.parser")
#embed "Modules/html.parser.py"
END
MODULE("imghdr")
#embed "Modules/imghdr.py"
END
MODULE("imp")
#embed "Modules/imp.py"
END
MODULE("importlib")
#embed "Modules/importlib.py"
END
MODULE("importlib.abc")
#embed "Modules/importlib.abc.py"
END
MODULE("importlib.machinery")
#embed "Modules/importlib.machinery.py"
END
MODULE("importlib.metadata")
#embed "Modules/importlib.metadata.py"
END
MODULE("importlib.util")
#embed "Modules/importlib.util.py"
END
MODULE("inspect")
#embed "Modules/inspect.py"
END
MODULE("io")
#embed "Modules/io.py"
END
MODULE("ipaddress")
#embed "Modules/ipaddress.py"
END
MODULE("json")
#embed "Modules/json.py"
END
MODULE("keyword")
#embed "Modules/keyword.py"
END
MODULE("linecache")
#embed "Modules/linecache.py"
END
MODULE("locale")
#embed "Modules/locale.py"
END
MODULE("logging")
#embed "Modules/logging.py"
END
MODULE("marshal")
#embed "Modules/marshal.py"
END
MODULE("mimetypes")
#embed "Modules/mimetypes.py"
END
MODULE("ntpath")
#embed "Modules/ntpath.py"
END
MODULE("numbers")
#embed "Modules/numbers.py"
END
MODULE("optparse")
#embed "Modules/optparse.py"
END
MODULE("os")
#embed "Modules/os.py"
END
MODULE("pathlib")
#embed "Modules/pathlib.py"
END
MODULE("pickle")
#embed "Modules/pickle.py"
END
MODULE("pkgutil")
#embed "Modules/pkgutil.py"
END
MODULE("platform")
#embed "Modules/platform.py"
END
MODULE("plistlib")
#embed "Modules/plistlib.py"
END
MODULE("posixpath")
#embed "Modules/posixpath.py"
END
MODULE("pprint")
#embed "Modules/pprint.py"
END
MODULE("queue")
#embed "Modules/queue.py"
END
MODULE("quopri")
#embed "Modules/quopri.py"
END
MODULE("reprlib")
#embed "Modules/reprlib.py"
END
MODULE("runpy")
#embed "Modules/runpy.py"
END
MODULE("sched")
#embed "Modules/sched.py"
END
MODULE("secrets")
#embed "Modules/secrets.py"
END
MODULE("shlex")
#embed "Modules/shlex.py"
END
MODULE("shutil")
#embed "Modules/shutil.py"
END
MODULE("signal")
#embed "Modules/signal.py"
END
MODULE("stat")
#embed "Modules/stat.py"
END
MODULE("statistics")
#embed "Modules/statistics.py"
END
MODULE("string")
#embed "Modules/string.py"
END
MODULE("struct")
#embed "Modules/struct.py"
END
MODULE("sysconfig")
#embed "Modules/sysconfig.py"
END
MODULE("tempfile")
#embed "Modules/tempfile.py"
END
MODULE("textwrap")
#embed "Modules/textwrap.py"
END
MODULE("threading")
#embed "Modules/threading.py"
END
MODULE("time")
#embed "Modules/time.py"
END
MODULE("timeit")
#embed "Modules/timeit.py"
END
MODULE("token")
#embed "Modules/token.py"
END
MODULE("tokenize")
#embed "Modules/tokenize.py"
END
MODULE("tomllib")
#embed "Modules/tomllib.py"
END
MODULE("tqdm")
#embed "Modules/tqdm.py"
END
MODULE("traceback")
#embed "Modules/traceback.py"
END
MODULE("types")
#embed "Modules/types.py"
END
MODULE("typing")
#embed "Modules/typing.py"
END
MODULE("unicodedata")
#embed "Modules/unicodedata.py"
END
MODULE("unittest")
#embed "Modules/unittest.py"
END
MODULE("urllib")
#embed "Modules/urllib.py"
END
MODULE("urllib.parse")
#embed "Modules/urllib.parse.py"
END
MODULE("uu")
#embed "Modules/uu.py"
END
MODULE("uuid")
#embed "Modules/uuid.py"
END
MODULE("warnings")
#embed "Modules/warnings.py"
END
MODULE("weakref")
#embed "Modules/weakref.py"
END
MODULE("xdrlib")
#embed "Modules/xdrlib.py"
END
MODULE("xml")
#embed "Modules/xml.py"
END
MODULE("xml.etree")
#embed "Modules/xml.etree.py"
END
MODULE("xml.etree.ElementTree")
#embed "Modules/xml.etree.ElementTree.py"
END
MODULE("xml.sax")
#embed "Modules/xml.sax.py"
END
MODULE("xml.sax.saxutils")
#embed "Modules/xml.sax.saxutils.py"
END
MODULE("zlib")
#embed "Modules/zlib.py"
END
MODULE("zoneinfo")
#embed "Modules/zoneinfo.py"
END
    {0, 0}};

const PythonModuleText *python_modules(void) { return modules; }
