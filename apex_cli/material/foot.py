"""What stands at and below grade: plates, rods and nuts, concrete, bars."""

import math
from collections.abc import Iterator
from typing import Any

from apex_cli.material.line import Entry, Group, Lack, Line, Sign
from apex_cli.material.stock import ORDER_YD3
from apex_cli.packs.pricing_terms import NOISE
from apex_cli.project.support import Base, Plate, Rods
from apex_cli.solvers.support.equations.rods import rod_length

_BASE = "support.base"
NUTS = {"double_nut": 2, "grouted": 1}
"""Nuts of a rod above the concrete: one on the plate, and one below it that levels it."""


def base(of: Sign) -> Iterator[Entry]:
    """Base plates and anchor rods."""
    support, answer = of.project.support, of.found.get("support")
    foot = None if support is None else support.base
    if foot is not None and foot.type == "embedded":
        return
    if foot is None or answer is None or of.project.sign is None:
        yield Lack("base plates and anchor rods", f"the project has no {_BASE} that is checked")
        return
    poles = of.project.sign.poles
    count = of.count * (1 if poles is None else poles.count)
    plate, rods = foot.plate, foot.rods
    if plate is None:
        yield Lack("base plates", f"{_BASE}.plate")
    else:
        yield _plate(plate, count, _times(answer.quantities.plate_lbf, of.count))
    if rods is None:
        yield Lack("anchor rods", f"{_BASE}.rods")
        return
    yield from _rods(foot, rods, count, of, _times(answer.quantities.rods_lbf, of.count))


def _plate(plate: Plate, count: int, weight: float | None) -> Line:
    item = (
        f"{plate.shape} plate {plate.width_in:g} in, {plate.thickness_in:g} in thick, "
        f"Fy {plate.fy_ksi:g} ksi"
    )
    note = "holes not taken off"
    source = "/support/base/plate; result:/support/quantities/plate_lbf"
    return Line("base plates", item, "base plate", count, None, count, "each", weight, note, source)


def _rods(
    foot: Base, rods: Rods, poles: int, of: Sign, weight: float | None
) -> Iterator[Entry]:  # fmt: skip
    kind = f"{rods.diameter_in:g} in, ASTM F1554 grade {rods.grade}"
    source = "/support/base/rods; result:/support/quantities/rods_lbf"
    count = rods.count * poles
    if foot.plate is None:
        yield Lack("length of the anchor rods", f"{_BASE}.plate.thickness_in")
        length, item, note = None, f"rod {kind}", ""
    else:
        k_rt = of.packs["support"].rods.top.value
        inches = rod_length(
            h_ef=rods.embedment_in, g=foot.standoff_in or 0.0, t_p=foot.plate.thickness_in,
            k_rt=k_rt, d_r=rods.diameter_in,
        )  # fmt: skip
        length, item = inches / 12, f"rod {kind}, {inches:g} in long"
        note = f"{k_rt:g} diameters above the plate, {rods.embedment_in:g} in in the concrete"
    yield Line("anchor rods", item, "rod", count, length, count, "each", weight, note, source)
    nuts = NUTS.get(foot.bearing or "")
    if nuts is None:
        yield Lack("nuts of the anchor rods", f"{_BASE}.bearing")
    else:
        words = "one above the plate" + ", one below it" * (nuts > 1)
        n = nuts * count
        yield Line(
            "anchor rods", f"heavy hex nut {rods.diameter_in:g} in", "nut", n, None, n, "each",
            None, words, "/support/base/bearing",
        )  # fmt: skip
    yield Lack("washers, and heads at the lower end of the rods", "the project does not say which")
    if foot.bearing == "grouted":
        yield Lack("grout", "its thickness is not in the project")


def concrete(of: Sign, waste_pct: float) -> Iterator[Entry]:
    """The concrete in place, and what is ordered for it, each sign by itself."""
    answer, fc = of.found.get("footing"), _strength(of)
    if answer is None:
        yield Lack("concrete", "the project asks for no footing: footing, soil, packs.footing")
        return
    name = f"concrete, {fc:g} psi" if fc else "concrete"
    if not fc:
        yield Lack("strength of the concrete", "support.pier.fc_psi, support.slab.fc_psi")
    count, one = of.count * answer.count, float(answer.concrete_yd3)
    sides = [answer.width_ft, answer.length_ft, answer.depth_ft]
    size = " × ".join(f"{side:g} ft" for side in sides if side is not None)
    what = "pier" if answer.type == "pier" else "footing"
    yield Line(
        "concrete", name, "in place", count, None, one * of.count, "yd3",
        answer.concrete_weight_lbf * of.count, f"{what} {size}", "result:/footing/concrete_yd3",
    )  # fmt: skip
    ordered = ORDER_YD3 * math.ceil(one * (1 + waste_pct / 100) / ORDER_YD3 - NOISE)
    waste = f"with {waste_pct:g} % waste" if waste_pct else "without waste"
    yield Line(
        "concrete", f"{name}, ordered", "to order", None, None, ordered * of.count, "yd3", None,
        f"{waste}, in {ORDER_YD3:g} yd3 for each sign", "result:/footing/concrete_yd3",
    )  # fmt: skip


def _strength(of: Sign) -> float | None:
    support = of.project.support
    for block in () if support is None else (support.pier, support.slab):
        if block is not None:
            return block.fc_psi
    return None


def bars(of: Sign) -> Iterator[Entry]:
    """The bars and ties of the foundations, as the answer schedules them."""
    answer, footing = of.found.get("support"), of.found.get("footing")
    block = "slab" if footing is not None and footing.type == "spread" else "pier"
    laid: Any = None if answer is None else getattr(answer, block)
    rows = [] if laid is None else laid.schedule
    if not rows or footing is None:
        wanted = {"pier": "support.pier.bars", "slab": "support.slab.bottom"}[block]
        yield Lack("reinforcement of the foundation", wanted)
        return
    group: Group = "bars"
    for row in rows:
        count = row.count * footing.count * of.count
        note = f"{row.spacing_in:g} in apart" if row.spacing_in else ""
        yield Line(
            group, f"bar #{row.size}", row.mark, count, row.length_ft, count * row.length_ft, "ft",
            row.weight_lbf * footing.count * of.count, note, f"result:/support/{block}/schedule",
        )  # fmt: skip
    if block == "pier" and not any(row.mark == "tie" for row in rows):
        yield Lack("ties of the pier", "support.pier.ties")


def _times(amount: float | None, count: int) -> float | None:
    return None if amount is None else amount * count
