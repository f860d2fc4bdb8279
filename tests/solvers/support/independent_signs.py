"""Random signs, and what the model says of the wind's forces on their poles."""

import random
from itertools import pairwise
from typing import Any

from msgspec.structs import astuple

from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.sections import Section, SectionsPack
from tests.solvers.support import independent as model
from tests.solvers.support import independent_statics as statics
from tests.solvers.support.independent_sections import properties

FACTORS = {"lrfd": ((1.2, 1.0), (0.9, 1.0)), "asd": ((1.0, 0.6), (0.6, 0.6))}
"""Of dead load and of wind."""
TOP = 24.0


def book() -> SectionsPack:
    pack, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(pack, SectionsPack)
    return pack


BOOK = book()


def find(name: str) -> Section:
    section = BOOK.section(name)
    assert section is not None
    return section


def draw(chance: random.Random) -> dict[str, Any]:
    """A sign with a cabinet or two, on or off its axis, on a pole of one section or of two."""
    kind = chance.choice(("round", "rectangular", "stages"))
    names = [name for name in BOOK.names if find(name).shape == kind and find(name).width >= 8]
    poles: dict[str, Any] = {"count": 1, "top_ft": TOP, "section": chance.choice(names or ["-"])}
    if kind == "rectangular" and find(poles["section"]).family == "rectangular_hss":
        poles["axis"] = chance.choice(("strong", "weak"))
    if kind == "stages":
        joint, lap = chance.uniform(8, 16), chance.choice((0.0, 2.0))
        lower, upper = chance.choice((("PIPE16STD", "PIPE12STD"), ("PIPE14STD", "PIPE10STD")))
        stages = [
            {"section": lower, "bottom_ft": 0, "top_ft": joint},
            {"section": upper, "bottom_ft": joint - lap, "top_ft": TOP},
        ]
        poles = {"count": 1, "stages": stages}
    steel = chance.choice(("a500b", "a500c", "a1085"))
    return {
        "sign.poles": poles,
        "sign.elements.0.offset_ft": chance.choice((0.0, chance.uniform(-6, 6))),
        "sign.elements.0.thickness_ft": chance.uniform(0.5, 8),
        "sign.elements.0.weight_psf": chance.uniform(4, 60),
        "site.wind_speed_mph": chance.uniform(95, 180),
        "packs.support": chance.choice(("aisc360-16_v1", "aisc360-22_v1")),
        "support.method": chance.choice(("lrfd", "asd")),
        "support.steel.material": steel,
        "support.readings.stability": chance.choice(("direct", "effective_length")),
        "support.readings.a500_edition": chance.choice(("before_21", "21")),
    }


def stage(changes: dict[str, Any], name: str) -> tuple[model.Pole, float]:
    """A section as the wind on the faces meets it, as long as it counts, and its weight, plf."""
    section, readings = find(name), "support.readings"
    short, long = sorted((float(section.width), float(section.height)))
    sides = (long, short) if changes["sign.poles"].get("axis") == "weak" else (short, long)
    F_y, _, factor = model.grade(
        changes["support.steel.material"], section.shape, changes[f"{readings}.a500_edition"]
    )
    K = 1.0 if changes[f"{readings}.stability"] == "direct" else 2.1
    edition: Any = "16" if "-16" in changes["packs.support"] else "22"
    pole = model.Pole(
        section.shape, *sides, factor * section.wall, F_y, K * TOP,
        changes["support.method"], edition,
    )  # fmt: skip
    return pole, float(section.weight)


Made = list[tuple[model.Pole, float, float, float]]
"""Stages: each with its weight, plf, and its ends, ft."""


def made_of(changes: dict[str, Any]) -> Made:
    poles = changes["sign.poles"]
    whole = {"section": poles.get("section"), "bottom_ft": 0.0, "top_ft": TOP}
    return [
        (*stage(changes, one["section"]), one["bottom_ft"], one["top_ft"])
        for one in poles.get("stages") or [whole]
    ]


def lengths(made: Made, axis: str) -> list[statics.Piece]:
    return [
        statics.Piece(low, top, pole.width, properties(*pole[:4])[f"I_{axis}"])
        for pole, _, low, top in made
    ]


