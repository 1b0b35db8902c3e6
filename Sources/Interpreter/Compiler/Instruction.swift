// The machine, in one comment.
//
// A frame is a window of registers on one contiguous stack: parameters, other locals, cells of captured
// variables, then temporaries. R[x] is a register, K[x] a constant, C[x] an inline cache (which knows its
// name), `k` stands for the 32 bits of `b` and `c` together. Every register owns its value.
//
// An instruction that reads a temporary leaves it clear (or holding a number); locals it only borrows.
// "else next" means: if the condition holds, the next instruction (always a `jump`) is skipped.
//
// A call's window is [callee][self or unbound][arguments…]; the callee's registers start at the arguments.

/// One instruction: 8 bytes, read as one number and taken apart where its parts are used.
struct Instruction {
  private var bits: UInt64

  init(op: Opcode, x: UInt8 = 0, a: UInt16 = 0, b: UInt16 = 0, c: UInt16 = 0) {
    bits = UInt64(op.rawValue) | UInt64(x) << 8 | UInt64(a) << 16 | UInt64(b) << 32 | UInt64(c) << 48
  }

  @inline(__always)
  var op: Opcode { unsafeBitCast(UInt8(truncatingIfNeeded: bits), to: Opcode.self) }

  /// A small operand that few instructions have.
  @inline(__always)
  var x: UInt8 {
    get { UInt8(truncatingIfNeeded: bits >> 8) }
    set { bits = bits & ~0xFF00 | UInt64(newValue) << 8 }
  }

  @inline(__always)
  var a: UInt16 { UInt16(truncatingIfNeeded: bits >> 16) }

  @inline(__always)
  var b: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }

  @inline(__always)
  var c: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }

  /// `b` and `c` as one number.
  @inline(__always)
  var k: Int {
    get { Int(bits >> 32) }
    set { bits = bits & 0xFFFF_FFFF | UInt64(truncatingIfNeeded: newValue) << 32 }
  }
}

extension Instruction {
  /// Whether it raises what was raised before, which leaves no further mark in the traceback.
  var isReraise: Bool { op == .reraise || op == .raise && x == 0 }
}

enum Opcode: UInt8 {
  // Moving
  case move  // R[a] := R[b]; unbound is an UnboundLocalError
  case take  // R[a] := R[b], R[b] cleared
  case constant  // R[a] := K[k]
  case integer  // R[a] := k, signed
  case none  // R[a] := None
  case clear  // R[a] released and cleared
  case deleteLocal  // R[a] cleared; unbound is an error

  // Variables elsewhere
  case loadGlobal  // R[a] := globals or builtins, by C[c]; x as in `loadMethod`
  case storeGlobal  // globals := R[a], by C[c]
  case deleteGlobal  // by C[c]
  case loadName  // R[a] := class namespace, then globals, builtins, by C[c]
  case storeName  // class namespace := R[a], by C[c]
  case deleteName  // by C[c]
  case makeCell  // R[a] := cell(R[a])
  case loadCell  // R[a] := R[b].contents
  case storeCell  // R[a].contents := R[b]
  case deleteCell  // R[a].contents cleared

  // Arithmetic; the order is `BinaryOp`'s
  case add, sub, mul, matmul, truediv, floordiv, mod, pow, lshift, rshift, and, or, xor  // R[a] := R[b] op R[c]
  case iadd, isub, imul, imatmul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ior, ixor
  case addInteger  // R[a] := R[b] + Int16(c); x: in place
  case subInteger  // R[a] := R[b] - Int16(c)
  case neg, pos, invert  // R[a] := op R[b]
  case not  // R[a] := not R[b]

  // Comparison; the order of the six is `ComparisonOp`'s
  case lt, le, eq, ne, gt, ge  // R[a] := R[b] op R[c]
  case `is`, isNot, contains, notContains  // R[a] := R[b] op R[c]
  case ltElse, leElse, eqElse, neElse, gtElse, geElse  // R[a] op R[b], else next
  // R[a] op Int16(b), else next
  case ltIntegerElse, leIntegerElse, eqIntegerElse, neIntegerElse, gtIntegerElse, geIntegerElse
  case eqConstantElse, neConstantElse  // R[a] op K[b], else next
  case isElse, isNotElse, containsElse, notContainsElse  // R[a] op R[b], else next
  case containsConstantElse, notContainsConstantElse  // R[a] op K[b], else next
  case noneElse, notNoneElse  // R[a] is None, is not None, else next

  // Control
  case jump  // to k
  case loop  // to k, backwards: counts time
  case trueElse  // R[a] is true, else next
  case falseElse  // R[a] is false, else next
  case jumpIfTrue  // keep R[a], to k
  case jumpIfFalse  // keep R[a], to k

