# Trains a 16-16-1 perceptron for 20 steps on two moons, with an autograd engine of scalars.
import random
from math import cos, pi, sin


class Value:
    def __init__(self, data, parents=(), op=""):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._parents = parents
        self._op = op

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = backward
        return out

    def __pow__(self, exponent):
        out = Value(self.data**exponent, (self,), f"**{exponent}")

        def backward():
            self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out._backward = backward
        return out

    def relu(self):
        out = Value(self.data if self.data > 0 else 0.0, (self,), "relu")

        def backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = backward
        return out

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for parent in value._parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value._backward()

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)

    def __rmul__(self, other):
        return self * other


class Module:
    def parameters(self):
        return []

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0


class Neuron(Module):
    def __init__(self, inputs, bends):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(inputs)]
        self.b = Value(0.0)
        self.bends = bends

    def __call__(self, x):
        out = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return out.relu() if self.bends else out

    def parameters(self):
        return self.w + [self.b]


class Layer(Module):
    def __init__(self, inputs, outputs, bends=True):
        self.neurons = [Neuron(inputs, bends) for _ in range(outputs)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]


class MLP(Module):
    def __init__(self, inputs, outputs):
        sizes = [inputs] + outputs
        self.layers = [Layer(sizes[i], sizes[i + 1], i != len(outputs) - 1) for i in range(len(outputs))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


def moons(n):
    points, labels = [], []
    for i in range(n):
        angle = pi * (i // 2) / (n // 2)
        upper = i % 2 == 0
        x = cos(angle) if upper else 1 - cos(angle)
        y = sin(angle) if upper else 0.5 - sin(angle)
        points.append([x + random.gauss(0, 0.1), y + random.gauss(0, 0.1)])
        labels.append(1 if upper else -1)
    return points, labels


random.seed(1337)
X, Y = moons(8)
model = MLP(2, [16, 16, 1])
for step in range(20):
    scores = [model([Value(x) for x in row]) for row in X]
    losses = [(1 + -yi * score).relu() for yi, score in zip(Y, scores)]
    data_loss = sum(losses) * (1.0 / len(losses))
    loss = data_loss + 1e-4 * sum((p * p for p in model.parameters()))
    model.zero_grad()
    loss.backward()
    rate = 1.0 - 0.9 * step / 20
    for p in model.parameters():
        p.data -= rate * 0.1 * p.grad
    if step == 0:
        first = loss.data
assert loss.data < first
