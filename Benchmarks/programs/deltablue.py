# Incremental constraints between variables, each with a strength: what changes is planned once
# and the plan is run as often as its inputs move.

REQUIRED, STRONG, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST = range(7)
FORWARD, BACKWARD = 1, -1


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stays = True


class Constraint:
    is_input = False

    def __init__(self, strength):
        self.strength = strength

    def add(self, planner):
        self.connect()
        planner.add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.disconnect()

    def connect(self):
        for variable in self.variables():
            variable.constraints.append(self)
        self.unsatisfy()

    def disconnect(self):
        for variable in self.variables():
            variable.constraints.remove(self)
        self.unsatisfy()

    def satisfy(self, mark, planner):
        """Chooses a way to hold; returns the constraint that had to give way, if any."""
        self.choose(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot hold")
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output()
        beaten = out.determined_by
        if beaten is not None:
            beaten.unsatisfy()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise ValueError("a cycle of constraints")
        out.mark = mark
        return beaten

    def inputs_known(self, mark):
        return all(v.mark == mark or v.stays or v.determined_by is None for v in self.inputs())


class Unary(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def choose(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stays = not self.is_input
        if self.variable.stays:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    is_input = True


class Binary(Constraint):
    def __init__(self, first, second, strength):
        super().__init__(strength)
        self.first, self.second = first, second
        self.direction = None

    def variables(self):
        return (self.first, self.second)

    def inputs(self):
        return (self.first,) if self.direction == FORWARD else (self.second,)

    def input(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def is_satisfied(self):
        return self.direction is not None

    def unsatisfy(self):
        self.direction = None

    def choose(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            able = second.mark != mark and self.strength < second.strength
            self.direction = FORWARD if able else None
        elif second.mark == mark:
            self.direction = BACKWARD if self.strength < first.strength else None
        elif first.strength > second.strength:
            self.direction = BACKWARD if self.strength < first.strength else None
        else:
            self.direction = FORWARD if self.strength < second.strength else None

    def recalculate(self):
        source, out = self.input(), self.output()
        out.strength = max(self.strength, source.strength)
        out.stays = source.stays
        if out.stays:
            self.execute()


class Equality(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    """second = first * factor + offset, where the factor and the offset are variables too."""

    def __init__(self, first, factor, offset, second, strength):
        super().__init__(first, second, strength)
        self.factor, self.offset = factor, offset

    def variables(self):
        return (self.first, self.second, self.factor, self.offset)

    def inputs(self):
        return (self.input(), self.factor, self.offset)

    def recalculate(self):
        source, out = self.input(), self.output()
        out.strength = max(self.strength, source.strength)
        out.stays = source.stays and self.factor.stays and self.offset.stays
        if out.stays:
            self.execute()

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value


class Plan(list):
    def execute(self):
        for constraint in self:
            constraint.execute()


class Planner:
    def __init__(self):
        self.last_mark = 0

    def new_mark(self):
        self.last_mark += 1
        return self.last_mark

    def add(self, constraint):
        mark = self.new_mark()
        beaten = constraint.satisfy(mark, self)
        while beaten is not None:
            beaten = beaten.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.disconnect()
        unsatisfied = self.removed_below(out)
        for strength in range(REQUIRED, WEAKEST):
            for other in unsatisfied:
                if other.strength == strength:
                    self.add(other)

    def removed_below(self, out):
        out.determined_by = None
        out.strength = WEAKEST
        out.stays = True
        unsatisfied = []
        todo = [out]
        while todo:
            variable = todo.pop()
            unsatisfied += [c for c in variable.constraints if not c.is_satisfied()]
            for constraint in self.consumers(variable):
                constraint.recalculate()
                todo.append(constraint.output())
        return unsatisfied

    def consumers(self, variable):
        by = variable.determined_by
        return [c for c in variable.constraints if c is not by and c.is_satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output().mark == mark:
                self.remove(constraint)
                return False
            current.recalculate()
            todo += self.consumers(current.output())
        return True

    def plan(self, sources):
        mark = self.new_mark()
        plan = Plan()
        todo = list(sources)
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                out.mark = mark
                todo += self.consumers(out)
        return plan

    def plan_for(self, constraints):
        return self.plan([c for c in constraints if c.is_input and c.is_satisfied()])


def chain(n):
    """A row of equal variables: an edit at one end must arrive at the other."""
    planner = Planner()
    row = [Variable(0) for _ in range(n + 1)]
    for a, b in zip(row, row[1:]):
        Equality(a, b, REQUIRED).add(planner)
    Stay(row[-1], STRONG_DEFAULT).add(planner)
    edit = Edit(row[0], PREFERRED)
    edit.add(planner)
    plan = planner.plan_for([edit])
    for value in range(100):
        row[0].value = value
        plan.execute()
        assert row[-1].value == value, "chain"
    edit.destroy(planner)


def change(planner, variable, value):
    edit = Edit(variable, PREFERRED)
    edit.add(planner)
    plan = planner.plan_for([edit])
    for _ in range(10):
        variable.value = value
        plan.execute()
    edit.destroy(planner)


def projection(n):
    """Scaled pairs that share a factor and an offset: changed from either side, and all at once."""
    planner = Planner()
    factor, offset = Variable(10), Variable(1000)
    pairs = []
    for i in range(n):
        source, target = Variable(i), Variable(i)
        pairs.append((source, target))
        Stay(source, NORMAL).add(planner)
        Scale(source, factor, offset, target, REQUIRED).add(planner)
    source, target = pairs[-1]
    change(planner, source, 17)
    assert target.value == 1170, "forward"
    change(planner, target, 1050)
    assert source.value == 5, "backward"
    change(planner, factor, 5)
    assert all(t.value == s.value * 5 + 1000 for s, t in pairs[:-1]), "factor"
    change(planner, offset, 2000)
    assert all(t.value == s.value * 5 + 2000 for s, t in pairs[:-1]), "offset"


for _ in range(8):
    chain(800)
    projection(800)
