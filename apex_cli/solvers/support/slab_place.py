"""The slab that is checked, as footing, poles and base have it."""

from collections.abc import Iterable

from apex_cli.equations import Bare
from apex_cli.project.support import Base
from apex_cli.solvers.buried import Laid
from apex_cli.solvers.poles import Stage
from apex_cli.solvers.support.plate.job import entered
from apex_cli.solvers.support.slab.place import Column, Loading, Place, Shape


def place_of(laid: Laid, stage: Stage, base: Base | None) -> Place:
    """The slab with what stands on it: its stem, or the pole where there is none."""
    stem = laid.stem
    if stem is not None:
        column = Column(stem.shape, 12 * stem.width, 12 * stem.length)
    else:
        shape: Shape = "round" if stage.shape == "round" else "rectangle"
        along, across = (stage.depth, stage.width)[:: -1 if laid.swapped else 1]
        column = Column(shape, along, across, _plate(base))
    return Place(
        laid.sides, laid.thickness, laid.depth, column, laid.concrete,
        soil_psf=laid.soil,
        stem_lbf=0.0 if stem is None else stem.weight,
        stem_ft2=0.0 if stem is None else stem.area,
        sure_psf=laid.sure, lift_psf=laid.lift, round=laid.round, turning=laid.turning,
    )  # fmt: skip


def _plate(base: Base | None) -> tuple[Shape, float] | None:
    if base is None or base.plate is None:
        return None
    return "round" if base.plate.shape == "round" else "rectangle", base.plate.width_in


def loadings_of(found: Iterable[Loading], trace: Bare) -> list[Loading]:
    """The loads as numbers that know where they come from."""
    return [
        one._replace(
            reaction=entered([one.reaction], trace)[0],
            across=one.across
            and trace.known(one.across, f"at grade, {one.reaction.name}, weights off the axis"),
        )
        for one in found
    ]
