/// What binding the arguments of a Swift function needs to know of its parameters, in memory that is read without
/// counting.
struct NativeLayout {
  let count: Int
  let positionalCount: Int
  let requiredCount: Int
  /// The places of `*args` and `**kwargs`; -1 if there is none.
  let variadic: Int
  let keywordVariadic: Int
  /// For each parameter its interned name, if a keyword may name it.
  private let names: UnsafeMutablePointer<Unmanaged<StrObject>?>

  /// nil if only the general way tells what is missing.
  init?(_ signature: Signature, heap: Heap) {
    let parameters = signature.parameters
    if parameters.contains(where: { $0.variety == .keywordOnly && $0.defaultText == nil }) { return nil }
    count = parameters.count
    positionalCount = signature.positionalCount
    requiredCount = signature.requiredCount
    variadic = parameters.firstIndex { $0.variety == .variadic } ?? -1
    keywordVariadic = parameters.firstIndex { $0.variety == .keywordVariadic } ?? -1
    names = .allocate(capacity: max(count, 1))
    for (index, parameter) in parameters.enumerated() {
      let isNamed = parameter.variety == .positionalOrKeyword || parameter.variety == .keywordOnly
      (names + index).initialize(to: isNamed ? Unmanaged.passUnretained(heap.intern(parameter.name)) : nil)
    }
  }

  func free() { names.deallocate() }

  /// The parameter that a keyword names; nil if there is none.
  func place(of keyword: Unmanaged<StrObject>) -> Int? {
    for index in 0..<count where names[index]?.toOpaque() == keyword.toOpaque() { return index }
    // A name that was made at run time is not interned.
    return keyword._withUnsafeGuaranteedRef { keyword in
      if keyword.isInterned { return nil }
      for index in 0..<count {
        if let name = names[index], name._withUnsafeGuaranteedRef({ $0.isEqual(to: keyword) }) { return index }
      }
      return nil
    }
  }
}
