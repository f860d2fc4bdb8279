"""Steel poles by a model of their own, written from the clauses without sight of the solver.

Each clause stands here a second time, in other words. Units: inch, kip, ksi; lengths come in ft,
and moments go out in kip-ft.
"""

from math import hypot, inf, pi, sqrt
from typing import Literal, NamedTuple

from tests.solvers.support.independent_sections import properties

E = 29000.0
SLENDER = "flexural buckling with slender walls"


class Pole(NamedTuple):
    """A tube with its design wall, its steel, its one length (ft), and how it is checked."""

    shape: Literal["round", "rectangular"]
    width: float
    height: float
    t: float
    F_y: float
    length: float
    method: Literal["lrfd", "asd"]
    edition: Literal["16", "22"]

    @property
    def root(self) -> float:
        """What the slenderness limits of flat walls are multiples of (B4.1)."""
        return sqrt(E / self.F_y)

    def available(self, nominal: float) -> float:
        """phi R_n, or R_n over Omega: one pair for all strengths of a tube."""
        return 0.90 * nominal if self.method == "lrfd" else nominal / 1.67


class Strong(NamedTuple):
    """An available strength and the limit state it comes from."""

    value: float
    state: str


def grade(material: str, shape: str, a500: str) -> tuple[float, float, float]:
    """F_y, F_u, design wall over nominal wall (A3.1, B4.2)."""
    before = shape == "round" and a500 == "before_21"
    return {
        "a53b": (35.0, 60.0, 0.93),
        "a500b": (42.0 if before else 46.0, 58.0, 0.93),
        "a500c": (46.0 if before else 50.0, 62.0, 0.93),
        "a1085": (50.0, 65.0, 1.0),
    }[material]


def strengths(pole: Pole) -> dict[str, Strong]:
    """The available strengths, kip and kip-ft."""
    p = properties(*pole[:4])
    if pole.shape == "round":
        bent, sheared = _f8(pole, p), _g5(pole, p["A"])
        nominal = {"flexure_x": bent, "flexure_y": bent, "shear_x": sheared, "shear_y": sheared}
        nominal |= {"torsion": _h3_round(pole, p["C"]), "compression": _e7_round(pole, p)}
    else:
        other = pole._replace(width=pole.height, height=pole.width)
        turned = {**p, "Z_x": p["Z_y"], "S_x": p["S_y"], "I_x": p["I_y"], "r_y": p["r_x"]}
        nominal = {"flexure_x": _f7(pole, p), "flexure_y": _f7(other, turned)}
        nominal |= {"shear_x": _g4(pole), "shear_y": _g4(other)}
        nominal |= {"torsion": _h3_flat(pole, p["C"]), "compression": _e7_flat(pole, p)}
    feet = {"flexure_x": 12, "flexure_y": 12, "torsion": 12}
    return {
        name: Strong(pole.available(one.value) / feet.get(name, 1), one.state)
        for name, one in nominal.items()
    }


def _f8(pole: Pole, p: dict[str, float]) -> Strong:
    slim, n = pole.width / pole.t, E / pole.F_y
    local = inf
    if slim > 0.31 * n:
        local = 0.33 * E / slim * p["S_x"]
    elif slim > 0.07 * n:
        local = (0.021 * E / slim + pole.F_y) * p["S_x"]
    full = pole.F_y * p["Z_x"]
    return Strong(full, "yielding") if full <= local else Strong(local, "local buckling")


def _f7(pole: Pole, p: dict[str, float]) -> Strong:
    """Bending that puts the height in depth; a slender web is not among the tubes of F7."""
    root, t, old = pole.root, pole.t, pole.edition == "16"
    full, first = pole.F_y * p["Z_x"], pole.F_y * p["S_x"]
    b, h = pole.width / t - 3, pole.height / t - 3
    every = {"yielding": full}
    if b > 1.40 * root:
        every["flange local buckling"] = pole.F_y * _cut_modulus(pole, p)
    elif b > 1.12 * root:
        drop = 3.57 * b / root - 4.0 if old else (b / root - 1.12) / (1.40 - 1.12)
        every["flange local buckling"] = full - (full - first) * drop
    if h > 2.42 * root:
        drop = 0.305 * h / root - 0.738 if old else (h / root - 2.42) / (5.70 - 2.42)
        every["web local buckling"] = full - (full - first) * drop
    if pole.height > pole.width:
        free, most = 12 * pole.length, p["r_y"] * sqrt(p["J"] * p["A"]) * E
        yields = 0.7 * first
        lp, lr = 0.13 * most / full, 2 * most / yields
        slope = (full - yields) / (lr - lp)
        turning = 2 * most / free if free > lr else full - slope * (free - lp)
        every["lateral-torsional buckling"] = turning if free > lp else inf
    every = {state: min(full, value) for state, value in every.items()}
    state = min(every, key=lambda one: every[one])
    return Strong(every[state], state)


def _cut_modulus(pole: Pole, p: dict[str, float]) -> float:
    """S of the section whose flange in compression keeps its effective width: the axis moves."""
    flat = pole.width - 3 * pole.t
    keep = 1.92 * pole.t * pole.root * (1 - 0.38 * pole.t / flat * pole.root)
    lost, lever = max(0.0, flat - keep) * pole.t, (pole.height - pole.t) / 2
    shift = lost * lever / (p["A"] - lost)
    gone = lost * (lever**2 + pole.t**2 / 12)
    return (p["I_x"] - gone - (p["A"] - lost) * shift**2) / (pole.height / 2 + shift)


