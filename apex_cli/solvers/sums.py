"""Equations whose number of terms depends on the sign: V = F_1 + F_2 + F_3.

A `Series` says how one item reads; `series` makes the equation for a number of items. Items are
added from left to right, so that the printed text gives the same last digit on every Python.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.equations import NAMES, Bare, card_of, compiled
from apex_cli.quantities import (
    CubicFeet,
    Feet,
    InchesPerKip,
    KipFeet,
    KipFeetSquared,
    PoundFeet,
    PoundsForce,
    Ratio,
    SquareFeet,
)


class Series(Struct, frozen=True, eq=False):
    """How an equation with any number of items is made.

    Args:
        name: Name of the equation.
        symbol: Symbol of its value.
        words: What it is for.
        item: One item, with the terms' names in braces.
        hints: Annotation of each term of an item.
        hint: Annotation of the value.
        clause: Where it stands.
        joiner: How the items join.
        outer: What surrounds them.
    """

    name: str
    symbol: str
    words: str
    item: str
    hints: Mapping[str, Any]
    hint: Any
    clause: str = ""
    joiner: str = " + "
    outer: str = "{}"


_CASE_C = "Figure 29.3-1, Case C"
SHEAR = Series(
    "base_shear", "V", "Shear at grade: the sum of the forces.",
    "{F}", {"F": PoundsForce}, PoundsForce,
)  # fmt: skip
MOMENT = Series(
    "base_moment", "M", "Moment at grade: the sum of the forces times their heights.",
    "{F} * {z}", {"F": PoundsForce, "z": Feet}, KipFeet, outer="({}) / 1000",
)  # fmt: skip
TORSION = Series(
    "torsion", "T", "Torsion at grade: the sum of the forces times their arms.",
    "{F} * {e}", {"F": PoundsForce, "e": Feet}, KipFeet, outer="({}) / 1000",
)  # fmt: skip
TWIST = Series(
    "moment_of_moments", "J", "The sum of the forces times their heights and their arms.",
    "{F} * {z} * {e}", {"F": PoundsForce, "z": Feet, "e": Feet}, KipFeetSquared,
    outer="({}) / 1000",
)  # fmt: skip
REGION_TWIST = Series(
    "region_torsion", "T_C", "Torsion of the regions about the middle of the face.",
    "{F} * {e}", {"F": PoundsForce, "e": Feet}, PoundFeet, _CASE_C,
)  # fmt: skip
WALL_FORCE = replace(
    SHEAR, name="wall_force", symbol="F", words="Force on all cabinets at the wall."
)
REGION_FORCE = replace(
    SHEAR, name="region_total", symbol="F_C", words="Force on all regions.", clause=_CASE_C
)
DEAD = Series(
    "dead_load", "D", "Dead load: the sum of the weights.",
    "{W}", {"W": PoundsForce}, PoundsForce,
)  # fmt: skip
DEAD_MOMENT = Series(
    "dead_moment", "M_D", "Moment of the cabinets' weights about the support's axis.",
    "{W} * {e}", {"W": PoundsForce, "e": Feet}, KipFeet, outer="({}) / 1000",
)  # fmt: skip
LEAN = replace(
    DEAD_MOMENT,
    name="lean",
    symbol="M_l",
    words="Moment of the cabinets' weights about a level line in the wall.",
)
TURN = Series(
    "turn", "M_t", "Moment of the forces about a vertical line in the wall.",
    "{F} * {x_w}", {"F": PoundsForce, "x_w": Feet}, KipFeet, outer="({}) / 1000",
)  # fmt: skip
FRONT_AREA = Series(
    "front_area", "A_f", "Area of all cabinets from the front.",
    "{A}", {"A": SquareFeet}, SquareFeet,
)  # fmt: skip
PLAN_AREA = replace(FRONT_AREA, name="plan_area", symbol="A_r", words="Plan area of all cabinets.")
UPLIFT = replace(DEAD, name="uplift", symbol="U", words="Uplift on all cabinets.",
                 item="{U}", hints={"U": PoundsForce})  # fmt: skip
UPLIFT_MOMENT = replace(
    DEAD_MOMENT, name="uplift_moment", symbol="M_U",
    words="Moment of the uplift about the sign's axis.",
    item="{U} * {e}", hints={"U": PoundsForce, "e": Feet},
)  # fmt: skip
CABINET_WEIGHT = replace(DEAD, name="cabinet_weights", symbol="W", words="Weight of all cabinets.")
POLE_WEIGHT = replace(
    DEAD, name="pole_weights", symbol="W_p", words="Weight of all stages of the poles."
)
MOVING_WEIGHT = replace(
    DEAD, name="moving_weights", symbol="W_e",
    words="Weight that moves with the sign: its own, and shares of the stages of the poles.",
)  # fmt: skip
FLEXIBILITY = Series(
    "flexibility", "f", "Flexibility of a stepped pole: the sum over its stages.",
    "{f}", {"f": InchesPerKip}, InchesPerKip,
)  # fmt: skip
WEIGHT_MOMENT = Series(
    "weight_moment", "S_W", "The sum of the cabinets' weights times their heights.",
    "{W} * {z}", {"W": PoundsForce, "z": Feet}, KipFeet, outer="({}) / 1000",
)  # fmt: skip
NET_AREA = Series(
    "net_area", "A_n", "Net area: the sum of the cabinets' areas times their solidities.",
    "{A} * {epsilon}", {"A": SquareFeet, "epsilon": Ratio}, SquareFeet, "29.3.1",
)  # fmt: skip
AREA_HEIGHT = Series(
    "area_height", "S_z", "Net areas times the heights of their middles.",
    "{A} * {epsilon} * {z}", {"A": SquareFeet, "epsilon": Ratio, "z": Feet}, CubicFeet,
)  # fmt: skip
AREA_OFFSET = Series(
    "area_offset", "S_x", "Net areas times the distances of their middles from the axis.",
    "{A} * {epsilon} * {x}", {"A": SquareFeet, "epsilon": Ratio, "x": Feet}, CubicFeet,
)  # fmt: skip
BOTTOM = Series(
    "lowest_edge", "z_b", "Lower edge of the lowest cabinet.",
    "{z}", {"z": Feet}, Feet, "29.3.1", ", ", "min({})",
)  # fmt: skip
TOP = replace(
    BOTTOM, name="highest_edge", symbol="h", outer="max({})",
    words="Upper edge of the highest cabinet.",
)  # fmt: skip
RIGHT = Series(
    "right_edge", "x_R", "Right edge of all cabinets, from the support's axis.",
    "{x} + {B} / 2", {"x": Feet, "B": Feet}, Feet, "29.3.1", ", ", "max({})",
)  # fmt: skip
LEFT = replace(
    RIGHT, name="left_edge", symbol="x_L", item="{x} - {B} / 2", outer="min({})",
    words="Left edge of all cabinets, from the support's axis.",
)  # fmt: skip
ALL = (
    SHEAR, MOMENT, TORSION, TWIST, WALL_FORCE, REGION_TWIST, REGION_FORCE, DEAD, DEAD_MOMENT, LEAN,
    TURN, FRONT_AREA, PLAN_AREA, UPLIFT, UPLIFT_MOMENT,
    CABINET_WEIGHT, POLE_WEIGHT, MOVING_WEIGHT, FLEXIBILITY, WEIGHT_MOMENT, NET_AREA,
    AREA_HEIGHT, AREA_OFFSET, BOTTOM, TOP, RIGHT, LEFT,
)  # fmt: skip


@lru_cache(maxsize=1024)
def series(kind: Series, count: int) -> Callable[..., float]:
    """The equation for this number of items; its terms are numbered from 1.

    >>> series(MOMENT, 2)(F_1=1000.0, z_1=10.0, F_2=500.0, z_2=4.0)
    12.0
    >>> series(MOMENT, 2).card.text
    '(F_1 * z_1 + F_2 * z_2) / 1000'
    """
    numbers = range(1, count + 1)
    hints = {f"{name}_{k}": hint for k in numbers for name, hint in kind.hints.items()}
    return compiled(
        kind.name, kind.symbol, _text(kind, [f"_{k}" for k in numbers]),
        {**hints, "return": kind.hint}, words=kind.words, clause=kind.clause,
    )  # fmt: skip


def _text(kind: Series, endings: list[str]) -> str:
    """The printed text, the terms of each item with this ending."""
    items = [kind.item.format_map({name: name + end for name in kind.hints}) for end in endings]
    outer = "{}" if kind.joiner == ", " and len(items) == 1 else kind.outer
    return outer.format(kind.joiner.join(items))


@lru_cache(maxsize=1024)
def _of_columns(kind: Series, count: int) -> Callable[..., float]:
    """The same equation, given a column of each term: nobody asks what they are called."""
    text = _text(kind, [f"[{k}]" for k in range(count)])
    made: Callable[..., float] = eval(f"lambda {', '.join(kind.hints)}: {text}", {**NAMES})  # noqa: S307 - the package's own text
    return made


def summed(trace: Bare, kind: Series, *columns: Sequence[float]) -> float:
    """The value of a series whose terms are these columns, called through the trace."""
    if not trace.told:
        return _of_columns(kind, len(columns[0]))(*columns)
    function = series(kind, len(columns[0]))
    names = card_of(function).units
    return trace(function, **dict(zip(names, chain(*zip(*columns, strict=True)), strict=True)))
