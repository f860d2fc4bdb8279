"""Properties of tubes by strips that are summed, where the solver has closed forms; in inches."""

from functools import lru_cache
from math import cos, pi, sin, sqrt


def _legendre(n: int) -> list[tuple[float, float]]:
    """Nodes and weights of Gauss and Legendre on 0 to 1, by Newton's method."""
    found = []
    for k in range(n):
        x, slope = cos(pi * (k + 0.75) / (n + 0.5)), 1.0
        for _ in range(20):
            low, high = 1.0, x
            for m in range(2, n + 1):
                low, high = high, ((2 * m - 1) * x * high - (m - 1) * low) / m
            slope = n * (x * high - low) / (x * x - 1)
            x -= high / slope
        found.append(((1 + x) / 2, 1 / ((1 - x * x) * slope * slope)))
    return found


NODES = _legendre(24)


def solid(breadth: float, depth: float, radius: float) -> tuple[float, float, float]:
    """Area, plastic modulus, inertia of a rounded rectangle, by strips along its axis.

    The corners are swept by their angle. A disc is the rectangle that has corners only.
    """
    flat = depth / 2 - radius
    sums = [breadth * flat, breadth * flat**2 / 2, breadth * flat**3 / 3]
    for u, weight in NODES:
        turn = u * pi / 2
        y, across = flat + radius * sin(turn), breadth - 2 * radius + 2 * radius * cos(turn)
        strip = across * radius * cos(turn) * weight * pi / 2
        sums = [part + strip * y**power for power, part in enumerate(sums)]
    return 2 * sums[0], 2 * sums[1], 2 * sums[2]


@lru_cache(maxsize=16)
def properties(shape: str, width: float, height: float, t: float) -> dict[str, float]:
    """Properties; corners of 2 t outside and t inside, for torsion 1.5 t on the middle line."""
    out, within = (2 * t, t) if shape == "rectangular" else (width / 2, width / 2 - t)
    found: dict[str, float] = {}
    for axis, breadth, depth in (("x", width, height), ("y", height, width)):
        big, small = solid(breadth, depth, out), solid(breadth - 2 * t, depth - 2 * t, within)
        A, Z, I = (a - b for a, b in zip(big, small, strict=True))  # noqa: E741 - the code's symbol
        found |= {"A": A, f"I_{axis}": I, f"Z_{axis}": Z}
        found |= {f"S_{axis}": 2 * I / depth, f"r_{axis}": sqrt(I / A)}
    if shape == "round":  # C is what J over D/2 says, not the User Note of H3.1
        polar = found["I_x"] + found["I_y"]
        return {**found, "J": polar, "C": polar / (width / 2)}
    cell = solid(width - t, height - t, 1.5 * t)[0]
    around = 2 * (width + height - 2 * t) + (2 * pi - 8) * 1.5 * t
    return {**found, "J": 4 * cell**2 * t / around + around * t**3 / 3, "C": 2 * cell * t}