def _g5(pole: Pole, A: float) -> Strong:
    slim, long = pole.width / pole.t, 12 * pole.length / pole.width
    stress = max(1.60 * E / (sqrt(long) * slim**1.25), 0.78 * E / slim**1.5)
    if stress < 0.6 * pole.F_y:
        return Strong(stress * A / 2, "shear buckling")
    return Strong(0.6 * pole.F_y * A / 2, "shear yielding")


def _g4(pole: Pole) -> Strong:
    slim, k = pole.height / pole.t - 3, sqrt(5) * pole.root
    full = 0.6 * pole.F_y * 2 * slim * pole.t**2
    if slim <= 1.10 * k:
        return Strong(full, "shear yielding")
    return Strong(
        full * (1.10 * k / slim if slim <= 1.37 * k else 1.51 * (k / slim) ** 2), "shear buckling"
    )


def _h3_round(pole: Pole, C: float) -> Strong:
    slim, long = pole.width / pole.t, 12 * pole.length / pole.width
    stress = max(1.23 * E / (sqrt(long) * slim**1.25), 0.60 * E / slim**1.5)
    if stress < 0.6 * pole.F_y:
        return Strong(stress * C, "torsional buckling")
    return Strong(0.6 * pole.F_y * C, "torsional yielding")


def _h3_flat(pole: Pole, C: float) -> Strong:
    slim = max(pole.width, pole.height) / pole.t - 3
    if slim <= 2.45 * pole.root:
        return Strong(0.6 * pole.F_y * C, "torsional yielding")
    if slim <= 3.07 * pole.root:
        return Strong(0.6 * pole.F_y * C * 2.45 * pole.root / slim, "torsional buckling")
    return Strong(0.458 * pi**2 * E / slim**2 * C, "torsional buckling")


def _e3(pole: Pole, p: dict[str, float]) -> float:
    elastic = pi**2 * E / (12 * pole.length / min(p["r_x"], p["r_y"])) ** 2
    ratio = pole.F_y / elastic
    return float(0.658**ratio * pole.F_y if ratio <= 2.25 else 0.877 * elastic)


def _e7_round(pole: Pole, p: dict[str, float]) -> Strong:
    slim, counts = pole.width * pole.F_y / (pole.t * E), 1.0
    if slim > 0.11:  # the printed line is over 1 up to 0.114
        counts = min(1.0, 0.038 / slim + 2 / 3)
    state = SLENDER if counts < 1 else "flexural buckling"
    return Strong(_e3(pole, p) * counts * p["A"], state)


def _e7_flat(pole: Pole, p: dict[str, float]) -> Strong:
    stress, gone = _e3(pole, p), 0.0
    for side in (pole.width, pole.height):
        flat = side - 3 * pole.t
        if flat / pole.t > 1.40 * pole.root * sqrt(pole.F_y / stress):
            q = 1.38 * 1.40 * pole.root * pole.t / flat * sqrt(pole.F_y / stress)
            gone += 2 * (flat - flat * (1 - 0.20 * q) * q) * pole.t
    return Strong(stress * (p["A"] - gone), SLENDER if gone else "flexural buckling")


class Demand(NamedTuple):
    """Forces on a section, kip and kip-ft, with any sign; v_x goes with m_x."""

    axial: float
    v_x: float
    v_y: float
    m_x: float
    m_y: float
    torsion: float


def interaction(pole: Pole, cap: dict[str, Strong], asked: Demand) -> tuple[str, float]:
    """Equation and ratio (H1.1, H3.2); round: by the resultants of moments and of shears.

    H3-6 of 360-16 has one moment; bent about both axes, both are added here as 360-22 has it.
    """
    c = {name: one.value for name, one in cap.items()}
    P, T = abs(asked.axial) / c["compression"], abs(asked.torsion) / c["torsion"]
    if pole.shape == "round":
        M = hypot(asked.m_x, asked.m_y) / c["flexure_x"]
        V = hypot(asked.v_x, asked.v_y) / c["shear_x"]
    else:
        M = abs(asked.m_x) / c["flexure_x"] + abs(asked.m_y) / c["flexure_y"]
        V = max(abs(asked.v_x) / c["shear_x"], abs(asked.v_y) / c["shear_y"])
    if T > 0.2:
        return "H3-6", P + M + (V + T) ** 2
    return ("H1-1a", P + 8 / 9 * M) if P >= 0.2 else ("H1-1b", P / 2 + M)


def amplifier(pole: Pole, inertia: float, axial: float, *, direct: bool) -> float | None:
    """B2 of a cantilever with all its load at its top (Appendix 8); None if it buckles.

    Args:
        pole: The pole; its length is its height.
        inertia: In the direction of the sway, in4.
        axial: Compression, kip.
        direct: Whether 0.8 tau_b reduces the stiffness (C2.3).
    """
    P = (1.0 if pole.method == "lrfd" else 1.6) * abs(axial)
    use = P / (pole.F_y * properties(*pole[:4])["A"])
    tau = 1.0 if use <= 0.5 else max(0.0, 4 * use * (1 - use))
    stiff = E * inertia * (0.8 * tau if direct else 1.0)
    buckles = pi**2 * stiff / (4 * (12 * pole.length) ** 2)
    return 1 / (1 - P / buckles) if buckles > P else None
