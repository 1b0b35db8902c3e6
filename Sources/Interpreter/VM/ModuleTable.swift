/// `sys.modules`: the modules imported so far, by full name.
package struct ModuleTable {
  let dict: DictObject

  /// The module, borrowed. Setting takes over the caller's count; nil forgets the module.
  package subscript(_ name: String) -> Value? {
    get { dict.get(name) }
    nonmutating set {
      if let newValue { dict.set(name, newValue) } else { _ = dict.remove(interned: dict.type.heap.intern(name)) }
    }
  }
}
