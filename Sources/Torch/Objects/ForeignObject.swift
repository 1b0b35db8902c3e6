import Interpreter

/// What the objects of this module have in common: the machine knows nothing of what is behind them.
class ForeignObject: Object {
  init(_ type: TypeObject) { super.init(kind: .foreign, type: type) }

  @available(*, unavailable)
  override init(kind: Kind, type: TypeObject) { super.init(kind: kind, type: type) }
}
