/// Modules of the standard library that are not here: most reach out of the notebook, to other processes, machines and
/// terminals, or are programs of their own. Importing one says so, with the error that code written to do without it
/// expects.
enum AbsentModules {
  static let names = [
    "asynchat", "asyncio", "asyncore", "bz2", "cgi", "cgitb", "crypt", "ctypes", "curses", "dbm", "distutils", "email",
    "ensurepip", "faulthandler", "fcntl", "ftplib", "grp", "http", "idlelib", "imaplib", "lzma", "mailbox", "mmap",
    "multiprocessing", "nntplib", "ossaudiodev", "pdb", "poplib", "pty", "pwd", "pydoc", "readline", "resource",
    "select", "selectors", "shelve", "smtpd", "smtplib", "socket", "socketserver", "spwd", "sqlite3", "ssl",
    "subprocess", "symtable", "syslog", "tarfile", "telnetlib", "termios", "tkinter", "tracemalloc", "tty", "turtle",
    "venv", "webbrowser", "wsgiref", "xmlrpc", "zipapp", "zipfile", "zipimport",
  ]

  static func install(_ vm: VM) {
    for name in names {
      vm.register(name) { (vm) throws(Raised) in
        let error = vm.raise(.moduleNotFoundError, "No module named '\(name)': it is not available in nbcheck")
        vm.raised.asException?.setOwnAttribute(vm.heap.intern("name"), vm.str(name))
        throw error
      }
    }
  }
}
