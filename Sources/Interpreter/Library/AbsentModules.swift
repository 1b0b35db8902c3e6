/// Modules of the standard library that reach out of the notebook, to other processes, machines and terminals. Importing
/// one says so, with the error that code written to do without it expects.
enum AbsentModules {
  static let names = [
    "asyncio", "ctypes", "curses", "fcntl", "ftplib", "getpass", "http", "imaplib", "mmap", "multiprocessing",
    "poplib", "pty", "readline", "resource", "select", "selectors", "signal", "smtplib", "socket", "socketserver",
    "sqlite3", "ssl", "subprocess", "telnetlib", "termios", "tkinter", "turtle", "webbrowser", "xmlrpc",
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