  // Building
  case list, tuple, set  // R[a] := of the c registers from R[b]; x, for a set: all were constants
  case dict  // R[a] := of the c pairs of registers from R[b]
  case listAppend, setAdd  // R[a] takes R[b]
  case listExtend, setUpdate  // R[a] takes all of R[b]
  case dictSet  // R[a][R[b]] := R[c]
  case dictUpdate  // R[a] takes all of R[b]
  case dictMerge  // the same for a call's keywords: repeated ones are an error naming R[c]
  case listToTuple  // R[a] := tuple(R[a])
  case slice  // R[a] := slice(R[b], R[b+1], R[b+2])
  case formatValue  // R[a] := format(R[b], spec R[c]); x: 0 none, 1 str, 2 repr, 3 ascii; +4: has a spec
  case concatenate  // R[a] := the c strings from R[b], joined

  // Attributes and items
  case loadAttribute  // R[a] := R[b].C[c]
  case storeAttribute  // R[a].C[c] := R[b]
  case deleteAttribute  // del R[a].C[c]
  // R[a], R[a+1] := function and receiver of R[b].C[c], or value and unbound; x, if not 0: the x instructions that follow
  // load the one argument, if any, and call
  case loadMethod
  case getItem  // R[a] := R[b][R[c]]
  case getInteger  // R[a] := R[b][Int16(c)]
  // R[a] := R[b][R[c]:R[c+1]:R[c+2]]; the bits of x, here, in `setSlice` and in `slice`: the parts that are left out
  case getSlice
  case setItem  // R[a][R[b]] := R[c]
  case setSlice  // R[a][R[b]:R[b+1]:R[b+2]] := R[c]
  case deleteItem  // del R[a][R[b]]

  // Calls
  case call  // R[c] := R[a](b arguments after it); x, here and in the next two: no receiver, whatever R[a+1] holds
  case callKeywords  // the same, the last of them named by the tuple K[next.k]; next is `extra`
  case callUnpack  // R[c] := R[a](*R[a+2], **R[a+3]); R[a+3] may be unbound
  case extra  // operands of the instruction before
  // R[a] := function of code K[k]; next `extra`: a first default, b their count, c keyword defaults after them, and if x
  // annotations after these; then an `extra` for each captured cell
  case function
  // R[a] := class of code K[k]; next `extra`: a the bases, then the keywords; then an `extra` for each captured cell
  case buildClass
  case `return`  // R[a]; the registers from b on are clear
  case returnNone  // the same with None

  // Iteration and unpacking
  case iterate  // R[a] := iter(R[b])
  case forIter  // R[b] := next(R[a]), else next
  case unpack  // R[a], R[a+1], … := the c items of R[b]
  case unpackStar  // the same with x items before a list and c items after it

  // Exceptions
  case raise  // R[a] from R[b]; x: 0 re-raise, 1 exception, 2 with cause
  case reraise  // the exception R[a], its traceback kept
  case enterHandler  // R[a] := the exception handled so far; now R[b] is
  case leaveHandler  // the exception handled is R[a] again
  case exceptionMatches  // R[a] := isinstance(R[b], R[c])
  case groupMatch  // R[a] := the part of R[b] that is of the types R[c], or False; R[b] := the rest, or None
  // R[a] := what `except*` raises in the end, or False: of the exception R[b], the rest R[b + x], and the list R[c] of what
  // handlers raised, each followed by the part it handled
  case groupOutcome
  case assertionError  // R[a] := AssertionError
  case withEnter  // R[a] := exit method and receiver of R[b] in R[a], R[a+1]; R[c] := enter result
  case withExit  // R[c] := R[a](type, value, traceback of the exception R[b]); is it true?

  // Modules
  case importName  // R[a] := import K[k], next `extra`: a the level, b 1 for the top package, x 1: K[c] the names
  case importFrom  // R[a] := R[b].C[c], a name of a module
  case importStar  // all of R[a] into globals

  // Generators
  case makeGenerator  // the frame becomes a generator, which is returned
  // R[b] goes out; R[a] := what is sent, unless x is 2 (1: in `yield from`); the registers from c on are clear
  case yield
  case yieldFromIterator  // R[a] := iter(R[b]), generators as they are
  case delegate  // R[c] := the next of R[a], sent R[b], else next (then R[c] is its return value)
  // Display and patterns
  case matchSequence, matchMapping  // R[a] := R[b] is one
  case matchLength  // R[a] := len(R[b]) is c, or at least c if x
  case matchKeys  // R[a] := R[b] has all keys of the tuple R[c]: a tuple of its values, or None
  case matchClass  // R[a] := attributes of R[b] as class R[c] with names K[next.k], x positional; or None
  case dictWithout  // R[a] := dict(R[b]) without the keys of the tuple R[c]
  case annotate  // __annotations__[K[k]] := R[a]
}
