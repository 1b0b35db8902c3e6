# The Sun and the four giants, moved by a symplectic Euler step.
from math import sqrt

PI = 3.141592653589793
SUN = 4 * PI * PI
YEAR = 365.24


class Body:
    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = (v * YEAR for v in velocity)
        self.mass = mass * SUN


def planets():
    return [
        Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
        Body((4.841431442, -1.160320044, -0.103622044), (0.001660077, 0.007699011, -0.000069046), 0.000954792),
        Body((8.343366718, 4.124798564, -0.403523417), (-0.002767425, 0.004998528, 0.000023042), 0.000285886),
        Body((12.894369562, -15.111151402, -0.223307579), (0.002964601, 0.002378472, -0.000029659), 0.0000436624),
        Body((15.379697115, -25.919314610, 0.179258773), (0.002680677, 0.001628242, -0.000095159), 0.0000515139),
    ]


def pairs_of(bodies):
    return [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]


def settle(bodies):
    sun = bodies[0]
    sun.vx = -sum(body.vx * body.mass for body in bodies) / SUN
    sun.vy = -sum(body.vy * body.mass for body in bodies) / SUN
    sun.vz = -sum(body.vz * body.mass for body in bodies) / SUN


def advance(bodies, pairs, step, times):
    for _ in range(times):
        for a, b in pairs:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            pull = step / (square * sqrt(square))
            to_a, to_b = b.mass * pull, a.mass * pull
            a.vx -= dx * to_a
            a.vy -= dy * to_a
            a.vz -= dz * to_a
            b.vx += dx * to_b
            b.vy += dy * to_b
            b.vz += dz * to_b
        for body in bodies:
            body.x += step * body.vx
            body.y += step * body.vy
            body.z += step * body.vz


def energy(bodies, pairs):
    kinetic = sum(0.5 * b.mass * (b.vx**2 + b.vy**2 + b.vz**2) for b in bodies)
    bound = sum(a.mass * b.mass / sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) for a, b in pairs)
    return kinetic - bound


bodies = planets()
pairs = pairs_of(bodies)
settle(bodies)
before = energy(bodies, pairs)
advance(bodies, pairs, 0.01, 45_000)
assert abs(energy(bodies, pairs) - before) < 1e-4
