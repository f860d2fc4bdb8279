"""How far dowels must go into slab and stem: straight, or with a hook."""

from collections.abc import Callable

from apex_cli.equations import Bare
from apex_cli.packs.concrete import HookMethod
from apex_cli.solvers.support import development
from apex_cli.solvers.support.equations import slab_dowels as eq
from apex_cli.solvers.support.slab.dowel_section import Doweled
from apex_cli.solvers.support.slab.place import Place


def embedded(bars: Doweled, trace: Bare) -> float:
    """Length of a dowel within the slab, in."""
    terms = {"h_t": bars.body.h, "c_c": bars.pack.detailing.cover.number}
    if bars.mat is None:
        return trace(eq.embedded_above_soil, **terms)
    return trace(eq.embedded_above_bars, d_b=bars.mat, **terms)


def straight(bars: Doweled, trace: Bare) -> float:
    """Development length of a straight dowel in tension, in."""
    return development.straight(
        bars.bar, bars.pack, trace, f_y=bars.f_y, cover=bars.cover, spacing=bars.spacing,
        lambda_l=bars.body.lambda_l, r_c=bars.body.r_c,
    )  # fmt: skip


def _terms(bars: Doweled) -> dict[str, float]:
    rules = bars.pack.hooks
    return {
        "f_y": bars.f_y, "d_b": bars.bar.diameter, "k_dh": rules.factor.number,
        "lambda_l": bars.body.lambda_l, "r_c": bars.body.r_c, "k_8": rules.least_bars.number,
        "l_0": rules.least.number,
    }  # fmt: skip


def _by_diameter(bars: Doweled, _: Place, trace: Bare) -> float:
    return trace(eq.hook_by_diameter, **_terms(bars))


def _by_power(bars: Doweled, place: Place, trace: Bare) -> float:
    rules = bars.pack.hooks.factors
    assert rules is not None
    clear = rules.clear.value * bars.bar.diameter
    beside = min(
        6 * side - wide / 2
        for side, wide in zip(place.sides, (bars.column.width, bars.column.length), strict=True)
    )
    one = trace.known(1.0, f"at least {rules.clear.value:g} diameters of room")
    psi_c = trace(
        eq.hook_concrete, f_c=bars.body.f_c, f_w=rules.weak_per.number, psi_w=rules.weak.number
    )
    return trace(
        eq.hook_by_power, psi_r=one if bars.spacing >= clear else rules.close.number,
        psi_o=one if beside >= clear else rules.open_side.number, psi_c=psi_c, **_terms(bars),
    )  # fmt: skip


HOOKS: dict[HookMethod, Callable[[Doweled, Place, Bare], float]] = {
    "diameter_2014": _by_diameter,
    "power_2019": _by_power,
}
"""Development length of a hook in tension, in."""


def hooked(bars: Doweled, place: Place, trace: Bare) -> float:
    """Development length of a dowel with a hook, in."""
    return HOOKS[bars.pack.methods.hook](bars, place, trace)
