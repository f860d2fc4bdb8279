"""Equations whose number of terms depends on the sign: V = F_1 + F_2 + F_3.

A `Series` says how one item reads; `series` makes the equation for a number of items. Items are
added from left to right, so that the printed text gives the same last digit on every Python.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from apex_cli.equations import Bare, Card

Fold = Callable[[float, float], float]


def _add(a: float, b: float) -> float:
    return a + b


def _least(a: float, b: float) -> float:
    return min(a, b)


def _greatest(a: float, b: float) -> float:
    return max(a, b)


class Series(NamedTuple):
    """How an equation with any number of items is made.

    Args:
        name: Name of the equation.
        symbol: Symbol of its value.
        item: One item, with the terms' names in braces.
        units: Unit of each term.
        unit: Unit of the value.
        value: One item's value from its terms.
        clause: Where it stands.
        fold: How items join.
        joiner: How the text joins them.
        outer: What surrounds them.
    """

    name: str
    symbol: str
    item: str
    units: tuple[tuple[str, str], ...]
    unit: str
    value: Callable[..., float]
    clause: str = ""
    fold: Fold = _add
    joiner: str = " + "
    outer: str = "{}"
    scale: float = 1.0


def _same(a: float) -> float:
    return a


def _product(a: float, b: float) -> float:
    return a * b


def _product_3(a: float, b: float, c: float) -> float:
    return a * b * c


def _end(a: float, b: float) -> float:
    return a + b / 2


def _start(a: float, b: float) -> float:
    return a - b / 2


_LBF, _FT = "lbf", "ft"
SHEAR = Series("base_shear", "V", "{F}", (("F", _LBF),), _LBF, _same)
MOMENT = Series(
    "base_moment", "M", "{F} * {z}", (("F", _LBF), ("z", _FT)), "kip-ft", _product,
    outer="({}) / 1000", scale=1000.0,
)  # fmt: skip
TORSION = MOMENT._replace(
    name="torsion", symbol="T", item="{F} * {e}", units=(("F", _LBF), ("e", _FT))
)
TWIST = Series(
    "moment_of_moments", "J", "{F} * {z} * {e}", (("F", _LBF), ("z", _FT), ("e", _FT)),
    "kip-ft2", _product_3, outer="({}) / 1000", scale=1000.0,
)  # fmt: skip
REGION_TWIST = Series(
    "region_torsion", "T_C", "{F} * {e}", (("F", _LBF), ("e", _FT)), "lbf-ft", _product,
    "Figure 29.3-1, Case C",
)  # fmt: skip
REGION_FORCE = SHEAR._replace(name="region_total", symbol="F_C", clause="Figure 29.3-1, Case C")
DEAD = Series("dead_load", "D", "{W}", (("W", _LBF),), _LBF, _same)
DEAD_MOMENT = MOMENT._replace(
    name="dead_moment", symbol="M_D", item="{W} * {e}", units=(("W", _LBF), ("e", _FT))
)
CABINET_WEIGHT = DEAD._replace(name="cabinet_weights", symbol="W")
WEIGHT_MOMENT = MOMENT._replace(
    name="weight_moment", symbol="S_W", item="{W} * {z}", units=(("W", _LBF), ("z", _FT))
)
NET_AREA = Series(
    "net_area", "A_n", "{A} * {epsilon}", (("A", "ft2"), ("epsilon", "1")), "ft2", _product,
    "29.3.1",
)  # fmt: skip
BOTTOM = Series(
    "lowest_edge", "z_b", "{z}", (("z", _FT),), _FT, _same, "29.3.1", _least, ", ", "min({})"
)
TOP = BOTTOM._replace(name="highest_edge", symbol="h", fold=_greatest, outer="max({})")
RIGHT = Series(
    "right_edge", "x_R", "{x} + {B} / 2", (("x", _FT), ("B", _FT)), _FT, _end, "29.3.1",
    _greatest, ", ", "max({})",
)  # fmt: skip
LEFT = RIGHT._replace(
    name="left_edge", symbol="x_L", item="{x} - {B} / 2", value=_start, fold=_least,
    outer="min({})",
)  # fmt: skip
ALL = (
    SHEAR, MOMENT, TORSION, TWIST, REGION_TWIST, REGION_FORCE, DEAD, DEAD_MOMENT,
    CABINET_WEIGHT, WEIGHT_MOMENT, NET_AREA, BOTTOM, TOP, RIGHT, LEFT,
)  # fmt: skip


@lru_cache(maxsize=1024)
def series(kind: Series, count: int) -> Callable[..., float]:
    """The equation for this number of items; its terms are numbered from 1.

    >>> series(MOMENT, 2)(F_1=1000.0, z_1=10.0, F_2=500.0, z_2=4.0)
    12.0
    >>> series(MOMENT, 2).card.text
    '(F_1 * z_1 + F_2 * z_2) / 1000'
    """
    names = [[f"{name}_{k}" for name, _ in kind.units] for k in range(1, count + 1)]
    texts = [
        kind.item.format_map({name: f"{name}_{k}" for name, _ in kind.units})
        for k in range(1, count + 1)
    ]
    inner = kind.joiner.join(texts)
    outer = "{}" if kind.joiner == ", " and count == 1 else kind.outer
    value, fold, scale = kind.value, kind.fold, kind.scale

    first, *others = names

    def equation(**terms: float) -> float:
        joined = value(*[terms[name] for name in first])
        for item in others:
            joined = fold(joined, value(*[terms[name] for name in item]))
        return joined / scale if scale != 1.0 else joined

    units = {f"{name}_{k}": unit for k in range(1, count + 1) for name, unit in kind.units}
    equation.__dict__["card"] = Card(
        kind.name, kind.symbol, outer.format(inner), kind.clause, kind.unit, units
    )
    return equation


def summed(trace: Bare, kind: Series, *columns: Sequence[float]) -> float:
    """The value of a series whose terms are these columns, called through the trace."""
    function = series(kind, len(columns[0]))
    names = function.__dict__["card"].units
    return trace(function, **dict(zip(names, chain(*zip(*columns, strict=True)), strict=True)))