def ratios(changes: dict[str, Any], made: Made, acting: Any) -> list[float]:
    """The greatest interaction at grade and at each place of a splice."""
    weights = [statics.Weight(plf * (top - low), low, top) for _, plf, low, top in made]
    weights += [statics.Weight(*map(float, astuple(hung))) for hung in acting.hung]
    places = [(0.0, made[0][0])]
    for (below, _, _, end), (above, _, start, _) in pairwise(made):
        places += [(start, below)] if start < end else []
        places.append((end, above))
    b2 = {}
    N = statics.inside(0.0, (), weights).axial / 1000
    direct = changes["support.readings.stability"] == "direct"
    for f_D, _ in FACTORS[changes["support.method"]]:
        for axis in ("x", "y"):
            tip_force = [statics.Force(1000.0, TOP, TOP)]
            (tip,) = statics.sway([TOP], lengths(made, axis), tip_force)
            inertia = (12 * TOP) ** 3 / (3 * model.E * tip)
            foot = made[0][0]._replace(length=TOP)
            more = model.amplifier(foot, inertia, f_D * N, direct=direct)
            assert more is not None
            b2[f_D, axis] = more
    return [
        max(
            used(pole, statics.inside(z, forces(blow), weights), blow.direction, factors, b2)
            for factors in FACTORS[changes["support.method"]]
            for blow in acting.blows
        )
        for z, pole in places
    ]


def sways(made: Made, acting: Any, z: float) -> float:
    """The greatest deflection at a height in any case of the wind, in."""
    return max(
        statics.sway([z], lengths(made, "x" if blow.direction == "front" else "y"), forces(blow))[0]
        for blow in acting.blows
    )


def forces(blow: Any) -> list[statics.Force]:
    found = []
    for one in blow.loads:
        half = min(one.height - one.bottom, one.top - one.height)
        low, high = one.height - half, one.height + half
        found.append(statics.Force(one.force, low, high, one.offset or 0.0, one.arm or 0.0))
    return found


def used(
    pole: model.Pole, has: statics.Inside, direction: str,
    factors: tuple[float, float], b2: dict[tuple[float, str], float],
) -> float:  # fmt: skip
    """Each moment grows by the sway of its own direction."""
    f_D, f_W = factors
    V, M_y = f_W * has.shear / 1000, b2[f_D, "y"] * f_D * abs(has.moment_of_weights)
    if direction == "front":
        v_x, v_y, M_x = V, 0.0, b2[f_D, "x"] * f_W * has.moment
    else:
        v_x, v_y, M_x, M_y = 0.0, V, 0.0, M_y + b2[f_D, "y"] * f_W * has.moment
    asked = model.Demand(f_D * has.axial / 1000, v_x, v_y, M_x, M_y, f_W * has.torsion)
    return model.interaction(pole, model.strengths(pole), asked)[1]


def in_a_row(changes: dict[str, Any], acting: Any) -> list[float]:
    """What is asked most of each pole of a row, of one section each, over what it has."""
    (pole, plf, _, _), poles = made_of(changes)[0], changes["sign.poles"]
    count, spacing, found = poles["count"], poles["spacing_ft"], []
    places = [spacing * (k - (count - 1) / 2) for k in range(count)]
    hung = [statics.Weight(*map(float, astuple(one))) for one in acting.hung]
    direct = changes["support.readings.stability"] == "direct"
    inertia, foot = properties(*pole[:4]), pole._replace(length=TOP)
    for x in places:
        row = statics.Row(count, x, sum(one**2 for one in places))
        asked = []
        for f_D, f_W in FACTORS[changes["support.method"]]:
            for blow in acting.blows:
                has = statics.inside_of_row(0.0, forces(blow), hung, row)
                has = has._replace(axial=has.axial + plf * TOP)
                P, b2 = max(0.0, f_D * has.axial / 1000), {}  # uplift does not sway
                for axis in ("x", "y"):
                    more = model.amplifier(foot, inertia[f"I_{axis}"], P, direct=direct)
                    assert more is not None
                    b2[f_D, axis] = more
                asked.append(used(pole, has, blow.direction, (f_D, f_W), b2))
        found.append(max(asked))
    return found
