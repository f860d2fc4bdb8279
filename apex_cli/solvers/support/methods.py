"""Which equations a support pack's `methods` mean, and those of a project's method."""

from collections.abc import Callable
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import DesignMethod, FlangeMethod, TorsionMethod
from apex_cli.packs.support_joints import Resistance
from apex_cli.solvers.support.equations import flexure


def available(
    method: DesignMethod, trace: Bare, design: Callable[..., float],
    allowable: Callable[..., float], factor: Resistance, *, suffix: str = "", **terms: float,
) -> float:  # fmt: skip
    """An available strength by LRFD or ASD, from the two equations that have it."""
    if method == "lrfd":
        return trace(design, **{f"phi{suffix}": factor.phi.number}, **terms)
    return trace(allowable, **terms, **{f"Omega{suffix}": factor.omega.number})


class Noncompact(NamedTuple):
    """How the walls of rectangular tubes lose strength between compact and slender (F7).

    Args:
        flange: The flange's equation.
        web: The web's equation.
    """

    flange: Callable[..., float]
    web: Callable[..., float]


FLANGE: dict[FlangeMethod, Noncompact] = {
    "f7_2016": Noncompact(flexure.flange_noncompact_2016, flexure.web_noncompact_2016),
    "f7_2022": Noncompact(flexure.flange_noncompact_2022, flexure.web_noncompact_2022),
}

TORSION: dict[TorsionMethod, str | None] = {
    "uniaxial": (
        "H3-6 of this edition is written for bending about one axis. Where a tube is twisted and "
        "bent about both, both moments are added and the greater share of shear counts, as later "
        "editions write it."
    ),
    "biaxial": None,
}
"""What is assumed of H3-6 where a tube is bent about both axes; None where it is written so."""
