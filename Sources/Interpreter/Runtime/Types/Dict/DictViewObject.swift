/// `dict_keys`, `dict_values`, `dict_items`: a window on a dict that shows what it holds now.
package final class DictViewObject: Object {
  package enum Content { case keys, values, items }

  final let dict: DictObject
  final let content: Content

  /// Retains the dict.
  init(_ dict: DictObject, _ content: Content, heap: Heap, type given: TypeObject? = nil) {
    self.dict = dict
    self.content = content
    dict.refCount &+= 1
    let type =
      switch content {
      case .keys: heap.types.dictKeys
      case .values: heap.types.dictValues
      case .items: heap.types.dictItems
      }
    super.init(kind: .foreign, type: given ?? type!)
    track()
  }

  package override func dropReferences() { Value(dict).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(dict)) }

  /// What the view shows of an entry, owned.
  final func element(_ entry: DictObject.Entry, _ vm: VM) -> Value {
    switch content {
    case .keys: entry.key.retained()
    case .values: entry.value.retained()
    case .items: vm.tuple([entry.key.retained(), entry.value.retained()])
    }
  }
}

extension Value {
  /// The object as the final Swift class `T`, whatever its kind.
  @inline(__always)
  package func foreign<T: Object>(_ type: T.Type) -> T? {
    guard let object = self.object, Swift.type(of: object) == type else { return nil }
    return unsafeDowncast(object, to: type)
  }
}
