/// Which names PyTorch has: one of these that is missing here is not the notebook's mistake.
enum Names {
  /// What to say about a name that a module lacks here; nil if PyTorch lacks it, too.
  static func unavailable(_ name: String, in module: String) -> String? {
    contains(modules[module] ?? "", name) ? "\(module).\(name) is not available in nbcheck" : nil
  }

  static func isTensorAttribute(_ name: String) -> Bool { contains(tensor, name) }

  private static func contains(_ list: String, _ name: String) -> Bool {
    list.split(whereSeparator: \.isWhitespace).contains { $0 == name }
  }
}
