/// `_files`: the files of the host, for `io` and `os`, which are written around it.
enum FilesModule {
  /// Where relative paths begin.
  fileprivate final class Place {
    var folder: String

    init(_ folder: String) { self.folder = folder }
  }

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_files", heap: vm.heap)
    let place = Place(vm.host.folder)
    module.define("getcwd", "") { (vm, _) throws(Raised) in vm.str(place.folder) }
    module.define("chdir", "path, /") { (vm, a) throws(Raised) in
      let status = try vm.files(a, place) { (files, path) throws(FileError) in try files.status(of: path) }
      if !status.isFolder { throw vm.raise(.notAFolder, a[0]) }
      place.folder = try vm.text(a[0]).normalizedPath(in: place.folder)
      return .none
    }
    defineReading(module, place)
    defineWriting(module, place)
    return module
  }

  private static func defineReading(_ module: ModuleObject, _ place: Place) {
    module.define("read", "path, /") { (vm, a) throws(Raised) in
      let size = try vm.files(a, place) { (files, path) throws(FileError) in
        let status = try files.status(of: path)
        if status.isFolder { throw .isAFolder }
        return status.size
      }
      try vm.checkSize(size)
      return vm.bytes(try vm.files(a, place) { (files, path) throws(FileError) in try files.read(path) })
    }
    module.define("stat", "path, /") { (vm, a) throws(Raised) in
      let status = try vm.files(a, place) { (files, path) throws(FileError) in try files.status(of: path) }
      return vm.tuple([
        .bool(status.isFolder), .int(status.size), .float(status.modified), .int(status.mode), .int(status.number),
      ])
    }
    module.define("listdir", "path, /") { (vm, a) throws(Raised) in
      let names = try vm.files(a, place) { (files, path) throws(FileError) in try files.names(in: path) }
      return vm.list(names.map { vm.str($0) })
    }
    module.define("realpath", "path, /") { (vm, a) throws(Raised) in
      let path = try vm.text(a[0]).normalizedPath(in: place.folder)
      return vm.str(vm.host.files?.realPath(of: path) ?? path)
    }
  }

  private static func defineWriting(_ module: ModuleObject, _ place: Place) {
    module.define("write", "path, data, /") { (vm, a) throws(Raised) in
      guard let data = a[1].asBytes else {
        throw vm.raise(.typeError, "a bytes-like object is required, not '\(vm.typeName(a[1]))'")
      }
      try vm.checkSize(data.bytes.count)
      let bytes = Array(data.bytes)
      try vm.files(a, place) { (files, path) throws(FileError) in try files.write(bytes, to: path) }
      return .none
    }
    module.define("mkdir", "path, /") { (vm, a) throws(Raised) in
      try vm.files(a, place) { (files, path) throws(FileError) in try files.makeFolder(path) }
      return .none
    }
    module.define("remove", "path, isFolder, /") { (vm, a) throws(Raised) in
      let isFolder = try vm.isTrue(a[1])
      try vm.files(a, place) { (files, path) throws(FileError) in
        let status = try files.status(of: path)
        if status.isFolder != isFolder { throw isFolder ? .notAFolder : .isAFolder }
        try files.remove(path)
      }
      return .none
    }
    module.define("rename", "path, target, /") { (vm, a) throws(Raised) in
      let target = try vm.text(a[1]).normalizedPath(in: place.folder)
      try vm.files(a, place) { (files, path) throws(FileError) in try files.rename(path, to: target) }
      return .none
    }
  }
}

extension VM {
  fileprivate func text(_ path: Value) throws(Raised) -> String {
    guard let text = path.asStr?.string else {
      throw raise(.typeError, "expected str, bytes or os.PathLike object, not \(typeName(path))")
    }
    if text.utf8.contains(0) { throw raise(.valueError, "embedded null byte") }
    return text
  }

  /// Does something with the host's files at the path that is the first argument, and counts what they hold.
  fileprivate func files<Result>(
    _ a: Arguments, _ place: FilesModule.Place,
    _ body: (any FileSystem, String) throws(FileError) -> Result
  ) throws(Raised) -> Result {
    let text = try text(a[0])
    guard let files = host.files, !place.folder.isEmpty else { throw raise(.outside, a[0]) }
    if text.isEmpty { throw raise(.notFound, a[0]) }
    try charge(100)
    let before = files.heldBytes
    defer { heap.charge(files.heldBytes - before) }
    do throws(FileError) {
      return try body(files, text.normalizedPath(in: place.folder))
    } catch {
      throw raise(error, a[0])
    }
  }

  fileprivate func raise(_ error: FileError, _ path: Value) -> Raised {
    let type: ExceptionType =
      switch error.number {
      case 1, 13: .permissionError
      case 2: .fileNotFoundError
      case 17: .fileExistsError
      case 20: .notADirectoryError
      case 21: .isADirectoryError
      default: .osError
      }
    let words = str(error.words)
    defer { words.release() }
    do throws(Raised) {
      return raise(try call(Value(heap.types[type]), arguments: [.int(error.number), words, path]))
    } catch {
      return error
    }
  }
}
