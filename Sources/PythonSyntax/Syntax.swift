// The abstract syntax tree of Python 3.11, `async` excepted.
//
// It follows the grammar of CPython's `ast` module (names in Swift's spelling), so that whoever knows
// `ast.dump` can read it. Every node carries the range of source it came from: tracebacks, carets and
// "where does the code end?" all read positions from here.

/// A half-open range of UTF-8 offsets into the text of a `Source`.
package struct SourceRange: Equatable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }
}

/// A parsed cell or script.
package struct Module: Sendable {
  package var body: [Statement]

  package init(body: [Statement]) { self.body = body }
}

package struct Statement: Sendable {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable {
    case expression(Expression)
    /// `a = b = value`: targets from left to right.
    case assign(targets: [Expression], value: Expression)
    case augmentedAssign(target: Expression, op: BinaryOperator, value: Expression)
    /// `isSimple` is false for `(x): int` and for attribute and subscript targets.
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
    case delete([Expression])
    case pass
    case `break`
    case `continue`
    case `return`(Expression?)
    case raise(exception: Expression?, cause: Expression?)
    case assert(test: Expression, message: Expression?)
    case global([String])
    case nonlocal([String])
    case `import`([Alias])
    /// `from ..module import names`; `level` counts the leading dots; a single alias named `*` imports all.
    case importFrom(module: String?, names: [Alias], level: Int)
    case `if`(test: Expression, body: [Statement], orElse: [Statement])
    case `while`(test: Expression, body: [Statement], orElse: [Statement])
    case `for`(target: Expression, iterable: Expression, body: [Statement], orElse: [Statement])
    case with(items: [WithItem], body: [Statement])
    case `try`(body: [Statement], handlers: [ExceptHandler], orElse: [Statement], finally: [Statement])
    case functionDefinition(FunctionDefinition)
    case classDefinition(ClassDefinition)
    case match(subject: Expression, cases: [MatchCase])
  }
}

package struct Alias: Sendable {
  /// Dotted for `import a.b`.
  package let name: String
  package let asName: String?
  package let range: SourceRange

  package init(name: String, asName: String?, range: SourceRange) {
    self.name = name
    self.asName = asName
    self.range = range
  }
}

package struct WithItem: Sendable {
  package let context: Expression
  package let target: Expression?

  package init(context: Expression, target: Expression?) {
    self.context = context
    self.target = target
  }
}

package struct ExceptHandler: Sendable {
  package let type: Expression?
  package let name: String?
  package let body: [Statement]
  package let range: SourceRange
  /// `except*`; all handlers of a `try` are, or none.
  package let isForGroups: Bool

  package init(
    type: Expression?, name: String?, body: [Statement], range: SourceRange, isForGroups: Bool = false
  ) {
    self.isForGroups = isForGroups
    self.type = type
    self.name = name
    self.body = body
    self.range = range
  }
}

package struct FunctionDefinition: Sendable {
  package let name: String
  package let parameters: Parameters
  package let body: [Statement]
  package let decorators: [Expression]
  package let returns: Expression?
  /// The range of the `def` line's name, for errors and tracebacks.
  package let nameRange: SourceRange

  package init(
    name: String, parameters: Parameters, body: [Statement], decorators: [Expression], returns: Expression?,
    nameRange: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.decorators = decorators
    self.returns = returns
    self.nameRange = nameRange
  }
}

package struct ClassDefinition: Sendable {
  package let name: String
  package let arguments: [Argument]
  package let body: [Statement]
  package let decorators: [Expression]
  package let nameRange: SourceRange

  package init(
    name: String, arguments: [Argument], body: [Statement], decorators: [Expression], nameRange: SourceRange
  ) {
    self.name = name
    self.arguments = arguments
    self.body = body
    self.decorators = decorators
    self.nameRange = nameRange
  }
}

/// The parameters of a function or lambda, in source order within each group.
package struct Parameters: Sendable {
  package var positionalOnly: [Parameter] = []
  package var positionalOrKeyword: [Parameter] = []
  package var variadic: Parameter?
  package var keywordOnly: [Parameter] = []
  package var keywordVariadic: Parameter?

  package init() {}
}

