/// Modules of the standard library that are not here: most reach out of the notebook, to other processes, machines and
/// terminals, or are programs of their own. Importing one says so, with the error that code written to do without it
/// expects.
enum AbsentModules {
  static let names: Set = [
    "_curses", "_posixsubprocess", "_socket", "_ssl", "_tkinter", "aifc", "antigravity", "asynchat", "asyncio",
    "asyncore", "audioop", "bdb", "bz2", "cProfile", "cgi", "cgitb", "chunk", "compileall", "crypt", "ctypes", "curses",
    "dbm", "distutils", "email", "ensurepip", "faulthandler", "fcntl", "ftplib", "grp", "http", "idlelib", "imaplib",
    "lib2to3", "lzma", "mailbox", "mailcap", "mmap", "modulefinder", "msilib", "msvcrt", "multiprocessing", "netrc",
    "nis", "nntplib", "nt", "nturl2path", "opcode", "ossaudiodev", "pdb", "pickletools", "pipes", "poplib", "profile",
    "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "readline", "resource", "rlcompleter",
    "select", "selectors", "shelve", "site", "smtpd", "smtplib", "sndhdr", "socket", "socketserver", "spwd", "sqlite3",
    "ssl", "stringprep", "subprocess", "sunau", "symtable", "syslog", "tabnanny", "tarfile", "telnetlib", "termios",
    "this", "tkinter", "trace", "tracemalloc", "tty", "turtle", "turtledemo", "venv", "wave", "webbrowser", "winreg",
    "winsound", "wsgiref", "xmlrpc", "zipapp", "zipfile", "zipimport",
  ]
}
