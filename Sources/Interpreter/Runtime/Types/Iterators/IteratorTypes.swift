/// The types of the iterators written in Swift.
package final class IteratorTypes {
  let list: TypeObject
  let listReverse: TypeObject
  let tuple: TypeObject
  let range: TypeObject
  let longRange: TypeObject
  let dictKey: TypeObject
  let dictValue: TypeObject
  let dictItem: TypeObject
  let dictReverseKey: TypeObject
  let dictReverseValue: TypeObject
  let dictReverseItem: TypeObject
  let set: TypeObject
  let sequence: TypeObject
  let callable: TypeObject
  let reversed: TypeObject
  let enumerate: TypeObject
  let zip: TypeObject
  let map: TypeObject
  let filter: TypeObject

  init(_ types: Types) {
    func make(_ name: String, isFinal: Bool = true) -> TypeObject {
      IteratorTypes.make(types, name, isFinal: isFinal)
    }
    list = make("list_iterator")
    listReverse = make("list_reverseiterator")
    tuple = make("tuple_iterator")
    range = make("range_iterator")
    longRange = make("longrange_iterator")
    dictKey = make("dict_keyiterator")
    dictValue = make("dict_valueiterator")
    dictItem = make("dict_itemiterator")
    dictReverseKey = make("dict_reversekeyiterator")
    dictReverseValue = make("dict_reversevalueiterator")
    dictReverseItem = make("dict_reverseitemiterator")
    set = make("set_iterator")
    sequence = make("iterator")
    callable = make("callable_iterator")
    reversed = make("reversed", isFinal: false)
    enumerate = make("enumerate", isFinal: false)
    zip = make("zip", isFinal: false)
    map = make("map", isFinal: false)
    filter = make("filter", isFinal: false)
  }

  /// A type whose instances are `IteratorObject`s.
  static func make(
    _ types: Types, _ name: String, isFinal: Bool = false, module: String = "builtins"
  ) -> TypeObject {
    let type = types.make(name, .iterator, isFinal: isFinal, module: module)
    type.define("__iter__", "self, /") { (vm, a) throws(Raised) in a[0].retained() }
    type.define("__next__", "self, /") { (vm, a) throws(Raised) in
      guard let object = a[0].object, object.isIterator else {
        throw vm.raiseReceiver("__next__", name, a[0])
      }
      guard let value = try unsafeDowncast(object, to: IteratorObject.self).next(vm) else {
        throw vm.raiseStopIteration()
      }
      return value
    }
    return type
  }

  static func defineLengthHint(_ type: TypeObject) {
    type.define("__length_hint__", "self, /") { (_, a) throws(Raised) in
      .int((a[0].object as? any CountedIterator)?.remainingCount ?? 0)
    }
  }

  /// Declares `__length_hint__` for the types whose iterators know how much is left.
  func install() {
    let counted = [
      list, listReverse, tuple, range, reversed, dictKey, dictValue, dictItem, dictReverseKey, dictReverseValue,
      dictReverseItem, set,
    ]
    for type in counted { IteratorTypes.defineLengthHint(type) }
    for type in [list, listReverse, tuple, range, longRange, reversed, sequence] { IteratorTypes.definePlace(type) }
  }
}

/// An iterator that knows how many values are left.
protocol CountedIterator { var remainingCount: Int { get } }

/// Pairs that an iterator hands out; a pair that nobody kept is filled again.
struct PairMaker {
  /// Owned.
  private var pair: Unmanaged<TupleObject>?

  /// Takes over the counts of both; the result is owned by the caller.
  mutating func make(_ first: Value, _ second: Value, _ heap: Heap) -> Value {
    if let pair {
      let items = pair._withUnsafeGuaranteedRef { $0.refCount == 1 ? $0.items : nil }
      if let items {
        let (a, b) = (items[0], items[1])
        items[0] = first
        items[1] = second
        pair._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
        a.release()
        b.release()
        return value(of: pair)
      }
      value(of: pair).release()
    }
    let fresh = heap.pair(first, second)
    pair = fresh
    return value(of: fresh).retained()
  }

  private func value(of pair: Unmanaged<TupleObject>) -> Value {
    .object(unsafeBitCast(pair, to: Unmanaged<Object>.self))
  }

  func visit(_ visit: (Value) -> Void) {
    if let pair { visit(value(of: pair)) }
  }
}
