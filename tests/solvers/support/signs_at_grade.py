"""The examples whose foot is checked, and statics for them made apart from the solvers."""

import json
from collections.abc import Callable
from math import cos, pi, sqrt
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[3] / "examples"
BLOCKS = ("packs", "sign", "soil", "footing", "support")


def blocks(name: str, **more: Any) -> dict[str, Any]:
    """What of an example differs from the pole sign, as changes to it, without its price."""
    document = json.loads((EXAMPLES / f"pole-sign-{name}.json").read_bytes())
    del document["packs"]["pricing"]
    return {block: document[block] for block in BLOCKS} | more


def diagrams(P: float, M: float, d: float) -> Callable[[float], tuple[float, float]]:
    """Shear (lbf) and moment (lbf-ft) of a rigid pier at a depth, its modulus growing with depth.

    The pressure on its width is a z - b z**2: a and b from the balance of forces, and of moments
    about grade.
    """
    # a d**2/2 - b d**3/3 = P; a d**3/3 - b d**4/4 = -M
    det = -(d**2 / 2) * (d**4 / 4) + (d**3 / 3) * (d**3 / 3)
    a = (-P * d**4 / 4 - M * d**3 / 3) / det
    b = (-(d**2 / 2) * M - P * d**3 / 3) / det

    def at(z: float) -> tuple[float, float]:
        shear = P - a * z**2 / 2 + b * z**3 / 3
        return shear, M + P * z - a * z**3 / 6 + b * z**4 / 12

    return at


def greatest(P: float, M: float, d: float, start: float = 0.0) -> tuple[float, float, float]:
    """Greatest shear at all, greatest moment from a depth on and where, by looking everywhere."""
    at, n = diagrams(P, M, d), 40_000
    shear = max(abs(at(d * k / n)[0]) for k in range(n + 1))
    depths = [start + (d - start) * k / n for k in range(n + 1)]
    moment, where = max((at(z)[1], z) for z in depths)
    return shear, moment, where


def flexural_strength(
    N: float, *, D: float, fc: float, fy: float, bars: int, area: float, radius: float
) -> float:
    """Design strength of a round pier beside an axial load N (lbf): kip-ft, the weaker turn.

    Strips of concrete at 0.85 f'c, elastic-plastic bars; tension controls, as a sparse cage has it.
    """
    beta = 0.85 - 0.05 * max(fc - 4000, 0) / 1000
    strips, R = 4000, D / 2

    def made(c: float, turn: float) -> tuple[float, float]:
        force = moment = 0.0
        depth = beta * c
        for k in range(strips):
            y = R - depth * (k + 0.5) / strips
            part = 0.85 * fc * 2 * sqrt(R**2 - y**2) * depth / strips
            force, moment = force + part, moment + part * y
        for k in range(bars):
            y = radius * cos(2 * pi * k / bars + turn)
            strain = 0.003 * (c - (R - y)) / c
            stress = max(-fy * 1000, min(fy * 1000, 29e6 * strain))
            if R - y < depth:
                stress -= 0.85 * fc
            force, moment = force + area * stress, moment + area * stress * y
        return 0.9 * force, 0.9 * moment

    found = []
    for turn in (0.0, pi / bars):
        low, high = 0.05, D
        for _ in range(45):
            c = (low + high) / 2
            low, high = (c, high) if made(c, turn)[0] < N else (low, c)
        found.append(made(low, turn)[1] / 12_000)
    return min(found)


def block_embedment(V: float, M: float, q: float) -> float:
    """Embedment (ft) of a pole in two plastic blocks of q lbf/ft, for V (lbf) and M (lbf-ft)."""
    low, high = V / q, 100.0
    for _ in range(80):
        L = (low + high) / 2
        upper, lower = (L + V / q) / 2, (L - V / q) / 2
        held = q * lower * (L - lower / 2) - q * upper * upper / 2
        low, high = (L, high) if held < M else (low, L)
    return low