package struct Parameter: Sendable {
  package let name: String
  package let annotation: Expression?
  package let defaultValue: Expression?
  package let range: SourceRange

  package init(name: String, annotation: Expression?, defaultValue: Expression?, range: SourceRange) {
    self.name = name
    self.annotation = annotation
    self.defaultValue = defaultValue
    self.range = range
  }
}

package struct Expression: Sendable {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable {
    case name(String)
    case constant(Constant)
    case formattedString([FormattedStringPart])
    case unary(UnaryOperator, Expression)
    case binary(Expression, BinaryOperator, Expression)
    /// `a and b and c` is one node with three operands.
    case boolean(BooleanOperator, [Expression])
    /// `first op0 rest0 op1 rest1 …`
    case comparison(Expression, [(op: ComparisonOperator, operand: Expression)])
    case conditional(test: Expression, body: Expression, orElse: Expression)
    case call(function: Expression, arguments: [Argument])
    case attribute(Expression, name: String)
    case `subscript`(Expression, index: Expression)
    /// Only inside a subscript.
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    case list([Expression])
    case tuple([Expression])
    case set([Expression])
    case dictionary([DictionaryItem])
    case comprehension(ComprehensionKind, element: Expression, clauses: [ComprehensionClause])
    case dictionaryComprehension(key: Expression, value: Expression, clauses: [ComprehensionClause])
    case lambda(Parameters, body: Expression)
    case starred(Expression)
    case named(target: String, value: Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
  }
}

package enum Constant: Sendable, Equatable {
  case none
  case bool(Bool)
  case ellipsis
  case int(Int)
  /// An integer literal beyond 64 bits: its digits (without prefix and underscores) in `radix`.
  case bigInt(digits: String, radix: Int)
  case float(Double)
  /// `2j`: the imaginary part.
  case imaginary(Double)
  /// Code points; lone surrogates from escapes are allowed, as in Python.
  case string([UInt32])
  case bytes([UInt8])
}

package enum FormattedStringPart: Sendable {
  case literal([UInt32])
  /// `{value!r:spec}`; `debugText` holds the source text before the value for `{value=}`.
  case value(Expression, conversion: FormattedStringConversion?, spec: [FormattedStringPart], debugText: String?)
}

package enum FormattedStringConversion: Sendable { case str, repr, ascii }

package enum UnaryOperator: Sendable { case plus, minus, not, invert }

package enum BinaryOperator: Sendable {
  case add, subtract, multiply, matrixMultiply, divide, floorDivide, modulo, power
  case leftShift, rightShift, bitAnd, bitOr, bitXor
}

package enum BooleanOperator: Sendable { case and, or }

package enum ComparisonOperator: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, `is`, isNot, `in`, notIn
}

package enum Argument: Sendable {
  case positional(Expression)
  case keyword(String, Expression, SourceRange)
  /// `*iterable`
  case unpack(Expression, SourceRange)
  /// `**mapping`
  case unpackKeywords(Expression, SourceRange)
}

package enum DictionaryItem: Sendable {
  case pair(key: Expression, value: Expression)
  /// `**mapping`
  case unpack(Expression)
}

package enum ComprehensionKind: Sendable { case list, set, generator }

package struct ComprehensionClause: Sendable {
  package let target: Expression
  package let iterable: Expression
  package let conditions: [Expression]

  package init(target: Expression, iterable: Expression, conditions: [Expression]) {
    self.target = target
    self.iterable = iterable
    self.conditions = conditions
  }
}

package struct MatchCase: Sendable {
  package let pattern: Pattern
  package let guardTest: Expression?
  package let body: [Statement]

  package init(pattern: Pattern, guardTest: Expression?, body: [Statement]) {
    self.pattern = pattern
    self.guardTest = guardTest
    self.body = body
  }
}

package struct Pattern: Sendable {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable {
    /// Compared with `==` (numbers, strings, dotted names).
    case value(Expression)
    /// Compared with `is`: `None`, `True`, `False`.
    case singleton(Constant)
    case sequence([Pattern])
    /// `*rest`; nil for `*_`.
    case star(String?)
    case mapping(keys: [Expression], patterns: [Pattern], rest: String?)
    case `class`(type: Expression, positional: [Pattern], keywords: [(name: String, pattern: Pattern)])
    /// `pattern as name`, a bare capture `name` (no pattern), or `_` (neither).
    case capture(Pattern?, name: String?)
    case or([Pattern])
  }
}
