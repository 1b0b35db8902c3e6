extension VM {
  /// Runs the topmost frame, and what it calls, until it returns.
  ///
  /// - Throws: when an exception leaves that frame.
  func run() throws(Raised) -> Value {
    let entry = state.pointee.frameCount
    var frame = frames + (entry - 1)
    var pc = frame.pointee.pc
    var regs = frame.pointee.registers
    var code = CodePointers(frame.pointee.code)

    while true {
      do throws(Raised) {
        while true {
          let i = pc.pointee
          pc += 1
          switch i.op {

          // MARK: Moving

          case .move:
            let value = regs[Int(i.b)]
            if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
            regs.set(i.a, value.retained())
          case .take:
            let value = regs[Int(i.b)]
            regs[Int(i.b)] = .unbound
            regs.set(i.a, value)
          case .constant: regs.set(i.a, code.constants[i.k].retained())
          case .integer: regs.set(i.a, .int(Int(Int32(truncatingIfNeeded: i.k))))
          case .none: regs.set(i.a, .none)
          case .clear: regs.set(i.a, .unbound)
          case .deleteLocal:
            if regs[Int(i.a)].isUnbound { throw raiseUnbound(code, Int(i.a)) }
            regs.set(i.a, .unbound)

          // MARK: Variables elsewhere

          case .loadGlobal:
            let cache = code.caches + Int(i.c)
            let globals = frame.pointee.globals
            var value = Value.unbound
            if cache.pointee.version == globals._withUnsafeGuaranteedRef({ $0.keysVersion }) {
              if cache.pointee.content == .entry {
                value = globals._withUnsafeGuaranteedRef { $0.entries }[Int(cache.pointee.index)].value
              } else if cache.pointee.content == .builtin {
                let builtins = state.pointee.builtins
                if cache.pointee.otherVersion == builtins._withUnsafeGuaranteedRef({ $0.keysVersion }) {
                  value = builtins._withUnsafeGuaranteedRef { $0.entries }[Int(cache.pointee.index)].value
                }
              }
            }
            if value.isUnbound {
              regs.set(i.a, try loadGlobal(frame, cache))
              continue
            }
            if i.x != 0, value.kind == .native || value.kind == .type {
              let next = pc
              pc += Int(i.x)
              frame.pointee.pc = pc
              let result = try callAtOnce(value, argumentCount: Int(i.x) &- 1, next, regs, code)
              if !result.isUnbound {
                regs.set((pc - 1).pointee.c, result)
                continue
              }
              pc = next
            }
            regs.set(i.a, value.retained())
          case .storeGlobal:
            let value = regs.takeOrCopy(i.a, code.localCount)
            if value.isUnbound { throw raiseUnbound(code, Int(i.a)) }
            let cache = code.caches + Int(i.c)
            let globals = frame.pointee.globals
            if cache.pointee.content == .entry,
              cache.pointee.version == globals._withUnsafeGuaranteedRef({ $0.keysVersion })
            {
              let entry = globals._withUnsafeGuaranteedRef { $0.entries } + Int(cache.pointee.index)
              let old = entry.pointee.value
              entry.pointee.value = value
              old.release()
            } else {
              globals._withUnsafeGuaranteedRef { storeGlobal($0, cache, value) }
            }
          case .deleteGlobal: try deleteGlobal(frame, code.caches + Int(i.c))
          case .loadName: regs.set(i.a, try loadName(frame, code.caches + Int(i.c)))
          case .storeName:
            let value = regs.takeOrCopy(i.a, code.localCount)
            if value.isUnbound { throw raiseUnbound(code, Int(i.a)) }
            try storeName(frame, code.caches + Int(i.c), value)
          case .deleteName: try deleteName(frame, code.caches + Int(i.c))
          case .makeCell:
            let cell = CellObject.make(regs[Int(i.a)], heap: heap)
            regs[Int(i.a)] = Value(cell)
          case .loadCell: regs.set(i.a, try loadCell(regs[Int(i.b)], code, Int(i.b)))
          case .storeCell:
            let value = regs.takeOrCopy(i.b, code.localCount)
            if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
            storeCell(regs[Int(i.a)], value)
          case .deleteCell: try deleteCell(regs[Int(i.a)], code, Int(i.a))

          // MARK: Arithmetic

          case .add, .iadd:
            let a = regs[Int(i.b)]
            let b = regs[Int(i.c)]
            if case .int(let x) = a, case .int(let y) = b {
              let (sum, overflow) = x.addingReportingOverflow(y)
              if !overflow {
                regs.set(i.a, .int(sum))
                continue
              }
            } else if case .float(let x) = a, case .float(let y) = b {
              regs.set(i.a, .float(x + y))
              continue
            }
            try i.op == .add ? slowBinary(.add, i, regs, code) : slowInPlace(.add, i, regs, code)
          case .sub, .isub:
            let a = regs[Int(i.b)]
            let b = regs[Int(i.c)]
            if case .int(let x) = a, case .int(let y) = b {
              let (difference, overflow) = x.subtractingReportingOverflow(y)
              if !overflow {
                regs.set(i.a, .int(difference))
                continue
              }
            } else if case .float(let x) = a, case .float(let y) = b {
              regs.set(i.a, .float(x - y))
              continue
            }
            try i.op == .sub ? slowBinary(.sub, i, regs, code) : slowInPlace(.sub, i, regs, code)
          case .mul, .imul:
            let a = regs[Int(i.b)]
            let b = regs[Int(i.c)]
            if case .int(let x) = a, case .int(let y) = b {
              let (product, overflow) = x.multipliedReportingOverflow(by: y)
              if !overflow {
                regs.set(i.a, .int(product))
                continue
              }
            } else if case .float(let x) = a, case .float(let y) = b {
              regs.set(i.a, .float(x * y))
              continue
            }
            try i.op == .mul ? slowBinary(.mul, i, regs, code) : slowInPlace(.mul, i, regs, code)
          case .truediv:
            if case .float(let x) = regs[Int(i.b)], case .float(let y) = regs[Int(i.c)], y != 0 {
              regs.set(i.a, .float(x / y))
            } else {
              try slowBinary(.truediv, i, regs, code)
            }
          case .floordiv:
            if case .int(let x) = regs[Int(i.b)], case .int(let y) = regs[Int(i.c)], y > 0 {
              let quotient = x / y
              regs.set(i.a, .int(x % y < 0 ? quotient &- 1 : quotient))
            } else {
              try slowBinary(.floordiv, i, regs, code)
            }
          case .mod:
            if case .int(let x) = regs[Int(i.b)], case .int(let y) = regs[Int(i.c)], y > 0 {
              let rest = x % y
              regs.set(i.a, .int(rest < 0 ? rest &+ y : rest))
            } else {
              try slowBinary(.mod, i, regs, code)
            }
          case .and:
            if case .int(let x) = regs[Int(i.b)], case .int(let y) = regs[Int(i.c)] {
              regs.set(i.a, .int(x & y))
            } else {
              try slowBinary(.and, i, regs, code)
            }
          case .or, .xor:
            if case .int(let x) = regs[Int(i.b)], case .int(let y) = regs[Int(i.c)] {
              regs.set(i.a, .int(i.op == .or ? x | y : x ^ y))
            } else {
              try slowBinary(i.op == .or ? .or : .xor, i, regs, code)
            }
          case .matmul, .pow, .lshift, .rshift:
            try slowBinary(BinaryOp(from: i.op, first: .add), i, regs, code)
          case .imatmul, .itruediv, .ifloordiv, .imod, .ipow, .ilshift, .irshift, .iand, .ior, .ixor:
            try slowInPlace(BinaryOp(from: i.op, first: .iadd), i, regs, code)
          case .addInteger:
            switch regs[Int(i.b)] {
            case .int(let x):
              let (sum, overflow) = x.addingReportingOverflow(Int(i.c))
              if overflow { try slowInteger(.add, i, regs, code) } else { regs.set(i.a, .int(sum)) }
            case .float(let x): regs.set(i.a, .float(x + Double(i.c)))
            default: try slowInteger(.add, i, regs, code)
            }
          case .subInteger:
            switch regs[Int(i.b)] {
            case .int(let x):
              let (difference, overflow) = x.subtractingReportingOverflow(Int(i.c))
              if overflow { try slowInteger(.sub, i, regs, code) } else { regs.set(i.a, .int(difference)) }
            case .float(let x): regs.set(i.a, .float(x - Double(i.c)))
            default: try slowInteger(.sub, i, regs, code)
            }
          case .neg:
            switch regs[Int(i.b)] {
            case .int(let x) where x != Int.min: regs.set(i.a, .int(-x))
            case .float(let x): regs.set(i.a, .float(-x))
            default: try slowUnary(.neg, i, regs, code)
            }
          case .pos: try slowUnary(.pos, i, regs, code)
          case .invert: try slowUnary(.invert, i, regs, code)
          case .not:
            let truth = try testTruth(i.b, regs, code)
            regs.set(i.a, .bool(!truth))

          // MARK: Comparison

          case .lt, .le, .eq, .ne, .gt, .ge:
            let op = ComparisonOp(from: i.op, first: .lt)
            if let result = fastCompare(op, regs[Int(i.b)], regs[Int(i.c)]) {
              regs.set(i.a, .bool(result))
            } else {
              try slowCompare(op, i, regs, code)
            }
          case .is, .isNot:
            let same = try identity(i.b, i.c, regs, code)
            regs.set(i.a, .bool(same == (i.op == .is)))
          case .contains, .notContains:
            let found = try containment(i.b, i.c, regs, code)
            regs.set(i.a, .bool(found == (i.op == .contains)))
          case .ltElse: pc = code.following(pc, if: try condition(.lt, i, regs, code))
          case .leElse: pc = code.following(pc, if: try condition(.le, i, regs, code))
          case .eqElse: pc = code.following(pc, if: try condition(.eq, i, regs, code))
          case .neElse: pc = code.following(pc, if: try condition(.ne, i, regs, code))
          case .gtElse: pc = code.following(pc, if: try condition(.gt, i, regs, code))
          case .geElse: pc = code.following(pc, if: try condition(.ge, i, regs, code))
          case .ltIntegerElse: pc = code.following(pc, if: try integerCondition(.lt, i, regs, code))
          case .leIntegerElse: pc = code.following(pc, if: try integerCondition(.le, i, regs, code))
          case .eqIntegerElse: pc = code.following(pc, if: try integerCondition(.eq, i, regs, code))
          case .neIntegerElse: pc = code.following(pc, if: try integerCondition(.ne, i, regs, code))
          case .gtIntegerElse: pc = code.following(pc, if: try integerCondition(.gt, i, regs, code))
          case .geIntegerElse: pc = code.following(pc, if: try integerCondition(.ge, i, regs, code))
          case .eqConstantElse, .neConstantElse:
            let holds = try constantCondition(i.op == .eqConstantElse ? .eq : .ne, i, regs, code)
            pc = code.following(pc, if: holds)
          case .isElse, .isNotElse:
            let same = try identity(i.a, i.b, regs, code)
            pc = code.following(pc, if: same == (i.op == .isElse))
          case .noneElse, .notNoneElse:
            let value = regs[Int(i.a)]
            if value.isUnbound { throw raiseUnbound(code, Int(i.a)) }
            regs.use(i.a, code.localCount)
            pc = code.following(pc, if: value.isNone == (i.op == .noneElse))
          case .containsElse, .notContainsElse:
            let found = try containment(i.a, i.b, regs, code)
            pc = code.following(pc, if: found == (i.op == .containsElse))
          case .containsConstantElse, .notContainsConstantElse:
            let found = try containment(i.a, in: code.constants[Int(i.b)], regs, code)
            pc = code.following(pc, if: found == (i.op == .containsConstantElse))

          // MARK: Control

          case .jump: pc = code.instructions + i.k
          case .loop:
            pc = code.instructions + i.k
            state.pointee.ticks &-= 1
            if state.pointee.ticks < 0 { try lookAtLimits() }
          case .trueElse:
            if case .bool(let truth) = regs[Int(i.a)] {
              pc = code.following(pc, if: truth)
            } else {
              let truth = try testTruth(i.a, regs, code)
              pc = code.following(pc, if: truth)
            }
          case .falseElse:
            let truth = try testTruth(i.a, regs, code)
            pc = code.following(pc, if: !truth)
          case .jumpIfTrue: if try isTrue(regs[Int(i.a)]) { pc = code.instructions + i.k }
          case .jumpIfFalse: if try !isTrue(regs[Int(i.a)]) { pc = code.instructions + i.k }

          // MARK: Building

          case .list: regs.set(i.a, buildList(regs + Int(i.b), Int(i.c)))
          case .tuple: regs.set(i.a, buildTuple(regs + Int(i.b), Int(i.c)))
          case .set: regs.set(i.a, try buildSet(regs + Int(i.b), Int(i.c), areConstants: i.x != 0))
          case .dict: regs.set(i.a, try buildDict(regs + Int(i.b), Int(i.c)))
          case .listAppend:
            let value = regs[Int(i.b)]
            regs[Int(i.b)] = .unbound
            appendToList(regs[Int(i.a)], value)
          case .setAdd: try addToSet(regs, i)
          case .listExtend: try extendList(regs, i)
          case .setUpdate: try updateSet(regs, i)
          case .dictSet: try setInDict(regs, i)
          case .dictUpdate: try updateDict(regs, i)
          case .dictMerge: try mergeKeywords(regs, i)
          case .listToTuple: listToTuple(regs, i)
          case .slice: regs.set(i.a, slice(regs + Int(i.b), absent: i.x))
          case .formatValue: try formatValue(regs, i)
          case .concatenate: regs.set(i.a, try concatenate(regs + Int(i.b), Int(i.c)))

          // MARK: Attributes and items

          case .loadAttribute:
            let cache = code.caches + Int(i.c)
            if case .object(let reference) = regs[Int(i.b)] {
              if cache.pointee.fits(reference) {
                regs.finish(i.a, cachedAttribute(reference, cache), used: i.b, code.localCount)
                continue
              }
              if let entry = cache.pointee.alternative(for: reference) {
                regs.finish(i.a, cachedAttribute(reference, entry), used: i.b, code.localCount)
                continue
              }
            }
            do {
              frame.pointee.pc = pc
              if try slowLoadAttribute(i, regs, code) {
                frame = frames + (state.pointee.frameCount - 1)
                pc = frame.pointee.pc
                regs = frame.pointee.registers
                code = CodePointers(frame.pointee.code)
              }
            }
          case .storeAttribute:
            let cache = code.caches + Int(i.c)
            if case .object(let reference) = regs[Int(i.a)], !regs[Int(i.b)].isUnbound,
              let entry = cache.pointee.fits(reference) ? cache : cache.pointee.alternative(for: reference)
            {
              storeCached(reference, entry, regs.takeOrCopy(i.b, code.localCount))
              regs.use(i.a, code.localCount)
            } else {
              try slowStoreAttribute(i, regs, code)
            }
          case .deleteAttribute: try removeAttribute(i, regs, code)
          case .loadMethod:
            let cache = code.caches + Int(i.c)
            if case .object(let reference) = regs[Int(i.b)],
              let entry = cache.pointee.fits(reference) ? cache : cache.pointee.alternative(for: reference),
              entry.pointee.content == .method
            {
              let method = entry.pointee.value
              if i.x != 0, method.kind == .native {
                let next = pc
                pc += Int(i.x)
                frame.pointee.pc = pc
                let result = try callAtOnce(
                  method.nativeReference, .object(reference), argumentCount: Int(i.x) &- 1, next, regs, code)
                if !result.isUnbound {
                  regs.use(i.b, code.localCount)
                  regs.set((pc - 1).pointee.c, result)
                  continue
                }
                pc = next
              }
              setMethod(i, method, regs, code)
            } else {
              try slowLoadMethod(i, regs, code)
            }
          case .getItem:
            if case .int(let index) = regs[Int(i.c)], case .object(let reference) = regs[Int(i.b)] {
              let value = fastItem(reference, index)
              if !value.isUnbound {
                regs.finish(i.a, value, used: i.b, code.localCount)
                continue
              }
            }
            try slowGetItem(i, regs, code)
          case .getInteger:
            if case .object(let reference) = regs[Int(i.b)] {
              let value = fastItem(reference, Int(Int16(bitPattern: i.c)))
              if !value.isUnbound {
                regs.finish(i.a, value, used: i.b, code.localCount)
                continue
              }
            }
            try slowGetInteger(i, regs, code)
          case .getSlice: try getSlice(i, regs, code)
          case .setSlice: try setSlice(i, regs, code)
          case .setItem:
            if case .int(let index) = regs[Int(i.b)], case .object(let reference) = regs[Int(i.a)],
              Int(i.a) < code.localCount, !regs[Int(i.c)].isUnbound,
              reference._withUnsafeGuaranteedRef({ isIndex(index, ofList: $0) })
            {
              let value = regs.takeOrCopy(i.c, code.localCount)
              reference._withUnsafeGuaranteedRef { unsafeDowncast($0, to: ListObject.self).replace(index, value) }
            } else {
              try storeItem(i, regs, code)
            }
          case .deleteItem: try removeItem(i, regs, code)

          // MARK: Calls

          case .call:
            frame.pointee.pc = pc
            let window = regs + Int(i.a)
            if i.x == 1 { window[1] = .unbound }
            if window[0].kind == .function {
              // The common case of the general way below.
              let hasReceiver = !window[1].isUnbound
              let arguments = hasReceiver ? window + 1 : window + 2
              let function = window[0].functionReference
              try bind(function, arguments, hasReceiver ? Int(i.b) &+ 1 : Int(i.b))
              frame = try push(
                function, arguments, mode: .call, result: i.c, callee: window, isRunning: true)
              regs = arguments
              code = CodePointers(frame.pointee.code)
              pc = code.instructions
              continue
            }
            if window[0].kind == .native, let value = try callInPlace(window, Int(i.b)) {
              regs.set(i.c, value)
              continue
            }
            if try call(window: window, count: Int(i.b), keywords: nil, result: i.c, caller: regs) {
              frame = frames + (state.pointee.frameCount - 1)
              pc = frame.pointee.pc
              regs = frame.pointee.registers
              code = CodePointers(frame.pointee.code)
            }
          case .callKeywords:
            let names = code.constants[pc.pointee.k]
            pc += 1
            frame.pointee.pc = pc
            if i.x == 1 { regs[Int(i.a) + 1] = .unbound }
            if try call(window: regs + Int(i.a), count: Int(i.b), keywords: names, result: i.c, caller: regs) {
              frame = frames + (state.pointee.frameCount - 1)
              pc = frame.pointee.pc
              regs = frame.pointee.registers
              code = CodePointers(frame.pointee.code)
            }
          case .callUnpack:
            frame.pointee.pc = pc
            if i.x == 1 { regs[Int(i.a) + 1] = .unbound }
            if try callUnpacked(window: regs + Int(i.a), result: i.c, caller: regs) {
              frame = frames + (state.pointee.frameCount - 1)
              pc = frame.pointee.pc
              regs = frame.pointee.registers
              code = CodePointers(frame.pointee.code)
            }
          case .extra: break
          case .function:
            let made = makeFunction(i, pc, regs, frame, code)
            regs.set(i.a, made.value)
            pc += made.extras
          case .buildClass:
            frame.pointee.pc = pc
            let extras = 1 + code.constants[i.k].freeCount
            let made = try buildClass(i, pc, regs, frame, code)
            pc += extras
            regs.set(i.a, made)
          case .return:
            let result = regs[Int(i.a)]
            if result.isUnbound { throw raiseUnbound(code, Int(i.a)) }
            regs[Int(i.a)] = .unbound
            if frame.pointee.mode == .call {
              leaveCall(frame, regs, result, Int(i.b))
              frame -= 1
            } else {
              let (isEntry, value) = try leaveFrame(frame, result, Int(i.b))
              if isEntry { return value }
              frame = frames + (state.pointee.frameCount - 1)
            }
            pc = frame.pointee.pc
            regs = frame.pointee.registers
            code = CodePointers(frame.pointee.code)
          case .returnNone:
            if frame.pointee.mode == .call {
              leaveCall(frame, regs, .none, Int(i.b))
              frame -= 1
            } else {
              let (isEntry, value) = try leaveFrame(frame, .none, Int(i.b))
              if isEntry { return value }
              frame = frames + (state.pointee.frameCount - 1)
            }
            pc = frame.pointee.pc
            regs = frame.pointee.registers
            code = CodePointers(frame.pointee.code)

          // MARK: Iteration and unpacking

          case .iterate:
            let value = regs[Int(i.b)]
            if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
            frame.pointee.pc = pc
            let iterator = try iterate(value)
            regs.finish(i.a, iterator, used: i.b, code.localCount)
          case .forIter:
            if case .object(let reference) = regs[Int(i.a)] {
              switch reference._withUnsafeGuaranteedRef({ $0.kind }) {
              case .rangeIterator:
                let iterator = unsafeBitCast(reference, to: Unmanaged<RangeIteratorObject>.self)
                if let number = iterator._withUnsafeGuaranteedRef({ $0.take() }) {
                  regs.set(i.b, .int(number))
                  pc += 1
                } else {
                  pc = code.instructions + pc.pointee.k
                }
                continue
              case .listIterator:
                let value = unsafeBitCast(reference, to: Unmanaged<ListIteratorObject>.self).take()
                if !value.isUnbound {
                  regs.set(i.b, value)
                  pc += 1
                  continue
                }
              case .tupleIterator:
                let value = unsafeBitCast(reference, to: Unmanaged<TupleIteratorObject>.self).take()
                if value.isUnbound {
                  pc = code.instructions + pc.pointee.k
                } else {
                  regs.set(i.b, value)
                  pc += 1
                }
                continue
              case .generator:
                frame.pointee.pc = pc
                if try resumeForLoop(reference, result: i.b) {
                  frame = frames + (state.pointee.frameCount - 1)
                  pc = frame.pointee.pc
                  regs = frame.pointee.registers
                  code = CodePointers(frame.pointee.code)
                } else {
                  pc = code.instructions + pc.pointee.k
                }
                continue
              default: break
              }
            }
            frame.pointee.pc = pc
            let value = try step(regs[Int(i.a)])
            if value.isUnbound {
              pc = code.instructions + pc.pointee.k
            } else {
              regs.set(i.b, value)
              pc += 1
            }
          case .unpack:
            frame.pointee.pc = pc
            if !unpackStored(i, regs, code) { try unpack(i, regs, code) }
          case .unpackStar:
            frame.pointee.pc = pc
            try unpackStar(i, regs, code)

          // MARK: Exceptions

          case .raise: throw try raiseStatement(i, regs)
          case .reraise:
            let old = raised
            raised = regs[Int(i.a)]
            regs[Int(i.a)] = .unbound
            old.release()
            throw Raised()
          case .enterHandler:
            regs.set(i.a, handled)
            handled = regs[Int(i.b)].retained()
          case .leaveHandler:
            let old = handled
            handled = regs[Int(i.a)]
            regs[Int(i.a)] = .unbound
            old.release()
          case .exceptionMatches: try exceptionMatches(i, regs)
          case .groupMatch: try groupMatch(i, regs)
          case .groupOutcome: try groupOutcome(i, regs)
          case .assertionError: regs.set(i.a, heap.types[.assertionError].retainedValue)
          case .withEnter:
            frame.pointee.pc = pc
            try enterWith(i, regs, code)
          case .withExit:
            frame.pointee.pc = pc
            try exitWith(i, regs)

          // MARK: Modules

          case .importName:
            frame.pointee.pc = pc
            let extra = pc.pointee
            pc += 1
            regs.set(i.a, try importModule(code.constants[i.k], extra, code))
          case .importFrom: regs.set(i.a, try importFrom(regs[Int(i.b)], code.caches + Int(i.c)))
          case .importStar: try importStar(i, regs, frame)

          // MARK: Generators

          case .makeGenerator:
            let result = Value(GeneratorObject.make(frame, pc, heap: heap))
            let (isEntry, value) = try leaveFrame(
              frame, result, code.object._withUnsafeGuaranteedRef { $0.registerCount })
            if isEntry { return value }
            frame = frames + (state.pointee.frameCount - 1)
            pc = frame.pointee.pc
            regs = frame.pointee.registers
            code = CodePointers(frame.pointee.code)
          case .yield:
            let value = regs.takeOrCopy(i.b, code.localCount)
            if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
            if state.pointee.drainedFrame == state.pointee.frameCount, try drain(value, i, frame, pc) { continue }
            let (isEntry, result) = suspend(frame, value, pc, Int(i.c))
            if isEntry { return result }
            frame = frames + (state.pointee.frameCount - 1)
            // The `for` loop goes on after its jump.
            pc = frame.pointee.pc + 1
            regs = frame.pointee.registers
            code = CodePointers(frame.pointee.code)
          case .yieldFromIterator:
            let iterator = try iterate(regs[Int(i.b)])
            regs.set(i.a, iterator)
          case .delegate:
            frame.pointee.pc = pc
            if try delegateToGenerator(i, regs) {
              frame = frames + (state.pointee.frameCount - 1)
              pc = frame.pointee.pc
              regs = frame.pointee.registers
              code = CodePointers(frame.pointee.code)
            } else {
              let hasValue = try delegate(i, regs)
              pc = code.following(pc, if: hasValue)
            }

          // MARK: Patterns and annotations

          case .matchSequence: regs.set(i.a, .bool(try isSequencePattern(regs[Int(i.b)])))
          case .matchMapping: regs.set(i.a, .bool(try isMappingPattern(regs[Int(i.b)])))
          case .matchLength:
            let length = try length(regs[Int(i.b)])
            regs.set(i.a, .bool(i.x == 0 ? length == Int(i.c) : length >= Int(i.c)))
          case .matchKeys: try matchKeys(i, regs)
          case .matchClass:
            let names = code.constants[pc.pointee.k]
            pc += 1
            try matchClass(i, regs, names)
          case .dictWithout: try dictWithout(i, regs)
          case .annotate: try annotate(regs, i, frame, code.constants[i.k])
          }
        }
      } catch {
        // The running frame may be gone already (an `__init__` that returned something): its caller's `pc` is saved.
        if frames + (state.pointee.frameCount - 1) == frame { frame.pointee.pc = pc }
        guard unwind(to: entry) else { throw error }
        frame = frames + (state.pointee.frameCount - 1)
        pc = frame.pointee.pc
        regs = frame.pointee.registers
        code = CodePointers(frame.pointee.code)
      }
    }
  }
}

extension BinaryOp {
  @inline(__always)
  init(from op: Opcode, first: Opcode) {
    self = unsafeBitCast(op.rawValue &- first.rawValue, to: BinaryOp.self)
  }
}

extension ComparisonOp {
  @inline(__always)
  init(from op: Opcode, first: Opcode) {
    self = unsafeBitCast(op.rawValue &- first.rawValue, to: ComparisonOp.self)
  }
}

extension Value {
  /// How many variables of enclosing functions a code constant uses.
  fileprivate var freeCount: Int { cast(.code, to: CodeObject.self)?.freeRegisters.count ?? 0 }
}
