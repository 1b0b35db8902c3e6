/// Judges whether a text is Python. Injected, so that reading notebooks depends on no parser.
package protocol CodeReader: Sendable {
  /// Reads a text that starts in column 0 and whose lines end in `\n`.
  func read(_ text: String) -> CodeReading
  /// The names that need no assignment: `print`, `len`, …
  var builtinNames: Set<String> { get }
}

package enum CodeReading: Sendable, Equatable {
  /// The text ends inside brackets, a string or a statement that wants a body: more lines may make it Python.
  case incomplete
  case complete(CodeShape)
  case notPython
}

/// What is known of a text that parses.
package struct CodeShape: Sendable, Equatable {
  /// Some statement is more than an expression: assignment, import, definition, loop, `del`, `assert`, a magic, …
  package var hasStatement = false
  /// Some statement, at any depth, is an expression.
  package var hasExpressionStatement = false
  /// The last statement at the outermost level is an expression.
  package var endsInExpression = false
  /// The last statement has a body that a further indented line would continue.
  package var endsInOpenSuite = false
  /// No statement at all, but at least one comment.
  package var isOnlyComments = false
  /// Every statement is an expression made of literals, or of calls whose arguments are literals: what a repr may be.
  package var isOnlyLiteralsOrReprs = false
  /// Names bound at the outermost level (assignment, import, def, class, for, with, walrus, del excluded).
  package var boundNames: Set<String> = []
  /// What is called, as the dotted path as far as it is made of names: `print`, `torch.Size`, `q.backward`;
  /// for a call on anything else (`(a+b).sum()`), nothing.
  package var calledPaths: Set<String> = []
  /// Names that are read and not bound by the text itself before.
  package var freeNames: Set<String> = []
  /// Every statement is an annotation without a value, `name: expression`: how programs print results, and authors notes.
  package var isOnlyAnnotations = false
  /// `from x import *`: any name may be bound.
  package var importsEverything = false

  package init() {}
}
